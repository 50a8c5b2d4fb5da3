import type { Client } from '@kepu/api-client';
import { addDays } from '@kepu/domain';
import type { Nomination, PoolSettings } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { refusal, unitIds, until } from './papers.js';

eachDatabase('people who are appointed to pools', (database) => {
  let server: TestServer;
  let [office, liaison, women, county, leader]: Client[] = [];
  let people: { readonly id: string; readonly name: string; readonly client: Client }[];
  let pool: PoolSettings;
  let [today, countyCode, school]: string[] = [];
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
  const because = (one: { id: string; version: number }, reason: string) => ({ params: { id: one.id }, body: { version: one.version, reason } });
  const person = (index: number) => of(people[index]);
  const key = (label: string) => of(pool.questions.find((question) => question.label === label)).key;
  const answers = () => ({ [key('职称')]: '高级', [key('擅长')]: ['天文'] });
  const draft = (index: number, more: Partial<Parameters<Client['createNomination']>[0]['body']> = {}) => of(liaison).createNomination({ body: { poolId: pool.id, volunteerId: person(index).id, words: '讲课受欢迎', answers: answers(), ...more } });
  const recommend = async (index: number, more: Parameters<typeof draft>[1] = {}): Promise<Nomination> => of(liaison).recommendNomination(at(await draft(index, more)));
  const agree = (index: number, one: { id: string }, yes = true) => person(index).client.answerNomination({ params: { id: one.id }, body: { yes } });
  const now = (one: { id: string }) => of(office).getNomination({ params: { id: one.id } });
  const appoint = async (index: number): Promise<Nomination> => {
    const asked = await recommend(index, { consentNote: '本人当面同意' });
    const reviewed = await of(county).reviewNomination(at(asked));
    return of(office).appointNomination({ params: { id: reviewed.id }, body: { version: reviewed.version, toDay: addDays(of(today), 20) } });
  };
  const told = async (client: Client | undefined, kind: string) => (await of(client).listNotices({ query: { perPage: 200 } })).data.filter((one) => one.kind === kind).map((one) => one.link);

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
    [office, liaison, women, county, leader] = await Promise.all(['office', 'liaison', 'liaison-women', 'county', 'leader'].map((name) => server.client(name)));
    const session = await of(county).getSession();
    [today, countyCode] = [session.today, of(session.grants[0]?.scope.id)];
    school = (await of(office).createUnit({ body: { name: '星河学校', fullName: '县星河学校', kind: 'school', divisionCode: of(countyCode), parentId: of((await unitIds(of(office))).get('团市委')) } })).id;
    people = await Promise.all(Array.from({ length: 9 }, async (_, index) => {
      const client = await server.client(`v${String(index + 11).padStart(3, '0')}`);
      const mine = await client.getMyVolunteer();
      await client.updateMyVolunteer({ body: { version: mine.version, unitId: of(school) } });
      return { id: mine.id, name: mine.name, client };
    }));
    pool = await of(office).createPool({
      body: {
        name: '星河讲师团', aliases: ['星河宣讲团'], quota: 6, letterWords: '兹聘请{name}（{unit}）为{pool}成员，自{from}起至{to}止。', numberPattern: '星河聘〔{year}〕{n}号',
        questions: [{ label: '职称', type: 'choice', options: ['初级', '中级', '高级'], required: true }, { label: '擅长', type: 'choices', options: ['天文', '地质'] }],
      },
    });
  });
  afterAll(() => server.stop());

  it('come into pools that the office sets, and a bad setting is told part by part', async () => {
    expect(pool).toMatchObject({ entry: 'appointed', unitsRecommend: true, peopleApply: false, countyReviews: true, quota: 6, places: 6, termMonths: 24, owner: { kind: 'city' }, may: { write: true, appoint: true } });
    expect(await code(of(office).createPool({ body: { name: '星河讲师团' } }))).toBe('pool.name_taken');
    for (const client of [liaison, county, leader]) expect(await code(of(client).createPool({ body: { name: '不行' } }))).toBe('auth.forbidden');
    const bad = await refusal(of(office).updatePool({ params: { id: pool.id }, body: { version: pool.version, letterWords: '给{phone}', numberPattern: '没有序号', questions: [{ label: '甲', type: 'choice', options: ['一'] }] } }));
    expect((bad.errors ?? []).map(({ path, code: which }) => [path, which])).toEqual([['body.questions.0.options', 'options_missing'], ['body.letterWords', 'unknown_placeholder'], ['body.numberPattern', 'number_pattern']]);
    expect(await code(of(office).updatePool({ params: { id: pool.id }, body: { version: pool.version, owner: { kind: 'unit', id: pool.id } } }))).toBe('reference.not_found');
    const changed = await of(office).updatePool({ params: { id: pool.id }, body: { version: pool.version, note: '面向山区' } });
    expect(await code(of(office).updatePool({ params: { id: pool.id }, body: { version: pool.version, note: '迟到' } }))).toBe('version.stale');
    expect(changed.questions.map((question) => question.key)).toEqual(pool.questions.map((question) => question.key));
    expect((await of(office).getPoolHistory({ params: { id: pool.id } })).data.map(({ action }) => action)).toEqual(expect.arrayContaining(['pool.created', 'pool.changed']));
    expect((await of(office).listPools()).data.find(({ name }) => name === '科技志愿者')?.entry).toBe('automatic');
    pool = changed;
  });

  it('are recommended by their unit, agree, are reviewed by the county, appointed by the office, and hold a letter that anybody can check', async () => {
    const one = await draft(0, { answers: {} });
    expect(one).toMatchObject({ state: 'draft', consent: 'asked', own: false, may: { write: true, review: false, appoint: false, withdraw: true } });
    expect(await code(draft(0))).toBe('nomination.open');
    // A draft is the unit's own; what it lacks is told when it is handed in.
    for (const client of [women, county]) expect(await code(of(client).getNomination({ params: { id: one.id } }))).toBe('resource.not_found');
    expect((await person(0).client.getMyPools()).nominations).toEqual([]);
    const lacks = await refusal(of(liaison).recommendNomination(at(one)));
    expect((lacks.errors ?? []).map(({ path, code: which }) => [path, which])).toEqual([[`body.answers.${key('职称')}`, 'required']]);
    const written = await of(liaison).updateNomination({ params: { id: one.id }, body: { version: one.version, answers: answers() } });
    expect(await code(of(women).recommendNomination(at(written)))).toBe('resource.not_found');
    const sent = await of(liaison).recommendNomination(at(written));
    expect(sent).toMatchObject({ state: 'recommended', county: { code: countyCode } });
    await until(() => told(county, 'nomination_recommended'), (links) => links.includes(`/nominations/${one.id}`));
    await until(() => told(person(0).client, 'nomination_consent'), (links) => links.includes('/me#pools'));
    expect(await code(of(office).appointNomination(at(sent)))).toBe('nomination.not_reviewed');
    expect(await code(of(liaison).reviewNomination(at(sent)))).toBe('resource.not_found');
    const reviewed = await of(county).reviewNomination(at(sent));
    expect(await code(of(county).reviewNomination(at(sent)))).toBe('lifecycle.not_allowed');
    expect(await code(of(county).appointNomination(at(reviewed)))).toBe('resource.not_found');
    expect(await code(of(office).appointNomination(at(reviewed)))).toBe('nomination.no_consent');
    expect(await code(agree(1, one))).toBe('resource.not_found');
    await agree(0, one);
    const agreed = await now(one);
    expect(await code(of(office).appointNomination({ params: { id: one.id }, body: { version: agreed.version, fromDay: today, toDay: addDays(of(today), -1) } }))).toBe('input.invalid');
    const done = await of(office).appointNomination(at(agreed));
    expect(done).toMatchObject({ state: 'appointed', decided: {} });
    const [mine] = (await person(0).client.getMyPools()).terms.filter((term) => term.pool.id === pool.id);
    const number = `星河聘〔${of(today).slice(0, 4)}〕1号`;
    expect(mine).toMatchObject({ id: done.termId, state: 'valid', fromDay: today, letter: { number } });
    const term = of(mine);
    for (const [path, as] of [[`/api/v1/me/pool-terms/${term.id}/letter.pdf`, 'v011'], [`/api/v1/pool-terms/${term.id}/letter.pdf`, 'liaison'], [`/api/v1/pool-terms/${term.id}/letter.pdf`, 'office']] as const) {
      const file = await server.fetch(path, { as });
      expect([file.status, file.headers.get('content-type'), Buffer.from(await file.arrayBuffer()).subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
    }
    expect((await server.fetch(`/api/v1/pool-terms/${term.id}/letter.pdf`, { as: 'liaison-women' })).status).toBe(404);
    expect((await server.fetch(`/api/v1/me/pool-terms/${term.id}/letter.pdf`, { as: 'v012' })).status).toBe(404);
    // A stranger.
    const secret = of(new URL(of(term.letter).checkUrl).searchParams.get('code'));
    const check = async (given: string, which = number) => { const answer = await server.fetch(`/api/v1/appointments/${encodeURIComponent(which)}?code=${given}`); return { status: answer.status, body: await answer.json() as Record<string, unknown> }; };
    expect(await check(secret.toLowerCase())).toMatchObject({ status: 200, body: { number, name: `${[...person(0).name][0] ?? ''}*`, pool: '星河讲师团', unit: '星河学校', state: 'valid' } });
    expect(JSON.stringify(await check(secret))).not.toContain(person(0).name);
    expect([(await check('AAAAAAAAAA')).body['code'], (await check(secret, number.replace('1号', '2号'))).body['code'], (await check('')).body['code']]).toEqual(['appointment.unknown', 'appointment.unknown', 'input.invalid']);
    expect(await code(draft(0))).toBe('pool.already_member');
    expect((await of(office).getNominationHistory({ params: { id: one.id } })).data.map(({ action }) => action)).toEqual(expect.arrayContaining(['nomination.created', 'nomination.recommended', 'nomination.reviewed', 'nomination.agreed', 'nomination.appointed']));

    // Held for a while, going on, asked, renewed, left.
    expect(await code(of(liaison).suspendPoolTerm({ params: { id: term.id }, body: { reason: '不行' } }))).toBe('resource.not_found');
    expect(await of(office).suspendPoolTerm({ params: { id: term.id }, body: { reason: '出国访学' } })).toMatchObject({ state: 'suspended', suspended: { reason: '出国访学' } });
    expect((await check(secret)).body['state']).toBe('suspended');
    expect(await of(office).resumePoolTerm({ params: { id: term.id } })).toMatchObject({ state: 'valid', suspended: null });
    expect(await code(of(office).resumePoolTerm({ params: { id: term.id } }))).toBe('lifecycle.not_allowed');
    await of(office).askPoolTerm({ params: { id: term.id } });
    await person(0).client.answerPoolTerm({ params: { id: term.id }, body: { yes: true } });
    expect(await of(office).getPoolTerm({ params: { id: term.id } })).toMatchObject({ willing: true, may: { keep: true } });
    const next = await of(office).renewPoolTerm({ params: { id: term.id }, body: {} });
    expect(next).toMatchObject({ state: 'upcoming', fromDay: addDays(of(term.toDay), 1), letter: { number: number.replace('1号', '2号') } });
    expect(await code(of(office).renewPoolTerm({ params: { id: term.id }, body: {} }))).toBe('pool.already_member');
    await person(0).client.leavePool({ params: { id: term.id } });
    await person(0).client.leavePool({ params: { id: next.id } });
    expect(await code(person(0).client.leavePool({ params: { id: term.id } }))).toBe('lifecycle.not_allowed');
    expect((await check(secret)).body['state']).toBe('ended');
    expect((await of(office).getPoolTermHistory({ params: { id: term.id } })).data.map(({ action }) => action)).toEqual(expect.arrayContaining(['pool_term.created', 'pool_term.suspended', 'pool_term.resumed', 'pool_term.asked', 'pool_term.answered', 'pool_term.renewed', 'pool_term.left']));
  });

  it('may say no, be given back and be declined', async () => {
    const one = await recommend(1);
    const back = await of(county).returnNomination(because(one, '缺少职称证明'));
    expect(back).toMatchObject({ state: 'returned', reason: '缺少职称证明' });
    const again = await of(liaison).recommendNomination(at(back));
    await agree(1, again, false);
    expect(await now(one)).toMatchObject({ state: 'withdrawn', consent: 'refused' });
    expect(await code(agree(1, again))).toBe('lifecycle.not_allowed');
    const two = await recommend(1, { consentNote: '电话同意' });
    expect(two.consent).toBe('on_behalf');
    expect(await code(of(liaison).declineNomination(because(two, '不行')))).toBe('resource.not_found');
    expect(await of(office).declineNomination(because(two, '名额已满'))).toMatchObject({ state: 'declined' });
    const three = await recommend(1);
    expect(await of(liaison).withdrawNomination(at(three))).toMatchObject({ state: 'withdrawn' });
    expect(await code(of(liaison).createNomination({ body: { poolId: pool.id, volunteerId: pool.id } }))).toBe('reference.not_found');
    expect(await code(of(women).createNomination({ body: { poolId: pool.id, volunteerId: person(1).id } }))).toBe('reference.not_found');
    const automatic = of((await of(office).listPools()).data.find(({ entry }) => entry === 'automatic'));
    expect(await code(of(liaison).createNomination({ body: { poolId: automatic.id, volunteerId: person(1).id } }))).toBe('nomination.not_asked');
  });

  it('may apply themselves where a pool lets them', async () => {
    const { client } = person(2);
    expect(await code(client.applyToPool({ body: { poolId: pool.id, answers: answers() } }))).toBe('nomination.not_asked');
    pool = await of(office).updatePool({ params: { id: pool.id }, body: { version: pool.version, peopleApply: true } });
    expect((await client.getMyPools()).open.map(({ name }) => name)).toContain('星河讲师团');
    expect(await code(client.applyToPool({ body: { poolId: pool.id, answers: {} } }))).toBe('input.invalid');
    const applied = of((await client.applyToPool({ body: { poolId: pool.id, answers: answers() } })).nominations[0]);
    expect(applied).toMatchObject({ own: true, state: 'recommended', consent: 'agreed' });
    expect(await code(client.applyToPool({ body: { poolId: pool.id, answers: answers() } }))).toBe('nomination.open');
    expect((await client.withdrawMyNomination({ params: { id: applied.id } })).nominations[0]).toMatchObject({ state: 'withdrawn' });
    expect(await code(client.withdrawMyNomination({ params: { id: applied.id } }))).toBe('lifecycle.not_allowed');
    expect(await code(of(leader).applyToPool({ body: { poolId: pool.id, answers: answers() } }))).toBe('volunteer.required');
  });

  it('are as many as the pool has places, however many are appointed at once, and their letters have no gap', async () => {
    pool = await of(office).updatePool({ params: { id: pool.id }, body: { version: pool.version, quota: 3 } });
    const ready = [];
    for (const index of [3, 4, 5, 6, 7]) ready.push(await of(county).reviewNomination(at(await recommend(index, { consentNote: '本人当面同意' }))));
    expect((await of(office).listPools()).data.find(({ id }) => id === pool.id)?.waiting).toBe(5);
    expect((await of(office).listNominations({ query: { waiting: 'true', poolId: pool.id } })).total).toBe(5);
    const outcomes = await Promise.all(ready.map((one) => of(office).appointNomination(at(one)).then(() => 'appointed', async (error: unknown) => (await refusal(Promise.reject(error as Error))).code)));
    expect([...outcomes].sort()).toEqual(['appointed', 'appointed', 'appointed', 'pool.full', 'pool.full']);
    const { data } = await of(office).listPoolTerms({ query: { poolId: pool.id, current: 'true', perPage: 50 } });
    expect(data.map(({ number }) => number).sort()).toEqual([3, 4, 5].map((n) => `星河聘〔${of(today).slice(0, 4)}〕${n}号`));
    expect(await of(office).getPool({ params: { id: pool.id } })).toMatchObject({ members: 3, places: 0 });
    pool = await of(office).updatePool({ params: { id: pool.id }, body: { version: (await of(office).getPool({ params: { id: pool.id } })).version, quota: null, countyQuota: null } });
  });

  it('are let go by the unit that recommended, beside whoever keeps the pool; by no other unit, and not by the county', async () => {
    const { termId } = await appoint(2);
    const end = { params: { id: of(termId) }, body: { on: of(today), reason: '工作调动' } };
    for (const client of [women, county]) expect(await code(of(client).endPoolTerm(end))).toBe('resource.not_found');
    expect(await code(person(2).client.endPoolTerm(end))).toBe('auth.forbidden');
    expect((await of(liaison).getPoolTerm({ params: end.params })).may).toEqual({ keep: false, end: true });
    expect(await code(of(county).getPoolTerm({ params: end.params }))).toBe('resource.not_found');
    expect(await code(of(liaison).endPoolTerm({ ...end, body: { ...end.body, on: addDays(of(today), 1) } }))).toBe('input.invalid');
    expect(await of(liaison).endPoolTerm(end)).toMatchObject({ id: termId, ended: end.body });
    expect(await code(of(liaison).endPoolTerm(end))).toBe('lifecycle.not_allowed');
    expect(await of(office).getPoolTerm({ params: end.params })).toMatchObject({ state: 'ended', may: { keep: true, end: false } });
    expect((await of(office).getPoolTermHistory({ params: end.params })).data.map(({ action }) => action)).toContain('pool_term.ended');
    await until(() => told(office, 'pool_term_given_up'), (links) => links.includes(`/pool-terms/${of(termId)}`));
    await until(() => told(person(2).client, 'pool_term_ended'), (links) => links.includes('/me#pools'));
    // Whom the office took in by itself, the unit does not let go.
    const own = await of(office).createPoolTerm({ body: { poolId: pool.id, volunteerId: person(2).id, toDay: null } });
    expect(await code(of(liaison).endPoolTerm({ params: { id: own.id }, body: end.body }))).toBe('resource.not_found');
    expect(await of(office).endPoolTerm({ params: { id: own.id }, body: end.body })).toMatchObject({ ended: end.body });
    expect(await told(office, 'pool_term_given_up')).toHaveLength(1);
  });

  it('that are ended do not begin again by a renewal that was made before', async () => {
    const lecturers = of((await of(office).listPools()).data.find(({ name }) => name === '科普讲师团'));
    const term = await of(office).createPoolTerm({ body: { poolId: lecturers.id, volunteerId: person(8).id, toDay: addDays(of(today), 30) } });
    const next = await of(office).renewPoolTerm({ params: { id: term.id }, body: { toDay: addDays(of(today), 60) } });
    const last = await of(office).renewPoolTerm({ params: { id: next.id }, body: {} });
    expect([next.state, last.state]).toEqual(['upcoming', 'upcoming']);
    await of(office).endPoolTerm({ params: { id: term.id }, body: { on: of(today), reason: '调离温州' } });
    for (const { id } of [next, last]) {
      expect(await of(office).getPoolTerm({ params: { id } })).toMatchObject({ state: 'ended', may: { end: false } });
      expect((await of(office).getPoolTermHistory({ params: { id } })).data.map(({ action }) => action)).toContain('pool_term.ended');
    }
  });

  it('are listed for renewal and reminded before their term ends', async () => {
    const one = await appoint(8);
    const term = await of(office).getPoolTerm({ params: { id: of(one.termId) } });
    // Beyond tomorrow's turn at 8:50 whatever the time is now: the demo city has lived through this morning, and its turn is over.
    await server.control.clock({ advanceMs: 34 * 3_600_000 });
    const later = await server.client('office');
    await until(() => told(later, 'pool_term_members_ending'), (links) => links.includes('/pool-renewals'));
    const { data } = await later.listPoolTerms({ query: { poolId: pool.id, due: 'true', sort: 'toDay' } });
    expect(data.map(({ id }) => id)).toContain(term.id);
    const mine = await server.client('v019');
    await until(() => told(mine, 'pool_term_ending'), (links) => links.includes('/me#pools'));
    await later.renewPoolTerm({ params: { id: term.id }, body: {} });
    expect((await later.listPoolTerms({ query: { poolId: pool.id, due: 'true' } })).data.map(({ id }) => id)).not.toContain(term.id);
  });
});
