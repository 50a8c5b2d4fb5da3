import type { Challenge } from '@kepu/contracts';
import { draw, part } from '../dom/draw.js';
import { told, type Browser } from '../islands/browser.js';
import { Field } from '../register/fields.js';
import { attachForm } from './forms.js';

/** A code: how it is asked for, what is said of it, and what is done with it. */
export interface CodeStep {
  readonly ask: () => Promise<Challenge>; readonly sent: string; readonly submit: string; readonly mayRemember?: boolean;
  readonly take: (given: { readonly challengeId: string; readonly code: string; readonly remember: boolean }) => Promise<void>;
}

const Remember = ({ words }: Pick<Browser, 'words'>) => <label className="tick"><input type="checkbox" name="remember" value="1" /> <span>{words('entry.remember')}</span></label>;

/** Six digits, or whatever stands for them. */
export const CodeForm = ({ words, label, hint, submit, mayRemember, digits = true }: Pick<Browser, 'words'> & { readonly label: string; readonly hint: string; readonly submit: string; readonly mayRemember: boolean; readonly digits?: boolean }) => (
  <form className="form" noValidate>
    <Field name="code" label={label} hint={hint}><input id="code" name="code" inputMode={digits ? 'numeric' : 'text'} autoComplete="one-time-code" autoCapitalize="none" maxLength={20} aria-describedby="code-hint code-wrong" /></Field>
    {mayRemember && <Remember words={words} />}
    <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button button-large" type="submit">{submit}</button></div>
  </form>
);

/** Draws the form of a code that was sent, with a way to have another one sent once that is allowed. Errors: whatever asking is refused with. */
export const askForCode = async (host: HTMLElement, browser: Browser, step: CodeStep): Promise<void> => {
  const { words } = browser;
  let challenge = await step.ask();
  draw(host, <><p className="note note-good" role="status">{step.sent}</p><CodeForm words={words} label={words('entry.code')} hint={words('entry.codeHint')} submit={step.submit} mayRemember={step.mayRemember === true} /><p className="resend" /></>);
  const form = part<HTMLFormElement>(host, 'form');
  attachForm(form, browser, ['code'], words('form.sending'), (value) => step.take({ challengeId: challenge.id, code: value('code'), remember: value('remember') === '1' }));
  const resend = part(host, '.resend');
  const wait = (seconds: number): void => {
    draw(resend, <button className="quiet" type="button" disabled>{words('entry.resendIn', { seconds })}</button>);
    setTimeout(() => draw(resend, <button className="quiet" type="button" onClick={() => void again()}>{words('entry.resend')}</button>), seconds * 1_000);
  };
  const again = async (): Promise<void> => {
    const wrong = part(form, '.form-wrong');
    try {
      challenge = await step.ask();
      wait(challenge.resendAfterSeconds);
    } catch (error) {
      showFailure(wrong, error, browser);
    }
  };
  wait(challenge.resendAfterSeconds);
  part(form, 'input').focus();
};

const showFailure = (wrong: HTMLElement, error: unknown, { words }: Browser): void => {
  wrong.textContent = told(error, words);
  wrong.hidden = false;
  wrong.focus();
};
