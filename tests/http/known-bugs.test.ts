import { randomUUID } from 'node:crypto';
import { urlOf } from '@kepu/api-client';
import type { Problem, Route } from '@kepu/contracts';
import fc from 'fast-check';
import { z } from 'zod';
import { allRoutes, expectedOf, newPerson, visitors } from '../matrix/people.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf, type OpenStore } from '../support/store.js';
import { rawRequest } from './raw-request.js';
import { parametersOf } from './walk.js';

/** Parameters that name nothing, so that whatever got past the check of its input would still change nothing. */
const nowhere = { id: randomUUID(), code: '999999', position: 1, kind: 'totp' };
/** What is secret or about a person: by the name of its column. */
const guarded = /sealed|index$|hash|secret|token|salt|proof|key$|bornOn|phone|email|contact|password|^ip$|userAgent/i;
/** Lists of what everybody who works here knows: their rows belong to no unit. */
const everybodys = ['listDivisions', 'listProgrammes', 'listSharedThings', 'listTeamChoices', 'listTerms', 'listThemeDays', 'listUnits', 'listWorkdays'];

const lists = allRoutes.filter((route) => route.method === 'GET' && !route.file && parametersOf(route).some(({ name }) => name === 'page'));
/** Writes, but for those that take a file. */
const writes = allRoutes.filter((route) => route.method !== 'GET' && !route.upload);
const withBody = writes.flatMap((route) => (route.body ? [{ ...route, body: route.body }] : []));
/** A file and a form are read by their own handlers: what a query may hold is said by the contract all the same. */
const reads = allRoutes.filter((route) => route.method === 'GET' || route.upload);
/** The first of all visitors whom the table of permissions lets in. */
const visitorOf = (route: Route): string | undefined => {
  if (route.access === 'public') return undefined;
  const visitor = visitors.find((one) => one !== 'anonymous' && expectedOf(one, route) === 'in');
  if (!visitor) throw new Error(`Nobody may ask for ${route.path}`);
  return visitor;
};

interface Property { readonly type?: string | readonly string[]; readonly anyOf?: readonly Property[]; readonly oneOf?: readonly Property[]; readonly properties?: Readonly<Record<string, Property>> }
/** Properties of a body that take one value, not a list or an object. */
const scalarsOf = (body: z.ZodType): string[] => {
  const { $ref, $defs, ...whole } = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' });
  const document = ($ref ? $defs?.[$ref.replace('#/$defs/', '')] : whole) as Property | undefined;
  const isScalar = (property: Property): boolean => {
    const parts = property.anyOf ?? property.oneOf;
    return parts ? parts.every(isScalar) : property.type !== undefined && ![property.type].flat().some((type) => type === 'array' || type === 'object');
  };
  return Object.entries(document?.properties ?? {}).filter(([, property]) => isScalar(property)).map(([name]) => name);
};

/** Bugs that systems like this one had, each by its number in docs/known-bugs.md; the others are named there with the tests that catch them. */
eachDatabase('known bugs', (database) => {
  let server: TestServer;
  let store: OpenStore;
  let columns: string[] = [];
  beforeAll(async () => {
    server = await startServer({ database });
    store = await openStoreOf(server);
    columns = [...new Set(store.database.reader.dataSource.entityMetadatas.flatMap((entity) => entity.columns.map(({ propertyName }) => propertyName)))].sort();
    expect(columns.length).toBeGreaterThan(150);
  });
  afterAll(() => store.close());

  const ask = async (route: Route, query: string, body?: unknown, as = visitorOf(route)): Promise<{ status: number; problem: Partial<Problem>; text: string }> => {
    const answer = await server.fetch(`${urlOf(route, { params: nowhere })}${query}`, {
      method: route.method, ...(as ? { as } : {}), ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await answer.text();
    return { status: answer.status, text, problem: answer.headers.get('content-type')?.startsWith('application/problem+json') ? (JSON.parse(text) as Problem) : {} };
  };
  const errorsOf = ({ problem }: { problem: Partial<Problem> }): string[] => (problem.errors ?? []).map(({ path, code }) => `${path} ${code}`);

  it('bug 1: a list is neither filtered nor sorted by what its contract does not name', async () => {
    const secret = columns.filter((column) => guarded.test(column));
    expect(secret).toEqual(expect.arrayContaining(['passwordHash', 'phoneIndex', 'phoneSealed', 'emailSealed', 'tokenHash', 'bornOn', 'searchKey']));
    const taken: string[] = [];
    for (const route of lists) {
      const known = parametersOf(route);
      const sorts = known.find(({ name }) => name === 'sort')?.schema.enum ?? [];
      for (const column of secret.filter((one) => !known.some(({ name }) => name === one))) {
        // Both at once: every wrong part of a query is named.
        const answer = await ask(route, `?${column}=1&sort=-${column}`);
        const wrong = errorsOf(answer);
        if (answer.status !== 400 || !wrong.includes('query unknown_key') || (sorts.length > 0 && !wrong.includes('query.sort not_an_option'))) taken.push(`${route.name} ${column}: ${answer.status} ${wrong.join(', ')}`);
      }
    }
    expect(taken).toEqual([]);
  }, 120_000);

  it('bug 2: no prefix, operator, relation or aggregate makes a key of a query known', async () => {
    const before = ['', 't1.', 'account.', 'a.', 'units.', '$', '_', '__proto__.', 'filter.', 'where.', 'filter[', 'aggregate[', 'groupBy.', 'count(', ' '];
    const after = ['', '[]', '[$in]', '[_in]', '[lookup]', '__contains', '__startswith', '.count', '.length', ')', ']', '[gt]', '$', ' ', ';--', "'", '\u0000'];
    await fc.assert(fc.asyncProperty(fc.nat({ max: lists.length - 1 }), fc.constantFrom(...before), fc.oneof(fc.constantFrom(...columns), fc.string({ minLength: 1, maxLength: 12 })), fc.constantFrom(...after), fc.boolean(), async (at, prefix, name, suffix, asSort) => {
      const route = lists[at]!;
      const key = `${prefix}${name}${suffix}`;
      const known = parametersOf(route);
      const sorts = known.find(({ name: one }) => one === 'sort')?.schema.enum;
      fc.pre(asSort ? sorts !== undefined && !sorts.includes(key) : !known.some(({ name: one }) => one === key));
      const answer = await ask(route, asSort ? `?sort=${encodeURIComponent(key)}` : `?${encodeURIComponent(key)}=1`);
      expect([answer.status, answer.problem.code]).toEqual([400, 'input.invalid']);
      // What is wanted besides is told besides.
      expect(errorsOf(answer).filter((error) => !error.endsWith(' required'))).toEqual([asSort ? expect.stringMatching(/^query\.sort /) : 'query unknown_key']);
      // The answer may say the key back; what stands around it knows no database.
      expect(answer.text.replaceAll(JSON.stringify(key).slice(1, -1), '')).not.toMatch(/sqlite|select |column|syntax/i);
    }), { numRuns: 400 });
  }, 120_000);

  describe('bug 3: nothing is not everything', () => {
    it('an empty list of ids finds no row, or is refused', async () => {
      for (const route of lists.filter((one) => parametersOf(one).some(({ name }) => name === 'ids'))) {
        const answer = await ask(route, '?ids=');
        const { total } = answer.status === 200 ? (JSON.parse(answer.text) as { total: number }) : { total: 0 };
        expect([route.name, [200, 400, 404].includes(answer.status), total]).toEqual([route.name, true, 0]);
      }
    });

    it('whoever speaks for a unit without a part in anything finds rows in the dictionaries alone', async () => {
      const office = await server.client('office');
      const { name: unit } = await office.createUnit({ body: { name: '孤山茶室', fullName: '平阳县孤山茶室', kind: 'institution', divisionCode: '330326' } });
      const { cookie } = await newPerson(server, office, 'apart@demo.kepu', { role: 'liaison', unit });
      const filled: string[] = [];
      for (const route of lists.filter((one) => one.access !== 'public' && one.access !== 'signed-in')) {
        const answer = await server.fetch(urlOf(route, { params: nowhere }), { headers: { cookie } });
        if (answer.status === 200 && ((await answer.json()) as { total: number }).total > 0) filled.push(route.name);
      }
      expect(filled.sort()).toEqual(everybodys);
    });
  });

  describe('bugs 4 and 5: what is looked for is a word, not a statement and not a pattern', () => {
    it.each(["' OR '1'='1", "1') OR 1=1--", "\\' OR 1=1#", '"; DROP TABLE accounts;--', '${7*7}', '.*', '(a+)+$', '^.', '[a-z]', '%', '_', '%%%', '__'])('%s finds what nonsense finds', async (word) => {
      const wrong: string[] = [];
      for (const route of lists.filter((one) => parametersOf(one).some(({ name }) => name === 'q'))) {
        const [answer, nonsense] = [await ask(route, `?q=${encodeURIComponent(word)}`), await ask(route, '?q=zqnonsense')];
        const totalOf = ({ status, text }: typeof answer): number => (status === 200 ? (JSON.parse(text) as { total: number }).total : 0);
        if (answer.status !== nonsense.status || totalOf(answer) !== totalOf(nonsense)) wrong.push(`${route.name}: ${answer.status}, ${totalOf(answer)} instead of ${totalOf(nonsense)}`);
      }
      expect(wrong).toEqual([]);
    });

    it('a word of 6,000 signs is refused, and every other filter takes only what its contract names', async () => {
      const wrong: string[] = [];
      for (const route of lists) {
        for (const { name } of parametersOf(route)) {
          const answer = await ask(route, `?${name}=${encodeURIComponent(name === 'q' ? '(a+)+$'.repeat(1000) : "' OR 1=1--")}`);
          // Three filters of the audit take any word, and find what is called so: nothing.
          if (route.name === 'listAuditEntries' && /^subject|^action/.test(name)) expect([name, (JSON.parse(answer.text) as { total: number }).total]).toEqual([name, 0]);
          else if (answer.status !== 400 || !errorsOf(answer).some((error) => error.startsWith(`query.${name}`))) wrong.push(`${route.name} ${name}: ${answer.status}`);
        }
      }
      expect(wrong).toEqual([]);
    });
  });

  it('bug 7: no write takes a column that its contract does not name', async () => {
    const taken: string[] = [];
    expect(writes.length).toBeGreaterThan(withBody.length + 5);
    for (const route of writes) {
      const answer = await ask(route, '', Object.fromEntries([...columns, 'isAdmin', 'permissions', 'constructor_'].map((column) => [column, 1])));
      if (answer.status !== 400 || !errorsOf(answer).some((error) => /^body(\.\w+)* unknown_key$/.test(error))) taken.push(`${route.name}: ${answer.status} ${errorsOf(answer).slice(0, 4).join(', ')}`);
    }
    expect(taken).toEqual([]);
  });

  it('bug 7: no route, whether it takes anything or nothing, takes a key in its query that its contract does not name', async () => {
    const taken: string[] = [];
    for (const route of [...reads, ...writes]) {
      const answer = await ask(route, '?isAdmin=1&page_=1', route.method === 'GET' || route.upload ? undefined : {});
      if (answer.status !== 400 || !errorsOf(answer).includes('query unknown_key')) taken.push(`${route.name}: ${answer.status} ${errorsOf(answer).join(', ')}`);
    }
    expect(taken).toEqual([]);
  });

  it('bug 7: whoever registers gets nothing that was not asked for', async () => {
    const client = await server.client();
    const office = await server.client('office');
    const choices = await client.getPublicDictionary();
    const person = {
      name: '贾多要', phone: '13700004407', bornOn: '1990-05-05', occupation: 'teacher', unitId: null, countyCode: '330302', topicIds: [choices.topics[0]?.children[0]?.id], availability: '1'.repeat(21), travelLimit: 60, toIslands: false, toMountains: false, password: 'Ouhai-2026-xuan', consent: choices.consentVersion,
    };
    const register = async (more: object) => {
      const answer = await server.fetch('/api/v1/volunteers', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...person, ...more }) });
      return { status: answer.status, problem: (await answer.json()) as Partial<Problem> };
    };
    for (const more of [{ role: 'administrator' }, { grants: [{ role: 'administrator', scopeKind: 'city' }] }, { state: 'active' }, { minutes: 6000 }, { number: 'K000001' }, { registeredBy: randomUUID() }, { id: randomUUID() }, { emailIndex: 'x' }]) {
      const answer = await register(more);
      expect([more, answer.status, errorsOf(answer)]).toEqual([more, 400, ['body unknown_key']]);
    }
    expect((await office.listVolunteers({ query: { q: person.name } })).total).toBe(0);
    // The control: the same without it is a registration.
    expect((await register({})).status).toBe(201);
    expect((await office.listVolunteers({ query: { q: person.name } })).data).toMatchObject([{ name: person.name }]);
  });

  it('bug 17: a list or an object in the place of one value is refused, in every field of every write', async () => {
    const taken: string[] = [];
    let fields = 0;
    for (const route of withBody) {
      const scalars = scalarsOf(route.body);
      fields += scalars.length;
      for (const value of [['a', 'b'], { $ne: '' }]) {
        if (scalars.length === 0) continue;
        const wrong = errorsOf(await ask(route, '', Object.fromEntries(scalars.map((name) => [name, value]))));
        taken.push(...scalars.filter((name) => !wrong.some((error) => error.startsWith(`body.${name} `))).map((name) => `${route.name}.${name}: ${JSON.stringify(value)} ${wrong.join(', ')}`));
      }
    }
    expect(fields).toBeGreaterThan(200);
    expect(taken).toEqual([]);
  });

  it('bug 29: no spelling of a path leaves the folder of what is served', async () => {
    const up = ['../', '..%2f', '%2e%2e/', '%2e%2e%2f', '..%5c', '..\\', '%252e%252e%252f', '....//', '..;/', '%c0%ae%c0%ae/', '.%00./'];
    const places = ['/api/v1/files/', '/assets/', '/admin/', '/admin/assets/', '/'];
    const aims = ['kepu.sqlite', 'package.json', 'keyring.json', 'etc/passwd', 'demo-messages.txt'];
    const cookie = await server.cookie('office');
    const got: string[] = [];
    for (const place of places) for (const step of up) for (const aim of aims) for (const depth of [1, 6]) {
      const path = `${place}${step.repeat(depth)}${aim}`;
      const { status, text } = await rawRequest(server, 'GET', path, { cookie });
      if (status >= 500 || /SQLite format|"workspaces"|"active"|root:|kepu\.sqlite/.test(text)) got.push(`${path}: ${status} ${text.slice(0, 80)}`);
    }
    expect(got).toEqual([]);
  }, 120_000);
});
