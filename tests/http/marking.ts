import { inflateRawSync } from 'node:zlib';

/** Who looks at everything. The first five are strangers to what is planted; the rest have a part in some of it. */
export const visitors = ['nobody', 'stranger', 'women', 'county', 'reader', 'leader', 'owner', 'elder', 'league', 'home', 'office'] as const;
export type Visitor = (typeof visitors)[number];

/** Something that stands nowhere else, and who may find it. `of`: the fields of the contracts that it was written into. */
export interface Marker {
  readonly key: string; readonly seenBy: readonly Visitor[]; readonly of: readonly string[];
  /** What somebody would type to look for it. */
  readonly word: string;
  /** How it is found in a text; words are found by one pattern for all of them. */
  readonly pattern: RegExp | null;
  /** A long number: it stands nowhere but in a run of figures, and most texts have none. */
  readonly figures?: true;
}

const SIGN = 'zq7k';
/** A word ends in a figure, so that it ends too where a key of pinyin runs it into the next. */
const wordOf = (key: string): string => `${SIGN}${key}7`;
const words = new RegExp(`${SIGN}([a-z]+)7`, 'gi');
const APART = '[\\s().\\-\\u00a0_/]{0,2}';
/** Digits that belong together, however they are set apart; inside a longer number they are another one. */
const digits = (number: string): RegExp => new RegExp(`(?<!\\d)(?:86${APART})?${[...number].join(APART)}(?!\\d)`);
/** As many figures as a telephone has, or more, however they are set apart. */
const runsOfFigures = new RegExp(`(?:\\d${APART}){11,}`, 'g');

/** What was planted. Each field is given a word of its own, and with it who may read it. */
export class Markers {
  private readonly byKey = new Map<string, Marker>();

  /** `before`: what stands in front of the word in each text. */
  constructor(private readonly before = '') {}

  get all(): readonly Marker[] { return [...this.byKey.values()]; }

  /** A text with the word in it. */
  text(key: string, seenBy: readonly Visitor[], ...of: readonly string[]): string {
    return `暗${this.before}${this.word(key, seenBy, ...of)}语`;
  }
  /** The bare word, where a text of its own kind is wanted: an address, a name of a file. */
  word(key: string, seenBy: readonly Visitor[], ...of: readonly string[]): string {
    if (!/^[a-z]+$/.test(key)) throw new Error(`${key} is no word of small letters`);
    this.add({ key, seenBy, of, word: wordOf(key), pattern: null });
    return wordOf(key);
  }
  /** A telephone number: whole for `seenBy`, with its middle hidden for `maskedFor`. */
  phone(key: string, number: string, seenBy: readonly Visitor[], maskedFor: readonly Visitor[], ...of: readonly string[]): string {
    this.add({ key, seenBy, of, word: number, pattern: digits(number), figures: true });
    if (maskedFor.length > 0) this.add({ key: `${key}Masked`, seenBy: maskedFor, of: [], word: number.slice(-4), pattern: new RegExp(`${number.slice(0, 3)}\\*{4}${number.slice(-4)}`) });
    return number;
  }
  /** A day, in whatever way it is written. */
  day(key: string, day: string, seenBy: readonly Visitor[], ...of: readonly string[]): string {
    const [year = '', month = '', date = ''] = day.split('-');
    // Without anything between them all eight figures stand there: six of them are any fraction of a millisecond.
    this.add({ key, seenBy, of, word: day, pattern: new RegExp(`(?<![\\da-z])(?:${year}(?:[-/.年]|%2F)0?${Number(month)}(?:[-/.月]|%2F)0?${Number(date)}|${year}${month}${date})(?!\\d)`, 'i') });
    return day;
  }
  /** An address for mail, and what is shown in its place. */
  email(key: string, seenBy: readonly Visitor[], maskedFor: readonly Visitor[], ...of: readonly string[]): string {
    const address = `${this.word(key, seenBy, ...of)}@mail.example`;
    this.add({ key: `${key}Masked`, seenBy: maskedFor, of: [], word: 'mail.example', pattern: /z\*{3}@mail\.example/i });
    return address;
  }

  /** Keys of what stands in an answer: as it is, escaped, percent-encoded, as base64 or hexadecimal figures. */
  find(text: string): string[] {
    const found = new Set<string>();
    for (const view of viewsOf(text)) {
      for (const [, key = ''] of view.matchAll(words)) found.add(key.toLowerCase());
      // Set apart by a letter, two runs make no third number.
      const runs = view.match(runsOfFigures)?.join('x') ?? '';
      for (const { key, pattern, figures } of this.byKey.values()) if (pattern?.test(figures ? runs : view)) found.add(key);
    }
    for (const { key, word } of this.hidden(text)) if (hiddenForms(word).some((form) => text.includes(form))) found.add(key);
    return [...found];
  }

  /** What could stand there in other figures: of words only where their common beginning does. What is left of a number or address is too short to be known again. */
  private hidden(text: string): readonly Marker[] {
    const signed = hiddenForms(SIGN).some((form) => text.includes(form));
    return this.all.filter(({ key, word, pattern }) => (pattern === null ? signed : !key.endsWith('Masked') && word.length > 8));
  }

  private add(marker: Marker): void {
    if (this.byKey.has(marker.key)) throw new Error(`${marker.key} is planted already`);
    this.byKey.set(marker.key, marker);
  }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const withoutEntities = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) =>
    (name === undefined ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) : (named[name] ?? whole)));
const withoutEscapes = (text: string): string => text.replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
const withoutPercents = (text: string): string => text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** An answer as it is read by those who undo what was done to it, full-width figures included. */
const viewsOf = (text: string): Set<string> => {
  const undone = withoutPercents(withoutEscapes(withoutEntities(text)));
  // Tags between two figures set them apart no more than a blank does.
  return new Set([text, undone, undone.normalize('NFKC').replace(/<[^<>]{0,200}>/g, ' ')]);
};

const forms = new Map<string, readonly string[]>();
/** A word as a part of something that was encoded as a whole: at each of the three places where a group of base64 can begin. */
const hiddenForms = (word: string): readonly string[] => {
  const known = forms.get(word);
  if (known) return known;
  const inBase64 = [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(word)]).toString('base64').replace(/=+$/, '');
    // The first and last signs hang on what stands beside the word.
    const kept = encoded.slice(Math.ceil((shift * 8) / 6), encoded.length - ((word.length + shift) % 3 === 0 ? 0 : 1));
    return [kept, kept.replaceAll('+', '-').replaceAll('/', '_')];
  });
  const hex = Buffer.from(word).toString('hex');
  const made = [...new Set([...inBase64, hex, hex.toUpperCase()])];
  forms.set(word, made);
  return made;
};

/** What an answer says: its text, or the texts in a file of the zip kind (xlsx, docx). */
export const textOf = (bytes: Buffer): string => (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')) ? unzipped(bytes).join('\n') : bytes.toString('utf8'));

/** The parts of a zip file, by its directory. */
const unzipped = (bytes: Buffer): string[] => {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  if (end < 0) throw new Error('This file has no directory');
  const parts: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, size, name, extra, comment, offset] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const data = bytes.subarray(start, start + size);
    // A file inside may be an archive itself: a list in a zip.
    parts.push(bytes.toString('utf8', at + 46, at + 46 + name), textOf(method === 0 ? data : inflateRawSync(data)));
    at += 46 + name + extra + comment;
  }
  return parts;
};
