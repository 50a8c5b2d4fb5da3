/**
 * @jest-environment jsdom
 */
import { attachReader } from './reader.js';

const spoken: { text: string; lang: string; onend: (() => void) | null }[] = [];
class Utterance {
  lang = '';
  onend: (() => void) | null = null;
  constructor(readonly text: string) {}
}
const speech = { speak: jest.fn(), cancel: jest.fn() };

const page = (): HTMLButtonElement => {
  document.documentElement.lang = 'en';
  document.body.innerHTML = `<button data-start="Read aloud" data-stop="Stop">Read aloud</button><p>Not this.</p>
    <main><h1>One <span>paper</span></h1><ul><li><h3>Read</h3><p>It is read.</p></li></ul><p lang="zh-CN">一项</p><p>  </p></main>`;
  return document.querySelector('button') ?? document.createElement('button');
};

beforeEach(() => {
  spoken.length = 0;
  speech.speak.mockReset().mockImplementation((utterance: Utterance) => spoken.push(utterance));
  speech.cancel.mockReset();
  Object.assign(globalThis, { SpeechSynthesisUtterance: Utterance });
});

it('shows the button and reads the main part, piece by piece, each in its language', () => {
  const button = page();
  attachReader(button, speech as unknown as SpeechSynthesis);
  expect(button.classList.contains('ready')).toBe(true);
  button.click();
  expect(spoken.map(({ text, lang }) => [text, lang])).toEqual([['One paper', 'en'], ['Read', 'en'], ['It is read.', 'en'], ['一项', 'zh-CN']]);
  expect(button.textContent).toBe('Stop');
});

it('stops when asked, when the end is reached, and when the page goes away', () => {
  const button = page();
  attachReader(button, speech as unknown as SpeechSynthesis);
  button.click();
  button.click();
  expect(button.textContent).toBe('Read aloud');
  expect(speech.cancel).toHaveBeenCalledTimes(2);

  button.click();
  spoken.at(-1)?.onend?.();
  expect(button.textContent).toBe('Read aloud');

  button.click();
  window.dispatchEvent(new Event('pagehide'));
  expect(button.textContent).toBe('Read aloud');
});
