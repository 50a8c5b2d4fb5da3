import { draw, part } from '../dom/draw.js';
import type { Words } from '../wording.js';

/** The digits that are read out on the spot; a scanned code comes by its own page. */
export const CodeForm = ({ words, submit }: { readonly words: Words; readonly submit: (code: string, button: HTMLButtonElement, wrong: HTMLElement) => void }) => (
  <form className="code-form" noValidate onSubmit={(event) => {
    event.preventDefault();
    const form = event.currentTarget;
    const [code, wrong] = [String(new FormData(form).get('code') ?? '').replaceAll(/\s/g, ''), part(form, '.wrong')];
    if (code.length < 6) draw(wrong, words('checkIn.code.short'));
    else submit(code, part<HTMLButtonElement>(form, 'button'), wrong);
  }}>
    <label htmlFor="code">{words('checkIn.code.label')}</label>
    <div className="code-row"><input id="code" name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={12} aria-describedby="code-hint code-wrong" /><button className="button" type="submit">{words('checkIn.code.submit')}</button></div>
    <p className="hint" id="code-hint">{words('checkIn.code.hint')}</p>
    <p className="wrong" id="code-wrong" role="alert" />
  </form>
);
