import { safeFileName } from '../../../platform/files/index.js';
import { quiet } from './pack-text.js';

/** Names that Windows keeps for its devices, whatever follows the dot. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;
const LONGEST_FOLDER = 28;
const LONGEST_FILE = 60;
/** Of a path in a pack, so that it also unpacks below a folder of its own. */
export const LONGEST_PATH = 180;

/** A text as one part of a path: without strokes and what Windows refuses, no device, no dot or space at its ends, and not longer than `most`. */
export const pathPart = (text: string, most: number): string => {
  const clean = [...safeFileName(text.replace(/[/\\]+/gu, '-'))].slice(0, most).join('').replace(/[. ]+$/u, '');
  return DEVICES.test(clean) ? `_${clean}` : clean;
};

/** Names of what is in one pack. No two are the same, also for a reader who does not tell large letters from small ones. */
export class PackNames {
  private readonly taken = new Set<string>();

  constructor(private readonly root: string) {}

  /** A path below the root. `folders` are given whole; `name` is made short, and counted where it is taken. */
  path(folders: readonly string[], name: string, extension: string): string {
    const parts = [this.root, ...folders.map(quiet)].map((folder) => pathPart(folder, LONGEST_FOLDER));
    for (let count = 1; ; count += 1) {
      const mark = count === 1 ? '' : ` (${count})`;
      const path = [...parts, `${pathPart(quiet(name), LONGEST_FILE - mark.length)}${mark}.${extension}`].join('/');
      if (this.taken.has(path.toLowerCase())) continue;
      this.taken.add(path.toLowerCase());
      return path;
    }
  }
}

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'application/pdf': 'pdf', 'text/plain': 'txt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};
/** The ending by what a file is, not by what somebody has called it. */
export const extensionOf = (type: string): string => extensions[type] ?? 'bin';
