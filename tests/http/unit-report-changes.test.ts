import type { Client } from '@kepu/api-client';
import { addDays } from '@kepu/domain';
import type { Plan, ReportPeriod, Unit, UnitReport } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import type { TestServer } from '../support/server.js';
import { commit, refusal, textPaper, unitIds, until, upload } from './papers.js';
import { at, because, code, homes, of, openReportRoom, paper, reportHelpers, save, words } from './report-room.js';

eachDatabase('reports of units, when plans and units change', (database) => {
  let server: TestServer;
  let [office, youth, women, approver]: Client[] = [];
  let units: ReadonlyMap<string, string>;
  let plan: Plan;
  let period: ReportPeriod;
  let today: string;
  let report: UnitReport;
  const { unit, open, begin, handIn, rowOf, told, pass } = reportHelpers(() => ({ server, office, youth, women, approver, units, plan, period, today }));

  beforeAll(async () => {
    ({ server, office, youth, women, approver, units, plan, today } = await openReportRoom(database));
    // June is locked, with a report of one unit on record.
    const june = await open('2014-06-01', { to: '2014-06-30' });
    await handIn(women, '市妇联', june.id);
    await office.lockReportPeriod(because(await office.getReportPeriod({ params: { id: june.id } }), '其余已电话说明。'));
  });

  it('follows the plan while it is open: an edition takes an item out and brings one in', async () => {
    period = await open('2014-08-01', { to: '2014-08-31' });
    report = await begin(women, '市妇联');
    report = await save(women, report, { restNothingNew: true });
    const rows = [...paper.filter((row) => !row[2]?.includes('巾帼')), ['市妇联', homes, '编印家庭急救手册。']] as string[][];
    const preview = await upload(of(office), textPaper(2014, rows), '2014-7.txt');
    const draft = await of(office).createPlanRevision({ params: { id: preview.id }, body: { version: preview.version } });
    const decided = await of(office).updatePlanRevision({ params: { id: draft.id }, body: { version: draft.version, docNumber: '温全科样〔2014〕9号', issuedOn: '2014-07-15', unprinted: draft.lines.filter((line) => !line.decided).map((line) => ({ itemId: line.itemId ?? '', keep: false })) } });
    await of(office).issuePlanRevision({ params: { id: draft.id }, body: { version: decided.version } });
    report = await of(women).getUnitReport({ params: { id: report.id } });
    expect([report.missing, report.lines.map((line) => line.text.slice(0, 4))]).toEqual([1, ['举办女能', '依托社区', '编印家庭']]);
    expect(await code(of(women).submitUnitReport(at(report)))).toBe('unit_report.incomplete');
    report = await of(women).submitUnitReport(at(await save(women, report, { restNothingNew: true })));
    expect(report.lines).toHaveLength(3);
    // What was reported of June stays as it was said.
    const june = of((await of(women).listReportPeriods({ query: { planId: plan.id, state: 'locked' } })).data[0]);
    const before = await of(women).getUnitReport({ params: { id: (await rowOf('市妇联', women, june.id)).reportId ?? '' } });
    expect(before.lines.map((line) => line.text.slice(0, 4)).sort()).toEqual(['举办女能', '依托社区', '开展巾帼'].sort());
  });

  it('goes on with the unit in which its own one ends', async () => {
    const one = await begin(youth, '青少年宫甲');
    await save(youth, one, { entries: [words(of(one.lines[0]).itemId, '展厅开放 12 天。')] });
    const from = await of(office).getUnit({ params: { id: unit('青少年宫甲') } }) as Unit;
    await of(office).mergeUnit({ params: { id: from.id }, body: { version: from.version, successorId: unit('青少年宫乙'), on: today } });
    const moved = await begin(youth, '青少年宫乙');
    expect(moved.id).toBe(one.id);
    expect(moved.lines.map((line) => [line.text.slice(0, 4), line.progress])).toEqual([['开放科技', '展厅开放 12 天。'], ['开放天文', null]]);
    expect((await of(office).listUnitReports({ params: { id: period.id } })).data.map((row) => row.unit.name)).toEqual(['团市委', '市妇联', '青少年宫乙']);
  });

  it('goes into the report that the successor has already, and asks the successor where its own unit was asked', async () => {
    for (const [from, to, number] of [['青少年宫丙', '青少年宫丁', 1], ['青少年宫戊', '青少年宫己', 2]] as const) {
      for (const name of [from, to]) await of(office).createUnit({ body: { name, fullName: `温州市${name}`, kind: 'institution', divisionCode: '330300', parentId: unit('团市委') } });
      units = await unitIds(of(office));
      const year = 2010 + number;
      let small = await commit(of(office), textPaper(year, [[from, homes ?? '', '开放暗房。'], [to, homes ?? '', '开放花房。']]), `${year}.txt`);
      small = await of(office).updatePlan({ params: { id: small.id }, body: { version: small.version, docNumber: `温全科样〔${year}〕1号`, issuedOn: `${year}-05-27` } });
      small = await of(office).issuePlan({ params: { id: small.id }, body: { version: small.version } });
      const month = (from: string, unitIds: string[] | null = null) => of(office).createReportPeriod({ params: { id: small.id }, body: { kind: 'month', from: `${year}-${from}`, to: `${year}-12-31`, opensOn: addDays(today, -2), dueOn: addDays(today, 10), unitIds } });
      const [checking, handed, asked] = [await month('01-01'), await month('02-01'), await month('03-01', [unit(from)])];
      const written = async (name: string, id: string) => save(youth, await begin(youth, name, id), { restNothingNew: true });
      // The successor’s is with the approver, or handed in; the other one is a draft, or was given back.
      const own = await of(youth).handOverUnitReport(at(await written(to, checking.id)));
      const twin = await of(approver).submitUnitReport(at(await of(youth).handOverUnitReport(at(await written(to, handed.id)))));
      const draft = await begin(youth, from, checking.id);
      await save(youth, draft, { entries: [words(of(draft.lines[0]).itemId, '暗房开放 9 天。')] });
      const back = await of(office).returnUnitReport(because(await of(approver).submitUnitReport(at(await of(youth).handOverUnitReport(at(await written(from, handed.id))))), '请补充。'));
      const kept = number === 2 ? await of(approver).submitUnitReport(at(back)) : back;
      const old = await of(office).getUnit({ params: { id: unit(from) } }) as Unit;
      await of(office).mergeUnit({ params: { id: old.id }, body: { version: old.version, successorId: unit(to), on: today } });
      const after = await of(youth).getUnitReport({ params: { id: own.id } });
      expect([after.state, after.lines.map((line) => [line.text, line.progress, line.nothingNew])]).toEqual(['draft', [['开放暗房。', '暗房开放 9 天。', false], ['开放花房。', null, true]]]);
      expect(await code(of(office).getUnitReport({ params: { id: draft.id } }))).toBe('resource.not_found');
      expect(await of(office).getUnitReport({ params: { id: twin.id } })).toMatchObject({ state: 'submitted', missing: 0, lines: [{ text: '开放花房。' }] });
      // What was handed in stays with the unit that said it, and nobody is left who could change it.
      const stays = await of(office).getUnitReport({ params: { id: kept.id } });
      expect([stays.state, stays.lines.map(({ text }) => text)]).toEqual(['submitted', ['开放暗房。']]);
      expect(await refusal(of(office).returnUnitReport(because(stays, '请补充。')))).toMatchObject({ code: 'unit_report.unit_merged', params: { name: to } });
      expect((await of(office).acceptUnitReport(at(stays))).state).toBe('accepted');
      expect((await of(office).getReportPeriod({ params: { id: asked.id } })).chosen).toMatchObject([{ name: to }]);
    }
  });

  it('tells the liaison above where a unit has none of its own', async () => {
    const below = await open('2014-02-01', { unitIds: [unit('青少年宫乙')], name: '下级填报' });
    expect(await until(() => told(youth, 'report_opened'), (seen) => seen.some(([name]) => name === '下级填报'))).toContainEqual(['下级填报', `/report-periods/${below.id}`]);
    const own = await begin(youth, '青少年宫乙', below.id);
    const handed = await of(approver).submitUnitReport(at(await of(youth).handOverUnitReport(at(await save(youth, own, { restNothingNew: true })))));
    await of(office).returnUnitReport(because(handed, `请补充${'很长的说明'.repeat(40)}`));
    const [back] = await until(async () => (await of(youth).listNotices({ query: { perPage: 200 } })).data.filter((one) => one.kind === 'unit_report_returned' && one.link === `/unit-reports/${own.id}`), (seen) => seen.length > 0);
    expect([...String(back?.params['text'])]).toHaveLength(61);
  });

  it('asks for a scheme where the office asks, and nobody else', async () => {
    const scheme = await open('2014-01-01', { kind: 'scheme', to: '2014-12-31', unitIds: [unit('市妇联')] });
    expect(scheme).toMatchObject({ name: '实施方案', kind: 'scheme', chosen: [{ name: '市妇联' }], counts: { units: 1 } });
    expect(await code(of(youth).getReportPeriod({ params: { id: scheme.id } }))).toBe('resource.not_found');
    expect(await code(begin(youth, '团市委', scheme.id))).toBe('resource.not_found');
    expect((await handIn(women, '市妇联', scheme.id)).state).toBe('submitted');
    expect(await code(open('2014-02-01', { kind: 'scheme', unitIds: [unit('市科协')] }))).toBe('reference.not_found');
  });

  it('reminds in the last days, once, whoever has not handed in', async () => {
    await of(office).updateReportPeriod({ params: { id: period.id }, body: { version: (await of(office).getReportPeriod({ params: { id: period.id } })).version, dueOn: addDays(today, 16) } });
    await pass(2);
    await server.control.clock({ shiftTo: `${addDays(today, 15)}T01:00:00.000Z` });
    expect((await until(() => told(youth, 'report_due'), (some) => some.some(([name]) => name === '8月'))).filter(([name]) => name === '8月')).toHaveLength(1);
    expect((await told(women, 'report_due')).filter(([name]) => name === '8月')).toEqual([]);
    await server.control.clock({ reset: true });
  });

  it('is told why somebody does not see it, and what a liaison leaves behind', async () => {
    const session = await of(youth).getSession();
    const { parts } = await of(office).getOpenWork({ params: { id: unit('团市委') }, query: { accountId: session.account.id } });
    expect(parts.find((part) => part.kind === 'unit_reports')?.count).toBeGreaterThan(0);
    const answer = await of(office).explainAccess({ query: { accountId: session.account.id, kind: 'unit_report', id: report.id } });
    expect(answer).toMatchObject({ sees: false });
  });

  it('opens no correction of a plan that is closed: the unit could not end it', async () => {
    const [june] = (await of(women).listReportPeriods({ query: { planId: plan.id, state: 'locked' } })).data;
    let one = await of(women).getUnitReport({ params: { id: (await rowOf('市妇联', women, of(june).id)).reportId ?? '' } });
    one = await of(women).askReportCorrection(because(one, '想改一个数。'));
    await of(office).closePlan({ params: { id: plan.id }, body: { version: (await of(office).getPlan({ params: { id: plan.id } })).version, reason: '年度工作结束。' } });
    expect(await refusal(of(office).allowReportCorrection(at(one)))).toMatchObject({ code: 'lifecycle.not_allowed' });
    expect(await refusal(of(office).refuseReportCorrection(because(one, '分解表已结束。')))).toMatchObject({ code: 'lifecycle.not_allowed' });
  });

  it('takes as many statements for many units as for a few', async () => {
    const wide = Array.from({ length: 35 }, (_, index) => `少先队第${index + 1}队`);
    for (const name of wide) await of(office).createUnit({ body: { name, fullName: `温州市${name}`, kind: 'institution', divisionCode: '330300', parentId: unit('团市委') } });
    let large = await commit(of(office), textPaper(2013, wide.map((name) => [name, homes ?? '', `${name}办科学课。`])), '2013.txt');
    large = await of(office).updatePlan({ params: { id: large.id }, body: { version: large.version, docNumber: '温全科样〔2013〕1号', issuedOn: '2013-05-27' } });
    large = await of(office).issuePlan({ params: { id: large.id }, body: { version: large.version } });
    const many = await of(office).createReportPeriod({ params: { id: large.id }, body: { kind: 'year', from: '2013-01-01', to: '2013-12-31', opensOn: addDays(today, -1), dueOn: addDays(today, 10) } });
    units = await unitIds(of(office));
    for (const name of wide.slice(0, 5)) await begin(youth, name, many.id);
    const counted = (id: string) => server.control.costOf(async () => {
      await of(office).listUnitReports({ params: { id }, query: { perPage: 200 } });
      await of(office).getReportPeriod({ params: { id } });
    });
    expect((await of(office).listUnitReports({ params: { id: many.id }, query: { perPage: 200 } })).data).toHaveLength(35);
    expect(await counted(many.id)).toBe(await counted(period.id));
  }, 60_000);
});
