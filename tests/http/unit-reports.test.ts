import type { Client } from '@kepu/api-client';
import { addDays } from '@kepu/domain';
import type { Plan, ReportPeriod, UnitReport } from '@kepu/contracts';
import ExcelJS from 'exceljs';
import { eachDatabase } from '../support/engines.js';
import type { TestServer } from '../support/server.js';
import { allItems, refusal, until } from './papers.js';
import { at, because, code, of, openReportRoom, reportHelpers, save, words } from './report-room.js';

eachDatabase('what units report of a period', (database) => {
  let server: TestServer;
  let [office, youth, women, approver, publisher, county, leader]: Client[] = [];
  let reader: Client;
  let units: ReadonlyMap<string, string>;
  let plan: Plan;
  let period: ReportPeriod;
  let today: string;
  let report: UnitReport;
  const { unit, open, begin, handIn, rowOf, told, pass } = reportHelpers(() => ({ server, office, youth, women, approver, units, plan, period, today }));

  beforeAll(async () => {
    ({ server, office, youth, women, approver, publisher, county, leader, reader, units, plan, today } = await openReportRoom(database));
  });

  it('begins with periods: half a year and the year’s end come with the issue, others as the office asks', async () => {
    // The plan is of a year that is over: nothing is due in it. The demo city’s plan of this year has what lies ahead.
    expect((await of(office).listReportPeriods({ query: { planId: plan.id } })).total).toBe(0);
    const { data: offered } = await of(office).proposeReportPeriods({ params: { id: plan.id } });
    expect(offered.map(({ name }) => name).slice(0, 7)).toEqual(['上半年', '全年', '第一季度', '第二季度', '第三季度', '第四季度', '1月']);
    expect(offered).toHaveLength(18);
    expect(offered[0]).toMatchObject({ kind: 'half_year', from: '2014-01-01', to: '2014-06-30', opensOn: '2014-06-24', dueOn: '2014-07-10', dueUncertain: true, exists: false });
    const body = { kind: 'month' as const, from: '2014-06-01', to: '2014-06-30', opensOn: addDays(today, -3), dueOn: addDays(today, 10) };
    period = await of(office).createReportPeriod({ params: { id: plan.id }, body });
    expect(period).toMatchObject({ name: '6月', state: 'open', begun: true, returnWorkdays: 3, chosen: null, counts: { units: 4, notBegun: 4, accepted: 0, late: 0, overdue: 0 } });
    expect(await refusal(of(office).createReportPeriod({ params: { id: plan.id }, body }))).toMatchObject({ code: 'report_period.exists', params: { name: '6月' } });
    expect(await code(of(office).createReportPeriod({ params: { id: plan.id }, body: { ...body, from: '2014-07-01' } }))).toBe('input.invalid');
    expect(await until(() => told(youth, 'report_opened'), (seen) => seen.some(([name]) => name === '6月'))).toContainEqual(['6月', `/report-periods/${period.id}`]);
    const far = await open('2014-02-01', { dueOn: '2099-03-02' });
    expect(far).toMatchObject({ name: '2月', dueUncertain: true });
    expect(await of(office).updateReportPeriod({ params: { id: far.id }, body: { version: far.version, dueOn: addDays(today, 4), name: '二月' } })).toMatchObject({ name: '二月', version: far.version + 1 });
    expect(await code(of(office).updateReportPeriod({ params: { id: far.id }, body: { version: far.version, name: '旧' } }))).toBe('version.stale');
    expect(await of(office).deleteReportPeriod({ params: { id: far.id } })).toEqual({ done: true });
  });

  it('is seen by whom it concerns', async () => {
    for (const client of [office, reader, leader]) expect((await of(client).getReportPeriod({ params: { id: period.id } })).counts.units).toBe(4);
    // 团市委 looks after the houses below it.
    expect((await of(youth).listUnitReports({ params: { id: period.id } })).data.map((row) => row.writes)).toEqual([true, true, true]);
    expect((await of(office).listUnitReports({ params: { id: period.id } })).data.map((row) => row.writes)).toEqual([false, false, false, false]);
    for (const client of [youth, approver, publisher]) expect((await of(client).listUnitReports({ params: { id: period.id } })).data.map((row) => row.unit.name)).toEqual(['团市委', '青少年宫甲', '青少年宫乙']);
    expect((await of(women).getReportPeriod({ params: { id: period.id } })).counts.units).toBe(1);
    expect(await code(of(county).getReportPeriod({ params: { id: period.id } }))).toBe('resource.not_found');
    expect((await of(county).listReportPeriods({ query: { planId: plan.id } })).data).toEqual([]);
    for (const [client, refused] of [[youth, 'auth.forbidden'], [county, 'resource.not_found'], [leader, 'auth.forbidden'], [reader, 'auth.forbidden']] as const) {
      expect(await code(of(client).lockReportPeriod({ params: { id: period.id }, body: { version: period.version } }))).toBe(refused);
      expect(await code(of(client).createReportPeriod({ params: { id: plan.id }, body: { kind: 'month', from: '2014-08-01', to: '2014-08-31', opensOn: '2014-08-25', dueOn: '2014-09-05' } }))).toBe(refused);
    }
    for (const client of [office, reader, county, approver]) expect(await code(begin(client, '团市委'))).toBe('auth.forbidden');
    expect(await code(begin(women, '团市委'))).toBe('resource.not_found');
    expect(await code(begin(youth, '市科协'))).toBe('resource.not_found');
  });

  it('is filled in before anybody writes, and one report is begun by whoever comes first', async () => {
    const entry = await of(women).createWorkEntry({ body: {
      unitId: unit('市妇联'), kind: 'training', title: '护老知识培训', quantity: 20, unitOfMeasure: '人次', fromDay: '2014-06-10', toDay: '2014-06-10', serves: [{ itemId: of((await allItems(of(office), plan.id))[3]).id }], details: { days: 1 }, place: '社区',
      fileIds: [(await of(women).createFile({ file: new Blob([Buffer.from('签到表')]), fileName: '签到表.txt' })).id],
    } });
    const checked = await of(women).submitWorkEntry(at(entry));
    await of(office).acceptWorkEntry(at(checked));
    const begun = await Promise.all([begin(women, '市妇联'), begin(women, '市妇联'), begin(women, '市妇联')]);
    expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
    report = of(begun[0]);
    expect(report).toMatchObject({ state: 'draft', missing: 3, late: false, overdue: false, approvers: [], unit: { name: '市妇联' } });
    expect(report.lines.map((line) => [line.text.slice(0, 4), line.roles, line.now.workEntries, line.now.activities, line.progress, line.last])).toEqual([
      ['举办女能', ['responsible'], 0, 0, null, null], ['开展巾帼', ['responsible'], 1, 0, null, null], ['依托社区', ['responsible'], 0, 0, null, null],
    ]);
    const own = of((await of(youth).listReportPeriods({ query: { planId: plan.id } })).data[0]);
    expect(own.counts).toMatchObject({ units: 3, notBegun: 3 });
    const begunByYouth = await begin(youth, '团市委');
    expect(begunByYouth.lines[0]?.now.measures).toMatchObject([{ name: expect.any(String), min: 200, value: 0, added: 0, unitOfMeasure: '人次', state: 'overdue' }]);
    expect(await code(of(women).getUnitReport({ params: { id: begunByYouth.id } }))).toBe('resource.not_found');
    expect(await code(of(county).getUnitReport({ params: { id: report.id } }))).toBe('resource.not_found');
  });

  it('is kept as it is written: of two who save the same, the second is told', async () => {
    const [first, second] = report.lines;
    const two = await Promise.allSettled([
      save(women, report, { entries: [words(of(first).itemId, '办了两期女能手培训班。', { problems: '缺少师资。', nextStep: '请科技特派员授课。' })] }), save(women, report, { entries: [words(of(first).itemId, '另一个窗口写的。')] }),
    ]);
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    report = await of(women).getUnitReport({ params: { id: report.id } });
    expect([report.missing, report.version]).toEqual([2, 2]);
    report = await save(women, report, { entries: [words(of(first).itemId, '办了两期女能手培训班。', { problems: '缺少师资。' })] });
    expect(report.lines[0]).toMatchObject({ progress: '办了两期女能手培训班。', problems: '缺少师资。', nextStep: null, nothingNew: false });
    expect(await code(save(women, report, { entries: [words(of((await begin(youth, '团市委')).lines[0]).itemId, '别的单位的任务')] }))).toBe('reference.not_found');
    expect((await of(women).getUnitReport({ params: { id: report.id } })).version).toBe(report.version);
    expect(await code(save(women, report, { entries: [words(of(second).itemId, 'x'.repeat(501))] }))).toBe('input.invalid');
    expect(await refusal(of(women).submitUnitReport(at(report)))).toMatchObject({ code: 'unit_report.incomplete', params: { count: 2 } });
    report = await save(women, report, { restNothingNew: true });
    expect(report.lines.map((line) => [line.progress, line.nothingNew])).toEqual([['办了两期女能手培训班。', false], [null, true], [null, true]]);
    expect(await rowOf('市妇联')).toMatchObject({ status: 'draft', items: 3, written: 3, nothingNew: 2 });
  });

  it('is handed in once by a unit without an approver; the numbers of that moment stay with it', async () => {
    expect(await code(of(women).handOverUnitReport(at(report)))).toBe('unit_report.no_approver');
    const two = await Promise.allSettled([of(women).submitUnitReport(at(report)), of(women).submitUnitReport(at(report))]);
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    report = await of(office).getUnitReport({ params: { id: report.id } });
    expect(report).toMatchObject({ state: 'submitted', submittedBy: expect.any(String), late: false, missing: 0 });
    expect(report.lines[1]?.reported).toMatchObject({ workEntries: 1, activities: 0 });
    expect(await code(save(women, report, { restNothingNew: true }))).toBe('lifecycle.not_allowed');
    report = await of(women).recallUnitReport(at(report));
    expect(report).toMatchObject({ state: 'draft', submittedAt: null });
    report = await of(women).submitUnitReport(at(report));
  });

  it('has one approval inside the unit, where somebody approves there', async () => {
    let own = await begin(youth, '团市委');
    expect(own.approvers).toHaveLength(1);
    own = await save(publisher, own, { restNothingNew: true });
    expect(await code(of(publisher).submitUnitReport(at(own)))).toBe('auth.forbidden');
    expect(await refusal(of(youth).submitUnitReport(at(own)))).toMatchObject({ code: 'unit_report.needs_approver', params: { names: own.approvers[0] } });
    own = await of(publisher).handOverUnitReport(at(own));
    expect(own.state).toBe('checking');
    expect(await until(() => told(approver, 'unit_report_checking'), (seen) => seen.length > 0)).toEqual([['6月', `/unit-reports/${own.id}`]]);
    expect((await of(approver).getDesk()).unitReports).toMatchObject({ count: 1, first: [{ reportId: own.id, status: 'checking' }] });
    own = await of(approver).sendBackUnitReport(because(own, '请写上培训人数。'));
    expect(own).toMatchObject({ state: 'draft', returned: { reason: '请写上培训人数。', inside: true }, may: { write: false, submit: true, handOver: false, ask: true, decide: false } });
    // What a unit has not sent is its own, and so is why it came back inside.
    for (const client of [office, leader, reader]) {
      const seen = await of(client).getUnitReport({ params: { id: own.id } });
      expect([seen.returned, seen.lines.map((line) => [line.progress, line.nothingNew]), seen.may.write]).toEqual([null, own.lines.map(() => [null, false]), false]);
      expect(JSON.stringify(await of(client).getUnitReportHistory({ params: { id: own.id } }))).not.toContain('请写上培训人数');
    }
    expect(JSON.stringify(await of(youth).getUnitReportHistory({ params: { id: own.id } }))).toContain('请写上培训人数');
    expect(await until(() => told(youth, 'unit_report_sent_back'), (seen) => seen.length > 0)).toHaveLength(1);
    own = await save(youth, own, { entries: [words(of(own.lines[0]).itemId, '培训 60 人次。')] });
    own = await of(youth).handOverUnitReport(at(own));
    expect(own.may).toEqual({ write: true, submit: false, handOver: true, ask: true, decide: false });
    expect(await code(of(youth).sendBackUnitReport(because(own, '我自己退。')))).toBe('unit_report.needs_approver');
    own = await of(youth).recallUnitReport(at(own));
    own = await of(youth).handOverUnitReport(at(own));
    own = await of(approver).submitUnitReport(at(own));
    expect(own).toMatchObject({ state: 'submitted', returned: null });
  });

  it('is returned with a reason and a day, handed in again, and accepted with others at once', async () => {
    expect((await of(office).getDesk()).unitReportsToDecide?.first.find((one) => one.periodId === period.id)).toMatchObject({ name: '6月', count: 2 });
    expect(await code(of(women).acceptUnitReport(at(report)))).toBe('auth.forbidden');
    expect(await code(of(office).returnUnitReport({ params: { id: report.id }, body: { version: report.version, reason: ' ' } }))).toBe('input.invalid');
    report = await of(office).returnUnitReport(because(report, '请补充培训人数。'));
    expect(report).toMatchObject({ state: 'returned', returned: { reason: '请补充培训人数。', inside: false }, resubmitBy: expect.any(String), late: false });
    expect(await until(() => told(women, 'unit_report_returned'), (seen) => seen.length > 0)).toHaveLength(1);
    const desk = (await of(women).getDesk()).unitReports;
    expect(desk?.first.find((one) => one.periodId === period.id)).toMatchObject({ reportId: report.id, status: 'returned', dueOn: report.resubmitBy });
    report = await save(women, report, { entries: [words(of(report.lines[0]).itemId, '办了两期，共 80 人次。')] });
    expect(report.state).toBe('returned');
    report = await of(women).submitUnitReport(at(report));
    expect(report).toMatchObject({ state: 'submitted', late: false, resubmitBy: null });
    const waiting = (await of(office).listUnitReports({ params: { id: period.id }, query: { status: 'submitted' } })).data;
    expect(waiting.map((row) => row.unit.name)).toEqual(['团市委', '市妇联']);
    const reports = waiting.map((row) => ({ id: row.reportId ?? '', version: row.version ?? 0 }));
    expect(await of(office).acceptUnitReports({ params: { id: period.id }, body: { reports: [of(reports[0]), { ...of(reports[1]), version: 1 }] } })).toEqual({ changed: 1 });
    expect(await of(office).acceptUnitReports({ params: { id: period.id }, body: { reports } })).toEqual({ changed: 1 });
    expect(await until(() => told(women, 'unit_report_accepted'), (seen) => seen.length > 0)).toHaveLength(1);
    const history = (await of(women).getUnitReportHistory({ params: { id: report.id } })).data.map((one) => one.action);
    expect(history).toEqual(expect.arrayContaining(['unit_report.begun', 'unit_report.saved', 'unit_report.submitted', 'unit_report.recalled', 'unit_report.returned', 'unit_report.accepted']));
  });

  it('is found, counted, reminded of and taken away as a sheet', async () => {
    const list = async (query: Parameters<Client['listUnitReports']>[0]['query']) => (await of(office).listUnitReports({ params: { id: period.id }, query })).data.map((row) => row.unit.name);
    expect(await list({ q: 'fl' })).toEqual(['市妇联']);
    expect(await list({ open: 'true' })).toEqual(['青少年宫甲', '青少年宫乙']);
    expect(await list({ sort: '-unit' })).toEqual(['青少年宫乙', '青少年宫甲', '市妇联', '团市委']);
    expect((await list({ sort: 'submittedAt' })).slice(2)).toEqual(['青少年宫甲', '青少年宫乙']);
    const { text, url, qr } = await of(office).getReportReminder({ params: { id: period.id } });
    expect(text).toContain('尚未报送的有 2 个单位：青少年宫甲、青少年宫乙');
    expect([url, qr.startsWith('<svg')]).toEqual([expect.stringContaining(`/report-periods/${period.id}`), true]);
    const sheet = async (as: string) => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(await (await server.fetch(`/api/v1/report-periods/${period.id}/unit-reports.xlsx`, { as })).arrayBuffer());
      return (book.worksheets[0]?.getSheetValues().slice(2) as unknown[][]).map((row) => [row[1], row[7], row[10]]);
    };
    expect(await sheet('office')).toEqual([
      ['团市委', '培训 60 人次。', '已通过'], ['团市委', '没有新进展', '已通过'], ['团市委', '没有新进展', '已通过'], ['市妇联', '办了两期，共 80 人次。', '已通过'], ['市妇联', '没有新进展', '已通过'], ['市妇联', '没有新进展', '已通过'],
      ['青少年宫甲', '', '未填'], ['青少年宫乙', '', '未填'],
    ]);
    expect((await sheet('liaison-women')).map(([name]) => name)).toEqual(['市妇联', '市妇联', '市妇联']);
  });

  it('is late by the day, and nobody can make it not so', async () => {
    const late = await open('2014-03-01', { dueOn: addDays(today, -1) });
    expect(await rowOf('市妇联', office, late.id)).toMatchObject({ status: 'not_begun', overdue: true, late: false });
    const own = await handIn(women, '市妇联', late.id);
    expect(own).toMatchObject({ state: 'submitted', late: true });
    expect(await code(of(office).updateReportPeriod({ params: { id: late.id }, body: { version: late.version, dueOn: addDays(today, -2) } }))).toBe('report_period.in_use');
    expect(await code(of(office).updateReportPeriod({ params: { id: late.id }, body: { version: late.version, to: '2014-03-30' } }))).toBe('report_period.in_use');
    expect(await code(of(office).deleteReportPeriod({ params: { id: late.id } }))).toBe('report_period.in_use');
    const intime = await open('2014-04-01');
    let one = await handIn(women, '市妇联', intime.id);
    expect(one.late).toBe(false);
    one = await of(office).returnUnitReport(because(one, '请再看一遍。'));
    await pass(2);
    expect(await rowOf('市妇联', office, intime.id)).toMatchObject({ status: 'returned', overdue: true });
    one = await of(women).submitUnitReport(at(one));
    expect(one).toMatchObject({ late: true, overdue: false });
    await server.control.clock({ reset: true });
    const ahead = await open('2014-09-01', { opensOn: addDays(today, 2) });
    expect(await refusal(begin(women, '市妇联', ahead.id))).toMatchObject({ code: 'report_period.not_open', params: { day: addDays(today, 2) } });
  });

  it('stays as late or in time as it was handed in, wherever the last day moves and however often it is taken back', async () => {
    const moved = await open('2014-10-01', { dueOn: addDays(today, -1) });
    expect((await handIn(women, '市妇联', moved.id)).late).toBe(true);
    await of(office).updateReportPeriod({ params: { id: moved.id }, body: { version: moved.version, dueOn: addDays(today, 30) } });
    expect(await rowOf('市妇联', office, moved.id)).toMatchObject({ late: true, overdue: false });
    const again = await open('2014-11-01');
    let one = await of(office).returnUnitReport(because(await handIn(women, '市妇联', again.id), '请再看一遍。'));
    const by = one.resubmitBy;
    one = await of(women).recallUnitReport(at(await of(women).submitUnitReport(at(one))));
    expect(one).toMatchObject({ state: 'draft', resubmitBy: by, returned: { reason: '请再看一遍。' } });
    await pass(2);
    expect(await rowOf('市妇联', office, again.id)).toMatchObject({ status: 'draft', overdue: true, late: false });
    expect(await of(women).submitUnitReport(at(one))).toMatchObject({ late: true });
    await server.control.clock({ reset: true });
    // In time, given back, in time again, taken back, handed in after the period’s last day: in time all the same.
    const early = await open('2014-12-01', { dueOn: addDays(today, 1) });
    let two = await handIn(women, '市妇联', early.id).then((handed) => of(office).returnUnitReport(because(handed, '请再看一遍。')));
    two = await of(women).recallUnitReport(at(await of(women).submitUnitReport(at(two))));
    await server.control.clock({ shiftTo: `${addDays(today, 2)}T01:00:00.000Z` });
    expect(await of(women).submitUnitReport(at(two))).toMatchObject({ late: false, resubmitBy: null });
    await server.control.clock({ reset: true });
  });

  it('lets the days of a period move freely again once the only report was taken back', async () => {
    const free = await open('2014-05-01');
    const one = await handIn(women, '市妇联', free.id);
    const earlier = { params: { id: free.id }, body: { version: free.version, dueOn: addDays(today, 8) } };
    expect(await code(of(office).updateReportPeriod(earlier))).toBe('report_period.in_use');
    await of(women).recallUnitReport(at(one));
    expect((await of(office).updateReportPeriod(earlier)).dueOn).toBe(addDays(today, 8));
  });

  it('shows the words of the period before, to be copied', async () => {
    const next = await open('2014-07-01', { to: '2014-07-31' });
    const own = await begin(women, '市妇联', next.id);
    expect(own.lines.map((line) => line.last)).toEqual([{ period: '6月', progress: '办了两期，共 80 人次。', problems: null, nextStep: null, nothingNew: false }, null, null]);
  });

  it('is locked, with a reason while somebody is missing; whoever saves at that moment is told', async () => {
    const draft = await begin(youth, '青少年宫甲');
    expect(await refusal(of(office).lockReportPeriod(at(await of(office).getReportPeriod({ params: { id: period.id } }))))).toMatchObject({ code: 'report_period.missing', params: { count: 2 } });
    period = await of(office).getReportPeriod({ params: { id: period.id } });
    expect(period.state).toBe('open');
    const [locked, saved] = await Promise.allSettled([of(office).lockReportPeriod(because(period, '两家已电话说明。')), save(youth, draft, { restNothingNew: true })]);
    if (locked.status === 'rejected') await of(office).lockReportPeriod(because(await of(office).getReportPeriod({ params: { id: period.id } }), '两家已电话说明。'));
    expect([locked.status, saved.status]).toContain('fulfilled');
    period = await of(office).getReportPeriod({ params: { id: period.id } });
    expect(period).toMatchObject({ state: 'locked', lockedReason: '两家已电话说明。', counts: { units: 4, locked: 4, notBegun: 0 } });
    for (const call of [() => of(office).updateReportPeriod({ params: { id: period.id }, body: { version: period.version, dueOn: addDays(today, 30) } }), () => of(office).lockReportPeriod(because(period, 'x')), () => of(office).returnUnitReport(because({ ...report, version: report.version + 2 }, 'x'))]) {
      expect(await code(call())).toBe('lifecycle.not_allowed');
    }
    report = await of(women).getUnitReport({ params: { id: report.id } });
    expect(report.state).toBe('locked');
    expect(await code(save(women, report, { entries: [words(of(report.lines[0]).itemId, '改一改')] }))).toBe('lifecycle.not_allowed');
  });

  it('is changed after the lock by a correction only, and both versions are kept', async () => {
    expect(await code(of(women).askReportCorrection({ params: { id: report.id }, body: { version: report.version, reason: '' } }))).toBe('input.invalid');
    report = await of(women).askReportCorrection(because(report, '人数写错了。'));
    expect(report).toMatchObject({ state: 'asking', corrections: [{ reason: '人数写错了。', allowed: null, after: null }] });
    expect(await until(() => told(office, 'correction_asked'), (seen) => seen.length > 0)).toHaveLength(1);
    expect(await rowOf('市妇联')).toMatchObject({ status: 'asking', correction: '人数写错了。' });
    report = await of(office).refuseReportCorrection(because(report, '请先核对签到表。'));
    expect(report).toMatchObject({ state: 'locked', corrections: [{ allowed: false, refusedReason: '请先核对签到表。' }] });
    report = await of(women).askReportCorrection(because(report, '核对过了，是 78 人次。'));
    report = await of(office).allowReportCorrection(at(report));
    expect(report.state).toBe('draft');
    report = await save(women, report, { entries: [words(of(report.lines[0]).itemId, '办了两期，共 78 人次。')] });
    report = await of(women).submitUnitReport(at(report));
    report = await of(office).acceptUnitReport(at(report));
    expect(report).toMatchObject({ state: 'locked', late: false });
    expect([report.corrections[0]?.before[0]?.progress, report.corrections[0]?.after?.[0]?.progress]).toEqual(['办了两期，共 80 人次。', '办了两期，共 78 人次。']);
    const corrected = of((await of(women).getUnitReportHistory({ params: { id: report.id } })).data.find((one) => one.action === 'unit_report.corrected'));
    expect([JSON.stringify(corrected.before), JSON.stringify(corrected.after)]).toEqual([expect.stringContaining('80 人次'), expect.stringContaining('78 人次')]);
  });

  it('keeps what was handed in, whatever is written since: under a lock, and while it is corrected', async () => {
    const other = await open('2014-06-15', { to: '2014-06-20' });
    const sheet = async () => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(await (await server.fetch(`/api/v1/report-periods/${other.id}/unit-reports.xlsx`, { as: 'office' })).arrayBuffer());
      return (book.worksheets[0]?.getSheetValues().slice(2) as unknown[][]).filter((row) => row[1] === '市妇联').map((row) => row[7]);
    };
    let one = await begin(women, '市妇联', other.id);
    const first = of(one.lines[0]).itemId;
    one = await of(office).returnUnitReport(because(await of(women).submitUnitReport(at(await save(women, one, { restNothingNew: true, entries: [words(first, '办了两期，80 人次。')] }))), '请核对。'));
    one = await save(women, one, { entries: [words(first, '待核')] });
    expect([one.lines[0]?.progress, (await sheet())[0]]).toEqual(['待核', '办了两期，80 人次。']);
    expect((await of(office).getUnitReport({ params: { id: one.id } })).lines[0]?.progress).toBe('办了两期，80 人次。');
    const draft = await save(youth, await begin(youth, '团市委', other.id), { restNothingNew: true });
    await of(office).lockReportPeriod(because(await of(office).getReportPeriod({ params: { id: other.id } }), '到期。'));
    one = await of(women).getUnitReport({ params: { id: one.id } });
    expect([one.state, one.lines[0]?.progress, one.lines.length, (await sheet())[0]]).toEqual(['locked', '办了两期，80 人次。', 3, '办了两期，80 人次。']);
    // What was never handed in is on record without words, about the items of that moment.
    const empty = await of(youth).getUnitReport({ params: { id: draft.id } });
    expect([empty.state, empty.lines.length, empty.missing]).toEqual(['locked', 3, 3]);
    one = await of(office).allowReportCorrection(at(await of(women).askReportCorrection(because(one, '人数要改。'))));
    expect(one.lines.map((line) => line.progress)).toEqual(['办了两期，80 人次。', null, null]);
    one = await of(women).submitUnitReport(at(await save(women, one, { entries: [words(first, '办了两期，78 人次。')] })));
    expect([(await of(office).getUnitReport({ params: { id: one.id } })).lines[0]?.progress, (await sheet())[0]]).toEqual(['办了两期，78 人次。', '办了两期，80 人次。']);
    one = await of(office).returnUnitReport(because(one, '请写明期数。'));
    await pass(2);
    one = await of(women).submitUnitReport(at(one));
    expect(one.late).toBe(false);
    await server.control.clock({ reset: true });
    // It does not come: the office ends it, and what was locked stands.
    expect(await code(of(women).endReportCorrection(because(one, '不改了。')))).toBe('auth.forbidden');
    one = await of(office).endReportCorrection(because(one, '不再更正。'));
    expect([one.state, one.lines[0]?.progress, one.corrections[0]?.after, (await sheet())[0]]).toEqual(['locked', '办了两期，80 人次。', null, '办了两期，80 人次。']);
    expect(await code(of(office).endReportCorrection(because(one, '再来。')))).toBe('lifecycle.not_allowed');
    // Corrected once more, and accepted: now the record says so.
    one = await of(office).allowReportCorrection(at(await of(women).askReportCorrection(because(one, '再改。'))));
    one = await of(office).acceptUnitReport(at(await of(women).submitUnitReport(at(await save(women, one, { entries: [words(first, '办了两期，79 人次。')] })))));
    expect([one.state, one.lines[0]?.progress, one.lines[0]?.reported?.workEntries, (await sheet())[0]]).toEqual(['locked', '办了两期，79 人次。', 0, '办了两期，79 人次。']);
  });
});
