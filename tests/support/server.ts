import { createClient, type Client } from '@kepu/api-client';
import { controlOf, type Control } from './control.js';
import type { Engine } from './engines.js';
import { freePort, ServerProcess } from './server-process.js';
import { demoPassword, openStore, serverEntry, testEnvironment } from './template.js';

/** How a suite wants its server. */
export interface ServerOptions {
  database: Engine;
  /** Added to the environment, or put in place of ours. */
  env?: Record<string, string>;
  /** A store without the demo city, migrated by this very start. */
  empty?: boolean;
}

/** A running server with a store of its own, removed after the suite. */
export interface TestServer {
  readonly url: string;
  readonly dataDir: string;
  /** `DATABASE_URL` on MariaDB, undefined on SQLite. */
  readonly databaseUrl: string | undefined;
  readonly process: ServerProcess;
  readonly control: Control;
  /** A typed client, signed in where an account is named: `client('office')` is `office@demo.kepu`. */
  client(account?: string): Promise<Client>;
  /** The `Cookie` header of an account, for requests that no client would send. */
  cookie(account: string): Promise<string>;
  /** A request to a path below the origin, as it is. */
  fetch(path: string, init?: RequestInit & { as?: string }): Promise<Response>;
  stop(): Promise<number | null>;
  kill9(): Promise<void>;
  /** Starts again on the same store and port, stopping first if it still runs. */
  restart(env?: Record<string, string>): Promise<void>;
}

const started = new Set<{ process: ServerProcess; remove: () => Promise<void> }>();
let ended = false;

/** Starts the built server on a copy of the template. It is stopped, and its store removed, after the suite. Errors: once the suite has ended. */
export async function startServer({ database, env = {}, empty = false }: ServerOptions): Promise<TestServer> {
  const store = await openStore(database, { empty });
  // A hook that took too long goes on beside what follows it. Nobody would stop its server, and the run would wait for it without end.
  if (ended) {
    await store.remove();
    throw new Error('The suite has ended.');
  }
  const server = new ServerProcess({ entry: serverEntry, port: await freePort(), env: testEnvironment({ ...store.env, ...env }) });
  started.add({ process: server, remove: store.remove });
  await server.start();

  const cookies = new Map<string, string>();
  const cookie = async (account: string): Promise<string> => {
    const known = cookies.get(account);
    if (known) return known;
    const signedIn = await signIn(server.url, account);
    cookies.set(account, signedIn);
    return signedIn;
  };

  return {
    url: server.url,
    dataDir: store.folder,
    databaseUrl: store.env['DATABASE_URL'],
    process: server,
    control: controlOf(server.url),
    client: async (account) => createClient({ baseUrl: server.url, parseAnswers: true, headers: account ? { cookie: await cookie(account) } : {} }),
    cookie,
    fetch: async (path, { as, ...init } = {}) => {
      const headers = new Headers(init.headers);
      if (as) headers.set('cookie', await cookie(as));
      return fetch(`${server.url}${path}`, { redirect: 'manual', ...init, headers });
    },
    stop: () => server.stop(),
    kill9: () => server.kill9(),
    restart: async (more = {}) => {
      await server.stop();
      await server.start(more);
    },
  };
}

/** The `Cookie` header of a fresh session. */
export async function signIn(url: string, account: string, password = demoPassword): Promise<string> {
  const identifier = account.includes('@') ? account : `${account}@demo.kepu`;
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ identifier, password }),
  });
  if (!answer.ok) throw new Error(`${identifier} could not sign in: ${answer.status} ${await answer.text()}`);
  await answer.body?.cancel();
  return answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
}

/** Stops every server of this suite and removes what it stored. */
export async function stopServers(): Promise<void> {
  ended = true;
  for (const entry of started) {
    started.delete(entry);
    try {
      await entry.process.stop();
    } finally {
      await entry.remove();
    }
  }
}

/** What the servers of this suite wrote since the last failed test. */
export function unreadLogs(): string {
  return [...started].map(({ process }) => process.unreadLog()).filter((text) => text !== '').join('\n');
}
