import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { activityOf } from '../testing/loopSamples.js';
import { renderPage } from '../testing/renderPage.js';
import { planOf, sessionOf, uuid } from '../testing/samples.js';
import ActivityCreatePage from './ActivityCreatePage.js';

const term = (no: number, kind: 'topic' | 'audience', name: string) => ({ id: uuid(no), kind, name, aliases: [], parent: null, sortNo: 1, closedOn: null, successor: null, version: 1 });
const division = (code: string, name: string, parentCode: string, townships: number) => ({ code, name, kind: 'county' as const, parentCode, urbanCore: false, island: false, mountain: false, openedOn: null, closedOn: null, successor: null, townships, version: 1 });
const unit = { id: uuid(101), name: '市教育局', fullName: '市教育局', aliases: [], formerNames: [], kind: 'government' as const, division: { code: '330383', name: '龙港市' }, parent: null, sortNo: 1, hostsOffice: false, openedOn: null, closedOn: null, successor: null, version: 1 };
const item = { id: uuid(401), planId: uuid(10), year: 2026, seq: 1, number: null, programme: { id: uuid(201), name: '青少年行动', printed: '青少年行动' }, units: [], text: '第 1 件样例工作。', raw: '', source: { line: 1 }, due: null, targets: [], assignments: [], measures: { total: 0, done: 0 }, joint: [], standing: 'printed' as const, revisedIn: null, parents: [], version: 1 };

const show = (more: Parameters<typeof fakeApi>[0] = {}) => {
  const fake = fakeApi({
    listTerms: ({ query }) => ({ data: [term(501, 'topic', '疾病防治'), term(511, 'audience', '老年人')].filter((each) => (query.kind ? each.kind === query.kind : query.ids?.includes(each.id))), total: 1 }),
    listDivisions: ({ query }) => ({ data: query.parentCode ? [] : [division('330383', '龙港市', '330300', 0)], total: 1 }), getDivision: () => division('330383', '龙港市', '330300', 0), getUnit: () => unit,
    listPlans: () => ({ data: [planOf()], total: 1 }), listItems: () => ({ data: [item], total: 1 }), getItem: () => item, createActivity: () => activityOf({ state: 'draft' }), submitActivity: () => activityOf({ state: 'submitted' }), ...more,
  });
  renderPage(<ActivityCreatePage />, { session: sessionOf('liaison'), path: '/activities/create', address: `/activities/create?item=${uuid(401)}`, width: 360 });
  return fake;
};
const type = (label: RegExp | string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const pick = async (label: string, name: string) => {
  fireEvent.mouseDown(screen.getByRole('combobox', { name: label }));
  fireEvent.click(await screen.findByRole('option', { name }));
};
const fill = async () => {
  await screen.findByText('市教育局');
  type(/^活动名称/, '社区讲堂');
  type(/^简介/, '讲慢性病。');
  await pick('主题', '疾病防治');
  await pick('面向谁', '老年人');
  type(/^地点/, '文化中心二楼');
  // The county of the unit is offered, and has no townships to choose from.
  expect(await screen.findByText('这里不设乡镇（街道），直接填地点就行。')).toBeTruthy();
};

test('a plain lecture wants a title, a summary, whom and where; everything else is as usual', async () => {
  const { calls } = show();
  await fill();
  expect(await screen.findByText('第 1 项 · 青少年行动')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '提交审核' }));
  await waitFor(() => expect(calls('submitActivity').map(({ input }) => input.body)).toEqual([{ version: 4 }]));
  const [created] = calls('createActivity');
  expect(created?.headers.get('idempotency-key')).toBeTruthy();
  expect(created?.input.body).toEqual({
    unitId: uuid(101), title: '社区讲堂', kind: 'lecture', summary: '讲慢性病。', topicIds: [uuid(501)], audienceIds: [uuid(511)], countyCode: '330383', townshipCode: null, place: '文化中心二楼', flow: 'request', insurance: 'none_needed', minors: false, companions: false, dangerous: false, serves: [uuid(401)], grants: null,
    riskStatement: '室内活动，风险较低；开始前说明安全出口，地面湿滑处设提示。',
    shifts: [{
      startsAt: '2026-03-14T01:00:00.000Z', endsAt: '2026-03-14T03:00:00.000Z', positions: [
        { role: 'lecturer', name: '主讲', minimum: 1, maximum: 1, paid: false, requires: { occupations: [], credentialIds: [], poolIds: [], minAge: null, note: null } }, { role: 'helper', name: '协助', minimum: 1, maximum: 2, paid: false, requires: { occupations: [], credentialIds: [], poolIds: [], minAge: null, note: null } },
      ],
    }],
  });
});

test('another kind brings its usual positions and risks, and leaves alone what somebody wrote', async () => {
  show();
  await screen.findByText('市教育局');
  fireEvent.click(screen.getByRole('button', { name: '义诊咨询' }));
  expect(await screen.findByDisplayValue('医护')).toBeTruthy();
  expect(screen.getByLabelText(/^风险说明/)).toHaveProperty('value', '义诊只做咨询和常规测量，不做有创操作；急症立即拨打 120。');
  type(/^风险说明/, '自己写的。');
  fireEvent.click(screen.getByRole('button', { name: '展览' }));
  expect(await screen.findByDisplayValue('引导')).toBeTruthy();
  expect(screen.getByLabelText(/^风险说明/)).toHaveProperty('value', '自己写的。');
  fireEvent.click(screen.getByRole('button', { name: '有未成年人' }));
  expect((screen.getByLabelText(/^风险说明/) as HTMLTextAreaElement).value).toMatch(/^自己写的。\n有未成年人参加/);
});

test('a shift is copied to the next week, with its positions', async () => {
  show();
  await screen.findByText('市教育局');
  fireEvent.click(screen.getByRole('button', { name: '下周同一时间再来一场' }));
  const second = await screen.findByRole('group', { name: '第 2 场' });
  expect(within(second).getByLabelText(/^日期/)).toHaveProperty('value', '2026-03-21');
  expect(within(second).getByDisplayValue('协助')).toBeTruthy();
  fireEvent.click(within(second).getByRole('button', { name: '删除这一场' }));
  await waitFor(() => expect(screen.queryByRole('group', { name: '第 2 场' })).toBeNull());
});

test('an end before the beginning is said beside its field and never sent', async () => {
  const { calls } = show();
  await fill();
  type(/^结束/, '08:00');
  fireEvent.click(screen.getByRole('button', { name: '存为草稿' }));
  expect(await screen.findByText('结束不能早于开始')).toBeTruthy();
  expect(calls('createActivity')).toEqual([]);
});

test('what the API refuses stands at the field of the form, and what was written stays', async () => {
  show({ createActivity: () => ({ refused: { status: 400, code: 'input.invalid', detail: '有 1 处填写不符合要求', errors: [{ path: 'body.shifts.0.endsAt', code: 'order', message: '太晚了' }] } }) });
  await fill();
  fireEvent.click(screen.getByRole('button', { name: '存为草稿' }));
  expect(await screen.findByText('有 1 处填写不符合要求')).toBeTruthy();
  expect(screen.getByText('太晚了')).toBeTruthy();
  expect(screen.getByLabelText(/^活动名称/)).toHaveProperty('value', '社区讲堂');
});

test('a draft that is not complete is kept, and what is missing is said', async () => {
  const { calls } = show({ submitActivity: () => ({ refused: { status: 409, code: 'activity.incomplete', detail: '还缺少：服务的任务。' } }) });
  await fill();
  fireEvent.click(screen.getByRole('button', { name: '提交审核' }));
  expect(await screen.findByText('还缺少：服务的任务。')).toBeTruthy();
  expect(await screen.findByText('elsewhere')).toBeTruthy();
  expect(calls('createActivity')).toHaveLength(1);
});
