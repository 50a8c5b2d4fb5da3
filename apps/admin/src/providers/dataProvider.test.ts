import { HttpError } from 'react-admin';
import { fakeApi } from '../testing/fakeApi.js';
import { uuid } from '../testing/samples.js';
import { api } from './api.js';
import { createDataProvider } from './dataProvider.js';

const provider = createDataProvider(api);
const unit = (no: number) => ({
  id: uuid(no), name: `单位${no}`, fullName: `单位${no}`, aliases: [], formerNames: [], kind: 'government' as const, division: { code: '330300', name: '样例市' }, parent: null, sortNo: no, hostsOffice: false,
  openedOn: null, closedOn: null, successor: null, version: 7,
});
const division = (code: string) => ({
  code, name: `县${code}`, kind: 'county' as const, parentCode: '330300', urbanCore: false, island: false, mountain: false, openedOn: null, closedOn: null, successor: null, townships: 3, version: 1,
});

test('a list becomes page, perPage, a mapped sort and the filled-in filters only', async () => {
  const { seen } = fakeApi({ listUnits: () => ({ data: [unit(1)], total: 41 }) });
  const answer = await provider.getList('units', { pagination: { page: 2, perPage: 500 }, sort: { field: 'name', order: 'DESC' }, filter: { q: 'sjyj', kind: '', parentId: null, open: true } });
  expect(answer).toMatchObject({ total: 41, data: [{ id: uuid(1), name: '单位1' }] });
  expect(seen[0]?.input.query).toEqual({ page: '2', perPage: '200', sort: '-name', q: 'sjyj', open: 'true' });
});

test('a sort that the API does not know is left out', async () => {
  const { seen } = fakeApi({ listUnits: () => ({ data: [], total: 0 }) });
  await provider.getList('units', { pagination: { page: 1, perPage: 25 }, sort: { field: 'id', order: 'ASC' }, filter: {} });
  expect(seen[0]?.input.query).toEqual({ page: '1', perPage: '25' });
});

test('items are listed below their plan', async () => {
  const { seen } = fakeApi({ listItems: () => ({ data: [], total: 0 }) });
  await provider.getList('items', { pagination: { page: 1, perPage: 25 }, sort: { field: 'seq', order: 'ASC' }, filter: { planId: uuid(10), hasTarget: 'true' } });
  expect(seen[0]?.input).toMatchObject({ params: { id: uuid(10) }, query: { sort: 'seq', hasTarget: 'true' } });
});

test('many records are one request; divisions, which are found by code, one each', async () => {
  const { calls } = fakeApi({ listUnits: ({ query }) => ({ data: (query.ids ?? []).map((_, index) => unit(index + 1)), total: 2 }), getDivision: ({ params }) => division(params.code) });
  expect((await provider.getMany('units', { ids: [uuid(1), uuid(2), uuid(1)] })).data).toHaveLength(2);
  expect(calls('listUnits').map(({ input }) => input.query)).toEqual([{ page: '1', perPage: '200', ids: `${uuid(1)},${uuid(2)}` }]);
  expect((await provider.getMany('divisions', { ids: ['330302', '330303'] })).data.map(({ id }) => String(id))).toEqual(['330302', '330303']);
});

test('an update sends the version seen and what was changed, nothing else', async () => {
  const { seen } = fakeApi({ updateUnit: () => unit(1) });
  await provider.update('units', { id: uuid(1), data: { ...unit(1), fullName: '新全称', parentId: '', aliases: [] }, previousData: { ...unit(1), parentId: uuid(9) } });
  expect(seen[0]).toMatchObject({ name: 'updateUnit', input: { params: { id: uuid(1) }, body: { version: 7, fullName: '新全称', parentId: null } } });
  expect(Object.keys(seen[0]?.input.body as object)).toHaveLength(3);
});

test('a create carries a key; the key stays while the outcome is unknown, and changes after an answer', async () => {
  let broken = true;
  const { seen } = fakeApi({ createTerm: () => (broken ? { refused: { status: 503, code: 'server.busy', detail: '系统繁忙' } } : { id: uuid(5), kind: 'topic', name: '水', aliases: [], parent: null, sortNo: 1, closedOn: null, successor: null, version: 1 }) });
  const create = () => provider.create('terms', { data: { kind: 'topic', name: '水', sortNo: '' } });
  await expect(create()).rejects.toThrow('系统繁忙');
  broken = false;
  await create();
  await create();
  const [first, second, third] = seen.map(({ headers }) => headers.get('idempotency-key'));
  expect(first).toMatch(/^[0-9a-f-]{36}$/);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
  expect(seen[0]?.input.body).toEqual({ kind: 'topic', name: '水' });
});

test('a refusal keeps its sentence, and names each field as the form does', async () => {
  fakeApi({
    createThemeDay: () => ({
      refused: { status: 400, code: 'input.invalid', detail: '有 2 处填写不符合要求', errors: [{ path: 'body.name', code: 'required', message: '必填' }, { path: 'body.rule.month', code: 'too_big', message: '不能大于 12' }] },
    }),
  });
  const error = await provider.create('theme-days', { data: { name: '某日', rule: { kind: 'month', month: 3 } } }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(HttpError);
  expect(error).toMatchObject({ status: 400, message: '有 2 处填写不符合要求', body: { code: 'input.invalid', errors: { name: '必填', rule: { month: '不能大于 12' }, root: { serverError: '有 2 处填写不符合要求' } } } });
});

test('no answer at all is said in words of the catalogue', async () => {
  globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  await expect(provider.getOne('units', { id: uuid(1) })).rejects.toMatchObject({ message: 'admin.shell.unreachable', status: 0 });
});

test('every request asks for the language of the page', async () => {
  const { seen } = fakeApi({ deleteWorkday: () => ({ done: true as const }) });
  await provider.delete('workdays', { id: uuid(3), previousData: { id: uuid(3) } });
  expect(seen[0]?.headers.get('accept-language')).toBe('zh-CN');
});
