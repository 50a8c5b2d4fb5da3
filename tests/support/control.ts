/** What `TEST_CONTROL=1` lets a test do to a server. Production refuses to start with it. */
export interface Control {
  /** Moves the server's clock: run on from an instant, stand still at one, go forward by milliseconds, or back to real time. */
  clock(change: { shiftTo: string } | { freeze: string } | { advanceMs: number } | { reset: true }): Promise<void>;
  /** Arms a failpoint by its name: the process kills itself there, or the call throws, once; until `off`, `wait` holds everybody up there for a moment, and `skip` passes over a guard. */
  failpoint(name: string, action: 'kill' | 'throw' | 'wait' | 'hold' | 'skip' | 'off'): Promise<void>;
  /** How many SQL statements requests have run since the server started; what it does in the background is not among them. */
  statements(): Promise<number>;
  /** How many SQL statements `call` costs: the least of some rounds, since the first one may find nothing remembered. */
  costOf(call: () => Promise<unknown>): Promise<number>;
}

/** The control of the server at `url`. Errors: a status other than 2xx, with the answer's text. */
export function controlOf(url: string): Control {
  const call = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${url}/__test/${path}`, { method, headers: { 'content-type': 'application/json' }, body: body === undefined ? undefined : JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} /__test/${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const statements = async (): Promise<number> => ((await call('GET', 'statements')) as { count: number }).count;
  return {
    clock: async (change) => void (await call('POST', 'clock', change)),
    failpoint: async (name, action) => void (await call('POST', 'failpoints', { name, action })),
    statements,
    costOf: async (asked) => {
      let least = Number.POSITIVE_INFINITY;
      for (let round = 0; round < 4; round += 1) {
        const before = await statements();
        await asked();
        least = Math.min(least, (await statements()) - before);
      }
      return least;
    },
  };
}
