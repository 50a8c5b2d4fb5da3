import { createSiteClient } from '@kepu/api-client/site';
import type { Locale } from '@kepu/contracts/labels';
import type { Browser } from '../src/islands/browser.js';
import { wordsOf } from '../src/islands/words.js';
import type { render } from '../src/entry-server.js';
import { fakeApi, type Handlers } from './fake-api.js';

/** The renderer with React, in a test whose own components are those of the browser. */
let found: typeof render | null = null;
const renderer = (): typeof render => {
  if (found) return found;
  jest.dontMock('react/jsx-runtime');
  jest.isolateModules(() => { found = jest.requireActual<{ render: typeof render }>('../src/entry-server.js').render; });
  jest.doMock('react/jsx-runtime', () => jest.requireActual('../src/dom/jsx-runtime.js'));
  if (!found) throw new Error('no renderer');
  return found;
};

/** A page as the server draws it, in a document; its islands are attached by the test, which sees where they would lead. */
export const openPage = async (url: string, handlers: Handlers, { signedIn = false }: { signedIn?: boolean } = {}) => {
  const api = fakeApi(handlers);
  const locale: Locale = url.startsWith('/en') ? 'en' : 'zh-CN';
  const report = (error: unknown): never => { throw error; };
  const { html } = await renderer()({ url, client: api.client(locale), locale, theme: 'standard', publicUrl: 'https://kepu.example', site: { contact: '0577-1' }, report });
  document.documentElement.lang = locale;
  document.body.innerHTML = html;
  api.calls.length = 0;
  const go = jest.fn();
  const memory = { seemsSignedIn: () => signedIn, remember: jest.fn() };
  const browser = (root: HTMLElement): Browser => ({
    locale, go, memory, words: wordsOf(root), here: () => url, client: createSiteClient({ baseUrl: 'http://api.test', fetch: api.fetch, headers: { 'accept-language': locale } }),
  });
  return { ...api, go, memory, browser, island: (name: string): HTMLElement => get(`[data-island="${name}"]`) };
};

/** The one element that fits. */
export const get = <T extends Element = HTMLElement>(selector: string, root: ParentNode = document): T => {
  const found = [...root.querySelectorAll<T>(selector)];
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} of ${selector}`);
  return found[0];
};
/** The button, link or label of these words. */
export const named = <T extends HTMLElement = HTMLButtonElement>(words: string, root: ParentNode = document): T => {
  const found = [...root.querySelectorAll<T>('button, a, summary, label')].filter((element) => element.textContent?.trim() === words);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} named ${words}`);
  return found[0];
};
/** What a reader sees. */
export const textIn = (selector: string): string => (get(selector).textContent ?? '').replaceAll(/\s+/g, ' ').trim();
/** Types into a field, as a person does: the field hears of it. */
export const type = (selector: string, value: string): void => {
  const field = get<HTMLInputElement>(selector);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
};
export const tick = (selector: string): void => get<HTMLInputElement>(selector).click();
export const submit = (selector: string): void => void get<HTMLFormElement>(selector).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));

/** Waits for what answers bring about; the condition's own failure is the test's. */
export const until = async (condition: () => void): Promise<void> => {
  for (const deadline = Date.now() + 5_000; ; ) {
    try {
      return condition();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => { setTimeout(resolve, 0); });
    }
  }
};
