import { part } from '../dom/draw.js';
import { told, type Browser } from '../islands/browser.js';
import { Field } from '../register/fields.js';
import { attachReveal, showAllWrong, showFormWrong, wrongFields } from '../register/form.js';

/** A form with one button that sends it: busy while it is sent, with what is wrong beside its fields afterwards. `more` says what else is wrong before it is sent. */
export const attachForm = (form: HTMLFormElement, { words }: Pick<Browser, 'words'>, names: readonly string[], sending: string, send: (value: (name: string) => string) => Promise<void>, more?: () => readonly (readonly [name: string, word: string])[]): void => {
  const button = part<HTMLButtonElement>(form, 'button[type="submit"]');
  const label = button.textContent ?? '';
  const value = (name: string): string => String(new FormData(form).get(name) ?? '');
  const run = async (): Promise<void> => {
    button.disabled = true;
    button.textContent = sending;
    showFormWrong(form, '');
    try {
      await send(value);
    } catch (error) {
      showAllWrong(form, wrongFields(error));
      showFormWrong(form, told(error, words));
    }
    button.disabled = false;
    button.textContent = label;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wrong = new Map([...names.filter((name) => value(name).trim() === '').map((name) => [name, words('form.required')] as const), ...more?.() ?? []]);
    showAllWrong(form, wrong);
    if (wrong.size === 0) void run();
  });
  attachReveal(form, words);
  button.disabled = false;
};

/** A password that can be shown. */
export const Secret = ({ name, label, hint, words, fresh }: { readonly name: string; readonly label: string; readonly hint?: string; readonly words: Browser['words']; readonly fresh: boolean }) => (
  <Field name={name} label={label} hint={hint}>
    <div className="secret"><input id={name} name={name} type="password" autoComplete={fresh ? 'new-password' : 'current-password'} maxLength={200} aria-describedby={`${name}-wrong`} /><button className="tool reveal" type="button" aria-pressed="false" aria-controls={name}>{words('form.reveal')}</button></div>
  </Field>
);

/** The form that changes the own password. */
export const PasswordForm = ({ words, submit }: { readonly words: Browser['words']; readonly submit: string }) => (
  <form className="form password-form" noValidate>
    <Secret name="currentPassword" label={words('signIn.current')} words={words} fresh={false} /><Secret name="nextPassword" label={words('signIn.next')} hint={words('signIn.nextHint')} words={words} fresh />
    <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button" type="submit">{submit}</button></div>
  </form>
);
