import { createClient, type Client } from '@kepu/api-client';
import type { Problem, PublicDictionary } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { addDays } from '@kepu/domain';
import { eachDatabase } from '../support/engines.js';
import { signIn, startServer, type TestServer } from '../support/server.js';
import { keptBy } from './kept.js';
import { refusal, unitIds, until } from './papers.js';

/** Values that stand nowhere else: where one turns up, it came out of the place that was to keep it. */
const marker = { phone: '13876540291', password: 'Zhiyuan-7319-hai', note: '标记：邻居代为来电，本人在旁口头同意。' };
const password = 'Nanyan-2026-yun';
const DAY_MS = 86_400_000;

eachDatabase('volunteers', (database) => {
  let server: TestServer;
  let office: Client;
  let county: Client;
  let anybody: Client;
  let choices: PublicDictionary;
  let units: ReadonlyMap<string, string>;
  let serial = 0;
  const phone = () => `1390000${String((serial += 1)).padStart(4, '0')}`;
  const topicOf = (name: string) => choices.topics.flatMap((topic) => topic.children).find((topic) => topic.name === name)?.id ?? '';
  const unit = (name: string) => units.get(name) ?? '';
  const person = (given: object = {}) => ({
    name: '何来客', phone: phone(), bornOn: '1995-06-01', occupation: 'teacher' as const, unitId: unit('平阳拾光中学'), countyCode: '330326', topicIds: [topicOf('科学实验与探究')], availability: '000'.repeat(5) + '110'.repeat(2),
    travelLimit: 60, toIslands: false, toMountains: true, password, consent: choices.consentVersion, ...given,
  });
  const post = (body: unknown, headers: Record<string, string> = {}) => server.fetch('/api/v1/volunteers', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const clientOf = (cookie: string): Client => createClient({ baseUrl: server.url, headers: { cookie }, parseAnswers: true });
  const registered = async (given: object = {}): Promise<Client> => clientOf(cookieOf(await post(person(given))));
  const codeOf = async (answer: Response) => ((await answer.json()) as Problem).code;
  /** Limits are counted in windows; a test that registers much begins a new one, and sessions last on. */
  const newWindow = () => server.control.clock({ advanceMs: 16 * 60_000 });

  beforeAll(async () => {
    server = await startServer({ database, env: { LOG_LEVEL: 'trace' } });
    [office, county, anybody] = [await server.client('office'), await server.client('county'), await server.client()];
    units = await unitIds(office);
    choices = await anybody.getPublicDictionary();
  });

  it('choose from what anybody may read: places, topics, audiences, the version of the privacy text', async () => {
    expect(choices).toMatchObject({ cityName: '温州市', today: (await office.getSession()).today });
    expect([choices.counties.length, choices.topics.length, choices.topics.flatMap((topic) => topic.children).length, choices.audiences.length]).toEqual([12, 8, 49, 24]);
    expect(choices.counties.filter((one) => one.island).map((one) => one.name)).toEqual(['洞头区']);
    const answer = await server.fetch('/api/v1/public-dictionary');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    await answer.body?.cancel();
    // Nothing else is kept by anybody.
    expect((await server.fetch('/api/v1/affiliations?q=ptx')).headers.get('cache-control')).toBe('no-store');
  });

  it('find the unit that they belong to by characters, pinyin and initials, twenty at most', async () => {
    const names = async (q: string) => (await anybody.listAffiliations({ query: { q } })).data.map((one) => one.name);
    expect(await names('拾光')).toEqual(['平阳拾光中学']);
    expect(await names('shiguangzhongxue')).toEqual(['平阳拾光中学']);
    expect(await names('pysgzx')).toEqual(['平阳拾光中学']);
    // 乐清 is read yuè qīng: what begins with the term comes first.
    const yq = await anybody.listAffiliations({ query: { q: 'yq' } });
    expect(yq.data.slice(0, 3).every((one) => one.name.startsWith('乐清'))).toBe(true);
    expect(yq.data.find((one) => one.name === '乐清雁来中学')).toMatchObject({ parentName: '市教育局', countyName: '乐清市' });
    expect(await names('温大')).toEqual(['温州大学']);
    expect(await names('市教育局')).toEqual(['市教育局']);
    expect((await names('云田村'))[0]).toBe('云田村');
    expect(await names('全科组办')).toEqual([]);
    for (const q of ['%', '_', "' OR 1=1 --", '!']) expect(await names(q)).toEqual([]);
    const many = await anybody.listAffiliations({ query: { q: 'z' } });
    expect([many.data.length, many.total > 20]).toEqual([20, true]);
    expect(await codeOf(await server.fetch('/api/v1/affiliations?q='))).toBe('input.invalid');
    expect(await codeOf(await server.fetch('/api/v1/affiliations?q=a&all=true'))).toBe('input.invalid');
  });

  it('register on a phone and are signed in at once', async () => {
    const given = person({ name: '沈拾光', bornOn: '1990-03-15' });
    const answer = await post(given);
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^kepu_session=[\w-]{43}; .*HttpOnly/);
    const session = await answer.json();
    expect(session).toMatchObject({ account: { name: '沈拾光', identifier: `${given.phone.slice(0, 3)}****${given.phone.slice(-4)}`, mustChangePassword: false }, grants: [], permissions: [], unreadNotices: 0 });
    const own = clientOf(cookieOf(answer));
    const mine = await own.getMyVolunteer();
    expect(mine).toMatchObject({
      name: '沈拾光', phone: `${given.phone.slice(0, 3)}****${given.phone.slice(-4)}`, bornOn: '1990-03-15', occupation: 'teacher', unit: { name: '平阳拾光中学' }, county: { code: '330326', name: '平阳县' },
      topics: [{ name: '科学实验与探究' }], pools: [{ name: '科技志愿者' }], availability: given.availability, recommendationsOff: false, pausedUntil: null, version: 1,
    });
    expect(mine.number).toMatch(new RegExp(`^WZ${choices.today.slice(0, 4)}000\\d{3}$`));
    // The telephone number and the password are what they sign in with.
    const again = await server.fetch('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ identifier: given.phone, password }) });
    expect(again.status).toBe(201);
    const changed = await own.updateMyVolunteer({ body: { version: 1, occupation: 'university_student', unitId: unit('温州大学'), topicIds: [topicOf('消防安全'), topicOf('气象')], toIslands: true, pausedUntil: '2099-01-01' } });
    expect(changed).toMatchObject({ pools: [{ name: '科技志愿者' }, { name: '大学生志愿者' }], unit: { name: '温州大学' }, toIslands: true, version: 2 });
    expect((await refusal(own.updateMyVolunteer({ body: { version: 1, toIslands: false } }))).code).toBe('version.stale');
    await own.deleteSession();
    expect((await refusal(own.getMyVolunteer())).code).toBe('auth.required');
  });

  it('are refused kindly under 14, taken in from the day on, and told which field is wrong', async () => {
    const birthday = (years: number, shift: number) => new Date(Date.parse(`${Number(choices.today.slice(0, 4)) - years}${choices.today.slice(4)}T00:00:00Z`) + shift * 86_400_000).toISOString().slice(0, 10);
    for (const [bornOn, code] of [[birthday(8, 1), 'volunteer.too_young'], [birthday(8, 0), 'guardian.needed'], [birthday(14, 1), 'guardian.needed']] as const) {
      const young = await post(person({ bornOn }));
      expect(young.status).toBe(422);
      const problem = (await young.json()) as Problem;
      expect([problem.code, problem.detail]).toEqual([code, label('zh-CN', `errors.${code}`)]);
      expect(young.headers.getSetCookie()).toEqual([]);
    }
    expect((await post(person({ bornOn: birthday(14, 0) }))).status).toBe(201);
    expect((await post(person({ bornOn: birthday(18, 0) }))).status).toBe(201);
    for (const [given, path] of [[{ bornOn: '1850-01-01' }, 'body.bornOn'], [{ bornOn: '2099-01-01' }, 'body.bornOn'], [{ consent: '2020-01' }, 'body.consent'], [{ phone: 'nobody' }, 'body.phone'], [{ phone: '000000' }, 'body.phone'], [{ guardian: 'x' }, 'body'], [{ availability: '2'.repeat(21) }, 'body.availability'], [{ travelLimit: 1 }, 'body.travelLimit']] as const) {
      const answer = await post(person(given));
      const { code, errors } = (await answer.json()) as Problem;
      expect([path, code, errors?.map((error) => error.path)]).toEqual([path, 'input.invalid', [path]]);
    }
    for (const [given, code] of [
      [{ password: '12345678' }, 'auth.password_weak'], [{ name: '何来客', password: '何来客何来客1' }, 'auth.password_weak'], [{ unitId: unit('nothing') || '019b0000-0000-7000-8000-000000000000' }, 'reference.not_found'],
      [{ countyCode: '330300' }, 'reference.not_found'], [{ countyCode: '330326100' }, 'reference.not_found'], [{ topicIds: [choices.audiences[0]?.id] }, 'reference.not_found'],
    ] as const) expect([code, await codeOf(await post(person(given)))]).toEqual([code, code]);
    expect(await codeOf(await post(person(), { origin: 'https://elsewhere.example' }))).toBe('auth.cross_site');
  });

  it('are one for each telephone number, also of twenty at once, and whoever has it', async () => {
    await newWindow();
    const given = person({ name: '郑同号' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(given)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array<number>(19).fill(409)]);
    expect(new Set(await Promise.all(answers.filter((answer) => answer.status === 409).map(codeOf)))).toEqual(new Set(['volunteer.exists']));
    expect(answers.filter((answer) => answer.headers.getSetCookie().length > 0)).toHaveLength(1);
    expect((await office.listVolunteers({ query: { q: '郑同号' } })).total).toBe(1);
    expect(await codeOf(await post({ ...given, phone: `+86 ${given.phone.slice(0, 3)}-${given.phone.slice(3)}` }))).toBe('volunteer.exists');
    const staff = phone();
    await office.createAccount({ body: { name: '有手机的联络员', phone: staff } });
    expect(await codeOf(await post(person({ phone: staff })))).toBe('volunteer.exists');
  });

  it('are registered by others: a county at home, the office anywhere, with a note of how they agreed', async () => {
    const { password: _, consent: __, ...rest } = person({ name: '潘阿婆', bornOn: '1950-02-03', occupation: 'retired', unitId: unit('白茶岭村') });
    const body = { ...rest, occupation: 'retired' as const, consentNote: '到村里走访时本人口头同意，村干部在场。' };
    const key = `on-behalf-${database}`;
    const made = await county.createVolunteerOnBehalf({ body, idempotencyKey: key });
    expect(made).toMatchObject({ name: '潘阿婆', ageBand: '60+', onBehalf: { by: '缪海生', note: body.consentNote }, unit: { name: '白茶岭村' }, services: 0, minutes: 0 });
    expect(await county.createVolunteerOnBehalf({ body, idempotencyKey: key })).toEqual(made);
    expect((await refusal(county.createVolunteerOnBehalf({ body }))).code).toBe('volunteer.exists');
    expect((await refusal(county.createVolunteerOnBehalf({ body: { ...body, phone: phone(), countyCode: '330302' } }))).code).toBe('reference.not_found');
    expect((await refusal(county.createVolunteerOnBehalf({ body: { ...body, phone: phone(), bornOn: choices.today } }))).code).toBe('volunteer.too_young');
    expect((await office.createVolunteerOnBehalf({ body: { ...body, phone: phone(), countyCode: '330302' } })).county.name).toBe('鹿城区');
    const league = await server.client('liaison');
    expect((await refusal(league.createVolunteerOnBehalf({ body: { ...body, phone: phone() } }))).code).toBe('auth.forbidden');
    // No password is theirs yet; the office gives a first one to whoever asks for it.
    const { initialPassword } = await office.resetPassword({ params: { id: made.id } });
    const first = await server.fetch('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ identifier: body.phone, password: initialPassword }) });
    expect(((await first.json()) as { account: { mustChangePassword: boolean } }).account.mustChangePassword).toBe(true);
  });

  it('are seen by the office, by the county where they live, by the unit to which they belong, and by nobody else', async () => {
    const all = await office.listVolunteers({ query: { perPage: 200 } });
    expect(all.total).toBeGreaterThan(320);
    const [education, reader, student] = [await server.client('liaison-education'), await server.client('reader'), await server.client('student')];
    const schools = await education.listVolunteers({ query: { perPage: 200 } });
    expect(schools.total).toBeGreaterThan(40);
    const inEducation = (await office.listVolunteers({ query: { perPage: 200, unitId: unit('市教育局') } })).total;
    expect(schools.total).toBe(inEducation);
    const home = await county.listVolunteers({ query: { perPage: 200 } });
    expect(home.total).toBe((await office.listVolunteers({ query: { countyCode: '330326', perPage: 1 } })).total);
    expect(new Set(home.data.map((one) => one.county.code))).toEqual(new Set(['330326']));
    const elsewhere = all.data.find((one) => one.county.code !== '330326' && one.occupation === 'medical');
    expect((await refusal(county.getVolunteer({ params: { id: elsewhere?.id ?? '' } }))).code).toBe('resource.not_found');
    expect((await refusal(education.getVolunteer({ params: { id: elsewhere?.id ?? '' } }))).code).toBe('resource.not_found');
    expect((await county.listVolunteers({ query: { ids: elsewhere?.id } })).total).toBe(0);
    expect((await office.getVolunteer({ params: { id: elsewhere?.id ?? '' } })).id).toBe(elsewhere?.id);
    // The league has no people of its own: an empty list, not a closed one.
    expect((await (await server.client('liaison')).listVolunteers()).total).toBe(0);
    for (const client of [reader, student]) {
      for (const call of [client.listVolunteers(), client.getVolunteer({ params: { id: elsewhere?.id ?? '' } }), client.listPoolTerms()]) expect((await refusal(call)).code).toBe('auth.forbidden');
    }
    expect((await refusal(anybody.listVolunteers())).code).toBe('auth.required');
    // Staff are no volunteers, and a volunteer has no desk.
    expect(await refusal(office.getMyVolunteer())).toMatchObject({ code: 'volunteer.required', status: 403 });
    expect((await student.getMyVolunteer()).number).toMatch(/^WZ\d{10}$/);
    for (const call of [student.listPools(), student.listUnits(), student.listAccounts(), student.listPlans()]) expect((await refusal(call)).code).toBe('auth.forbidden');
    expect((await student.getSession()).permissions).toEqual([]);
    expect((await student.listNotices({ query: { perPage: 200 } })).data.filter((notice) => !notice.link?.startsWith('/me'))).toEqual([]);
  });

  it('stand in pools that count by reach; the office takes people in and lets them go', async () => {
    const science = async (client: Client) => (await client.listPools()).data.find((pool) => pool.key === 'science-volunteers')?.members ?? 0;
    const education = await server.client('liaison-education');
    const [all, home, schools] = [await science(office), await science(county), await science(education)];
    expect([all, home, schools]).toEqual([(await office.listVolunteers()).total, (await county.listVolunteers()).total, (await education.listVolunteers()).total]);
    const [teacher] = (await office.listVolunteers({ query: { q: '沈知秋' } })).data;
    const tutors = (await office.listPools()).data.find((pool) => pool.key === 'youth-tutors');
    const term = await office.createPoolTerm({ body: { poolId: tutors?.id ?? '', volunteerId: teacher?.id ?? '', toDay: '2099-12-31' } });
    expect(term).toMatchObject({ pool: { name: '青少年科技辅导员' }, person: { name: '沈知秋' }, unit: { name: '平阳拾光中学' }, toDay: '2099-12-31', ended: null });
    expect((await refusal(office.createPoolTerm({ body: { poolId: tutors?.id ?? '', volunteerId: teacher?.id ?? '' } }))).code).toBe('pool.already_member');
    expect((await education.listPoolTerms({ query: { poolId: tutors?.id } })).data.map((one) => one.person.name)).toEqual(['沈知秋']);
    expect((await county.listVolunteers({ query: { poolId: tutors?.id } })).data.map((one) => one.name)).toEqual(['沈知秋']);
    expect((await refusal(county.endPoolTerm({ params: { id: term.id }, body: { on: choices.today, reason: '不归县里' } }))).code).toBe('resource.not_found');
    expect((await refusal(education.endPoolTerm({ params: { id: term.id }, body: { on: choices.today, reason: '没有推荐过' } }))).code).toBe('resource.not_found');
    expect((await refusal((await server.client('reader')).endPoolTerm({ params: { id: term.id }, body: { on: choices.today, reason: '只能看' } }))).code).toBe('auth.forbidden');
    const ended = await office.endPoolTerm({ params: { id: term.id }, body: { on: choices.today, reason: '本人提出' } });
    expect(ended.ended).toEqual({ on: choices.today, reason: '本人提出' });
    const twice = await refusal(office.endPoolTerm({ params: { id: term.id }, body: { on: choices.today, reason: '本人提出' } }));
    expect([twice.code, twice.detail]).toEqual(['lifecycle.not_allowed', label('zh-CN', 'errors.lifecycle.not_allowed', { state: '已退出' })]);
  });

  it('are limited by network, whatever address a header claims', async () => {
    try {
      await newWindow();
      const statuses: number[] = [];
      // Too young, so that nobody is made; each counts all the same.
      for (let round = 0; round < 13; round += 1) statuses.push(...(await Promise.all(Array.from({ length: 10 }, (_, at) => post(person({ bornOn: '2020-01-01' }), { 'x-forwarded-for': `10.1.${round}.${at}` })))).map((answer) => answer.status));
      expect([statuses.filter((status) => status === 422).length, statuses.filter((status) => status === 429).length]).toEqual([120, 10]);
    } finally {
      await newWindow();
    }
  });

  it('leave no trace of their telephone number, password or birth date where these do not belong', async () => {
    const own = await registered({ name: '马克尔', phone: marker.phone, password: marker.password, bornOn: '1987-11-23', unitId: unit('平阳拾光中学') });
    const { id } = await own.getMyVolunteer();
    await post(person({ phone: marker.phone, password: marker.password }));
    await post({ ...person({ phone: marker.phone }), password: '', more: marker.password });
    await server.fetch(`/api/v1/volunteers?q=${marker.phone}&unknown=${marker.phone}`, { as: 'office' }).then((answer) => answer.text());
    await own.updateMyVolunteer({ body: { version: 1, toIslands: true } });
    const { password: _, consent: __, ...rest } = person({ name: '马克尔甲' });
    await county.createVolunteerOnBehalf({ body: { ...rest, consentNote: marker.note } });
    const education = await server.client('liaison-education');
    const answers = JSON.stringify([
      await office.listVolunteers({ query: { q: '马克尔' } }), await office.getVolunteer({ params: { id } }), await county.listVolunteers({ query: { perPage: 200 } }), await education.listVolunteers({ query: { q: '马克尔' } }),
      await office.listPoolTerms({ query: { personId: id } }), await office.listAccounts({ query: { q: '马克尔' } }), await office.listAuditEntries({ query: { perPage: 200 } }), await own.getMyVolunteer(), await own.getSession(),
      await anybody.listAffiliations({ query: { q: '拾光' } }), await anybody.getPublicDictionary(),
    ]);
    expect((await office.listVolunteers({ query: { q: marker.phone } })).total).toBe(0);
    const log = server.process.log;
    expect(log).toContain('/api/v1/volunteers');
    const kept = await keptBy(server);
    expect(kept.length).toBeGreaterThan(100_000);
    for (const secret of [marker.phone, `+86${marker.phone}`, marker.password]) expect([secret, answers.includes(secret), log.includes(secret), kept.includes(secret)]).toEqual([secret, false, false, false]);
    // Staff learn how old somebody is about, the person alone the day.
    const staff = JSON.stringify([await office.listVolunteers({ query: { q: '马克尔' } }), await office.getVolunteer({ params: { id } }), await office.listAuditEntries({ query: { subjectId: id } })]);
    expect([staff.includes('1987-11-23'), staff.includes('36-59')]).toEqual([false, true]);
    expect(log).not.toContain(marker.note);
  });

  it('say how well they know a topic, in which languages, how much and when not; staff find them by it', async () => {
    const person = await registered({ name: '温以言', countyCode: '330326', topicIds: [topicOf('科学实验与探究'), topicOf('反诈防骗')] });
    const mine = await person.getMyVolunteer();
    expect(mine).toMatchObject({ languages: ['mandarin'], monthlyHours: null, absences: [], willingness: 'standing', topics: [{ level: 'interested' }, { level: 'interested' }] });
    const { today } = await person.getSession();
    const away = (days: number): string => addDays(today, days);
    const wrong = await refusal(person.updateMyVolunteer({ body: { version: mine.version, absences: [{ from: away(3), to: away(9) }, { from: away(9), to: away(8) }] } }));
    expect([wrong.code, wrong.errors]).toEqual(['input.invalid', [expect.objectContaining({ path: 'absences.1.to', code: 'order' })]]);
    const said = await person.updateMyVolunteer({ body: { version: mine.version, skills: [{ topicId: topicOf('反诈防骗'), level: 'teaching' }], languages: ['mandarin', 'wenzhou'], monthlyHours: 8, absences: [{ from: away(9), to: away(12) }, { from: away(-9), to: away(-3) }] } });
    // What is over is not shown; a topic keeps its level while it is followed.
    expect(said).toMatchObject({ languages: ['mandarin', 'wenzhou'], monthlyHours: 8, absences: [{ from: away(9), to: away(12) }] });
    expect((await person.updateMyVolunteer({ body: { version: said.version, topicIds: [topicOf('反诈防骗')] } })).topics).toEqual([{ id: topicOf('反诈防骗'), name: '反诈防骗', level: 'teaching' }]);
    const found = async (query: Partial<NonNullable<Parameters<Client['listVolunteers']>[0]>['query']>) => (await office.listVolunteers({ query: { q: '温以言', ...query } })).data.map(({ name }) => name);
    expect(await found({ level: 'practised', topicId: topicOf('反诈防骗'), language: 'wenzhou', willingness: 'standing' })).toEqual(['温以言']);
    for (const query of [{ language: 'english' }, { level: 'practised', topicId: topicOf('科学实验与探究') }, { willingness: 'asked' }, { willingness: 'silent' }] as const) expect([query, await found(query)]).toEqual([query, []]);
    expect((await office.listVolunteers({ query: { q: '温以言' } })).data[0]).toMatchObject({ languages: ['mandarin', 'wenzhou'], monthlyHours: 8, absences: [{ from: away(9), to: away(12) }] });
  });

  it('are asked once a year whether they go on: one tap is the answer, and who says nothing is known as silent', async () => {
    const given = [{ name: '常在心', phone: phone() }, { name: '久无音', phone: phone() }];
    for (const one of given) await registered(one);
    const stands = async () => {
      const staff = clientOf(await signIn(server.url, 'office'));
      return Promise.all(given.map(async ({ name }) => (await staff.listVolunteers({ query: { q: name } })).data[0]?.willingness));
    };
    await server.control.clock({ advanceMs: 366 * DAY_MS });
    await until(stands, (answer) => answer.every((one) => one === 'asked'));
    const again = await server.fetch('/api/v1/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ identifier: given[0]?.phone, password }) });
    const person = clientOf(cookieOf(again));
    expect((await person.listNotices({ query: {} })).data.map(({ kind, link }) => [kind, link])).toContainEqual(['still_willing', '/me#profile']);
    expect((await person.getMyVolunteer()).willingness).toBe('asked');
    expect((await person.confirmMyWillingness()).willingness).toBe('standing');
    await server.control.clock({ advanceMs: 61 * DAY_MS });
    expect(await stands()).toEqual(['standing', 'silent']);
    expect((await refusal(clientOf(await signIn(server.url, 'office')).confirmMyWillingness())).code).toBe('volunteer.required');
    await server.control.clock({ reset: true });
  });
});
