import type { ReactNode } from 'react';
import { draw } from '../../dom/draw.js';
import { codeOf, ledAway, told, type Browser } from '../../islands/browser.js';
import { Icon } from '../../layout/icon.js';

/** What every part of the own page knows. */
export interface Own extends Browser {
  readonly today: string;
  /** Says something at a place that is always there, so that it is read out too. */
  readonly announce: (text: string) => void;
  /** What depends on the own sign-ups is asked for again. */
  readonly refresh: () => Promise<void>;
}

/** A failure in the place of what was asked for, with a way to try again. */
const Failed = ({ text, words, again }: { readonly text: string; readonly words: Browser['words']; readonly again: () => void }) => (
  <div className="note note-wrong"><Icon name="alert" /><div><p>{text}</p><button className="button button-soft" type="button" onClick={again}>{words('form.retry')}</button></div></div>
);

/** Asks, and draws what comes: the one part of the page that failed says so, and the others are there. */
export const fill = async <T,>(host: HTMLElement, browser: Browser, ask: () => Promise<T>, view: (answer: T) => ReactNode): Promise<void> => {
  try {
    draw(host, view(await ask()));
  } catch (error) {
    if (codeOf(error) === 'auth.required' && ledAway(error, browser)) return;
    draw(host, <Failed text={told(error, browser.words)} words={browser.words} again={() => void fill(host, browser, ask, view)} />);
  }
};

/** Does something by a button: no second press while it runs, and what went wrong stands beside it. */
export const act = async (button: HTMLButtonElement, browser: Browser, wrong: HTMLElement, run: () => Promise<void>): Promise<void> => {
  button.disabled = true;
  draw(wrong, null);
  try {
    await run();
  } catch (error) {
    if (!ledAway(error, browser)) draw(wrong, <><Icon name="alert" /> {told(error, browser.words)}</>);
  }
  button.disabled = false;
};
