import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { plant, type Planted } from '../http/planting.js';
import { addressesOf, attemptsOf, walk, type Ground } from '../http/walk.js';
import { cookiesOf, visitors as staff } from './people.js';

/** What there is to know of a child. The first four are the child's own; the rest is what was said of it where it signed up and where its record was asked for. */
const facts = ['child', 'childBorn', 'childDocument', 'ownerPhone', 'childnote', 'childleaves', 'record'] as const;
type Fact = (typeof facts)[number];
/** Those of the table of permissions, and with them: the child's guardian, somebody else's, and the office of the county where the child lives. `liaison` and `publisher` are of the unit whose activity it is. */
const visitors = [...staff, 'guardian', 'other-guardian', 'home-county'] as const;
type Visitor = (typeof visitors)[number];

/** Who may know what, whatever is asked. Whoever is not named here knows nothing. */
const known: Partial<Record<Visitor, readonly Fact[]>> = {
  guardian: ['child', 'childBorn', 'ownerPhone', 'childnote', 'childleaves', 'record'],
  // For whom somebody else approved it, for a day.
  office: ['child', 'childBorn', 'childnote', 'childleaves', 'record'],
  editor: ['childnote', 'childleaves', 'record'], leader: ['record'], reader: ['record'],
  liaison: ['childnote', 'childleaves'], publisher: ['childnote', 'childleaves'],
};
/** Whose word changes nothing for this child. */
const powerless: readonly Visitor[] = ['anonymous', 'student', 'disabled', 'other-guardian', 'liaison-women', 'county', 'reader'];

/** Every route before every visitor, about one child. */
eachDatabase('a child’s data', (database) => {
  let server: TestServer;
  let planted: Planted;
  let ground: Ground;
  let cookies: ReadonlyMap<Visitor, string>;
  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '168' } });
    const inFront = await cookiesOf(server, await server.client('office'));
    planted = await plant(server);
    ground = { ...planted.ground, ids: { ...planted.ground.ids, ...planted.minors } };
    cookies = new Map<Visitor, string>([...inFront, ['guardian', planted.cookies.owner], ['other-guardian', planted.cookies.elder], ['home-county', planted.cookies.home]]);
  }, 600_000);

  it.each(visitors)('tells %s what the table says, by all routes together', async (visitor) => {
    const told = new Map<string, string>();
    const broken: string[] = [];
    // Whoever knows nothing is a stranger, whose every filter the walk of markers tries about this child too.
    await walk(server, cookies.get(visitor) ?? '', addressesOf(ground, { plain: known[visitor] === undefined }), ({ address, status, said }) => {
      if (status === 429 || status >= 500) broken.push(`${address}: ${status}`);
      for (const key of planted.markers.find(said)) if (!told.has(key)) told.set(key, address);
    });
    expect(broken).toEqual([]);
    const knows = facts.filter((fact) => told.has(fact));
    expect(Object.fromEntries(knows.map((fact) => [fact, known[visitor]?.includes(fact) ? 'may know' : told.get(fact)]))).toEqual(Object.fromEntries((known[visitor] ?? []).map((fact) => [fact, 'may know'])));
  }, 300_000);

  it('is not changed by those who have no part in it, whatever they send', async () => {
    const guardian = async (): Promise<string[]> => {
      const answers: string[] = [];
      await walk(server, planted.cookies.owner, ['/api/v1/me/family', '/api/v1/me/activity-consents', ...(planted.minors.children ?? []).flatMap((id) => ['', '/signups', '/deletion', '/real-name'].map((part) => `/api/v1/me/children/${id}${part}`))], ({ address, status, body }) => answers.push(`${address} ${status} ${body.replaceAll(/"(?:at|generatedAt|lastSeenAt|requestId)":"[^"]*"/g, '')}`));
      return answers.sort();
    };
    const before = await guardian();
    expect(before.filter((answer) => / 200 /.test(answer))).toHaveLength(before.length);
    const done: string[] = [];
    for (const visitor of powerless) {
      for (const { method, address, body } of attemptsOf(ground)) {
        if (!Object.values(planted.minors).flat().some((id) => address.includes(id))) continue;
        await walk(server, cookies.get(visitor) ?? '', [address], ({ status, said }) => {
          // Whoever is a volunteer may sign up for what is open, for oneself.
          if (status < 400 && /\/positions\/[^/]+\/signups$/.test(address)) return;
          if (status < 400 || status === 429 || status >= 500) done.push(`${visitor} ${method} ${address} ${body}: ${status}`);
          const told = planted.markers.find(said).filter((key) => facts.some((fact) => fact === key) && !known[visitor]?.some((fact) => fact === key));
          if (told.length > 0) done.push(`${visitor} ${method} ${address} ${body} tells ${told.join(', ')}`);
        }, { method, ...(body === null ? {} : { body, headers: { 'content-type': 'application/json' } }) });
      }
    }
    expect(done).toEqual([]);
    expect(await guardian()).toEqual(before);
  }, 300_000);
});
