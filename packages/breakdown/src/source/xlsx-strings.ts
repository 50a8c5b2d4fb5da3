import { PaperProblem } from '../problem.js';
import { readXml } from './xml.js';
import type { Archive } from './zip.js';

/** Office writes characters that XML forbids, and carriage returns, as `_x000D_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return character === '\r' ? '' : character;
  });
}

/** Different texts of a workbook: 20,000 rows of ten columns have fewer. */
const MAX_STRINGS = 500_000;

/** The shared strings of a workbook by their index; rich text joined, phonetic guides left out. */
export async function readSharedStrings(archive: Archive, part: string | null): Promise<string[]> {
  const strings: string[] = [];
  if (part === null || !archive.has(part)) return strings;
  let current = '';
  let inText = false;
  let phonetic = 0;
  await readXml(archive, part, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    text(text) {
      if (inText) current += text;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') {
        strings.push(decodeEscapes(current));
        if (strings.length > MAX_STRINGS) throw new PaperProblem('paper.too_large_unpacked', 'split_file', { params: { max: MAX_STRINGS } });
      }
    },
  });
  return strings;
}
