import { ApiProblem } from '@kepu/api-client/site';
import { part } from '../dom/draw.js';
import type { Words } from '../wording.js';

const fieldOf = (form: HTMLElement, name: string): HTMLElement | undefined => [...form.querySelectorAll<HTMLElement>('[data-field]')].find(({ dataset }) => dataset['field'] === name);

/** Says beside a field what is wrong with it, or that nothing is any more. Whether the form has such a field. */
export const showWrong = (form: HTMLElement, name: string, text: string): boolean => {
  const field = fieldOf(form, name);
  const place = field?.querySelector<HTMLElement>('.wrong');
  if (!field || !place) return false;
  place.textContent = text;
  field.classList.toggle('field-wrong', text !== '');
  for (const control of field.querySelectorAll('input, select, textarea')) {
    if (text === '') control.removeAttribute('aria-invalid');
    else control.setAttribute('aria-invalid', 'true');
  }
  return true;
};

/** Puts what is wrong beside each field, and the focus into the first one. Nothing that was typed is touched. */
export const showAllWrong = (form: HTMLElement, wrong: ReadonlyMap<string, string>): void => {
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) showWrong(form, field.dataset['field'] ?? '', wrong.get(field.dataset['field'] ?? '') ?? '');
  const first = form.querySelector<HTMLElement>('.field-wrong');
  // A group of choices takes the focus itself: its question is read out with what is wrong.
  const target = first?.tagName === 'FIELDSET' ? first : first?.querySelector<HTMLElement>('input, select, textarea');
  target?.focus();
  first?.scrollIntoView?.({ block: 'center' });
};

/** The fields that the API found wrong, by their names; `body.phone` is the field `phone`. */
export const wrongFields = (error: unknown): Map<string, string> =>
  new Map(error instanceof ApiProblem ? (error.problem.errors ?? []).map(({ path, message }) => [path.split('.')[1] ?? path, message]) : []);

/** What is wrong with the whole, above its button. */
export const showFormWrong = (form: HTMLElement, text: string): void => {
  const place = part(form, '.form-wrong');
  place.textContent = text;
  place.hidden = text === '';
  if (text !== '') place.focus();
};

/** Lets people see the password that they type. */
export const attachReveal = (root: ParentNode, words: Words): void => {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button.reveal')) {
    button.addEventListener('click', () => {
      const input = part<HTMLInputElement>(document, `#${button.getAttribute('aria-controls') ?? ''}`);
      const visible = input.type === 'password';
      input.type = visible ? 'text' : 'password';
      button.setAttribute('aria-pressed', String(visible));
      button.textContent = words(visible ? 'form.hide' : 'form.reveal');
    });
  }
};
