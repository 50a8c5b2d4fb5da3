import { sitePaths } from '@kepu/contracts/site-paths';
import { clientOf, type Client as WholeClient, type ClientOptions } from './send.js';

export { ApiProblem, type CallOptions, type ClientOptions } from './send.js';
/** What pages for citizens call. */
export type Client = Pick<WholeClient, keyof typeof sitePaths>;

/** The slim client with the routes that pages for citizens call: paths are most of its weight. Errors: as those of the slim one. */
export const createSiteClient = (options: Omit<ClientOptions, 'parseAnswers'> = {}): Client => clientOf(sitePaths, options) as unknown as Client;
