import type { ConsultationAnswer, ProposalAnswer } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { consultationAnswerOf, draftLineOf, proposalAnswerOf, proposalOf } from '../testing/draftingSamples.js';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import CallPage from './CallPage.js';
import ConsultationAnswerPage from './ConsultationAnswerPage.js';
import ProposalAnswerPage from './ProposalAnswerPage.js';

const card = async (seq: number) => within(await screen.findByRole('article', { name: new RegExp(`^${seq} `) }));
const confirm = async (name: string) => fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name }));

test('a unit agrees item by item, says what it wants, and hands the rest in with one tap', async () => {
  let value: ConsultationAnswer = consultationAnswerOf([draftLineOf(1), draftLineOf(2), draftLineOf(3)]);
  const { calls } = fakeApi({
    getConsultationAnswer: () => value,
    saveConsultationAnswer: ({ body }) => (value = consultationAnswerOf(value.lines.map((line) => { const said = body.comments.find(({ itemId }) => itemId === line.itemId); return said ? { ...line, stance: said.stance, comment: said.text } : line; }), { version: value.version + 1 })),
    submitConsultationAnswer: () => (value = consultationAnswerOf(value.lines.map((line) => ({ ...line, stance: line.stance ?? 'agree' })), { state: 'submitted', submittedBy: '林一', submittedAt: '2026-03-04T02:00:00.000Z', version: value.version + 1 })),
  });
  renderPage(<ConsultationAnswerPage />, { session: sessionOf('liaison'), path: '/consultation-answers/:id', address: `/consultation-answers/${uuid(1003)}`, width: 360 });
  expect(await screen.findByRole('button', { name: '全部同意，反馈' })).toBeTruthy();
  fireEvent.click((await card(1)).getByRole('button', { name: '同意' }));
  await waitFor(() => expect(calls('saveConsultationAnswer').map(({ input }) => input.body)).toEqual([{ version: 1, comments: [{ itemId: uuid(1201), stance: 'agree', text: null }] }]));
  expect(await screen.findByText('还有 2 项没有表态')).toBeTruthy();
  fireEvent.click((await card(2)).getByRole('button', { name: '建议修改' }));
  fireEvent.change(within(await screen.findByRole('dialog')).getByLabelText(/意见/), { target: { value: '改为 5 期。' } });
  await confirm('保存');
  expect(await screen.findByText('改为 5 期。')).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: '其余都同意，反馈' }));
  await confirm('反馈');
  await waitFor(() => expect(calls('submitConsultationAnswer').map(({ input }) => input.body)).toEqual([{ version: 3, restAgree: true }]));
  expect(await screen.findByRole('button', { name: '撤回修改' })).toBeTruthy();
  expect((await card(1)).queryByRole('button')).toBeNull();
});

test('a unit takes over last year’s items, deletes one, and hands in; with nothing written it says so', async () => {
  let value: ProposalAnswer = proposalAnswerOf([]);
  const { calls } = fakeApi({
    getProposalAnswer: () => value,
    copyEarlierItems: () => (value = proposalAnswerOf([proposalOf(1, { copied: true }), proposalOf(2, { copied: true, measure: '200 人次' })], { version: 2 })),
    saveProposalAnswer: ({ body }) => (value = proposalAnswerOf(body.proposals.map((_, index) => proposalOf(index + 1)), { version: 3 })),
    submitProposalAnswer: () => (value = proposalAnswerOf(value.proposals, { state: 'submitted', submittedBy: '林一', submittedAt: '2026-03-04T02:00:00.000Z', version: 4 })),
  });
  renderPage(<ProposalAnswerPage />, { session: sessionOf('liaison'), path: '/proposal-answers/:id', address: `/proposal-answers/${uuid(1001)}`, width: 360 });
  expect(await screen.findByText('还没有写建议')).toBeTruthy();
  expect(screen.getByRole('button', { name: '无建议' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '报送' })).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByRole('button', { name: '带入上年任务（2026年，8 条）' }));
  fireEvent.click((await card(2)).getByRole('button', { name: '删除' }));
  await confirm('删除');
  await waitFor(() => expect(calls('saveProposalAnswer').map(({ input }) => input.body)).toEqual([{ version: 2, proposals: [{ programmeId: uuid(20), text: '第 1 条建议。', dueText: null, measure: null, note: null, copied: true }] }]));
  await waitFor(() => expect(screen.getByText('共 1 条')).toBeTruthy());
  fireEvent.click(screen.getByRole('button', { name: '报送' }));
  await confirm('报送');
  await waitFor(() => expect(calls('submitProposalAnswer').map(({ input }) => input.body)).toEqual([{ version: 3 }]));
  expect(await screen.findByText(/已报送，等办公室处理/)).toBeTruthy();
});

test('the office decides a proposal, and asks for the words where only a part is adopted', async () => {
  let one = proposalOf(1);
  const { calls } = fakeApi({
    getProposalCall: () => ({ id: uuid(1000), year: 2027, title: '2027年任务建议征集', note: null, dueOn: '2026-03-13', state: 'open', importId: null, counts: { units: 2, submitted: 1, none: 0, late: 0, overdue: 1, proposals: 1, undecided: 1, adopted: 0 }, createdAt: '2026-03-01T02:00:00.000Z', createdBy: '办公室', closedAt: null, version: 1 }),
    listProposalAnswers: () => ({ data: [{ id: uuid(1001), unit: { id: uuid(3), name: '市教育局' }, state: 'submitted', proposals: 1, undecided: 1, submittedAt: '2026-03-04T02:00:00.000Z', late: false, overdue: false, writes: false }], total: 1 }),
    listProposals: () => ({ data: [one], total: 1 }),
    decideProposal: ({ body }) => (one = proposalOf(1, { version: 2, verdict: { decision: body.decision, text: body.text ?? null, reason: body.reason ?? null, by: '办公室', at: '2026-03-05T02:00:00.000Z' } })),
  });
  renderPage(<CallPage />, { session: sessionOf('editor'), path: '/proposal-calls/:id', address: `/proposal-calls/${uuid(1000)}` });
  expect(await screen.findByText('已报送 1 / 2 家')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '以采纳的建议生成任务表' })).toBeNull();
  fireEvent.click(await screen.findByRole('button', { name: '处理' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.mouseDown(dialog.getByLabelText(/怎么处理/));
  fireEvent.click(await screen.findByRole('option', { name: '部分采纳' }));
  fireEvent.change(await dialog.findByLabelText(/采用的文字/), { target: { value: '培训 150 人次。' } });
  fireEvent.click(dialog.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(calls('decideProposal').map(({ input }) => input.body)).toEqual([{ version: 1, decision: 'partly', text: '培训 150 人次。' }]));
  expect(await screen.findByText('采用：培训 150 人次。')).toBeTruthy();
});
