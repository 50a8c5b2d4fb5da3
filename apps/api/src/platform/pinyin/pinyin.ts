import { customPinyin, pinyin } from 'pinyin-pro';
import { escapeLike } from '../database/predicates.js';

// Places that a general dictionary reads wrongly: 乐清 and its 乐成街道 are said yuè.
customPinyin({ 乐清: 'yuè qīng', 乐成: 'yuè chéng', 大峃: 'dà xué', 龙湾: 'lóng wān', 瓯海: 'ōu hǎi' });

const syllables = (text: string): string[] => pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map((part) => part.toLowerCase());

/** What Chinese text sorts by, the same on every database: its syllables without tones. */
export const sortKey = (text: string, max: number): string => syllables(text.normalize('NFKC')).join(' ').slice(0, max);

/**
 * What a search looks in: the text itself, its full pinyin and its initials, so that `科协`, `kexie` and `wzskx` all find 温州市科协.
 * Lower case; parts are set apart by a bar, which no query holds.
 */
export const searchKey = (texts: readonly string[], max: number): string => {
  const parts = texts.flatMap((text) => {
    const plain = text.normalize('NFKC').toLowerCase();
    const read = syllables(plain);
    return [plain, read.join(''), read.map((syllable) => syllable[0] ?? '').join('')];
  });
  return [...new Set(parts)].join('|').slice(0, max);
};

/** A person's query in the form of the keys, or null when nothing is left to look for. */
export const searchTerm = (query: string): string | null => {
  const plain = query.normalize('NFKC').toLowerCase().replaceAll('|', '').trim();
  return plain === '' ? null : plain;
};

/** A LIKE pattern that finds the term anywhere; written with `… LIKE :p ESCAPE '!'`. */
export const likePattern = (term: string): string => `%${escapeLike(term)}%`;
