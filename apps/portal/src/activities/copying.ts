import { part } from '../dom/draw.js';
import type { Words } from '../wording.js';

const byHand = (text: string): boolean => {
  const area = Object.assign(document.createElement('textarea'), { value: text, readOnly: true, className: 'unseen' });
  document.body.append(area);
  area.select();
  // Deprecated, and the only way in pages without https and in older browsers inside other apps.
  const done = typeof document.execCommand === 'function' && document.execCommand('copy');
  area.remove();
  return done;
};

/** Puts a text where it can be pasted from. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return byHand(text);
  }
};

/** Lets the share block's button copy its text, and say so. */
export const attachCopy = (root: HTMLElement, words: Words): void => {
  const button = root.querySelector<HTMLButtonElement>('button.copy');
  button?.addEventListener('click', () => {
    void copyText(button.dataset['text'] ?? '').then((done) => { part(root, '.copied').textContent = words(done ? 'activity.copied' : 'activity.copyFailed'); });
  });
};
