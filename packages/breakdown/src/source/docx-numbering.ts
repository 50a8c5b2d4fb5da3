import { readXml } from './xml.js';
import type { Archive } from './zip.js';

interface Level {
  start: number;
  format: string;
  text: string;
}

interface NumberedList {
  abstractId: string;
  /** Levels whose count this list starts anew. */
  starts: Map<number, number>;
}

/** Draws the numbers that Word draws by itself, in document order. */
export interface AutoNumbering {
  /** The label of the next paragraph of a list; null for bullets and unknown lists. */
  next(listId: string, level: number): string | null;
}

const DIGITS = '零一二三四五六七八九';

/** A whole number below 1000 in Chinese numerals, as Word counts headings. */
export function chineseNumeral(value: number): string {
  if (value < 10) return DIGITS[value] ?? '';
  if (value < 20) return `十${value % 10 === 0 ? '' : DIGITS[value % 10]}`;
  if (value < 100) return `${DIGITS[Math.floor(value / 10)]}十${value % 10 === 0 ? '' : DIGITS[value % 10]}`;
  const rest = value % 100;
  const tail = rest === 0 ? '' : rest < 10 ? `零${DIGITS[rest]}` : rest < 20 ? `一${chineseNumeral(rest)}` : chineseNumeral(rest);
  return `${DIGITS[Math.floor(value / 100)]}百${tail}`;
}

function draw(value: number, format: string): string {
  if (/^(?:chinese|japanese|taiwanese|ideographDigital|korean)/u.test(format)) return chineseNumeral(value);
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese') {
    return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
  }
  if (format === 'decimalFullWidth') return String(value).replace(/\d/gu, (d) => String.fromCodePoint(0xff10 + Number(d)));
  if (format === 'upperLetter') return String.fromCodePoint(65 + ((value - 1) % 26));
  if (format === 'lowerLetter') return String.fromCodePoint(97 + ((value - 1) % 26));
  return String(value);
}

/** Reads `numbering.xml` into a counter. A file without one gives a counter that knows no list. */
export async function readNumbering(archive: Archive, part: string | null): Promise<AutoNumbering> {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, NumberedList>();
  if (part !== null && archive.has(part)) await parse(archive, part, abstracts, lists);

  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next(listId, level) {
      const list = lists.get(listId);
      const levels = list && abstracts.get(list.abstractId);
      const definition = levels?.get(level);
      if (!list || !definition) return null;
      const count = counts.get(list.abstractId) ?? [];
      counts.set(list.abstractId, count);
      const first = `${listId}:${level}`;
      const restart = begun.has(first) ? undefined : list.starts.get(level);
      begun.add(first);
      count[level] = restart ?? (count[level] === undefined ? definition.start : (count[level] ?? 0) + 1);
      count.length = level + 1;
      if (definition.format === 'bullet' || definition.format === 'none') return null;
      return definition.text.replace(/%([1-9])/gu, (_, digit: string) => {
        const at = Number(digit) - 1;
        const other = levels?.get(at);
        return draw(count[at] ?? other?.start ?? 1, other?.format ?? 'decimal');
      });
    },
  };
}

async function parse(archive: Archive, part: string, abstracts: Map<string, Map<number, Level>>, lists: Map<string, NumberedList>): Promise<void> {
  let abstractId: string | null = null;
  let list: NumberedList | null = null;
  let levelIndex = 0;
  let level: Level | null = null;
  await readXml(archive, part, {
    open(name, attribute) {
      const value = attribute('val') ?? '';
      if (name === 'abstractNum') {
        abstractId = attribute('abstractNumId') ?? '';
        abstracts.set(abstractId, new Map());
      } else if (name === 'num') {
        list = { abstractId: '', starts: new Map() };
        lists.set(attribute('numId') ?? '', list);
      } else if (name === 'abstractNumId' && list) list.abstractId = value;
      else if (name === 'lvlOverride') levelIndex = Number(attribute('ilvl') ?? 0);
      else if (name === 'startOverride') list?.starts.set(levelIndex, Number(value));
      else if (name === 'lvl' && abstractId !== null) {
        level = { start: 1, format: 'decimal', text: '' };
        abstracts.get(abstractId)?.set(Number(attribute('ilvl') ?? 0), level);
      } else if (level && name === 'start') level.start = Number(value);
      else if (level && name === 'numFmt') level.format = value;
      else if (level && name === 'lvlText') level.text = value;
    },
    close(name) {
      if (name === 'abstractNum') abstractId = null;
      else if (name === 'num') list = null;
      else if (name === 'lvl') level = null;
    },
  });
}
