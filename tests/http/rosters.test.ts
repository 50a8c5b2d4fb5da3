import { createClient, type Client } from '@kepu/api-client';
import { readTables } from '@kepu/breakdown';
import { xlsxFile, zipFile } from '@kepu/breakdown/testing';
import type { RosterImport } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { signIn, startServer, type TestServer } from '../support/server.js';
import { demoPassword } from '../support/template.js';
import { keptBy } from './kept.js';
import { refusal, until } from './papers.js';
import { messagesTo, sentBy } from './sign-in-room.js';

const password = 'Nanyan-2026-yun';
const head = ['姓名', '手机号', '出生日期', '职业', '县（市、区）', '单位', '人才队伍'];
const code = async (call: Promise<unknown>): Promise<string> => (await refusal(call)).code;
const tokenOf = (link: string): string => link.slice(link.indexOf('#') + 1);
const sheet = (...rows: (readonly string[])[]): Uint8Array => xlsxFile([{ name: '名单', rows: [head, ...rows] }], { deflate: true });

eachDatabase('rosters', (database) => {
  let server: TestServer;
  let office: Client;
  let county: Client;
  let women: Client;
  let league: Client;
  let anybody: Client;
  let consent: string;
  let serial = 0;
  const phone = () => `1370077${String(1000 + (serial += 1))}`;
  const row = (given: Partial<Record<'name' | 'phone' | 'bornOn' | 'occupation' | 'county' | 'unit' | 'pool', string>> = {}): string[] => {
    const { name = '何来客', phone: number = phone(), bornOn = '1980-01-02', occupation = '教师', county: place = '鹿城区', unit = '', pool = '' } = given;
    return [name, number, bornOn, occupation, place, unit, pool];
  };
  const upload = (client: Client, bytes: Uint8Array, fileName = '名册.xlsx') => client.createRosterImport({ file: new Blob([Buffer.from(bytes)]), fileName });
  const commit = (client: Client, { id, version }: RosterImport, skipProblems = false) => client.commitRosterImport({ params: { id }, body: { version, skipProblems } });
  const asked = async (client: Client, ...rows: string[][]) => {
    const made = await commit(client, await upload(client, sheet(...rows)));
    const { data } = await client.listRosterEntries({ query: { importId: made.id, perPage: 200, sort: 'name' } });
    const { links } = await client.createRosterLinks({ body: { ids: data.map(({ id }) => id) } });
    return { made, entries: data, tokens: links.map(({ link }) => tokenOf(link)), links };
  };
  const accept = (body: object, cookie = '') => server.fetch('/api/v1/roster-entries/accept', { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ password, consent, ...body }) });
  const clientOf = (answer: Response): Client => createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie: answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ') } });
  const codeOf = async (answer: Response) => ((await answer.json()) as { code?: string }).code;

  beforeAll(async () => {
    server = await startServer({ database, env: { LOG_LEVEL: 'trace' } });
    [office, county, women, league, anybody] = (await Promise.all(['office', 'county', 'liaison-women', 'liaison', undefined].map((account) => server.client(account)))) as [Client, Client, Client, Client, Client];
    consent = (await anybody.getPublicDictionary()).consentVersion;
  });

  it('are checked without changing anything, and say all that is wrong with its place', async () => {
    const [volunteersBefore, entriesBefore] = await Promise.all([office.listVolunteers(), office.listRosterEntries()]);
    const twice = phone();
    const made = await upload(office, sheet(row({ phone: twice }), row({ name: '', phone: '123', bornOn: '2015-01-01', occupation: '宇航员', county: '杭州市', unit: '温州大雪' }), row({ phone: twice })));
    expect(made).toMatchObject({ state: 'previewed', rows: 3, problemRows: 2, version: 1, counts: { pending: 0, accepted: 0 }, otherColumns: [] });
    const { data, total } = await office.listRosterRows({ params: { id: made.id } });
    expect(total).toBe(3);
    // Those with problems come first; a number that is right is masked, one that is wrong is shown to be mended.
    expect(data[0]?.problems.map(({ cell, code: what, value, suggestion }) => [cell, what, value, suggestion])).toEqual([
      ['A3', 'missing', '', null], ['B3', 'bad_phone', '123', null], ['C3', 'under_age', '2015-01-01', null], ['D3', 'bad_occupation', '宇航员', null], ['F3', 'unknown_unit', '温州大雪', '温州大学'], ['E3', 'unknown_county', '杭州市', null],
    ]);
    expect(data[1]?.problems).toEqual([{ code: 'twice_in_file', field: 'phone', cell: 'B4', value: `137****${twice.slice(-4)}`, suggestion: '2' }]);
    expect((await office.listRosterRows({ params: { id: made.id }, query: { problems: 'true' } })).total).toBe(2);
    expect(data[2]).toMatchObject({ rowNo: 2, name: '何来客', phone: `137****${twice.slice(-4)}`, occupation: 'teacher', county: '鹿城区', problems: [] });
    expect((await office.listVolunteers()).total).toBe(volunteersBefore.total);
    expect((await office.listRosterEntries()).total).toBe(entriesBefore.total);
    expect(await code(commit(office, made))).toBe('roster.problems_left');

    // The same table comes back with a column of what is wrong; mended, it is right.
    const back = await (await office.getRosterFile({ params: { id: made.id } })).arrayBuffer();
    const [table] = await readTables(new Uint8Array(back));
    expect(table?.rows[0]?.cells.map(({ text }) => text)).toEqual([...head, '问题']);
    expect(table?.rows[2]?.cells.map(({ text }) => text).slice(0, 3)).toEqual(['123', '2015-01-01', '宇航员']);
    expect(table?.rows[2]?.cells.at(-1)?.text).toContain('单位：没有找到这个单位');
    const again = await upload(office, new Uint8Array(back));
    expect(again).toMatchObject({ rows: 3, problemRows: 2 });
    for (const { id, version } of [made, again]) expect((await office.discardRosterImport({ params: { id }, body: { version } })).state).toBe('discarded');
    expect((await office.listRosterRows({ params: { id: made.id } })).total).toBe(0);
    expect(await code(office.getRosterFile({ params: { id: made.id } }))).toBe('lifecycle.not_allowed');
  });

  it('give a template that reads as an empty roster, with the values that are allowed', async () => {
    const [blank, values] = await readTables(new Uint8Array(await (await office.getRosterTemplate({})).arrayBuffer()));
    expect(blank?.rows[0]?.cells.map(({ text }) => text)).toEqual(['姓名', '手机号', '出生日期', '职业', '县（市、区）', '单位', '关注的主题', '人才队伍']);
    expect(values?.rows.flatMap(({ cells }) => cells.map(({ text }) => text))).toEqual(expect.arrayContaining(['教师', '鹿城区', '科普讲师团']));
    const [theirs] = await readTables(new Uint8Array(await (await women.getRosterTemplate({})).arrayBuffer()));
    expect(theirs?.rows[0]?.cells.map(({ text }) => text)).not.toContain('人才队伍');
    expect(await code(upload(office, new Uint8Array(await (await office.getRosterTemplate({})).arrayBuffer())))).toBe('paper.empty');
  });

  it('are refused with a way out when they are no workbook, too large, or break their directory’s word', async () => {
    expect(await code(upload(office, Buffer.from('姓名,手机号\n甲,13800000000\n'), '名册.xlsx'))).toBe('roster.type_unsupported');
    expect(await code(upload(office, new Uint8Array()))).toBe('paper.empty');
    expect(await code(upload(office, xlsxFile([{ name: '名单', rows: [['甲', '乙'], ['1', '2']] }])))).toBe('roster.columns_missing');
    expect(await code(upload(office, Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')])))).toBe('paper.password_protected');
    const good = sheet(row());
    expect(await code(upload(office, good.subarray(0, good.length - 40)))).toBe('paper.truncated');
    const bomb = zipFile([{ name: '[Content_Types].xml', data: '' }, { name: 'xl/workbook.xml', data: Buffer.alloc(60_000_000), deflate: true }]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await code(upload(office, bomb))).toBe('paper.too_large_unpacked');
    expect(await code(upload(office, Buffer.alloc(4 * 1024 * 1024 + 1, 1)))).toBe('input.too_large');
    expect(await code(upload(office, sheet(...Array.from({ length: 10_001 }, () => row({ name: '多', phone: '13800000000' })))))).toBe('paper.too_many_rows');
  });

  it('stay within reach: a county its own people, a liaison its own unit, a preview its maker', async () => {
    const mine = await upload(county, sheet(row({ county: '平阳县' }), row({ county: '鹿城区' }), row({ county: '' })));
    const { data } = await county.listRosterRows({ params: { id: mine.id } });
    const session = await county.getSession();
    const own = session.grants[0]?.scope.name ?? '';
    expect(own).not.toBe('');
    for (const one of data) expect([one.county, one.problems.map((problem) => problem.code)]).toEqual([one.county, one.county === own ? [] : ['out_of_reach']]);
    expect(data.filter(({ county: place }) => place === own)).toHaveLength(2);

    const theirs = await upload(women, sheet(row({ unit: '' }), row({ unit: '团市委' }), row({ unit: '市妇联', pool: '科普讲师团' })));
    const rows = (await women.listRosterRows({ params: { id: theirs.id } })).data.sort((a, b) => a.rowNo - b.rowNo);
    expect(rows.map(({ unit, problems }) => [unit, problems.map((problem) => problem.code)])).toEqual([['市妇联', []], ['团市委', ['out_of_reach']], ['市妇联', ['pool_not_yours']]]);
    const at = { params: { id: theirs.id } };
    for (const call of [league.getRosterImport(at), county.getRosterImport(at), league.listRosterRows(at), league.getRosterFile(at), league.commitRosterImport({ ...at, body: { version: 1, skipProblems: true } }), league.discardRosterImport({ ...at, body: { version: 1 } })]) expect(await code(call)).toBe('resource.not_found');
    expect((await league.listRosterImports()).data.map(({ id }) => id)).not.toContain(theirs.id);
    expect((await office.getRosterImport(at)).body).toBe('市妇联');

    const done = await commit(women, theirs, true);
    expect(done.counts.pending).toBe(1);
    const [entry] = (await women.listRosterEntries({ query: { importId: theirs.id } })).data;
    const its = { params: { id: entry?.id ?? '' } };
    expect((await league.listRosterEntries()).data.map(({ id }) => id)).not.toContain(entry?.id);
    expect(await code(league.withdrawRosterEntry(its))).toBe('resource.not_found');
    expect(await code(league.remindRosterEntry(its))).toBe('resource.not_found');
    expect((await league.createRosterLinks({ body: { ids: [entry?.id ?? ''] } })).links).toEqual([]);
    await women.undoRosterImport({ ...at, body: { version: done.version } });
  });

  it('ask each person once, whatever is pressed at the same time', async () => {
    const made = await upload(office, sheet(row(), row(), row()));
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => commit(office, made)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await office.listRosterEntries({ query: { importId: made.id } })).total).toBe(3);

    // Two rosters with one number: one question.
    const number = phone();
    const [one, other] = await Promise.all([upload(office, sheet(row({ phone: number }))), upload(women, sheet(row({ phone: number })))]);
    const both = await Promise.allSettled([commit(office, one), commit(women, other)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await upload(office, sheet(row({ phone: number })))).problemRows).toBe(1);
    expect(await code(commit(office, await upload(office, sheet(row({ phone: number }))), true))).toBe('roster.nobody_left');
    // It is told that the number is taken, and not whose it is.
    const registered = await upload(office, sheet(row({ phone: number })));
    expect((await office.listRosterRows({ params: { id: registered.id } })).data[0]?.problems).toEqual([{ code: 'known_phone', field: 'phone', cell: 'B2', value: `137****${number.slice(-4)}`, suggestion: null }]);
  });

  it('make a volunteer of whoever says yes with their own number, and of nobody else', async () => {
    const number = phone();
    const { tokens: [token = ''], entries: [entry], links: [link] } = await asked(office, row({ name: '戚若谷', phone: number, unit: '温州大学', pool: '科普讲师团', occupation: '科研人员' }));
    expect(link?.qr).toContain('<svg');
    expect(entry).toMatchObject({ name: '戚若谷', state: 'pending', phone: `137****${number.slice(-4)}`, unit: '温州大学', pool: '科普讲师团' });
    expect((await office.listVolunteers({ query: { q: '戚若谷' } })).total).toBe(0);
    expect(await anybody.lookUpRosterEntry({ body: { token } })).toMatchObject({ name: '戚若谷', phone: `137****${number.slice(-4)}`, bornOn: '1980-01-02', occupation: 'researcher', unit: '温州大学', county: '鹿城区', pool: '科普讲师团', consent });
    expect(await codeOf(await accept({ token, phone: phone() }))).toBe('roster.wrong_phone');
    expect(await codeOf(await accept({ token, phone: number, password: undefined }))).toBe('input.invalid');
    expect(await codeOf(await accept({ token, phone: number, password: '12345678' }))).toBe('auth.password_weak');
    expect(await codeOf(await accept({ token, phone: number, consent: '2001-01-01' }))).toBe('input.invalid');
    expect(await codeOf(await accept({ token, phone: number }, await server.cookie('liaison')))).toBe('roster.wrong_phone');

    const answers = await Promise.all(Array.from({ length: 4 }, () => accept({ token, phone: ` ${number.slice(0, 3)} ${number.slice(3)}` })));
    const [yes, ...more] = answers.filter(({ status }) => status === 201);
    if (!yes) throw new Error(`Nobody came in: ${await answers[0]?.text()}`);
    expect(more).toEqual([]);
    const me = clientOf(yes);
    expect(await me.getMyVolunteer()).toMatchObject({ name: '戚若谷', occupation: 'researcher', unit: { name: '温州大学' }, bornOn: '1980-01-02', pools: expect.arrayContaining([expect.objectContaining({ name: '科普讲师团' })]) as unknown });
    expect((await me.getMyConsents()).data.find(({ kind }) => kind === 'privacy')?.method).toBe('self');
    const [after] = (await office.listRosterEntries({ query: { ids: entry?.id ?? '' } })).data;
    expect(after).toMatchObject({ state: 'accepted', name: '戚若谷', phone: null });
    expect(await code(anybody.lookUpRosterEntry({ body: { token } }))).toBe('roster.link_unknown');
    expect(await codeOf(await accept({ token, phone: number }))).toBe('roster.link_unknown');
    expect(await code(office.withdrawRosterEntry({ params: { id: entry?.id ?? '' } }))).toBe('roster.not_open');
    const data = await (await me.getMyData({})).text();
    expect(data).toContain('"rosters"');
    expect((await upload(office, sheet(row({ phone: number })))).problemRows).toBe(1);
  });

  it('let one of fifty answers through', async () => {
    const number = phone();
    const { tokens: [token = ''] } = await asked(office, row({ name: '容五十', phone: number }));
    const answers = await Promise.all(Array.from({ length: 50 }, () => accept({ token, phone: number })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = await Promise.all(answers.filter(({ status }) => status !== 201).map(codeOf));
    expect(refused.filter((one) => !['rate.limited', 'roster.link_unknown', 'roster.sign_in_first'].includes(one ?? ''))).toEqual([]);
    expect((await office.listVolunteers({ query: { q: '容五十' } })).total).toBe(1);
  });

  it('leave whoever declines in peace, and forget what was entered', async () => {
    const number = phone();
    const { tokens: [token = ''], entries: [entry] } = await asked(women, row({ name: '谢不敏', phone: number }));
    expect(await anybody.declineRosterEntry({ body: { token } })).toEqual({ done: true });
    expect(await code(anybody.declineRosterEntry({ body: { token } }))).toBe('roster.link_unknown');
    expect((await women.listRosterEntries({ query: { ids: entry?.id ?? '' } })).data[0]).toMatchObject({ state: 'declined', name: '', phone: null });
    const again = await upload(women, sheet(row({ phone: number })));
    expect((await women.listRosterRows({ params: { id: again.id } })).data[0]?.problems.map((problem) => problem.code)).toEqual(['declined_before']);
    // Another body may ask.
    expect((await upload(league, sheet(row({ phone: number })))).problemRows).toBe(0);
  });

  it('are answered by whoever has an account with that account', async () => {
    const number = phone();
    const { tokens: [token = ''] } = await asked(office, row({ name: '别的名字', phone: number, pool: '科普讲师团' }));
    const registration = await server.fetch('/api/v1/volunteers', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: '先来的人', phone: number, bornOn: '1981-01-01', occupation: 'teacher', unitId: null, countyCode: '330302', password, consent }),
    });
    expect(registration.status).toBe(201);
    expect(await codeOf(await accept({ token, phone: number }))).toBe('roster.sign_in_first');
    const cookie = registration.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const answer = await accept({ token, phone: number, password: undefined }, cookie);
    expect(answer.status).toBe(201);
    const me = createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie } });
    expect(await me.getMyVolunteer()).toMatchObject({ name: '先来的人', pools: expect.arrayContaining([expect.objectContaining({ name: '科普讲师团' })]) as unknown });
  });

  it('send each link once where messages reach phones, and keep no number in the clear', async () => {
    const numbers = [phone(), phone()];
    const { made, links } = await asked(office, ...numbers.map((number, at) => row({ name: `信使${'甲乙'[at] ?? ''}`, phone: number })));
    const texts = await Promise.all(numbers.map(async (number) => (await messagesTo(server, `+86${number}`))[0] ?? ''));
    for (const { link } of links) expect(texts.some((text) => text.includes(link))).toBe(true);
    expect(numbers.map((number) => sentBy(server).filter((text) => text.includes(`+86${number}`)).length)).toEqual([1, 1]);
    const kept = await keptBy(server);
    expect(kept.length).toBeGreaterThan(100_000);
    for (const word of [...numbers, ...links.map(({ link }) => tokenOf(link))]) expect([word, kept.includes(word), server.process.log.includes(word)]).toEqual([word, false, false]);
    expect(made.counts.pending).toBe(2);
  });

  it('are taken back whole or one by one, reminded once a day, and end after thirty days', async () => {
    const { made, entries, tokens } = await asked(office, row({ name: '甲一' }), row({ name: '乙二' }), row({ name: '丙三' }));
    const [first, second] = entries;
    const at = (entry = first) => ({ params: { id: entry?.id ?? '' } });
    expect((await office.remindRosterEntry(at())).remindedAt).not.toBeNull();
    expect(await code(office.remindRosterEntry(at()))).toBe('roster.reminded_today');
    expect((await office.withdrawRosterEntry(at())).state).toBe('withdrawn');
    expect(await code(office.remindRosterEntry(at()))).toBe('roster.not_open');
    const before = await office.getRosterImport({ params: { id: made.id } });
    expect(before.counts).toMatchObject({ pending: 2, withdrawn: 1 });
    expect(await code(office.undoRosterImport({ params: { id: made.id }, body: { version: before.version + 5 } }))).toBe('version.stale');
    expect(await office.undoRosterImport({ params: { id: made.id }, body: { version: before.version } })).toMatchObject({ state: 'undone', counts: { pending: 0, withdrawn: 3 } });
    for (const token of tokens) expect(await code(anybody.lookUpRosterEntry({ body: { token } }))).toBe('roster.link_unknown');
    expect(await code(office.remindRosterEntry(at(second)))).toBe('roster.not_open');

    const late = await asked(office, row({ name: '丁四' }));
    const no = await asked(office, row({ name: '丁五' }));
    await anybody.declineRosterEntry({ body: { token: no.tokens[0] ?? '' } });
    try {
      await server.control.clock({ advanceMs: 31 * 86_400_000 });
      const later = createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie: await signIn(server.url, 'office', demoPassword) } });
      expect(await code(anybody.lookUpRosterEntry({ body: { token: late.tokens[0] ?? '' } }))).toBe('roster.link_unknown');
      expect((await later.listRosterEntries({ query: { importId: late.made.id, state: 'expired' } })).total).toBe(1);
      // The nightly sweep lets go of the rows and of the people.
      await until(() => later.getRosterImport({ params: { id: late.made.id } }), ({ kept }) => !kept);
      expect((await later.listRosterEntries({ query: { importId: late.made.id } })).data[0]).toMatchObject({ state: 'expired', name: '', phone: null });
      const rule = async (client: Client, key: string) => (await client.getRetention()).data.find((one) => one.key === key);
      const before = (await until(() => rule(later, 'roster_rows'), (kept) => (kept?.removedInAll ?? 0) > 0))?.lastRunAt ?? '';
      // A year after the question was over nobody knows that it was asked, but for the no.
      await server.control.clock({ advanceMs: 362 * 86_400_000 });
      const almost = createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie: await signIn(server.url, 'office', demoPassword) } });
      await until(() => rule(almost, 'closed_names'), (kept) => (kept?.lastRunAt ?? '') > before);
      expect((await almost.listRosterEntries({ query: { importId: late.made.id } })).total).toBe(1);
      await server.control.clock({ advanceMs: 4 * 86_400_000 });
      const after = createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie: await signIn(server.url, 'office', demoPassword) } });
      await until(() => after.listRosterEntries({ query: { importId: late.made.id } }), ({ total }) => total === 0);
      expect((await after.listRosterEntries({ query: { importId: no.made.id } })).data).toMatchObject([{ state: 'declined' }]);
    } finally {
      await server.control.clock({ reset: true });
    }
  });
});
