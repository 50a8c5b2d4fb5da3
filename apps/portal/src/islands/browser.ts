import { ApiProblem, createSiteClient, type Client } from '@kepu/api-client/site';
import type { Locale } from '@kepu/contracts/labels';
import { pathOf } from '../routes.js';
import type { Words } from '../wording.js';
import { wordsOf } from './words.js';

/** What an island is given: tests give other things. */
export interface Browser {
  readonly client: Client; readonly locale: Locale; readonly words: Words;
  /** This page, for the way back. */
  readonly here: () => string;
  readonly go: (address: string) => void;
  readonly memory: Memory;
}

/** What the browser remembers: no right follows from it, it only spares everybody else a question to the server. */
export interface Memory { readonly seemsSignedIn: () => boolean; readonly remember: (signedIn: boolean) => void }

const mark = 'kepu.signed-in';
// A browser may refuse to keep anything: then nothing is remembered, and everything still works.
const quietly = <T>(act: () => T, otherwise: T): T => {
  try {
    return act();
  } catch {
    return otherwise;
  }
};
export const memory: Memory = {
  seemsSignedIn: () => quietly(() => localStorage.getItem(mark) === '1', false),
  remember: (signedIn) => quietly(() => (signedIn ? localStorage.setItem(mark, '1') : localStorage.removeItem(mark)), undefined),
};

/** One value that waits in this tab while somebody is on another page of it. Where the browser keeps nothing, it is there until the page is left. */
export const tabMemory = (key: string): { readonly read: () => string; readonly keep: (value: string) => void; readonly forget: () => void } => {
  let held = '';
  return {
    read: () => held || (quietly(() => sessionStorage.getItem(key), null) ?? ''),
    keep: (value) => {
      held = value;
      quietly(() => sessionStorage.setItem(key, value), undefined);
    },
    forget: () => {
      held = '';
      quietly(() => sessionStorage.removeItem(key), undefined);
    },
  };
};

export const browserOf = (root: HTMLElement): Browser => {
  const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'zh-CN';
  return {
    locale, words: wordsOf(root), memory, client: createSiteClient({ headers: { 'accept-language': locale } }),
    here: () => `${location.pathname}${location.search}${location.hash}`, go: (address) => location.assign(address),
  };
};

/** The code of a refusal, or null for what is none. */
export const codeOf = (error: unknown): string | null => (error instanceof ApiProblem ? error.problem.code : null);

/** What went wrong, in words: the API's own, which say what to do next. What is no refusal is a fault of ours and goes on its way. */
export const told = (error: unknown, words: Words): string => {
  if (!(error instanceof ApiProblem)) throw error;
  return error.status === 0 ? words('offline') : error.problem.detail;
};

/** Leads to the sign-in, or to the registration, and back here; false for any other refusal. */
export const ledAway = (error: unknown, { go, here, locale, memory: remembered }: Browser): boolean => {
  const code = codeOf(error);
  if (code === 'auth.required') remembered.remember(false);
  if (code === 'auth.required' || code === 'auth.password_change_required') go(pathOf('signIn', locale, { query: { next: here() } }));
  else if (code === 'auth.second_factor_required' || code === 'auth.second_factor_setup_required') go(pathOf('second', locale, { query: { next: here() } }));
  else if (code === 'volunteer.required') go(pathOf('register', locale, { query: { next: here() } }));
  else return false;
  return true;
};

/** A key under which a write may be repeated. `randomUUID` is missing where a page is served without https. */
export const newKey = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Where to go on after a sign-in: a page of this site, whatever the address says. */
export const nextOf = (search: string, otherwise: string): string => {
  const next = new URLSearchParams(search).get('next') ?? '';
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next) ? next : otherwise;
};

/** Every island of a kind on this page. */
export const islandsOf = (name: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)];
