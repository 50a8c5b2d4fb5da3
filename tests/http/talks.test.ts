import type { Client } from '@kepu/api-client';
import type { MyTalk } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { refusal, until } from './papers.js';

eachDatabase('the menu of talks', (database) => {
  let server: TestServer;
  let [office, county, liaison, reader, lecturer, other, anybody]: Client[] = [];
  let [poolId, lecturerId, termId, today]: string[] = [];
  let content: { poolId: string; title: string; summary: string; topicIds: string[]; audienceIds: string[]; minutes: number };
  let talk: MyTalk;
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
  const because = ({ id, version }: { id: string; version: number }, reason: string) => ({ params: { id }, body: { version, reason } });
  const menu = async (query: NonNullable<Parameters<Client['listPublicTalks']>[0]>['query'] = {}) => (await of(anybody).listPublicTalks({ query: { poolId: of(poolId), ...query } })).data;
  const told = async (client: Client | undefined, kind: string) => (await of(client).listNotices({ query: { perPage: 200 } })).data.filter((one) => one.kind === kind).map((one) => one.link);
  const now = () => of(office).getTalk({ params: { id: talk.id } });

  beforeAll(async () => {
    server = await startServer({ database });
    [office, county, liaison, reader, lecturer, other] = await Promise.all(['office', 'county', 'liaison', 'reader', 'v011', 'v012'].map((name) => server.client(name)));
    anybody = await server.client();
    today = (await of(office).getSession()).today;
    lecturerId = (await of(lecturer).getMyVolunteer()).id;
    poolId = (await of(office).createPool({ body: { name: '星河宣讲团', countyReviews: false, letter: false, menu: true, menuNames: true } })).id;
    const { topics, audiences } = await of(anybody).getPublicDictionary();
    content = { poolId, title: '星空下的温州', summary: '带大家认识四季星空。', topicIds: [of(topics[0]?.children[0]).id], audienceIds: [of(audiences[0]).id], minutes: 60 };
  });
  afterAll(() => server.stop());

  it('is written for by lecturers in term alone, and published by whoever keeps the pool', async () => {
    expect(await code(of(lecturer).createMyTalk({ body: content }))).toBe('talk.no_term');
    expect((await of(lecturer).getMyTalks()).pools.map(({ id }) => id)).not.toContain(poolId);
    termId = (await of(office).createPoolTerm({ body: { poolId: of(poolId), volunteerId: of(lecturerId) } })).id;
    expect((await of(lecturer).getMyTalks()).pools).toContainEqual({ id: poolId, name: '星河宣讲团', namesShown: true });
    expect(await code(of(lecturer).createMyTalk({ body: { ...content, topicIds: content.audienceIds } }))).toBe('reference.not_found');
    const draft = await of(lecturer).createMyTalk({ body: { ...content, months: [11, 12, 1], languages: ['mandarin', 'wenzhou'], equipment: ['projector'], needs: '能关灯' } });
    expect(draft).toMatchObject({ state: 'draft', months: [1, 11, 12], languages: ['mandarin', 'wenzhou'], equipment: ['projector'], onMenu: false, nameShown: false });
    // A draft is the lecturer's own.
    for (const client of [office, county, reader]) expect(await code(of(client).getTalk({ params: { id: draft.id } }))).toBe('resource.not_found');
    for (const call of [() => of(other).updateMyTalk({ params: { id: draft.id }, body: { version: 1, title: '别人的' } }), () => of(other).submitMyTalk(at(draft))]) expect(await code(call())).toBe('resource.not_found');
    const sent = await of(lecturer).submitMyTalk(at(draft));
    await until(() => told(office, 'talk_submitted'), (links) => links.includes(`/talks/${draft.id}`));
    expect(await code(of(lecturer).submitMyTalk(at(sent)))).toBe('lifecycle.not_allowed');
    expect(await code(of(lecturer).updateMyTalk({ params: { id: sent.id }, body: { version: sent.version, title: '改不了' } }))).toBe('lifecycle.not_allowed');
    expect(await of(reader).getTalk({ params: { id: sent.id } })).toMatchObject({ state: 'submitted', may: { write: false, publish: false } });
    expect(await code(of(reader).publishTalk(at(sent)))).toBe('auth.forbidden');
    // A unit with which the lecturer has nothing to do.
    expect(await code(of(liaison).publishTalk(at(sent)))).toBe('resource.not_found');
    expect(await code(of(office).publishTalk({ params: { id: sent.id }, body: { version: 1 } }))).toBe('version.stale');
    const back = await of(office).returnTalk(because(sent, '请写明适合几年级'));
    expect((await of(lecturer).getMyTalks()).data.find(({ id }) => id === sent.id)).toMatchObject({ state: 'returned', returned: { reason: '请写明适合几年级' } });
    await until(() => told(lecturer, 'talk_returned'), (links) => links.includes('/me/talks'));
    const mended = await of(lecturer).updateMyTalk({ params: { id: back.id }, body: { version: back.version, summary: '带四年级以上的同学认识四季星空。' } });
    expect(await menu()).toEqual([]);
    const again = await of(lecturer).submitMyTalk(at(mended));
    const out = await of(office).publishTalk(at(again));
    expect(out).toMatchObject({ state: 'published', onMenu: true, hidden: null, publishedBy: '温建国', may: { write: true, publish: true } });
    expect((await of(office).getTalkHistory({ params: { id: out.id } })).data.map(({ action }) => action)).toEqual(expect.arrayContaining(['talk.created', 'talk.submitted', 'talk.returned', 'talk.changed', 'talk.published']));
    expect(await code(of(lecturer).deleteMyTalk({ params: { id: out.id } }))).toBe('talk.was_published');
    talk = of((await of(lecturer).getMyTalks()).data.find(({ id }) => id === out.id));
  });

  it('is read by anybody, found by what one looks for, and names nobody who did not agree', async () => {
    const [row] = await menu();
    expect(row).toMatchObject({ id: talk.id, title: '星空下的温州', lecturer: null, rating: null });
    const raw = JSON.stringify(await of(anybody).getPublicTalk({ params: { id: talk.id } }));
    expect(raw).not.toContain(of(lecturerId));
    const found = async (query: Parameters<typeof menu>[0]) => (await menu(query)).length;
    expect([await found({ q: 'xkxd' }), await found({ q: '四季' }), await found({ q: '月球' }), await found({ topicId: of(content.topicIds[0]) }), await found({ audienceId: of(content.audienceIds[0]) }), await found({ audienceId: of(content.topicIds[0]) })]).toEqual([1, 1, 0, 1, 1, 0]);
    expect([await found({ language: 'wenzhou' }), await found({ language: 'english' }), await found({ longest: 60 }), await found({ longest: 45 }), await found({ month: 12 }), await found({ month: 6 })]).toEqual([1, 0, 1, 0, 1, 0]);
    const name = (await of(lecturer).getSession()).account.name;
    expect(await found({ q: name })).toBe(0);
    const agreed = await of(lecturer).updateMyTalk({ params: { id: talk.id }, body: { version: talk.version, nameShown: true } });
    // Whether one is named changes at once, and nothing is looked at again for it.
    expect([agreed.state, (await menu())[0]?.lecturer?.name]).toEqual(['published', name]);
    expect(await found({ q: name })).toBe(0);
    const pool = await of(office).getPool({ params: { id: of(poolId) } });
    await of(office).updatePool({ params: { id: of(poolId) }, body: { version: pool.version, menuNames: false } });
    expect((await menu())[0]?.lecturer).toBeNull();
    expect(await of(anybody).getTalkMenuShare({ query: { talkId: talk.id } })).toMatchObject({ url: expect.stringMatching(new RegExp(`/talks/${talk.id}$`)), qr: expect.stringContaining('<svg') });
    expect(await code(of(anybody).getTalkMenuShare({ query: { talkId: of(poolId) } }))).toBe('resource.not_found');
    const page = await (await server.fetch(`/talks/${talk.id}`)).text();
    expect(page).toContain('星空下的温州');
    expect(page).not.toContain(name);
    expect(await (await server.fetch('/sitemap.xml')).text()).toContain(`/talks/${talk.id}`);
    const sheet = await server.fetch(`/api/v1/talks/export.xlsx?poolId=${of(poolId)}`, { as: 'office' });
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
    expect((await server.fetch('/api/v1/talks/export.xlsx', { as: 'v012' })).status).toBe(403);
  });

  it('hides what a lecturer cannot give: a term that is held, over or left, and a pool without a menu', async () => {
    const gone = async (hidden: string) => { expect([await menu(), await code(of(anybody).getPublicTalk({ params: { id: talk.id } })), (await now()).hidden]).toEqual([[], 'resource.not_found', hidden]); };
    await of(office).suspendPoolTerm({ params: { id: of(termId) }, body: { reason: '出国访学' } });
    await gone('suspended');
    await of(office).resumePoolTerm({ params: { id: of(termId) } });
    expect(await menu()).toHaveLength(1);
    const set = async (shown: boolean) => { const pool = await of(office).getPool({ params: { id: of(poolId) } }); await of(office).updatePool({ params: { id: of(poolId) }, body: { version: pool.version, menu: shown } }); };
    await set(false);
    await gone('pool');
    await set(true);
    await of(lecturer).leavePool({ params: { id: of(termId) } });
    await gone('term');
    const draft = of((await of(lecturer).getMyTalks()).data.find(({ id }) => id === talk.id));
    const changed = await of(lecturer).updateMyTalk({ params: { id: talk.id }, body: { version: draft.version, minutes: 45 } });
    // Out of the pool one keeps one's words, and hands nothing in.
    expect([changed.state, await code(of(lecturer).submitMyTalk(at(changed)))]).toEqual(['draft', 'talk.no_term']);
    termId = (await of(office).createPoolTerm({ body: { poolId: of(poolId), volunteerId: of(lecturerId), fromDay: of(today), toDay: addDays(of(today), 30) } })).id;
    const back = await of(office).publishTalk(at(await of(lecturer).submitMyTalk(at(changed))));
    expect(await menu()).toHaveLength(1);
    const off = await of(office).withdrawTalk(because(back, '本季不安排'));
    expect([await menu(), off.state]).toEqual([[], 'withdrawn']);
    const own = of((await of(lecturer).getMyTalks()).data.find(({ id }) => id === talk.id));
    expect(own.withdrawn?.reason).toBe('本季不安排');
  });

  it('is taken back into waiting by whoever decided, against the version that the decision left', async () => {
    const out = of((await of(lecturer).getMyTalks()).data.find(({ id }) => id === talk.id));
    const sent = await of(lecturer).submitMyTalk(at(out));
    const published = await of(office).publishTalk(at(sent));
    expect(await menu()).toHaveLength(1);
    expect(await code(of(lecturer).undoTalk(at(published)))).toBe('auth.forbidden');
    expect(await code(of(office).undoTalk(at(sent)))).toBe('version.stale');
    const waiting = await of(office).undoTalk(at(published));
    // That it stood on the menu stays written down: it may have been ordered meanwhile.
    expect([await menu(), waiting.state, waiting.publishedAt]).toEqual([[], 'submitted', published.publishedAt]);
    await until(() => told(lecturer, 'talk_undone'), (links) => links.includes('/me/talks'));
    expect(await code(of(office).undoTalk(at(waiting)))).toBe('lifecycle.not_allowed');
    const back = await of(office).undoTalk(at(await of(office).returnTalk(because(waiting, '按错了'))));
    expect([back.state, back.returned]).toEqual(['submitted', null]);
    const late = await of(office).publishTalk(at(back));
    await server.control.clock({ advanceMs: 11 * 60_000 });
    expect(await code(of(office).undoTalk(at(late)))).toBe('undo.over');
    await server.control.clock({ reset: true });
    expect((await of(office).getTalkHistory({ params: { id: talk.id } })).data.map(({ action }) => action)).toContain('talk.undone');
    await of(office).withdrawTalk(because(late, '本季不安排'));
  });

  it('is written by staff for lecturers in their reach, corrected on the menu by whoever keeps the pool, and left by the lecturer at once', async () => {
    const given = { ...content, title: '防震减灾', lecturerId: of(lecturerId) };
    expect(await code(of(liaison).createTalk({ body: given }))).toBe('reference.not_found');
    expect(await code(of(office).createTalk({ body: { ...given, lecturerId: (await of(other).getMyVolunteer()).id } }))).toBe('talk.no_term');
    const made = await of(office).createTalk({ body: given });
    expect(made).toMatchObject({ state: 'draft', byStaff: true, nameShown: false });
    const out = await of(office).publishTalk(at(await of(office).submitTalk(at(made))));
    await until(() => told(lecturer, 'talk_published'), (links) => links.length > 0);
    const fixed = await of(office).updateTalk({ params: { id: out.id }, body: { version: out.version, title: '防震减灾第一课' } });
    expect([fixed.state, (await menu()).map(({ title }) => title)]).toEqual(['published', ['防震减灾第一课']]);
    // Of two who take it off the menu at the same moment, one does.
    const both = await Promise.allSettled([of(office).withdrawTalk(because(fixed, '甲')), of(lecturer).withdrawMyTalk(at(fixed))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await menu()).toEqual([]);
  });
});
