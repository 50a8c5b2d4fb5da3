import { ADULT_AGE, ageOn } from '@kepu/domain';
import { draw, part } from '../dom/draw.js';
import type { Browser } from '../islands/browser.js';
import { birthDateOf } from '../register/birth-date.js';
import { Field } from '../register/fields.js';
import { showWrong } from '../register/form.js';
import { dateOf } from '../times.js';
import type { Words } from '../wording.js';

/** When the guardian was born: asked for where nobody has said so yet. */
export const GuardianBirth = ({ name, words }: { readonly name: string; readonly words: Words }) => (
  <Field name={name} label={words('guardianAccount.bornOn')} hint={words('guardianAccount.bornOnHint')}>
    <input id={name} name={name} inputMode="numeric" autoComplete="bday" maxLength={14} required aria-describedby={`${name}-hint ${name}-read ${name}-wrong`} /><p className="read" id={`${name}-read`} role="status" />
  </Field>
);

/** Says what was understood of the date as it is typed. Answers what is wrong with what stands there, or nothing. */
export const attachGuardianBirth = (form: HTMLFormElement, name: string, today: string, { words, locale }: Pick<Browser, 'words' | 'locale'>): (() => string) => {
  const [input, read] = [part<HTMLInputElement>(form, `#${name}`), part(form, `#${name}-read`)];
  const findWrong = (): string => {
    const bornOn = birthDateOf(input.value);
    draw(read, null);
    if (input.value.trim() === '') return words('form.required');
    if (!bornOn) return words('register.bornOnWrong');
    if (bornOn > today) return words('register.bornOnFuture');
    const age = ageOn(bornOn, today);
    if (age < ADULT_AGE) return words('guardianAccount.bornOnYoung');
    draw(read, words('register.bornOnRead', { date: dateOf(bornOn, locale, ''), age }));
    return '';
  };
  input.addEventListener('input', findWrong);
  input.addEventListener('change', () => showWrong(form, name, input.value.trim() === '' ? '' : findWrong()));
  return findWrong;
};
