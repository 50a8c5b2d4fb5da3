import type { Locale } from '@kepu/contracts/labels';
import { Choice, Group } from '../register/fields.js';
import type { Words } from '../wording.js';

const names = ['one', 'two', 'three', 'four', 'five'] as const;

/** One question with five grades, in words: colours and stars say nothing to some. */
export const Grades = ({ name, label, words, locale }: { readonly name: string; readonly label: string; readonly words: Words; readonly locale: Locale }) => (
  <Group name={name} label={label}><div className="choices">{names.map((grade, index) => <Choice key={grade} type="radio" name={name} value={String(index + 1)} text={words(`orderStatus.grades.${grade}`)} locale={locale} />)}</div></Group>
);
