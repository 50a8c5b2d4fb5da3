import { createClient, type Client } from '@kepu/api-client';
import { addDays } from '@kepu/domain';
import type { Collection, CollectionAnswer } from '@kepu/contracts';
import ExcelJS from 'exceljs';
import { newPerson } from '../matrix/people.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { refusal, unitIds, until } from './papers.js';

type Given = NonNullable<Parameters<Client['createCollection']>[0]['body']['fields']>[number];
const fields = [
  { label: '场馆名称', type: 'text', required: true, maxLength: 20 }, { label: '面积', type: 'decimal', unitOfMeasure: '平方米', places: 1, min: 0, sum: 'sum' }, { label: '讲师', type: 'whole', min: 0, max: 1000, sum: 'sum', required: true }, { label: '开放', type: 'flag', sum: 'count' },
  { label: '类别', type: 'choice', options: ['科技馆', '展厅', '其他'], sum: 'count' }, { label: '对象', type: 'choices', options: ['老人', '青少年'], sum: 'count' }, { label: '建成', type: 'month' }, { label: '检查日', type: 'day' }, { label: '备注', type: 'long' },
] as const satisfies readonly Given[];

eachDatabase('small tables that units fill in', (database) => {
  let server: TestServer;
  let [office, editor, youth, women, approver, publisher, county, leader]: Client[] = [];
  let reader: Client;
  let units: ReadonlyMap<string, string>;
  let today: string;
  let asked: Collection;
  let countyCode: string;
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
  const because = (one: { id: string; version: number }, reason: string) => ({ params: { id: one.id }, body: { version: one.version, reason } });
  const unitId = (name: string) => of(units.get(name));
  const key = (label: string, one = asked) => of(one.fields.find((field) => field.label === label)).key;
  const draft = (names: readonly string[], more: { title?: string; fields?: readonly Given[]; mostRows?: number; dueOn?: string } = {}) => of(office).createCollection({ body: { title: more.title ?? '科普场馆摸底', dueOn: more.dueOn ?? addDays(today, 9), mostRows: more.mostRows ?? 3, audience: { unitIds: names.map(unitId) }, fields: [...(more.fields ?? fields)] } });
  const open = async (names: readonly string[], more: Parameters<typeof draft>[1] = {}) => of(office).openCollection(at(await draft(names, more)));
  const now = (one: { id: string }) => of(office).getCollection({ params: { id: one.id } });
  const answerOf = async (client: Client | undefined, one: Collection, name: string): Promise<CollectionAnswer> => {
    const row = of((await of(client).listCollectionAnswers({ params: { id: one.id }, query: { perPage: 200 } })).data.find(({ unit }) => unit.name === name));
    return of(client).getCollectionAnswer({ params: { id: row.id } });
  };
  const save = (client: Client | undefined, one: CollectionAnswer, rows: CollectionAnswer['rows'], none = false) => of(client).saveCollectionAnswer({ params: { id: one.id }, body: { version: one.version, none, rows } });
  const wrong = async (client: Client | undefined, one: CollectionAnswer, rows: CollectionAnswer['rows']) => ((await refusal(save(client, one, rows))).errors ?? []).map(({ path, code: which }) => [path, which]);
  const told = async (client: Client | undefined, kind: string) => (await of(client).listNotices({ query: { perPage: 200 } })).data.filter((one) => one.kind === kind).map((one) => one.link);
  const bookOf = async (path: string, as: string) => { const book = new ExcelJS.Workbook(); await book.xlsx.load(await (await server.fetch(path, { as, headers: { 'accept-language': 'zh-CN' } })).arrayBuffer()); return book; };
  const lines = (sheet: ExcelJS.Worksheet | undefined) => Array.from({ length: of(sheet).rowCount }, (_, index) => (of(sheet).getRow(index + 1).values as unknown[]).slice(1).map((value) => value ?? ''));

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
    [office, editor, youth, women, approver, publisher, county, leader] = await Promise.all(['office', 'editor', 'liaison', 'liaison-women', 'approver', 'publisher', 'county', 'leader'].map((name) => server.client(name)));
    reader = createClient({ baseUrl: server.url, headers: { cookie: (await newPerson(server, of(office), 'inspector@demo.kepu', { role: 'reader' })).cookie } });
    const session = await of(county).getSession();
    [today, countyCode] = [session.today, of(session.grants[0]?.scope.id)];
    for (const name of ['县科普馆甲', '县科普馆乙']) await of(office).createUnit({ body: { name, fullName: `样例${name}`, kind: 'institution', divisionCode: countyCode } });
    await of(office).createUnit({ body: { name: '巾帼科普馆', fullName: '市妇联巾帼科普馆', kind: 'institution', divisionCode: '330300', parentId: of((await unitIds(of(office))).get('市妇联')) } });
    units = await unitIds(of(office));
  });

  it('are designed in a draft that only the office sees, and a bad design is told part by part', async () => {
    const made = await draft(['市妇联', '团市委', '市妇联']);
    expect(made).toMatchObject({ state: 'draft', counts: { asked: 2, answered: 0 }, begun: false, own: [], fields: [{ label: '场馆名称', required: true }, { label: '面积', unitOfMeasure: '平方米' }, {}, {}, {}, {}, {}, {}, {}] });
    for (const client of [youth, leader, county, reader]) expect(await code(of(client).getCollection({ params: { id: made.id } }))).toBe('resource.not_found');
    for (const client of [youth, approver, leader, county, reader]) expect(await code(of(client).createCollection({ body: { title: '不行', dueOn: today } }))).toBe('auth.forbidden');
    const bad = await refusal(of(office).updateCollection({ params: { id: made.id }, body: { version: made.version, fields: [{ label: '甲', type: 'choice', options: ['一'] }, { label: '甲', type: 'whole', min: 3, max: 1, sum: 'count' }, { label: '馆长手机号', type: 'text' }] } }));
    expect([bad.code, (bad.errors ?? []).map(({ path, code: which }) => [path, which])]).toEqual(['input.invalid', [['body.fields.0.options', 'options_missing'], ['body.fields.1.label', 'label_twice'], ['body.fields.1.min', 'bounds'], ['body.fields.1.sum', 'sum_unfit'], ['body.fields.2.personalReason', 'personal_reason']]]);
    const kept = await of(office).updateCollection({ params: { id: made.id }, body: { version: made.version, fields: [{ label: '馆长手机号', type: 'text', personalReason: '应急联络，领导批示' }, ...made.fields] } });
    expect(kept.fields.slice(1).map(({ key: one }) => one)).toEqual(made.fields.map(({ key: one }) => one));
    expect(await code(of(office).updateCollection({ params: { id: made.id }, body: { version: made.version, title: '迟到的修改' } }))).toBe('version.stale');
    expect(await code(of(office).updateCollection({ params: { id: made.id }, body: { version: kept.version, audience: { unitIds: [made.id] } } }))).toBe('reference.not_found');
    expect(await code(of(office).updateCollection({ params: { id: made.id }, body: { version: kept.version, audience: { divisions: ['999999'] } } }))).toBe('reference.not_found');
    const empty = await of(office).updateCollection({ params: { id: made.id }, body: { version: kept.version, fields: [], audience: {} } });
    expect(await code(of(office).openCollection(at(empty)))).toBe('collection.no_fields');
    const filled = await of(office).updateCollection({ params: { id: made.id }, body: { version: empty.version, fields: [{ label: '数量', type: 'whole' }], dueOn: addDays(today, -1) } });
    expect(await code(of(office).openCollection(at(filled)))).toBe('collection.day_over');
    const late = await of(office).updateCollection({ params: { id: made.id }, body: { version: filled.version, dueOn: today } });
    expect(await code(of(office).openCollection(at(late)))).toBe('collection.no_units');
    expect(await of(office).deleteCollection({ params: { id: made.id } })).toEqual({ done: true });
    // All of a kind in a county, and one by name on top.
    const wide = await of(office).createCollection({ body: { title: '县里的', dueOn: today, audience: { unitKinds: ['institution'], divisions: [countyCode], unitIds: [unitId('团市委')] } } });
    expect(wide.counts.asked).toBeGreaterThanOrEqual(3);
    expect(await of(office).deleteCollection({ params: { id: wide.id } })).toEqual({ done: true });
    expect(await code(of(office).createCollection({ body: { title: '太多', dueOn: today, fields: Array.from({ length: 41 }, (_, index) => ({ label: `栏${index}`, type: 'text' as const })) } }))).toBe('input.invalid');
    expect((await of(office).createCollection({ body: { title: '远年', dueOn: '2099-03-02' } })).dueUncertain).toBe(true);
  });

  it('reach those who are asked, and what they write is theirs until it is handed in', async () => {
    asked = await open(['团市委', '市妇联', '巾帼科普馆', '县科普馆甲', '县科普馆乙']);
    expect(asked).toMatchObject({ state: 'open', counts: { asked: 5, answered: 0, missing: 5, late: 0 } });
    expect(await until(() => told(women, 'collection_opened'), (links) => links.includes(`/collections/${asked.id}`))).toContain(`/collections/${asked.id}`);
    expect(await code(of(office).openCollection(at(asked)))).toBe('lifecycle.not_allowed');
    expect((await of(women).getCollection({ params: { id: asked.id } })).own.map(({ unit }) => unit.name)).toEqual(['市妇联', '巾帼科普馆']);
    expect((await of(women).listCollections({ query: { toAnswer: 'true' } })).data.map(({ id }) => id)).toContain(asked.id);
    expect((await of(approver).listCollections({ query: { toAnswer: 'true' } })).total).toBe(0);
    const seen = async (client: Client | undefined) => (await of(client).listCollectionAnswers({ params: { id: asked.id } })).data.map(({ unit }) => unit.name).sort();
    expect(await seen(women)).toEqual(['巾帼科普馆', '市妇联'].sort());
    expect(await seen(county)).toEqual(['县科普馆乙', '县科普馆甲'].sort());
    for (const client of [office, leader, reader]) expect(await seen(client)).toHaveLength(5);
    const own = await answerOf(women, asked, '市妇联');
    for (const client of [youth, approver, county]) expect(await code(of(client).getCollectionAnswer({ params: { id: own.id } }))).toBe('resource.not_found');
    for (const client of [office, county, reader, leader, approver]) expect(await code(save(client, own, []))).toBe('auth.forbidden');
    expect(await code(save(youth, own, []))).toBe('resource.not_found');
    const saved = await save(women, own, [{ [key('场馆名称')]: '妇女儿童馆', [key('面积')]: 120.5, [key('讲师')]: 4 }]);
    expect(saved).toMatchObject({ state: 'draft', may: { write: true, submit: true, decide: false }, approvers: [], rows: [{ [key('讲师')]: 4 }] });
    expect(await of(office).getCollectionAnswer({ params: { id: own.id } })).toMatchObject({ state: 'draft', rows: [], may: { write: false, submit: false, decide: true } });
    expect((await of(office).listCollectionRows({ params: { id: asked.id } })).total).toBe(0);
    expect(await code(save(women, own, []))).toBe('version.stale');
    const two = await Promise.allSettled([1, 2].map((count) => save(women, saved, [{ [key('场馆名称')]: `并发${count}`, [key('讲师')]: count }])));
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('take only what fits a column, and name each cell that does not', async () => {
    const own = await answerOf(women, asked, '市妇联');
    const cases: readonly (readonly [string, CollectionAnswer['rows'][number][string], string])[] = [
      ['场馆名称', '名'.repeat(21), 'too_long'], ['场馆名称', 5, 'wrong_type'], ['面积', 1.25, 'too_many_places'], ['面积', -1, 'too_small'], ['面积', '120', 'not_number'], ['讲师', 1.5, 'not_whole'], ['讲师', 1001, 'too_big'], ['讲师', 1e300, 'too_big'], ['开放', '是', 'not_yes_no'], ['类别', '宾馆', 'not_choice'], ['对象', ['老人', '外星人'], 'not_choice'],
      ['建成', '2026-13', 'bad_month'], ['检查日', '2026-02-30', 'bad_date'], ['备注', '坏\u0007字', 'bad_format'],
    ];
    expect(await wrong(women, own, cases.slice(0, 3).map(([label, value]) => ({ [key(label)]: value })))).toEqual(cases.slice(0, 3).map(([label, , which], row) => [`body.rows.${row}.${key(label)}`, which]));
    for (const [label, value, which] of cases) expect([label, await wrong(women, own, [{ [key(label)]: value }])]).toEqual([label, [[`body.rows.0.${key(label)}`, which]]]);
    expect(await wrong(women, own, [{ 'no-such': '丢了可惜' }])).toEqual([['body.rows.0.no-such', 'unknown_column']]);
    expect(await wrong(women, own, [1, 2, 3, 4].map((count) => ({ [key('讲师')]: count })))).toEqual([['body.rows', 'rows_many']]);
    expect(await code(of(women).saveCollectionAnswer({ params: { id: own.id }, body: { version: own.version, none: false, rows: Array.from({ length: 201 }, () => ({})) } }))).toBe('input.invalid');
    const half = await save(women, own, [{ [key('场馆名称')]: '只有名字' }, {}]);
    expect(half.rows).toHaveLength(1);
    expect(((await refusal(of(women).submitCollectionAnswer(at(half)))).errors ?? []).map(({ path, code: which }) => [path, which])).toEqual([[`body.rows.0.${key('讲师')}`, 'required']]);
    const nothing = await save(women, half, []);
    expect(((await refusal(of(women).submitCollectionAnswer(at(nothing)))).errors ?? []).map(({ path, code: which }) => [path, which])).toEqual([['body.rows', 'rows_missing']]);
  });

  it('are handed in by whom the unit lets speak, looked at, given back and handed in again', async () => {
    const rows = [{ [key('场馆名称')]: '=HYPERLINK("坏")', [key('面积')]: 0.1, [key('讲师')]: 2, [key('开放')]: true, [key('类别')]: '展厅', [key('对象')]: ['老人', '青少年'] }, { [key('场馆名称')]: '二馆', [key('面积')]: 0.2, [key('讲师')]: 3, [key('开放')]: false, [key('建成')]: '2020-05' }];
    const first = await of(women).submitCollectionAnswer(at(await save(women, await answerOf(women, asked, '市妇联'), rows)));
    expect(first).toMatchObject({ state: 'submitted', late: false, submitted: { by: expect.any(String) } });
    expect(await code(save(women, first, rows))).toBe('lifecycle.not_allowed');
    // Nobody has looked at it: the unit may have it back, and has not handed in.
    const recalled = await of(women).recallCollectionAnswer(at(first));
    expect(recalled).toMatchObject({ state: 'draft', submitted: null });
    const again = await of(women).submitCollectionAnswer(at(recalled));
    const returned = await of(office).returnCollectionAnswer(because(again, '二馆的面积单位好像不对。'));
    expect(returned.state).toBe('returned');
    expect(await until(() => told(women, 'collection_returned'), (links) => links.length > 0)).toContain(`/collection-answers/${again.id}`);
    expect((await now(asked)).counts).toMatchObject({ answered: 0, missing: 5 });
    const third = await of(women).submitCollectionAnswer(at(await save(women, await answerOf(women, asked, '市妇联'), rows)));
    expect(third).toMatchObject({ state: 'submitted', returned: { reason: '二馆的面积单位好像不对。', inside: false } });
    const both = await Promise.allSettled([office, editor].map((client) => of(client).acceptCollectionAnswer(at(third))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await code(of(women).recallCollectionAnswer(at(await answerOf(women, asked, '市妇联'))))).toBe('lifecycle.not_allowed');
    // Somebody approves in 团市委: they hand in, and what was said inside stays inside.
    const league = await save(publisher, await answerOf(youth, asked, '团市委'), [{ [key('场馆名称')]: '青年馆', [key('讲师')]: 7 }]);
    expect(await refusal(of(youth).submitCollectionAnswer(at(league)))).toMatchObject({ code: 'unit_report.needs_approver' });
    expect(await code(of(publisher).submitCollectionAnswer(at(league)))).toBe('auth.forbidden');
    const handed = await of(youth).handOverCollectionAnswer(at(league));
    expect(await until(() => told(approver, 'collection_checking'), (links) => links.length > 0)).toContain(`/collection-answers/${league.id}`);
    expect((await of(approver).listCollections({ query: { toAnswer: 'true' } })).data.map(({ id }) => id)).toEqual([asked.id]);
    const back = await of(approver).sendBackCollectionAnswer(because(handed, '讲师少了一位'));
    expect(back.returned).toMatchObject({ inside: true, reason: '讲师少了一位' });
    expect((await of(office).getCollectionAnswer({ params: { id: league.id } })).returned).toBeNull();
    const fixed = await of(youth).handOverCollectionAnswer(at(await save(youth, back, [{ [key('场馆名称')]: '青年馆', [key('讲师')]: 8 }])));
    expect(await of(approver).submitCollectionAnswer(at(fixed))).toMatchObject({ state: 'submitted', returned: null });
    expect((await of(office).getCollectionAnswerHistory({ params: { id: league.id } })).data.map(({ action }) => action)).toEqual(['collection_answer.submitted']);
    expect((await of(approver).getCollectionAnswerHistory({ params: { id: league.id } })).data.length).toBeGreaterThan(4);
    expect(await code(of(youth).handOverCollectionAnswer(at(await answerOf(youth, asked, '团市委'))))).toBe('lifecycle.not_allowed');
    // Nothing of the kind, in one tap.
    const none = await of(women).submitCollectionAnswer(at(await save(women, await answerOf(women, asked, '巾帼科普馆'), [], true)));
    expect(none).toMatchObject({ state: 'submitted', none: true, rows: [] });
    const waiting = (await of(office).listCollectionAnswers({ params: { id: asked.id }, query: { show: 'toCheck' } })).data;
    expect(waiting.map(({ unit }) => unit.name).sort()).toEqual(['团市委', '巾帼科普馆'].sort());
    expect(await of(office).acceptCollectionAnswers({ params: { id: asked.id }, body: { answers: waiting.map(({ id, version }) => ({ id, version })) } })).toEqual({ changed: 2 });
  });

  it('are added up for those who may see, found by words, and leave as sheets without formulas', async () => {
    const table = await of(office).listCollectionRows({ params: { id: asked.id } });
    expect(table.data.map(({ unit, no, values }) => `${unit.name} ${no} ${String(values[key('讲师')])}`).sort()).toEqual(['团市委 1 8', '市妇联 1 2', '市妇联 2 3'].sort());
    const sum = (label: string, from = table.sums) => of(from.find((one) => one.key === key(label)));
    expect([sum('讲师').value, sum('面积').value, sum('面积').empty]).toEqual([13, 0.3, 1]);
    expect(sum('对象').counts).toEqual([{ option: '老人', count: 1 }, { option: '青少年', count: 1 }]);
    expect(sum('开放').counts).toEqual([{ option: 'true', count: 1 }, { option: 'false', count: 1 }]);
    expect((await of(office).listCollectionRows({ params: { id: asked.id }, query: { q: '二馆' } })).data.map(({ no }) => no)).toEqual([2]);
    expect((await of(office).listCollectionRows({ params: { id: asked.id }, query: { q: 'tuanshiwei' } })).total).toBe(1);
    expect([(await of(women).listCollectionRows({ params: { id: asked.id } })).total, (await of(women).listCollectionRows({ params: { id: asked.id }, query: { q: '青年馆' } })).total, (await of(county).listCollectionRows({ params: { id: asked.id } })).total]).toEqual([2, 0, 0]);
    expect(sum('讲师', (await of(women).listCollectionRows({ params: { id: asked.id } })).sums).value).toBe(5);
    for (const client of [leader, reader]) expect((await of(client).listCollectionRows({ params: { id: asked.id } })).total).toBe(3);
    const summary = await of(office).getCollectionSummary({ params: { id: asked.id } });
    expect(summary.counties.map(({ asked: count, answered }) => [count, answered])).toEqual(expect.arrayContaining([[3, 3], [2, 0]]));
    expect(summary.before).toBeNull();
    const book = await bookOf(`/api/v1/collections/${asked.id}/answers.xlsx`, 'office');
    expect(book.worksheets.map(({ name }) => name)).toEqual(['填报明细', '未报单位', '计数 开放 4', '计数 类别 5', '计数 对象 6']);
    const rows = lines(book.worksheets[0]);
    expect(rows[0]?.slice(0, 6)).toEqual(['所属区县', '单位', '序号', '场馆名称', '面积（平方米）', '讲师']);
    expect(rows.find((row) => row[1] === '市妇联')?.slice(2, 9)).toEqual([1, '\'=HYPERLINK("坏")', 0.1, 2, '是', '展厅', '老人、青少年']);
    expect(rows.find((row) => row[0] === '合计')?.slice(3, 6)).toEqual(['', 0.3, 13]);
    expect(rows.find((row) => row[1] === '巾帼科普馆')?.[3]).toBe('本单位没有');
    expect(lines(book.worksheets[1]).slice(1).map((row) => row[1]).sort()).toEqual(['县科普馆乙', '县科普馆甲'].sort());
    expect(lines((await bookOf(`/api/v1/collections/${asked.id}/answers.xlsx`, 'liaison')).worksheets[0]).some((row) => row.includes('市妇联'))).toBe(false);
    expect((await server.fetch(`/api/v1/collections/${asked.id}/summary.docx`, { as: 'office' })).status).toBe(200);
    expect((await of(leader).listCollections({ query: { q: '场馆' } })).data.map(({ audience }) => audience.units)).toEqual([[]]);
  });

  it('keep their columns once somebody has written', async () => {
    const before = await now(asked);
    const change = (next: readonly Given[], more: Omit<Parameters<Client['updateCollection']>[0]['body'], 'version' | 'fields'> = {}) => of(office).updateCollection({ params: { id: asked.id }, body: { version: before.version, fields: [...next], ...more } });
    expect(await refusal(change(before.fields.slice(1)))).toMatchObject({ code: 'collection.field_gone', params: { label: '场馆名称' } });
    expect(await code(change(before.fields.map((field) => (field.label === '讲师' ? { ...field, type: 'text' as const, sum: 'none' as const } : field))))).toBe('collection.field_retyped');
    expect(await code(change([...before.fields, { label: '新栏', type: 'text', required: true }]))).toBe('collection.field_demanded');
    expect(await code(of(office).updateCollection({ params: { id: asked.id }, body: { version: before.version, mostRows: 5 } }))).toBe('collection.fixed');
    expect(await code(of(office).updateCollection({ params: { id: asked.id }, body: { version: before.version, dueOn: addDays(today, -1) } }))).toBe('collection.day_over');
    const after = await change([{ label: '新栏', type: 'text' }, ...before.fields.map((field) => (field.label === '讲师' ? { ...field, label: '讲师人数' } : field))], { dueOn: addDays(today, 10) });
    expect([after.fields.map(({ label }) => label).slice(0, 4), after.dueOn]).toEqual([['新栏', '场馆名称', '面积', '讲师人数'], addDays(today, 10)]);
    expect((await of(office).listCollectionRows({ params: { id: asked.id }, query: { q: '青年馆' } })).data[0]?.values[key('讲师')]).toBe(8);
    asked = { ...after, fields: after.fields.map((field) => (field.label === '讲师人数' ? { ...field, label: '讲师' } : field)) };
  });

  it('are filled in from a sheet: what is wrong is told by its cell and stands in the file', async () => {
    const one = await open(['市妇联'], { title: '用表格填' });
    const own = await answerOf(women, one, '市妇联');
    const template = await bookOf(`/api/v1/collection-answers/${own.id}/template.xlsx`, 'liaison-women');
    const sheet = of(template.worksheets[0]);
    expect(lines(sheet)[0]).toEqual(['场馆名称', '面积（平方米）', '讲师', '开放', '类别', '对象', '建成', '检查日', '备注']);
    expect(sheet.getCell('E2').dataValidation.formulae).toHaveLength(1);
    sheet.getRow(2).values = ['一馆', 12.5, 3, '是', '展厅', '老人、青少年', '2020年5月', new Date('2026-03-05T00:00:00Z'), '=1+1'];
    sheet.getRow(3).values = ['', '很大', '三个', '也许', '宾馆', '外星人', '去年', '昨天', ''];
    const bytes = Buffer.from(await template.xlsx.writeBuffer());
    const post = (path: string, as: string, sent: Uint8Array = bytes) => { const form = new FormData(); form.set('file', new Blob([Buffer.from(sent)]), '填好.xlsx'); return server.fetch(`/api/v1/collection-answers/${own.id}/${path}`, { as, method: 'POST', body: form, headers: { 'accept-language': 'zh-CN' } }); };
    const read = await of(women).readCollectionSheet({ params: { id: own.id }, file: new Blob([bytes]), fileName: '填好.xlsx' });
    expect(read.rows[0]).toMatchObject({ [key('场馆名称', one)]: '一馆', [key('面积', one)]: 12.5, [key('讲师', one)]: 3, [key('开放', one)]: true, [key('对象', one)]: ['老人', '青少年'], [key('建成', one)]: '2020-05', [key('检查日', one)]: '2026-03-05' });
    expect(read.problems.map(({ cell, code: which }) => [cell, which])).toEqual([['A3', 'required'], ['B3', 'not_number'], ['C3', 'not_whole'], ['D3', 'not_yes_no'], ['E3', 'not_choice'], ['F3', 'not_choice'], ['G3', 'bad_month'], ['H3', 'bad_date']]);
    expect((await answerOf(women, one, '市妇联')).rows).toEqual([]);
    const marked = new ExcelJS.Workbook();
    await marked.xlsx.load(await (await post('marked-sheet', 'liaison-women')).arrayBuffer());
    expect(lines(marked.worksheets[0]).map((row) => row[9])).toEqual(['问题', '', expect.stringContaining('面积：应为数字')]);
    expect((await post('sheet', 'liaison')).status).toBe(404);
    expect((await post('sheet', 'county')).status).toBe(403);
    expect(((await (await post('sheet', 'liaison-women', Buffer.from('not a sheet'))).json()) as { code: string }).code).toBe('collection.sheet_unsupported');
    const foreign = new ExcelJS.Workbook();
    foreign.addWorksheet('x').addRow(['场馆名称', '别的']);
    expect(((await (await post('sheet', 'liaison-women', Buffer.from(await foreign.xlsx.writeBuffer()))).json()) as { code: string }).code).toBe('collection.sheet_foreign');
    await of(office).withdrawCollection(because(await now(one), '只为试表格'));
    expect(await code(save(women, own, []))).toBe('lifecycle.not_allowed');
  });

  it('are chased once a day, closed with gaps only where that is said, and opened again', async () => {
    const one = await open(['市妇联', '团市委', '县科普馆甲'], { title: '催报与截止', mostRows: 1, fields: [{ label: '数量', type: 'whole', sum: 'sum' }] });
    const chased = await of(office).chaseCollection({ params: { id: one.id }, body: { words: '请尽快' } });
    expect([chased.told.map(({ name }) => name).sort(), chased.skipped, chased.unheard.map(({ name }) => name)]).toEqual([['团市委', '市妇联'].sort(), 0, ['县科普馆甲']]);
    expect(await told(women, 'collection_chased')).toEqual([`/collections/${one.id}`]);
    expect((await of(editor).chaseCollection({ params: { id: one.id }, body: {} })).skipped).toBe(2);
    expect(await code(of(office).chaseCollection({ params: { id: one.id }, body: { unitIds: [unitId('县科普馆乙')] } }))).toBe('reference.not_found');
    expect((await of(office).getCollectionReminder({ params: { id: one.id } })).text).toContain('县科普馆甲');
    const gaps = await refusal(of(office).closeCollection(at(one)));
    expect(gaps).toMatchObject({ code: 'collection.gaps', params: { count: 3 } });
    const written = await save(women, await answerOf(women, one, '市妇联'), [{ [key('数量', one)]: 5 }]);
    const fresh = await now(one);
    // Of a hand-in and a close at the same moment, what came first counts, and nothing is half.
    const race = await Promise.allSettled([of(women).submitCollectionAnswer(at(written)), of(office).closeCollection({ params: { id: one.id }, body: { version: fresh.version, withGaps: true } })]);
    expect(race[1]?.status).toBe('fulfilled');
    const closed = await now(one);
    expect([closed.state, closed.counts.answered]).toEqual(['closed', race[0]?.status === 'fulfilled' ? 1 : 0]);
    expect(await code(save(youth, await answerOf(youth, one, '团市委'), [{ [key('数量', one)]: 1 }]))).toBe('lifecycle.not_allowed');
    expect(await code(of(office).reopenCollection({ params: { id: one.id }, body: { version: closed.version, dueOn: addDays(today, -1) } }))).toBe('collection.day_over');
    const open2 = await of(office).reopenCollection({ params: { id: one.id }, body: { version: closed.version, dueOn: addDays(today, 6) } });
    expect(open2).toMatchObject({ state: 'open', dueOn: addDays(today, 6), closedAt: null });
    expect(await until(() => told(youth, 'collection_reopened'), (links) => links.includes(`/collections/${one.id}`))).toContain(`/collections/${one.id}`);
    expect((await of(office).getCollectionHistory({ params: { id: one.id } })).data.map(({ action }) => action).reverse()).toEqual(['collection.created', 'collection.opened', 'collection.chased', 'collection.closed', 'collection.reopened']);
  });

  it('begin with what was said last time, and stand beside it', async () => {
    const copy = await of(office).copyCollection({ params: { id: asked.id }, body: { title: '再摸一次底', dueOn: addDays(today, 9), prefill: true } });
    expect([copy.state, copy.copiedFrom?.id, copy.fields.map(({ key: one }) => one)]).toEqual(['draft', asked.id, asked.fields.map(({ key: one }) => one)]);
    const changed = await of(office).updateCollection({ params: { id: copy.id }, body: { version: copy.version, fields: copy.fields.filter(({ label }) => label !== '面积') } });
    const again = await of(office).openCollection(at(changed));
    const begun = await answerOf(women, again, '市妇联');
    expect(begun).toMatchObject({ prefilled: true, state: 'draft' });
    expect(begun.rows.map((row) => row[key('讲师')])).toEqual([2, 3]);
    expect(await of(office).getCollectionAnswer({ params: { id: begun.id } })).toMatchObject({ rows: [], prefilled: false });
    const more = await save(women, begun, begun.rows.map((row) => ({ ...row, [key('讲师')]: 10 })));
    expect(more.prefilled).toBe(false);
    await of(women).submitCollectionAnswer(at(more));
    const { sums, before } = await of(office).getCollectionSummary({ params: { id: again.id } });
    expect([sums.find((one) => one.key === key('讲师'))?.value, before?.sums.find((one) => one.key === key('讲师'))?.value]).toEqual([20, 13]);
    expect(before?.sums.some((one) => one.key === key('面积'))).toBe(false);
  });

  it('take as many statements for many units and rows as for one', async () => {
    const names = [...units.keys()].slice(0, 35);
    const body: Given[] = [{ label: '数量', type: 'whole', sum: 'sum' }];
    const [small, large] = [await open(['市妇联'], { title: '小', mostRows: 20, fields: body }), await open([...new Set(['市妇联', '巾帼科普馆', ...names])], { title: '大', mostRows: 20, fields: body })];
    for (const [one, rows] of [[small, 1], [large, 20]] as const) await of(women).submitCollectionAnswer(at(await save(women, await answerOf(women, one, '市妇联'), Array.from({ length: rows }, (_, count) => ({ [key('数量', one)]: count + 1 })))));
    const costOf = (one: typeof small) => server.control.costOf(async () => {
      await of(office).listCollectionRows({ params: { id: one.id }, query: { perPage: 200 } });
      await of(office).listCollectionAnswers({ params: { id: one.id }, query: { perPage: 200 } });
      await of(office).getCollectionSummary({ params: { id: one.id } });
    });
    expect(await costOf(large)).toBe(await costOf(small));
    expect((await of(office).listCollectionRows({ params: { id: large.id } })).sums[0]?.value).toBe(210);
  });

  it('go on with the unit that another one is merged into; what was handed in stays and counts once', async () => {
    for (const name of ['旧馆', '新馆', '空馆']) await of(office).createUnit({ body: { name, fullName: `妇联${name}`, kind: 'institution', divisionCode: '330300', parentId: unitId('市妇联') } });
    units = await unitIds(of(office));
    const body: Given[] = [{ label: '数量', type: 'whole', sum: 'sum' }];
    const [both, alone, done, later] = [await open(['旧馆', '新馆'], { title: '都问', fields: body }), await open(['旧馆'], { title: '只问旧', fields: body }), await open(['旧馆', '新馆'], { title: '已报', fields: body }), await draft(['旧馆', '新馆'], { title: '以后', fields: body })];
    await save(women, await answerOf(women, both, '旧馆'), [{ [key('数量', both)]: 4 }]);
    await of(women).submitCollectionAnswer(at(await save(women, await answerOf(women, done, '旧馆'), [{ [key('数量', done)]: 9 }])));
    const old = await of(office).getUnit({ params: { id: unitId('旧馆') } });
    await of(office).mergeUnit({ params: { id: old.id }, body: { version: old.version, successorId: unitId('新馆'), on: today } });
    const names = async (one: Collection) => (await of(office).listCollectionAnswers({ params: { id: one.id } })).data.map(({ unit, state }) => [unit.name, state]);
    expect(await names(both)).toEqual([['新馆', 'draft']]);
    expect((await answerOf(women, both, '新馆')).rows).toEqual([{ [key('数量', both)]: 4 }]);
    expect(await names(alone)).toEqual([['新馆', 'draft']]);
    expect((await names(done)).sort()).toEqual([['旧馆', 'submitted'], ['新馆', 'draft']].sort());
    const stays = await answerOf(office, done, '旧馆');
    expect(await refusal(of(office).returnCollectionAnswer(because(stays, '请改')))).toMatchObject({ code: 'unit_report.unit_merged', params: { name: '新馆' } });
    expect(await of(office).acceptCollectionAnswer(at(stays))).toMatchObject({ state: 'accepted' });
    await of(women).submitCollectionAnswer(at(await save(women, await answerOf(women, done, '新馆'), [{ [key('数量', done)]: 1 }])));
    expect((await of(office).listCollectionRows({ params: { id: done.id } })).sums[0]?.value).toBe(10);
    expect((await now(later)).audience.units.map(({ name }) => name)).toEqual(['新馆']);
    expect((await of(office).openCollection(at(await now(later)))).counts.asked).toBe(1);
  });

  it('remind before the last day, and are late by the day in force when they are first handed in', async () => {
    const one = await open(['市妇联', '团市委', '县科普馆甲'], { title: '迟报', dueOn: addDays(today, 13), mostRows: 1, fields: [{ label: '数量', type: 'whole' }] });
    // Nobody's session falls asleep meanwhile.
    for (const days of [6, 12]) {
      await server.control.clock({ shiftTo: `${addDays(today, days)}T01:00:00.000Z` });
      for (const client of [office, women, youth, approver]) await of(client).getSession();
    }
    expect(await until(() => told(women, 'collection_due'), (links) => links.includes(`/collections/${one.id}`))).toContain(`/collections/${one.id}`);
    await server.control.clock({ shiftTo: `${addDays(today, 14)}T01:00:00.000Z` });
    expect((await now(one)).counts).toMatchObject({ answered: 0, late: 3 });
    expect((await of(women).getCollection({ params: { id: one.id } })).own.map(({ overdue }) => overdue)).toEqual([true]);
    const late = await of(women).submitCollectionAnswer(at(await save(women, await answerOf(women, one, '市妇联'), [{ [key('数量', one)]: 1 }])));
    expect(late.late).toBe(true);
    const longer = await of(office).updateCollection({ params: { id: one.id }, body: { version: (await now(one)).version, dueOn: addDays(today, 20) } });
    // Late is late by the day of then; who hands in within the new day is not.
    expect(longer.counts).toMatchObject({ answered: 1, late: 1, missing: 2 });
    const league = await of(youth).handOverCollectionAnswer(at(await save(youth, await answerOf(youth, one, '团市委'), [{ [key('数量', one)]: 2 }])));
    expect((await of(approver).submitCollectionAnswer(at(league))).late).toBe(false);
    expect((await of(office).listCollectionAnswers({ params: { id: one.id }, query: { show: 'late' } })).data.map(({ unit }) => unit.name)).toEqual(['市妇联']);
  });
});
