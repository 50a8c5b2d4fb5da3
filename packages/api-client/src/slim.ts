import { paths } from '@kepu/contracts/paths';
import { clientOf, type Client, type ClientOptions } from './send.js';

export { ApiProblem, urlOf, type CallOptions, type Client, type ClientOptions } from './send.js';

/**
 * The same client for a browser: it knows methods and paths only, so that a page does not load the schemas. Answers are
 * not parsed; an answer that is not JSON is a file and comes as the `Response`.
 * Errors: `ApiProblem`, also when no answer comes.
 */
export const createSlimClient = (options: Omit<ClientOptions, 'parseAnswers'> = {}): Client => clientOf(paths, options) as unknown as Client;
