import { draw } from '../../dom/draw.js';
import { ledAway, told } from '../../islands/browser.js';
import type { Account } from './account.js';

/** Does something by a button. A refusal for want of a fresh proof leads to the proof, any other stands beside the button. */
export const press = async (button: HTMLButtonElement, account: Account, run: () => Promise<void>): Promise<void> => {
  const wrong = button.closest('section')?.querySelector<HTMLElement>('.part-wrong');
  button.disabled = true;
  if (wrong) draw(wrong, null);
  try {
    await run();
  } catch (error) {
    if (!account.prove(error) && !ledAway(error, account) && wrong) draw(wrong, told(error, account.words));
  }
  button.disabled = false;
};
