import type { HandedItem, Level } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { planOf, sessionOf, uuid } from '../testing/samples.js';
import PlanLevels from './PlanLevels.js';

const [lucheng, longgang] = [{ id: '330302', name: '鹿城区' }, { id: '330383', name: '龙港市' }];
const noLights = { red: 0, yellow: 0, green: 0, blue: 0, grey: 0 };
const levelOf = (change: Partial<Level> = {}): Level => ({
  division: lucheng, plan: { id: uuid(11), title: '鹿城区任务分解表', docNumber: null, state: 'issued', issuedAt: '2026-03-02T01:00:00.000Z' }, items: 12, linked: 9, handed: { total: 5, signed: 4, open: 1 }, signOff: { total: 20, signed: 18 }, lights: { ...noLights, red: 2 }, measures: { total: 6, done: 3 }, reportedAt: null, ...change,
});
const handedOf = (change: Partial<HandedItem> = {}): HandedItem => ({
  id: uuid(900), item: { id: uuid(401), planId: uuid(10), seq: 1, text: '开展培训。', programme: '青少年行动', standing: 'printed' }, division: lucheng, state: 'pending', handedAt: '2026-03-02T01:00:00.000Z', signedAt: null, signedBy: null, below: [], version: 2, ...change,
});
const levels = [levelOf(), levelOf({ division: longgang, plan: null, handed: { total: 0, signed: 0, open: 0 } })];
const item = { id: uuid(401), planId: uuid(10), year: 2026, seq: 1, number: null, programme: { id: uuid(201), name: '青少年行动', printed: '青少年行动' }, units: [], text: '开展培训。', raw: '', source: { line: 1 }, due: null, targets: [], assignments: [], measures: { total: 0, done: 0 }, joint: [], standing: 'printed' as const, revisedIn: null, parents: [], version: 1 };
const show = (role: 'editor' | 'county', { rows = levels, handed = [handedOf()], kept = role === 'editor' }: { rows?: Level[]; handed?: HandedItem[]; kept?: boolean } = {}) => {
  const fake = fakeApi({
    listLevels: () => ({ data: rows, total: rows.length }), listHandedItems: () => ({ data: handed, total: handed.length }), handDownItems: () => ({ changed: 2 }), signHandedItems: () => ({ changed: 1 }), withdrawHandedItem: () => ({ done: true as const }),
    listItems: () => ({ data: [item], total: 1 }), getItem: () => item, listPlans: () => ({ data: [planOf()], total: 1 }),
  });
  renderPage(<PlanLevels plan={planOf({ kept })} />, { session: sessionOf(role) });
  return fake;
};

test('says of each division below whether it has its plan, and how far it is', async () => {
  show('editor');
  const first = within((await screen.findByRole('heading', { name: '鹿城区' })).closest('li') as HTMLElement);
  expect(first.getByRole('link', { name: '鹿城区任务分解表' }).getAttribute('href')).toBe(`/plans/${uuid(11)}`);
  expect(first.getByText('1 项还没有分解')).toBeTruthy();
  expect(first.getByText(/下达 5 项，已签收 4 项.*任务 12 项，其中 9 项对应上级任务.*单位签收 18\/20.*指标完成 3\/6.*还没有填报.*红.*2/)).toBeTruthy();
  expect(within(screen.getByRole('heading', { name: '龙港市' }).closest('li') as HTMLElement).getByText('还没有下发分解表')).toBeTruthy();
});

test('hands chosen items down, to all divisions unless some are left out', async () => {
  const { calls } = show('editor');
  fireEvent.click(await screen.findByRole('button', { name: '下达任务' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name: '下达任务' }));
  await waitFor(() => expect(dialog.getByRole('combobox', { name: /任务/ }).getAttribute('aria-invalid')).toBe('true'));
  fireEvent.mouseDown(dialog.getByRole('combobox', { name: /任务/ }));
  fireEvent.click(await screen.findByRole('option', { name: /开展培训/ }));
  fireEvent.click(dialog.getByRole('checkbox', { name: '龙港市' }));
  fireEvent.click(dialog.getByRole('button', { name: '下达任务' }));
  await waitFor(() => expect(calls('handDownItems').map(({ input }) => input.body)).toEqual([{ itemIds: [uuid(401)], divisionIds: ['330302'] }]));
});

test('takes back what was handed down', async () => {
  const { calls } = show('editor');
  fireEvent.click(await screen.findByRole('button', { name: '收回' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '收回' }));
  await waitFor(() => expect(calls('withdrawHandedItem').map(({ input }) => [input.params, input.body])).toEqual([[{ id: uuid(900) }, { version: 2 }]]));
});

test('a county’s office signs for what waits, and hands nothing down of a plan that is not its own', async () => {
  const { calls } = show('county', { rows: [levelOf()] });
  fireEvent.click(await screen.findByRole('button', { name: '签收 1 项' }));
  await waitFor(() => expect(calls('signHandedItems').map(({ input }) => input.body)).toEqual([{ ids: [uuid(900)] }]));
});

test('says where nothing lies below', async () => {
  show('county', { rows: [], kept: true });
  expect(await screen.findByText('下面没有行政区划')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
