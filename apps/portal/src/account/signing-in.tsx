import type { Session } from '@kepu/contracts';
import { draw, part } from '../dom/draw.js';
import { codeOf, nextOf, told, type Browser } from '../islands/browser.js';
import { Field } from '../register/fields.js';
import { attachReveal, showAllWrong, showFormWrong, wrongFields } from '../register/form.js';
import { pathOf } from '../routes.js';

/** A form with one button that sends it: busy while it is sent, with what is wrong beside its fields afterwards. */
export const attachForm = (form: HTMLFormElement, { words }: Pick<Browser, 'words'>, names: readonly string[], sending: string, send: (value: (name: string) => string) => Promise<void>): void => {
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
    const empty = names.filter((name) => value(name).trim() === '');
    showAllWrong(form, new Map(empty.map((name) => [name, words('form.required')])));
    if (empty.length === 0) void run();
  });
  attachReveal(form, words);
  button.disabled = false;
};

const Secret = ({ name, label, hint, words, fresh }: { readonly name: string; readonly label: string; readonly hint?: string; readonly words: Browser['words']; readonly fresh: boolean }) => (
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

/** Sign-in, the change of a first password, and the way back to where somebody came from. */
export const attachSignIn = (root: HTMLElement, browser: Browser & { readonly search: string }): void => {
  const { client, words, locale, go, memory, search } = browser;
  const goOn = (): void => go(nextOf(search, pathOf('me', locale)));
  const form = part<HTMLFormElement>(root, 'form');

  const changeFirst = (current: string): void => {
    draw(root, <><h2 tabIndex={-1}>{words('signIn.firstHeading')}</h2><p>{words('signIn.firstText')}</p><PasswordForm words={words} submit={words('signIn.change')} /></>);
    const change = part<HTMLFormElement>(root, 'form');
    part<HTMLInputElement>(change, '#currentPassword').value = current;
    attachForm(change, browser, ['currentPassword', 'nextPassword'], words('form.sending'), async (value) => {
      await client.changePassword({ body: { current: value('currentPassword'), next: value('nextPassword') } });
      goOn();
    });
    part(root, 'h2').focus();
  };
  const signedIn = (session: Session): void => {
    memory.remember(true);
    if (session.account.mustChangePassword) return changeFirst('');
    const welcome = document.createElement('div');
    draw(welcome, (
      <div className="note note-good"><div><b>{words('signIn.signedIn', { name: session.account.name })}</b><p className="ways"><button className="button" type="button" onClick={goOn}>{words('signIn.goOn')}</button><button className="quiet" type="button" onClick={() => welcome.remove()}>{words('signIn.other')}</button></p></div></div>
    ));
    root.prepend(welcome);
  };

  attachForm(form, browser, ['identifier', 'password'], words('signIn.sending'), async (value) => {
    const session = await client.createSession({ body: { identifier: value('identifier'), password: value('password') } });
    memory.remember(true);
    if (session.account.mustChangePassword) changeFirst(value('password'));
    else goOn();
  });
  const register = document.querySelector<HTMLAnchorElement>('.to-register');
  const next = nextOf(search, '');
  if (register && next) register.href = pathOf('register', locale, { query: { next } });
  if (!memory.seemsSignedIn()) return;
  client.getSession().then(signedIn, (error: unknown) => {
    if (codeOf(error) === 'auth.required') memory.remember(false);
  });
};
