import type { AnswerOf, ArgumentsOf, Problem, Route, Routes } from '@kepu/contracts';

/** Where requests go. `fetch` is the platform's, or an in-process one when pages are rendered on the server. */
export interface ClientOptions {
  /** Origin of the API, without `/api/v1`; empty in a browser on the same origin. */
  baseUrl?: string;
  fetch?: typeof fetch;
  /** Sent with every request: a cookie, a language. */
  headers?: Readonly<Record<string, string>>;
  /** Parse answers against their schema: on in tests and development, where a wrong shape should be found. */
  parseAnswers?: boolean;
}

/** A refusal. `problem.code` is stable; status 0 means that no answer came. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  constructor(readonly status: number, readonly problem: Problem) {
    super(`${status} ${problem.code}: ${problem.detail}`);
  }
}

/** What `send` has to know of a route. */
export type SentRoute = Pick<Route, 'method' | 'path'> & Partial<Pick<Route, 'upload' | 'file' | 'response' | 'also'>>;

type Call<R extends Route> =
  Partial<ArgumentsOf<R>> extends ArgumentsOf<R>
    ? (input?: ArgumentsOf<R> & CallOptions) => Promise<AnswerOf<R>>
    : (input: ArgumentsOf<R> & CallOptions) => Promise<AnswerOf<R>>;
/** What any call may add. */
export interface CallOptions { idempotencyKey?: string; signal?: AbortSignal }
/** One function per route. A route that answers a file gives the `Response`. */
export type Client = { readonly [N in keyof Routes]: ClientCall<Routes[N]> };
type ClientCall<R extends Route> = 'file' extends keyof R ? (input: ArgumentsOf<R> & CallOptions) => Promise<Response> : Call<R>;

/** The input of any route, untyped. */
export interface AnyInput extends CallOptions { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown; file?: Blob; fileName?: string }

/** The URL of a route below its origin, its parameters and query filled in. Lists in a query are joined by commas. */
export const urlOf = (route: Pick<Route, 'path'>, input: Pick<AnyInput, 'params' | 'query'> = {}): string => {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input.params?.[name])));
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(input.query ?? {})) if (value !== undefined && value !== null) query.set(key, String(value));
  return `/api/v1${path}${query.size > 0 ? `?${query}` : ''}`;
};

const unreachable = (error: unknown): ApiProblem => new ApiProblem(0, {
  type: 'about:blank', title: 'unreachable', status: 0, code: 'server.unavailable', detail: error instanceof Error ? error.message : 'unreachable', requestId: '',
});

/** One request. Errors: `ApiProblem`. */
export const send = async (route: SentRoute, input: AnyInput, options: ClientOptions): Promise<unknown> => {
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers };
  if (input.idempotencyKey) headers['idempotency-key'] = input.idempotencyKey;
  let body: BodyInit | undefined;
  if (input.file) {
    const form = new FormData();
    form.set(route.upload?.field ?? 'file', input.file, input.fileName);
    body = form;
  } else if (input.body !== undefined) {
    headers['content-type'] = 'application/json';
    body = JSON.stringify(input.body);
  }
  const response = await (options.fetch ?? fetch)(`${options.baseUrl ?? ''}${urlOf(route, input)}`, {
    method: route.method, headers, body, signal: input.signal, credentials: 'same-origin',
  }).catch((error: unknown) => { throw unreachable(error); });
  if (!response.ok) {
    const problem = (await response.json().catch(() => null)) as Problem | null;
    throw problem?.code ? new ApiProblem(response.status, problem) : unreachable(new Error(`status ${response.status}`));
  }
  const json = response.status === 204 || (response.headers.get('content-type') ?? '').includes('json');
  if (route.file || !json) return response;
  const answer: unknown = response.status === 204 ? undefined : await response.json();
  if (!options.parseAnswers) return answer;
  return (route.also?.[response.status] ?? route.response)?.parse(answer);
};

/** One function per path, by name. */
export const clientOf = (paths: Readonly<Record<string, readonly [Route['method'], Route['path']]>>, options: ClientOptions): Record<string, (input?: AnyInput) => Promise<unknown>> =>
  Object.fromEntries(Object.entries(paths).map(([name, [method, path]]) => [name, (input: AnyInput = {}) => send({ method, path }, input, options)]));
