/**
 * @jest-environment ./packages/tooling/page-environment.cjs
 */
import type { OrderPlace } from '@kepu/contracts';
import type { Handlers } from '../../test-support/fake-api.js';
import { get, openPage, submit, textIn, type, until } from '../../test-support/page.js';
import * as world from '../../test-support/world.js';
import { attachOrdering } from './ordering.js';

jest.mock('react/jsx-runtime', () => jest.requireActual('../dom/jsx-runtime.js'));

const township: OrderPlace = { name: '昆阳镇', kind: 'township', county: { code: '330326', name: '平阳县' }, township: { code: '330326100', name: '昆阳镇' } };
const village: OrderPlace = { name: '山前村', kind: 'village', county: { code: '330326', name: '平阳县' }, township: { code: '330326100', name: '昆阳镇' } };
const found = { listOrderPlaces: () => ({ data: [township, village], total: 2 }) };
/** The page, and in it what somebody typed before the script came. */
const open = async (handlers: Handlers = {}, before: () => void = () => undefined) => {
  const page = await openPage('/order', { getPublicDictionary: () => world.dictionary, ...found, ...handlers });
  before();
  const root = page.island('order');
  attachOrdering(root, page.browser(root));
  return page;
};
const value = (name: string): string => get<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`).value;
const offered = (field: string): string[] => [...get(`[data-field="${field}"]`).querySelectorAll('.choice-button')].map(({ textContent }) => textContent ?? '');

it('finds the township while one types, and fills in the county that it lies in', async () => {
  const { called } = await open();
  type('[name="townshipName"]', '昆阳');
  await until(() => expect(offered('townshipCode')).toEqual(['昆阳镇 平阳县']));
  expect(called('listOrderPlaces').map(({ input }) => input.query)).toEqual([{ q: '昆阳' }]);
  get<HTMLButtonElement>('[data-field="townshipCode"] .choice-button').click();
  expect([value('countyCode'), value('townshipCode'), value('townshipName')]).toEqual(['330326', '330326100', '昆阳镇']);
  expect(offered('townshipCode')).toEqual([]);
});

it('finds it too where somebody began to type before the script came', async () => {
  await open({}, () => {
    const field = get<HTMLInputElement>('[name="townshipName"]');
    field.focus();
    field.value = '昆阳';
  });
  await until(() => expect(offered('townshipCode')).toEqual(['昆阳镇 平阳县']));
});

it('asks for the township and two dates before anything is sent', async () => {
  const { called } = await open();
  const county = get<HTMLSelectElement>('[name="countyCode"]');
  county.value = '330326';
  county.dispatchEvent(new Event('change', { bubbles: true }));
  submit('[data-island="order"] form');
  await until(() => expect(textIn('[data-field="townshipCode"]')).toContain('请输入后从下面选一个乡镇（街道）'));
  expect(called('createOrder')).toEqual([]);
  // 龙港市 has no townships.
  county.value = '330383';
  county.dispatchEvent(new Event('change', { bubbles: true }));
  expect(get('[data-field="townshipCode"]').hidden).toBe(true);
});
