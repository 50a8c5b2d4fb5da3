import { labels } from '@kepu/contracts/labels';
import type { Pupil } from '@kepu/contracts';

type Relation = NonNullable<Pupil['guardian']>['relation'];
/** A pupil as the API takes one. */
export interface NewPupil { name: string; bornOn: string; guardianName: string; relation: Relation; guardianPhone: string }

/** What people write for a relation: the catalogue's words, and those that are said at home. */
const relations = new Map<string, Relation>((['zh-CN', 'en'] as const).flatMap((locale) => {
  const { relations: printed, spokenRelations: spoken } = labels[locale].terms;
  return [...Object.entries(printed), ...Object.entries(spoken)].flatMap(([key, words]) => [words, ...words.split(' ')].map((word) => [word, key as Relation] as const));
}));

const dayOf = (text: string): string | null => {
  const found = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(text);
  return found ? `${found[1] ?? ''}-${(found[2] ?? '').padStart(2, '0')}-${(found[3] ?? '').padStart(2, '0')}` : null;
};

/** Pasted lines as pupils; the number of the first line that says something else. */
export const readRoll = (text: string): { pupils: NewPupil[] } | { badLine: number } => {
  const pupils: NewPupil[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [name, born, guardianName, relation, guardianPhone, ...rest] = line.trim().split(/[\t,，、 ]+/);
    const [bornOn, kin] = [dayOf(born ?? ''), relations.get(relation ?? '')];
    if (!name || bornOn === null || !guardianName || kin === undefined || !guardianPhone || rest.length > 0) return { badLine: at + 1 };
    pupils.push({ name, bornOn, guardianName, relation: kin, guardianPhone });
  }
  return { pupils };
};
