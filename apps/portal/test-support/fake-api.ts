import { createClient, type Client } from '@kepu/api-client';
import { errorStatus, routes, type ErrorCode, type InputOf, type Problem, type Route, type Routes } from '@kepu/contracts';
import { label, type LabelParams, type Locale } from '@kepu/contracts/labels';
import type { z } from 'zod';

type RouteName = keyof Routes;
type AnswerIn<R> = R extends { response: infer S extends z.ZodType } ? z.input<S> : never;
/** What a stand-in answers for a route. */
export type Handlers = { readonly [N in RouteName]?: (input: InputOf<Routes[N]>, headers: Headers) => AnswerIn<Routes[N]> | Promise<AnswerIn<Routes[N]>> };
/** A request that arrived, its input as the contract reads it. */
export interface Call { readonly name: RouteName; readonly input: { readonly params: unknown; readonly query: unknown; readonly body: unknown }; readonly headers: Headers }

/** A refusal, as a handler throws it. */
export class Refused extends Error {
  constructor(readonly code: ErrorCode, readonly more: { readonly params?: LabelParams; readonly errors?: NonNullable<Problem['errors']> } = {}) {
    super(code);
  }
}

const table = Object.entries(routes).map(([name, route]) => ({ name: name as RouteName, route: route as Route, pattern: new RegExp(`^/api/v1${route.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`) }));
const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

const problemOf = (code: ErrorCode, locale: Locale, { params, errors }: Refused['more'] = {}): Response => json(errorStatus[code], {
  type: 'about:blank', title: code, status: errorStatus[code], code, detail: label(locale, `errors.${code}`, params), requestId: 'r-1', ...(errors && { errors }), ...(params && { params }),
} satisfies Problem);

/**
 * The API without its inside: every request is read by its contract and every answer must fit it, so that a page that keeps to this keeps to the API.
 * A route without a handler is one that the test did not expect.
 */
export const fakeApi = (handlers: Handlers): { readonly fetch: typeof fetch; readonly calls: Call[]; readonly client: (locale?: Locale) => Client; readonly called: (name: RouteName) => Call[] } => {
  const calls: Call[] = [];
  const answer: typeof fetch = async (address, init) => {
    const url = new URL(String(address instanceof Request ? address.url : address), 'http://api.test');
    const headers = new Headers(init?.headers);
    const locale: Locale = headers.get('accept-language') === 'en' ? 'en' : 'zh-CN';
    const found = table.map((entry) => ({ ...entry, match: entry.pattern.exec(url.pathname) })).find(({ route, match }) => match && route.method === (init?.method ?? 'GET'));
    if (!found?.match) throw new Error(`no contract for ${init?.method} ${url.pathname}`);
    const { name, route } = found;
    const given = { params: { ...found.match.groups }, query: Object.fromEntries(url.searchParams), body: typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined };
    const errors: NonNullable<Problem['errors']> = [];
    const read = (part: 'params' | 'query' | 'body'): unknown => {
      const parsed = route[part]?.safeParse(given[part]);
      if (parsed && !parsed.success) errors.push(...parsed.error.issues.map(({ path, message }) => ({ path: [part, ...path].join('.'), code: 'bad_format', message })));
      return parsed?.data;
    };
    const input = { params: read('params'), query: read('query'), body: read('body') };
    if (errors.length > 0) return problemOf('input.invalid', locale, { params: { count: errors.length }, errors });
    calls.push({ name, input, headers });
    const handler = handlers[name] as ((input: unknown, headers: Headers) => unknown) | undefined;
    if (!handler) throw new Error(`nobody answers ${name}`);
    try {
      return json(route.status ?? 200, route.response?.parse(await handler(input, headers)));
    } catch (error) {
      if (error instanceof Refused) return problemOf(error.code, locale, error.more);
      throw error;
    }
  };
  return { fetch: answer, calls, called: (name) => calls.filter((call) => call.name === name), client: (locale = 'zh-CN') => createClient({ baseUrl: 'http://api.test', fetch: answer, headers: { 'accept-language': locale }, parseAnswers: true }) };
};
