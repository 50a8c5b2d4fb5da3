import { createClient, type Client } from '@kepu/api-client';
import type { Locale } from '@kepu/contracts/labels';
import { pathOf, type PageName } from '../../apps/portal/src/routes.js';
import { changeRows, readRows } from '../../apps/api/src/platform/database/index.js';
import { newPerson } from '../matrix/people.js';
import { eachDatabase } from '../support/engines.js';
import { signIn, startServer, type TestServer } from '../support/server.js';
import { openStoreOf } from '../support/store.js';
import { furnishActivities, type ActivityRoom } from './activity-room.js';
import { keptBy } from './kept.js';
import { refusal, until } from './papers.js';
import { pagesOf, type Ground } from './walk.js';

const DAY_MS = 86_400_000;
const tokenOf = (link: string): string => link.slice(link.indexOf('#') + 1);
const code = async (call: Promise<unknown>): Promise<string> => (await refusal(call)).code;

/** A7: an entry for complaints on every page, and an answer within a time, by somebody else than whom they are about. */
eachDatabase('complaints', (database) => {
  let server: TestServer;
  let room: ActivityRoom;
  let activityId: string;
  const clientOf = (cookie: string): Client => createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie } });
  const noticesOf = async (client: Client, kind: string) => (await client.listNotices({ query: { perPage: 200 } })).data.filter((notice) => notice.kind === kind);
  const complain = (more: Partial<Parameters<Client['createComplaint']>[0]['body']> = {}) => room.anyone.createComplaint({ body: { kind: 'false_hours', text: '没有到场的人也记了两小时。', about: `/activities/${activityId}`, ...more } });
  const rowOf = async (client: Client, number: string) => {
    const [row] = (await client.listComplaints({ query: { q: number } })).data;
    if (!row) throw new Error(`${number} is not there`);
    return row;
  };
  beforeAll(async () => {
    server = await startServer({ database });
    room = await furnishActivities(server);
    const [town] = (await room.office.listDivisions({ query: { parentCode: '330326', perPage: 1 } })).data;
    activityId = (await room.open({ countyCode: '330326', townshipCode: town?.code ?? null })).id;
  });

  it('are made by anybody without a name, reach the county, and are answered where the link shows it', async () => {
    const { county, office, league, below, reader, anyone } = room;
    const made = await complain();
    expect(made).toMatchObject({ state: 'open', number: expect.stringMatching(/^TS\d{8}-\d{4}$/) as string, answer: null, disputed: null, review: null });
    expect(made.link).toMatch(/\/complaints\/status#[\w-]{43}$/);
    // 15 workdays are at least 19 days.
    expect(made.daysLeft).toBeGreaterThanOrEqual(19);
    const row = await rowOf(county, made.number);
    expect(row).toMatchObject({ level: 'county', county: { code: '330326' }, unit: { id: room.unitId }, name: null, contact: null, mayAnswer: true });
    expect((await rowOf(office, made.number)).mayAnswer).toBe(true);
    for (const client of [below, league, reader]) expect(await code(client.getComplaint({ params: { id: row.id } }))).toBe('auth.forbidden');
    expect((await until(() => noticesOf(county, 'complaint_made'), (found) => found.length > 0))[0]).toMatchObject({ link: `/complaints/${row.id}`, params: { number: made.number } });
    expect(await noticesOf(league, 'complaint_made')).toEqual([]);
    expect((await county.getDesk()).complaintsToAnswer).toMatchObject({ count: 1, first: [{ id: row.id, number: made.number }] });
    expect((await league.getDesk()).complaintsToAnswer).toBeNull();

    const answer = { params: { id: row.id }, body: { version: row.version, outcome: 'partly' as const, text: '已核对签到名单，更正一人。' } };
    const outcomes = await Promise.allSettled([county, office, county, office].map((client) => client.answerComplaint(answer)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const token = tokenOf(made.link);
    expect(await anyone.lookUpComplaint({ body: { token } })).toMatchObject({ state: 'answered', answer: { outcome: 'partly', text: '已核对签到名单，更正一人。', level: 'county' } });
    expect((await county.getDesk()).complaintsToAnswer?.count).toBe(0);

    // Once not satisfied: the city looks at it again, the county reads on and answers no more.
    const disputes = await Promise.allSettled([1, 2, 3].map(() => anyone.disputeComplaint({ body: { token, reason: '更正得不对。' } })));
    expect(disputes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const again = await rowOf(county, made.number);
    expect(again).toMatchObject({ state: 'reopened', mayAnswer: false });
    expect(await code(county.answerComplaint({ params: { id: row.id }, body: { version: again.version, outcome: 'upheld', text: '再看一次。' } }))).toBe('resource.not_found');
    await until(() => noticesOf(office, 'complaint_disputed'), (found) => found.length > 0);
    expect(await office.answerComplaint({ params: { id: row.id }, body: { version: again.version, outcome: 'upheld', text: '情况属实，已全部更正。' } })).toMatchObject({ state: 'closed', mayAnswer: false });
    expect(await anyone.lookUpComplaint({ body: { token } })).toMatchObject({ state: 'closed', review: { outcome: 'upheld', level: 'city' } });
    expect(await code(anyone.disputeComplaint({ body: { token, reason: '还是不满意。' } }))).toBe('lifecycle.not_allowed');
    expect(await code(anyone.acceptComplaintAnswer({ body: { token } }))).toBe('lifecycle.not_allowed');
    expect(await code(anyone.lookUpComplaint({ body: { token: 'A'.repeat(43) } }))).toBe('complaint.unknown');
  });

  it('go to the city where they are about a county office or about nothing of a county, and never to whom they are about', async () => {
    const { county, office } = room;
    const ofCounty = (await office.listUnits({ query: { kind: 'county_office', perPage: 200 } })).data.find((unit) => unit.division.code === '330326');
    const about = await complain({ kind: 'personal_data', about: `/admin/units/${ofCounty?.id ?? ''}` });
    const nowhere = await complain({ kind: 'other', about: '/calendar' });
    for (const { number } of [about, nowhere]) {
      expect((await county.listComplaints({ query: { q: number } })).total).toBe(0);
      const row = await rowOf(office, number);
      expect(row.level).toBe('city');
      expect(await code(county.getComplaint({ params: { id: row.id } }))).toBe('resource.not_found');
      expect(await code(county.revealComplainantContact({ params: { id: row.id } }))).toBe('resource.not_found');
    }
    // Somebody who works for the office and speaks for the body as well hears nothing of it.
    const both = await newPerson(server, office, 'both@demo.kepu', { role: 'editor' });
    await office.createGrant({ body: { accountId: both.id, role: 'liaison', scopeKind: 'unit', scopeId: room.unitId } });
    const made = await complain();
    expect((await clientOf(both.cookie).listComplaints({ query: { q: made.number } })).total).toBe(0);
    expect((await clientOf(both.cookie).listComplaints({ query: { q: nowhere.number } })).total).toBe(1);
  });

  it('keep no account, and a contact only sealed; each look at it is written down', async () => {
    const { county, office } = room;
    const [contact, words] = ['13766558899', '说这话的人不愿透露'];
    const made = await complain({ contact, name: '不愿署名的人', text: words });
    const row = await rowOf(county, made.number);
    expect(row.contact).toMatch(/^137\*{4}8899$/);
    expect((await county.revealComplainantContact({ params: { id: row.id } })).contact).toBe(`+86${contact}`);
    const entries = (await office.listAuditEntries({ query: { subjectKind: 'complaint', subjectId: row.id } })).data;
    expect(entries.map(({ action }) => action).sort()).toEqual(['complaint.contact_seen', 'complaint.made']);
    expect(JSON.stringify(entries)).not.toContain(words);
    const signed = await server.fetch('/api/v1/complaints', { method: 'POST', as: 'student', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'charging', text: '收了材料费。' }) });
    const byStudent = await rowOf(office, ((await signed.json()) as { number: string }).number);
    expect((await office.listAuditEntries({ query: { subjectId: byStudent.id } })).data.map(({ actor }) => actor)).toEqual([null]);
    const kept = await keptBy(server);
    for (const secret of [contact, tokenOf(made.link)]) expect(kept).not.toContain(secret);
    expect(await code(complain({ contact: '不是号码' }))).toBe('input.invalid');
    expect(await code(complain({ about: 'https://evil.example/' }))).toBe('input.invalid');
    expect(await code(county.revealComplainantContact({ params: { id: (await rowOf(county, (await complain()).number)).id } }))).toBe('complaint.no_contact');
  });

  it('have their entry on every page of the portal, in both languages, that which is not there as well', async () => {
    const ids = new Proxy({}, { get: (_, kind) => (kind === 'activities' ? [activityId] : kind === 'shifts' ? ['01970000-0000-7000-8000-000000000100'] : []) }) as Ground['ids'];
    const pages = pagesOf({ ids, counties: [], months: ['2026-12'], years: [], letters: [], proofs: [] }).filter((page) => !/^\/(admin|api|metrics|sitemap|robots)/.test(page));
    expect(pages.length).toBeGreaterThan(2 * 19);
    const without: string[] = [];
    for (const cookie of ['', await server.cookie('student')]) {
      for (const page of [...pages, '/activities/01970000-0000-7000-8000-0000000000aa', '/en/nowhere']) {
        const html = await (await server.fetch(page, { headers: { cookie } })).text();
        if (!/<footer[^]*href="(?:\/en)?\/complaints\?about=%2F[^"]*"/.test(html)) without.push(page);
      }
    }
    expect(without).toEqual([]);
    const html = await (await server.fetch(pathOf('activity' satisfies PageName, 'en' satisfies Locale, { params: { id: activityId } }))).text();
    expect(html).toContain(`/en/complaints?about=%2Fen%2Factivities%2F${activityId}`);
  });

  it('are slowed down where one network sends many', async () => {
    const outcomes: string[] = [];
    for (let at = 0; at < 35; at += 1) outcomes.push(await complain().then(() => 'made', (error: { problem?: { code: string } }) => error.problem?.code ?? 'broken'));
    expect(new Set(outcomes)).toEqual(new Set(['made', 'rate.limited']));
  });

  it('are called for before they are late, are closed when nobody objects, and go after three years', async () => {
    const { anyone } = room;
    const office = clientOf(await signIn(server.url, 'office'));
    const waiting = (await office.listComplaints({ query: { waiting: 'true', sort: 'dueOn' } })).data;
    const [answered, late] = waiting;
    if (!answered || !late) throw new Error('Nothing waits');
    await office.answerComplaint({ params: { id: answered.id }, body: { version: answered.version, outcome: 'not_upheld', text: '经核查没有这种情况，名单与照片一致。' } });
    await server.control.clock({ advanceMs: 35 * DAY_MS });
    const then = clientOf(await signIn(server.url, 'office'));
    expect((await until(() => noticesOf(then, 'complaint_due'), (found) => found.some(({ link }) => link === `/complaints/${late.id}`))).map(({ link }) => link)).not.toContain(`/complaints/${answered.id}`);
    expect((await then.getComplaint({ params: { id: late.id } })).daysLeft).toBeLessThan(0);
    expect((await then.getComplaint({ params: { id: answered.id } })).state).toBe('closed');
    // The night's job removes what is closed and old, and nothing else.
    const store = await openStoreOf(server);
    const count = async (where: string) => Number((await readRows<{ total: number | string }>(store.database.reader, `SELECT COUNT(*) AS total FROM complaints c WHERE ${where}`))[0]?.total ?? 0);
    try {
      await store.unitOfWork.run(() => changeRows(store.database.writer, "UPDATE complaints SET submitted_at = :then WHERE state IN ('closed', 'open')", { then: '2020-01-01 00:00:00.000' }));
      const open = await count("c.state = 'open'");
      expect(await count("c.state = 'closed'")).toBeGreaterThan(1);
      await server.control.clock({ advanceMs: DAY_MS });
      await until(() => count("c.state = 'closed'"), (left) => left === 0);
      expect(await count("c.state = 'open'")).toBe(open);
    } finally {
      await store.close();
    }
    expect(await code(anyone.lookUpComplaint({ body: { token: 'B'.repeat(43) } }))).toBe('complaint.unknown');
  });
});
