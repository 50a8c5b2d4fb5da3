import { labels } from '@kepu/contracts/labels';
import type { Pupil } from '@kepu/contracts';

type Relation = NonNullable<Pupil['guardian']>['relation'];
/** A pupil as the API takes one. */
export interface NewPupil { name: string; bornOn: string; guardianName: string; relation: Relation; guardianPhone: string }

// People write 父亲, 爸爸 or what the catalogue says.
const spoken: Readonly<Record<string, Relation>> = { 爸爸: 'father', 父: 'father', 妈妈: 'mother', 母: 'mother', 爷爷: 'grandparent', 奶奶: 'grandparent', 外公: 'grandparent', 外婆: 'grandparent', 祖父: 'grandparent', 祖母: 'grandparent', 其他: 'other' };
const relations = new Map<string, Relation>([
  ...(['zh-CN', 'en'] as const).flatMap((locale) => Object.entries(labels[locale].terms.relations).map(([key, word]) => [word, key as Relation] as const)), ...Object.entries(spoken),
]);

const dayOf = (text: string): string | null => {
  const found = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text);
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
