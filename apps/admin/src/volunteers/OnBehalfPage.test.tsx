import { fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { volunteerOf } from '../testing/loopSamples.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf } from '../testing/samples.js';
import OnBehalfPage from './OnBehalfPage.js';

const county = { code: '330302', name: '鹿城区', kind: 'county' as const, parentCode: '330300', urbanCore: true, island: false, mountain: false, openedOn: null, closedOn: null, successor: null, townships: 5, version: 1 };
const show = () => {
  const fake = fakeApi({ listDivisions: () => ({ data: [county], total: 1 }), getDivision: () => county, listUnits: () => ({ data: [], total: 0 }), listTerms: () => ({ data: [], total: 0 }), createVolunteerOnBehalf: () => volunteerOf(1) });
  renderPage(<OnBehalfPage />, { session: sessionOf('county'), path: '/volunteers/create', width: 360 });
  return fake;
};
const type = (label: RegExp, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
  fireEvent.blur(screen.getByLabelText(label));
};
const choose = async (name: RegExp, option: string) => {
  fireEvent.mouseDown(screen.getByRole('combobox', { name }));
  fireEvent.click(await screen.findByRole('option', { name: option }));
};
const fill = async (bornOn: string) => {
  type(/^姓名/, '周秀英');
  type(/^手机号/, '13800000000');
  type(/^出生日期/, bornOn);
  await choose(/^职业/, '退休人员');
  await choose(/^县（市、区）/, '鹿城区');
  fireEvent.click(screen.getByRole('checkbox', { name: '周六 上午' }));
  fireEvent.click(screen.getByText('本人来电要求登记，已口头告知个人信息用途，本人同意。'));
  fireEvent.click(screen.getByRole('button', { name: '登记' }));
};

test('registers an elder who called, with how she agreed', async () => {
  const { calls } = show();
  await fill('1952-05-01');
  await waitFor(() => expect(calls('createVolunteerOnBehalf').map(({ input }) => input.body)).toEqual([{
    name: '周秀英', phone: '13800000000', bornOn: '1952-05-01', occupation: 'retired', unitId: null, countyCode: '330302', topicIds: [], availability: `${'0'.repeat(15)}1${'0'.repeat(5)}`, travelLimit: 60, toIslands: false, toMountains: true,
    consentNote: '本人来电要求登记，已口头告知个人信息用途，本人同意。',
  }]));
});

test('whoever is not 18 yet is refused kindly, before anything is sent', async () => {
  const { calls } = show();
  await fill('2008-03-04');
  expect(await screen.findByText('目前只接受年满 18 周岁的志愿者')).toBeTruthy();
  expect(calls('createVolunteerOnBehalf')).toEqual([]);
});
