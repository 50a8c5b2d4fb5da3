import { readXml } from './xml.js';
import type { Archive } from './zip.js';

/** The list that a paragraph belongs to. */
export interface ListReference {
  listId: string;
  level: number;
}

/** Lists given by a paragraph style, followed through `basedOn`. A file without styles gives an empty map. */
export async function readStyleLists(archive: Archive, part: string | null): Promise<Map<string, ListReference>> {
  const own = new Map<string, Partial<ListReference>>();
  const parents = new Map<string, string>();
  let style: string | null = null;
  if (part !== null && archive.has(part)) {
    await readXml(archive, part, {
      open(name, attribute) {
        if (name === 'style') {
          style = attribute('styleId') ?? '';
          own.set(style, {});
        }
        const reference = style === null ? undefined : own.get(style);
        if (style === null || !reference) return;
        if (name === 'basedOn') parents.set(style, attribute('val') ?? '');
        else if (name === 'numId') reference.listId = attribute('val') ?? '';
        else if (name === 'ilvl') reference.level = Number(attribute('val') ?? 0);
      },
      close(name) {
        if (name === 'style') style = null;
      },
    });
  }
  const resolved = new Map<string, ListReference>();
  for (const id of own.keys()) {
    const seen = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      const reference: Partial<ListReference> | undefined = own.get(at);
      if (reference?.listId !== undefined) {
        resolved.set(id, { listId: reference.listId, level: reference.level ?? 0 });
        break;
      }
      at = parents.get(at);
    }
  }
  return resolved;
}
