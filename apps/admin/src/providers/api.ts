import { createSlimClient, type Client } from '@kepu/api-client/slim';
import { currentLocale } from './locale.js';

const speak: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('accept-language', currentLocale());
  return fetch(input, { ...init, headers });
};

/** The API, one typed function per route. */
export const api: Client = createSlimClient({ fetch: speak });
