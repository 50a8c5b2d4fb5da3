import type { PublicDictionary } from '@kepu/contracts';
import type { Ask } from './page.js';

/** Whether the API says that there is no such thing. An instance of the client's own error class would be one of another bundle. */
export const isAbsent = (error: unknown): boolean => error instanceof Error && 'status' in error && error.status === 404;

/** What cannot be had, and is no reason to show nothing: its failure is told to whoever runs the server. */
export const orNone = <T>({ report }: Pick<Ask, 'report'>, wanted: Promise<T>): Promise<T | null> => wanted.catch((error: unknown) => {
  if (!isAbsent(error)) report(error);
  return null;
});

/** What public pages choose from, and today's date. */
export const dictionaryOf = (ask: Pick<Ask, 'client'>): Promise<PublicDictionary> => ask.client.getPublicDictionary();

/** The city's name for a page that wants nothing else. */
export const cityOf = async (ask: Ask): Promise<string> => (await orNone(ask, dictionaryOf(ask)))?.cityName ?? '';
