import { routes, type Route } from '@kepu/contracts';
import { send, type AnyInput, type Client, type ClientOptions } from './send.js';

export { ApiProblem, urlOf, type CallOptions, type Client, type ClientOptions } from './send.js';

/**
 * A client with one typed function per route: `client.getPlan({ params: { id } })`.
 * Errors: `ApiProblem`, also when no answer comes.
 */
export const createClient = (options: ClientOptions = {}): Client =>
  Object.fromEntries(Object.entries(routes).map(([name, route]) => [name, (input: AnyInput = {}) => send(route as Route, input, options)])) as unknown as Client;
