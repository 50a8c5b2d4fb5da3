import { routes, type AnswerOf, type InputOf, type PathName, type Problem, type Route, type Routes } from '@kepu/contracts';

type Handlers = { [N in PathName]?: (input: InputOf<Routes[N]>) => AnswerOf<Routes[N]> | Refusal };
/** What a handler answers where the API would refuse. */
export interface Refusal { refused: Partial<Problem> & Pick<Problem, 'code' | 'status' | 'detail'> }
/** One request as it came in. */
export interface Seen { name: PathName; input: { params?: unknown; query?: unknown; body?: unknown }; headers: Headers }

const matches = (path: string, url: string): Record<string, string> | null => {
  const names: string[] = [];
  const pattern = path.replaceAll('.', '\\.').replaceAll(/:(\w+)/g, (_, name: string) => { names.push(name); return '([^/]+)'; });
  const found = new RegExp(`^/api/v1${pattern}$`).exec(url);
  return found && Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]));
};
const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/**
 * Stands in for the API in tests: what a page sends is parsed by the contracts' own schemas, and so is what it gets back.
 * A request that no handler takes, or that the contract does not allow, throws.
 */
export const fakeApi = (handlers: Handlers): { seen: Seen[]; calls: (name: PathName) => Seen[] } => {
  const seen: Seen[] = [];
  const answer = async (target: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = new URL(String(target), 'http://kepu.test');
    const named = Object.entries(routes).flatMap(([name, route]) => {
      const params = route.method === (init?.method ?? 'GET') ? matches(route.path, url.pathname) : null;
      return params ? [[name as PathName, route as Route, params] as const] : [];
    });
    // `/a/:id` also matches `/a/fixed`: the longer literal wins, as in any router.
    const [first] = named.sort(([, a], [, b]) => a.path.split(':').length - b.path.split(':').length);
    if (!first) throw new Error(`No route for ${init?.method ?? 'GET'} ${url.pathname}`);
    const [name, route, params] = first;
    const handler = handlers[name] as ((input: unknown) => unknown) | undefined;
    if (!handler) throw new Error(`The test has no handler for ${name}`);
    const raw = { query: Object.fromEntries(url.searchParams), body: typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined };
    const input = { params: route.params?.parse(params), query: route.query?.parse(raw.query), body: route.body?.parse(raw.body) };
    seen.push({ name, input: { params, query: raw.query, body: raw.body }, headers: new Headers(init?.headers) });
    const given = handler(input);
    if (typeof given === 'object' && given !== null && 'refused' in given) {
      const { refused } = given as Refusal;
      return json(refused.status, { type: 'about:blank', title: refused.code, requestId: 'test', ...refused });
    }
    return json(route.status ?? 200, route.response?.parse(given));
  };
  // A test's own mistake has to be seen: to the page it looks like a server that does not answer.
  globalThis.fetch = (target, init) => answer(target, init).catch((error: unknown) => {
    console.error(error);
    throw error;
  });
  return { seen, calls: (name) => seen.filter((entry) => entry.name === name) };
};
