import { createClient, type Client } from '@kepu/api-client';
import type { Activity, MyData, Problem } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { furnishActivities, guides, shift, type ActivityRoom } from './activity-room.js';
import { numberOf } from './identity-numbers.js';
import { keptBy } from './kept.js';
import { refusal, until } from './papers.js';

const HOUR_MS = 3_600_000;
const password = 'Nanyan-2026-yun';
/** Words that stand nowhere else, by where they were written about one person. */
const wordsOf = (name: string) => ({
  note: `${name}备注：我晕车，请安排前排`, withdrawn: `${name}退出：家里老人住院`, refused: `${name}婉拒：口音较重`, reveal: `${name}查看：确认集合地点`, nominated: `${name}推荐：善于讲解`, suspended: `${name}暂停：出国探亲`, poolEnd: `${name}退队：身体不适`,
});

eachDatabase('whoever leaves', (database) => {
  let server: TestServer;
  let room: ActivityRoom;
  let consentVersion: string;
  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '168' } });
    room = await furnishActivities(server);
    ({ consentVersion } = await room.anyone.getPublicDictionary());
  });

  const clientOf = (cookie: string): Client => createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie } });
  const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const post = (path: string, body: unknown, cookie = '') => server.fetch(`/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify(body) });
  const signIn = (identifier: string, secret = password) => post('/session', { identifier, password: secret });
  const register = async (name: string, phone: string, bornOn = '1990-01-02'): Promise<{ id: string; cookie: string; client: Client }> => {
    const answer = await post('/volunteers', {
      name, phone, bornOn, occupation: 'medical', countyCode: '330302', topicIds: [room.term('topic', '科学实验与探究')], availability: '1'.repeat(21), travelLimit: 135, toIslands: true, password, consent: consentVersion,
    });
    if (!answer.ok) throw new Error(await answer.text());
    const cookie = cookieOf(answer);
    const client = clientOf(cookie);
    return { id: (await client.getSession()).account.id, cookie, client };
  };
  const positionOf = (activity: Activity, index = 0) => activity.shifts[index]?.positions[0]?.id ?? '';
  /** As the bytes of a file are read. */
  const inStore = (word: string): string => (database === 'sqlite' ? Buffer.from(word).toString('latin1') : word);
  const close = (cookie: string, body: object = {}) => post('/me/deletion', body, cookie);
  const codeOf = async (answer: Response) => ((await answer.json()) as Problem).code;
  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
  const sums = async () => {
    const records = await room.office.listServiceRecords({ query: { perPage: 200, sort: '-day' } });
    const evidence = await room.office.listEvidence({ query: { perPage: 200 } });
    const measures = await room.office.listMeasures({ query: { perPage: 200 } });
    return { records, evidence: evidence.data, measures: measures.data };
  };

  /** Applies to a pool of its own, is appointed, and is held: a nomination and a letter with words of it. */
  const appointed = async ({ id, client }: { readonly id: string; readonly client: Client }, pool: string, { words, reason }: { readonly words: string; readonly reason: string }) => {
    const { id: poolId } = await room.office.createPool({ body: { name: pool, peopleApply: true } });
    await client.applyToPool({ body: { poolId, words } });
    const [applied] = (await room.office.listNominations({ query: { personId: id } })).data;
    const reviewed = await room.office.reviewNomination({ params: { id: applied?.id ?? '' }, body: { version: applied?.version ?? 0 } });
    const { termId } = await room.office.appointNomination(at(reviewed));
    const { letter } = await room.office.suspendPoolTerm({ params: { id: termId ?? '' }, body: { reason } });
    const [number, code] = [letter?.number ?? '', new URL(letter?.checkUrl ?? '').searchParams.get('code') ?? ''];
    return { nominationId: reviewed.id, number, check: () => room.anyone.checkAppointment({ params: { number }, query: { code } }) };
  };

  /** A volunteer with a record behind and a place ahead, of whom much was written. */
  const story = async (name: string, phone: string, bornOn: string) => {
    const words = wordsOf(`标记${bornOn.slice(0, 4)}`);
    const person = await register(name, phone, bornOn);
    await person.client.giveMyRealName({ body: { number: numberOf(bornOn) } });
    const held = await room.open({ title: '已经办过的活动', shifts: [shift(30, { positions: [{ ...guides, maximum: 9 }] })] });
    const ahead = await room.open({ title: '还没办的活动', flow: 'instant', shifts: [shift(400, { positions: [{ ...guides, maximum: 1 }] }), shift(430, { positions: [guides] })] });
    const left = await room.open({ title: '退出的活动', shifts: [shift(200, { positions: [guides] }), shift(224, { positions: [guides] })] });
    const signup = await person.client.createSignup({ params: { id: positionOf(held) }, body: { note: words.note } });
    await room.league.confirmSignup(at(signup));
    await room.office.createReveal({ params: { id: person.id }, body: { field: 'phone', reason: words.reveal } });
    await person.client.createSignup({ params: { id: positionOf(ahead) }, body: {} });
    const withdrawn = await person.client.createSignup({ params: { id: positionOf(left) }, body: {} });
    await person.client.withdrawSignup({ params: { id: withdrawn.id }, body: { version: withdrawn.version, reason: words.withdrawn } });
    const refused = await person.client.createSignup({ params: { id: positionOf(left, 1) }, body: {} });
    await room.league.refuseSignup({ params: { id: refused.id }, body: { version: refused.version, reason: words.refused } });
    const lecturers = (await room.office.listPools()).data.find((pool) => pool.key === 'lecturers');
    const term = await room.office.createPoolTerm({ body: { poolId: lecturers?.id ?? '', volunteerId: person.id } });
    await room.office.endPoolTerm({ params: { id: term.id }, body: { on: (await room.office.getSession()).today, reason: words.poolEnd } });
    const letter = await appointed(person, `宣讲团${bornOn.slice(0, 4)}`, { words: words.nominated, reason: words.suspended });
    const params = { id: held.shifts[0]?.id ?? '' };
    const mark = (kind: 'present' | 'left') => room.league.markAttendance({ params, body: { marks: [{ signupId: signup.id, mark: kind }] } });
    await server.control.clock({ advanceMs: 30.2 * HOUR_MS });
    await mark('present');
    await server.control.clock({ advanceMs: 2 * HOUR_MS });
    await mark('left');
    await room.league.confirmHours({ params, body: { rows: [{ signupId: signup.id }] } });
    await until(() => person.client.listNotices({ query: { perPage: 200 } }), ({ data }) => data.some(({ kind }) => kind === 'hours_confirmed'));
    return { ...person, ahead, words, letter };
  };

  it('is told before what goes, what stays, why and until when, and takes along all of it', async () => {
    const person = await story('告别人', '13876540291', '1987-11-23');
    try {
      const preview = await person.client.getMyDeletion();
      expect(preview).toMatchObject({ ties: 0, needsPassword: true, keepsName: true, places: [{ title: '还没办的活动' }] });
      expect(preview.stays.find(({ what }) => what === 'name')?.until).toMatch(/^20[34]\d-\d\d-\d\d$/);
      const answer = await server.fetch('/api/v1/me/data', { headers: { cookie: person.cookie } });
      expect(answer.headers.get('content-disposition')).toContain('attachment');
      expect(answer.headers.get('cache-control')).toContain('no-store');
      const data = (await answer.json()) as MyData;
      const section = (key: string) => data.sections.find((one) => one.key === key)?.rows ?? [];
      expect(data.sections.map(({ key }) => key)).toEqual(['account', 'profile', 'merges', 'realName', 'documentRefused', 'standing', 'guardians', 'children', 'activityConsents', 'classes', 'slips', 'topics', 'credentials', 'pools', 'talks', 'teams', 'consents', 'signups', 'teamPlaces', 'attendance', 'leads', 'orderOffers', 'records', 'notices', 'accesses', 'recordRequests', 'rosters', 'grants', 'savedFilters', 'sessions', 'factors', 'recoveryCodes', 'identities', 'devices', 'passwords', 'codes', 'nominations', 'letters', 'serviceCertificates', 'batches', 'placeInvitations', 'invitationPreference']);
      expect(section('account')).toMatchObject([{ name: '告别人', phone: '+8613876540291' }]);
      expect(section('profile')).toMatchObject([{ bornOn: '1987-11-23', occupation: 'medical', travelLimit: 135, county: '鹿城区' }]);
      expect([section('signups').length, section('attendance').length, section('records').length, section('accesses').length, section('consents').length]).toEqual([4, 1, 1, 1, 2]);
      const text = JSON.stringify(data);
      const { words } = person;
      for (const word of [words.note, words.withdrawn, words.refused, words.reveal, words.poolEnd, words.nominated, words.suspended, person.letter.number]) expect(text).toContain(word);
      // The same for people, and nothing in it that runs or loads.
      const page = await server.fetch('/api/v1/me/data.html', { headers: { cookie: person.cookie } });
      const html = await page.text();
      for (const word of ['我的全部信息', '告别人', '13876540291', '医务工作者', words.reveal, '已经办过的活动']) expect(html).toContain(word);
      expect(html).not.toMatch(/<script|<link|<img|https?:|undefined|\[object|signup_confirmed/);
    } finally {
      await server.control.clock({ reset: true });
    }
  });

  it('leaves name and number in the records and nothing else anywhere; no record, proof or sum changes', async () => {
    const phone = '13698752046';
    const person = await story('留名人', phone, '1976-10-21');
    try {
      const { words } = person;
      const number = (await person.client.getMyVolunteer()).number;
      const before = await sums();
      expect(before.records.data.filter(({ volunteer }) => volunteer.name === '留名人')).toHaveLength(1);
      const heir = await register('接替人', '13698752047');
      await heir.client.createSignup({ params: { id: positionOf(person.ahead) }, body: { waitIfFull: true } });
      // The control: it was there.
      expect((await keptBy(server)).includes(inStore(words.note))).toBe(true);

      expect(await codeOf(await close(person.cookie))).toBe('deletion.proof_needed');
      expect(await codeOf(await close(person.cookie, { password: 'Not-this-1' }))).toBe('auth.failed');
      const done = await close(person.cookie, { password });
      expect([done.status, await done.json(), done.headers.getSetCookie()[0]]).toEqual([200, { done: true }, expect.stringMatching(/^kepu_session=;/)]);
      // Once more is not possible: nobody is signed in.
      expect(await codeOf(await close(person.cookie, { password }))).toBe('auth.required');
      expect(await codeOf(await signIn(phone))).toBe('auth.failed');

      const after = await sums();
      expect(after).toEqual(before);
      // The place ahead went to whoever waited.
      expect((await heir.client.listMySignups({ query: { upcoming: 'true' } })).data).toMatchObject([{ state: 'confirmed' }]);
      const gone = [words.note, words.withdrawn, words.refused, words.reveal, words.poolEnd, words.nominated, words.suspended, phone, '1976-10-21'];
      await until(async () => {
        const kept = await keptBy(server);
        return gone.filter((word) => kept.includes(inStore(word)));
      }, (left) => left.length === 0);
      const account = await room.office.getAccount({ params: { id: person.id } });
      expect(account).toMatchObject({ state: 'closed', phone: null, email: null, name: '留名人', lastSignInAt: null });
      expect((await room.office.listVolunteers({ query: { q: '留名人' } })).total).toBe(0);
      expect((await refusal(room.office.getVolunteer({ params: { id: person.id } }))).code).toBe('resource.not_found');
      expect((await refusal(room.office.enableAccount({ params: { id: person.id } }))).code).toBe('lifecycle.not_allowed');
      expect((await refusal(room.office.createReveal({ params: { id: person.id }, body: { field: 'phone', reason: '试试' } }))).code).toBe('resource.not_found');
      // The letter was given, and tells no name any more; the nomination says that there was one.
      expect(await person.letter.check()).toMatchObject({ number: person.letter.number, name: '*', state: 'ended', pool: '宣讲团1976' });
      expect(await room.office.getNomination({ params: { id: person.letter.nominationId } })).toMatchObject({ state: 'appointed', words: null, answers: {}, reason: null });
      // Who comes back is somebody new.
      const again = await register('留名人', phone);
      expect((await again.client.getMyVolunteer()).number).not.toBe(number);
      expect((await again.client.getMyService()).volunteerMinutes).toBe(0);
    } finally {
      await server.control.clock({ reset: true });
    }
  });

  it('leaves no name either where no record bears it, and needs no password right after signing in', async () => {
    const person = await register('无痕人', '13698752048');
    const letter = await appointed(person, '无痕宣讲团', { words: '热心', reason: '出差' });
    expect((await letter.check()).name).toBe('无*');
    expect(await person.client.getMyDeletion()).toMatchObject({ needsPassword: false, keepsName: false, places: [] });
    expect((await close(person.cookie)).status).toBe(200);
    expect(await room.office.getAccount({ params: { id: person.id } })).toMatchObject({ state: 'closed', name: '已注销用户' });
    await until(async () => (await keptBy(server)).includes(inStore('无痕人')), (there) => !there);
  });

  it('hands rights over first, and nobody is closed with a foreign password', async () => {
    const cookie = await server.cookie('liaison-women');
    const women = await server.client('liaison-women');
    expect((await women.getMyDeletion()).ties).toBe(1);
    expect(await codeOf(await close(cookie, { password: 'Kepu-demo-2026' }))).toBe('deletion.ties');
    expect((await women.getSession()).grants).toHaveLength(1);
    expect(await codeOf(await close('', { password }))).toBe('auth.required');
    for (const body of [{ password: '' }, { accountId: 'x' }, { password: ['x'] }]) expect(await codeOf(await close(cookie, body))).toBe('input.invalid');
  });
});
