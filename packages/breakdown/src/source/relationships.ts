import { readXml } from './xml.js';
import type { Archive } from './zip.js';

/** A link between two parts of an Office file. */
export interface Relationship {
  id: string;
  type: string;
  /** Full name of the part inside the archive. */
  target: string;
}

/** The relationships of a part (`''` for the whole file), their targets made absolute inside the archive; external ones are left out. */
export async function readRelationships(archive: Archive, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/');
  const folder = slash < 0 ? '' : part.slice(0, slash + 1);
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const found: Relationship[] = [];
  if (!archive.has(name)) return found;
  await readXml(archive, name, {
    open(tag, attribute) {
      const target = attribute('Target');
      if (tag !== 'Relationship' || target === undefined || attribute('TargetMode') === 'External') return;
      const type = attribute('Type') ?? '';
      found.push({ id: attribute('Id') ?? '', type: type.slice(type.lastIndexOf('/') + 1), target: resolve(folder, target) });
    },
  });
  return found;
}

function resolve(folder: string, target: string): string {
  const parts: string[] = [];
  for (const step of `${target.startsWith('/') ? '' : folder}${target}`.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '' && step !== '.') parts.push(step);
  }
  return parts.join('/');
}
