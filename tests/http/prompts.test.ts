import type { Client } from '@kepu/api-client';
import { addDays } from '@kepu/domain';
import type { Plan, Prompt } from '@kepu/contracts';
import ExcelJS from 'exceljs';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { commit, refusal, textPaper, until } from './papers.js';

const [farmers, homes] = ['农民科学素质行动', '社区科普益民工程建设'];

eachDatabase('letters and orders with a day to reply by', (database) => {
  let server: TestServer;
  let [office, editor, leader, youth, women, county, reader, publisher]: Client[] = [];
  let plan: Plan;
  let assignments: ReadonlyMap<string, string>;
  let today: string;
  let letter: Prompt;
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const at = ({ id, version }: Prompt) => ({ params: { id }, body: { version } });
  const because = ({ id, version }: Prompt, reason: string) => ({ params: { id }, body: { version, reason } });
  const write = async (client: Client | undefined, names: string[], more: { kind?: 'letter' | 'order'; replyBy?: string; text?: string } = {}) => (await of(client).createPrompts({ params: { id: plan.id }, body: { assignmentIds: names.map((name) => of(assignments.get(name))), ...more } })).data;
  const send = (one: Prompt, number: string, client = office) => of(client).sendPrompt({ params: { id: one.id }, body: { version: one.version, number } });
  const reply = (client: Client | undefined, one: Prompt, words = '进度安排在下半年。') => of(client).replyToPrompt({ params: { id: one.id }, body: { version: one.version, reason: words, measures: '十月前办两期。', newDay: addDays(today, 40) } });
  const told = async (client: Client | undefined, kind: string) => (await of(client).listNotices({ query: { perPage: 200 } })).data.filter((one) => one.kind === kind).map((one) => one.link);
  const seen = async (client: Client | undefined, query: NonNullable<Parameters<Client['listPrompts']>[0]>['query'] = {}) => (await of(client).listPrompts({ query: { planId: plan.id, perPage: 200, ...query } })).data.map(({ unit, state, number }) => [unit.name, state, number]);

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
    [office, editor, leader, youth, women, county, reader, publisher] = await Promise.all(['office', 'editor', 'leader', 'liaison', 'liaison-women', 'county', 'reader', 'publisher'].map((name) => server.client(name)));
    today = (await of(office).getSession()).today;
    plan = await commit(of(office), textPaper(Number(today.slice(0, 4)) + 2, [['团市委', farmers, '全年培训青年农民 200 人次。'], ['团市委', homes, '依托社区办好青年课堂。'], ['市妇联', homes, '开展巾帼护老知识进社区活动。']]), 'prompts.txt');
    plan = await of(office).updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科样函', issuedOn: today, issuer: '温州样例办公室' } });
    expect(await code(of(office).createPrompts({ params: { id: plan.id }, body: { assignmentIds: [plan.id] } }))).toBe('lifecycle.not_allowed');
    plan = await of(office).issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
    const { data } = await of(office).listAssignments({ query: { planId: plan.id, perPage: 200 } });
    assignments = new Map(data.map((one) => [`${one.unit.name}${one.item.seq}`, one.id]));
  });

  it('are written for several units at once, one each, and are the office’s own until they are sent', async () => {
    const made = await write(office, ['团市委1', '团市委2', '市妇联3']);
    expect(made.map(({ unit, kind, state, items, number }) => [unit.name, kind, state, items.length, number])).toEqual([['团市委', 'letter', 'draft', 2, null], ['市妇联', 'letter', 'draft', 1, null]]);
    letter = of(made[0]);
    expect(letter.text).toContain('2 项任务');
    expect(letter.items[0]).toMatchObject({ seq: 1, light: 'grey', reasons: [{ code: 'not_signed' }, { code: 'on_track' }] });
    expect(letter.replyBy > today).toBe(true);
    expect(await seen(youth)).toEqual([]);
    expect(await code(of(youth).getPrompt({ params: { id: letter.id } }))).toBe('resource.not_found');
    expect(await seen(leader)).toHaveLength(2);
    expect(await code(write(leader, ['团市委1']))).toBe('auth.forbidden');
    expect(await code(of(reader).listPrompts({ query: {} }))).toBe('auth.forbidden');
    expect(await code(of(office).createPrompts({ params: { id: plan.id }, body: { assignmentIds: [plan.id] } }))).toBe('reference.not_found');
    expect(await of(office).deletePrompt({ params: { id: of(made[1]).id } })).toEqual({ done: true });
    letter = await of(office).updatePrompt({ params: { id: letter.id }, body: { version: letter.version, title: '关于青年课堂的提示函', replyBy: addDays(today, 3) } });
    expect(await code(of(office).updatePrompt({ params: { id: letter.id }, body: { version: 1, title: '迟到的修改' } }))).toBe('version.stale');
  });

  it('are sent under a number that stands once a year, and reach the unit’s liaison', async () => {
    letter = await send(letter, '温全科函样1号');
    expect(letter).toMatchObject({ state: 'sent', number: '温全科函样1号', read: null });
    await until(() => told(youth, 'prompt_sent'), (links) => links.includes(`/prompts/${letter.id}`));
    const [other] = await write(editor, ['市妇联3']);
    expect(await refusal(send(of(other), '温全科函样1号'))).toMatchObject({ code: 'prompt.number_taken', params: { number: '温全科函样1号' } });
    const late = await of(office).updatePrompt({ params: { id: of(other).id }, body: { version: of(other).version, replyBy: addDays(today, -1) } });
    expect(await code(send(late, '温全科函样2号'))).toBe('prompt.day_over');
    // Two at once under one number: one of them has it.
    const drafts = [of((await write(office, ['团市委1']))[0]), of((await write(editor, ['团市委2']))[0])];
    const race = await Promise.allSettled(drafts.map((draft, index) => send(draft, '温全科函样7号', index === 0 ? office : editor)));
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const draft of drafts) {
      const now = await of(office).getPrompt({ params: { id: draft.id } });
      if (now.state === 'draft') await of(office).deletePrompt({ params: { id: now.id } });
      else await of(office).withdrawPrompt(because(now, '只为比先后'));
    }
    const both = await Promise.allSettled([office, editor].map((client) => of(client).updatePrompt({ params: { id: late.id }, body: { version: late.version, replyBy: addDays(today, 5) } })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await seen(youth)).filter(([, state]) => state === 'sent')).toEqual([['团市委', 'sent', '温全科函样1号']]);
    expect(await seen(women)).toEqual([]);
    expect(await seen(county)).toEqual([]);
  });

  it('are read, replied to and given back by those who may, and every round stays', async () => {
    expect(await code(of(women).readPrompt({ params: { id: letter.id } }))).toBe('resource.not_found');
    expect(await code(reply(publisher, letter))).toBe('auth.forbidden');
    const read = await of(youth).readPrompt({ params: { id: letter.id } });
    expect(read.read?.by).toBeTruthy();
    expect((await of(youth).readPrompt({ params: { id: letter.id } })).read).toEqual(read.read);
    // Read is no change of the letter: whoever has it before them replies to it.
    expect(read.version).toBe(letter.version);
    const first = await reply(youth, letter);
    expect(first).toMatchObject({ state: 'replied', mayReply: true, replies: [{ reason: '进度安排在下半年。', late: false, newDay: addDays(today, 40) }] });
    expect(await code(reply(youth, first))).toBe('lifecycle.not_allowed');
    await until(() => told(office, 'prompt_replied'), (links) => links.includes(`/prompts/${letter.id}`));
    const amended = await of(youth).amendPromptReply(at(first));
    const second = await reply(youth, amended, '改写：讲师已定。');
    const back = await of(office).returnPromptReply({ params: { id: letter.id }, body: { version: second.version, reason: '请写明人数。', replyBy: addDays(today, 2) } });
    expect(back).toMatchObject({ state: 'sent', replyBy: addDays(today, 2), replies: [{ reason: '改写：讲师已定。', returned: { reason: '请写明人数。' }, takenBack: false }, { takenBack: true, returned: null }] });
    const third = await reply(youth, back, '每期 100 人。');
    expect(await code(of(youth).acceptPromptReply({ params: { id: letter.id }, body: { version: third.version } }))).toBe('auth.forbidden');
    const two = await Promise.allSettled([office, editor].map((client) => of(client).acceptPromptReply({ params: { id: letter.id }, body: { version: third.version, note: '同意。' } })));
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    letter = await of(youth).getPrompt({ params: { id: letter.id } });
    expect(letter).toMatchObject({ state: 'closed', closed: { note: '同意。' } });
    expect((await of(youth).getPromptHistory({ params: { id: letter.id } })).data.map(({ action }) => action).reverse()).toEqual(
      ['prompt.sent', 'prompt.read', 'prompt.replied', 'prompt.amended', 'prompt.replied', 'prompt.returned', 'prompt.replied', 'prompt.accepted']);
    // How it was written is the office’s.
    expect((await of(editor).getPromptHistory({ params: { id: letter.id } })).data.map(({ action }) => action).reverse().slice(0, 3)).toEqual(['prompt.written', 'prompt.changed', 'prompt.sent']);
  });

  it('are orders only after a leader has approved them, also where a letter is escalated', async () => {
    const [draft] = await write(office, ['市妇联3'], { replyBy: addDays(today, 1) });
    const sent = await send(of(draft), '温全科函样3号');
    const order = await of(office).escalatePrompt(because(sent, '一周没有回音'));
    expect(order).toMatchObject({ kind: 'order', state: 'draft', unit: { name: '市妇联' }, before: { id: sent.id, number: '温全科函样3号' }, items: [{ seq: 3 }] });
    expect(order.text).toContain('一周没有回音');
    expect(await of(women).getPrompt({ params: { id: sent.id } })).toMatchObject({ state: 'escalated', endedReason: '一周没有回音', after: null });
    await until(() => told(women, 'prompt_escalated'), (links) => links.includes(`/prompts/${sent.id}`));
    // Thought better of: the letter waits for its reply again.
    await of(office).deletePrompt({ params: { id: order.id } });
    const waiting = await of(women).getPrompt({ params: { id: sent.id } });
    expect(waiting).toMatchObject({ state: 'sent', endedReason: null });
    const next = await of(office).escalatePrompt(because(waiting, '还是没有回音'));
    expect(await code(reply(women, await of(women).getPrompt({ params: { id: sent.id } })))).toBe('lifecycle.not_allowed');
    expect(await code(send(next, '温全科督样1号'))).toBe('prompt.needs_approval');
    const asked = await of(office).requestPromptApproval(at(next));
    await until(() => told(leader, 'prompt_awaiting'), (links) => links.includes(`/prompts/${next.id}`));
    expect(await code(of(office).approvePrompt(at(asked)))).toBe('auth.forbidden');
    const down = await of(leader).turnPromptDown(because(asked, '措辞太重'));
    expect(down).toMatchObject({ state: 'draft', turnedDown: { reason: '措辞太重' } });
    const again = await of(office).requestPromptApproval(at(down));
    const approved = await of(leader).approvePrompt(at(again));
    expect(approved).toMatchObject({ state: 'approved', turnedDown: null });
    // What is changed after the approval is approved anew.
    const taken = await of(office).takePromptBack(at(approved));
    expect(taken.approved).toBeNull();
    expect(await code(send(taken, '温全科督样1号'))).toBe('prompt.needs_approval');
    const ready = await of(leader).approvePrompt(at(await of(office).requestPromptApproval(at(taken))));
    // The leader took time: the day to reply by is moved as it is sent.
    const out = await of(office).sendPrompt({ params: { id: ready.id }, body: { version: ready.version, number: '温全科督样1号', replyBy: addDays(today, 9) } });
    expect(out).toMatchObject({ state: 'sent', replyBy: addDays(today, 9), approved: { by: expect.any(String) } });
    expect((await of(women).getPrompt({ params: { id: out.id } })).turnedDown).toBeNull();
    expect(await seen(women, { kind: 'order' })).toEqual([['市妇联', 'sent', '温全科督样1号']]);
    const gone = await of(office).withdrawPrompt(because(out, '发错单位'));
    expect(gone).toMatchObject({ state: 'withdrawn', endedReason: '发错单位' });
    expect(await code(reply(women, gone))).toBe('lifecycle.not_allowed');
  });

  it('leave as a letter with its reply slip, and as a sheet of all replies', async () => {
    const file = await server.fetch(`/api/v1/prompts/${letter.id}/letter.docx`, { as: 'liaison' });
    expect([file.status, (await file.arrayBuffer()).byteLength > 5_000]).toEqual([200, true]);
    expect((await server.fetch(`/api/v1/prompts/${letter.id}/letter.docx`, { as: 'liaison-women' })).status).toBe(404);
    const answer = await server.fetch(`/api/v1/prompts.xlsx?planId=${plan.id}&sort=written`, { as: 'office', headers: { 'accept-language': 'zh-CN' } });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const sheet = of(book.worksheets[0]);
    const rows = Array.from({ length: sheet.rowCount - 1 }, (_, index) => (sheet.getRow(index + 2).values as unknown[]).slice(1));
    expect(rows.map((row) => [row[0], row[1], row[2], row[4]])).toEqual([
      ['工作提示函', '温全科函样1号', '团市委', '已销单'], ['工作提示函', '', '市妇联', '草稿'], ['工作提示函', '温全科函样7号', '团市委', '已撤回'], ['工作提示函', '温全科函样3号', '市妇联', '已升级'], ['督办单', '温全科督样1号', '市妇联', '已撤回'],
    ]);
    expect(rows[0]?.slice(9, 11)).toEqual(['每期 100 人。', '十月前办两期。']);
  });

  it('remind the unit before the day and the office after it, once, and are late afterwards', async () => {
    const [draft] = await write(office, ['团市委2'], { replyBy: addDays(today, 1) });
    const sent = await send(of(draft), '温全科函样4号');
    const link = `/prompts/${sent.id}`;
    await server.control.clock({ shiftTo: `${addDays(today, 2)}T01:00:00.000Z` });
    await until(() => told(office, 'prompt_overdue'), (links) => links.includes(link));
    expect(await seen(office, { overdue: 'true' })).toEqual([['团市委', 'sent', '温全科函样4号']]);
    const late = await reply(youth, await of(youth).getPrompt({ params: { id: sent.id } }));
    expect(late.replies[0]).toMatchObject({ late: true });
    expect((await told(office, 'prompt_overdue')).filter((one) => one === link)).toHaveLength(1);
  });

  it('ask nothing of a plan that is closed', async () => {
    const open = (await of(office).listPrompts({ query: { planId: plan.id, state: 'draft' } })).data;
    const { version } = await of(office).getPlan({ params: { id: plan.id } });
    await of(office).closePlan({ params: { id: plan.id }, body: { version, reason: '年度结束' } });
    expect(await code(send(of(open[0]), '温全科函样9号'))).toBe('lifecycle.not_allowed');
    expect(await code(write(office, ['团市委1']))).toBe('lifecycle.not_allowed');
    expect((await seen(youth)).length).toBe(3);
    expect(await seen(youth, { inForce: 'true' })).toEqual([]);
  });
});
