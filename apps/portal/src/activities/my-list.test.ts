/**
 * @jest-environment ./packages/tooling/page-environment.cjs
 */
import { Refused, type Handlers } from '../../test-support/fake-api.js';
import { get, named, openPage, textIn, until } from '../../test-support/page.js';
import * as world from '../../test-support/world.js';
import { attachMyList } from './my-list.js';
import { attachTidyForm } from './tidy-form.js';

jest.mock('react/jsx-runtime', () => jest.requireActual('../dom/jsx-runtime.js'));

const rows = (from: number, count: number) => Array.from({ length: count }, (_, place) => ({ ...world.row, id: world.uid(from + place), title: `${from + place}` }));
const open = async (more: Handlers = {}, signedIn = true) => {
  const page = await openPage('/activities?county=330304', { getPublicDictionary: () => world.dictionary, listActivities: ({ query }) => (query.eligible ? { data: rows(2000 + query.page * 100, 2), total: 3 } : { data: rows(1000, 3), total: 3 }), ...more }, { signedIn });
  const root = page.island('list');
  attachMyList(root, page.browser(root));
  return { ...page, root };
};
const titles = () => [...document.querySelectorAll('#results .card h3')].map((title) => title.textContent);
afterEach(() => history.replaceState(null, '', '/'));

it('is not offered to a stranger', async () => {
  const { root, calls } = await open({}, false);
  expect(root.hidden).toBe(true);
  expect(calls).toEqual([]);
});

it('asks for what the reader may do, with the filters of the page, and gives the other list back', async () => {
  const { root, called } = await open();
  expect(root.hidden).toBe(false);
  named('只看我能报的').click();
  await until(() => expect(titles()).toEqual(['2100', '2101']));
  expect(called('listActivities')[0]?.input.query).toEqual({ county: '330304', eligible: true, page: 1, perPage: 20, sort: 'startsAt' });
  expect(textIn('.count')).toBe('您能报的有 3 个');
  expect(location.hash).toBe('#mine');
  named('再看一些').click();
  await until(() => expect(titles()).toEqual(['2100', '2101', '2200', '2201']));
  named('只看我能报的').click();
  expect(titles()).toEqual(['1000', '1001', '1002']);
  expect(location.hash).toBe('');
});

it('draws the same card as the server', async () => {
  await open({ listActivities: () => ({ data: [world.row], total: 1 }) });
  const tidy = (html: string) => html.replaceAll(/ (datetime|dateTime)=/g, ' datetime=').replaceAll(/ focusable="false"| tabindex="-1"/g, '');
  const drawnThere = tidy(get('#results .cards').innerHTML);
  named('只看我能报的').click();
  await until(() => expect(textIn('.count')).toBe('您能报的有 1 个'));
  expect(tidy(get('#results .cards').innerHTML)).toBe(drawnThere);
});

it('comes back to the same list from an activity', async () => {
  history.replaceState(null, '', '/activities?county=330304#mine');
  await open();
  await until(() => expect(titles()).toEqual(['2100', '2101']));
});

it('says what to do where there is nothing', async () => {
  await open({ listActivities: ({ query }) => (query.eligible ? { data: [], total: 0 } : { data: rows(1000, 1), total: 1 }) });
  named('只看我能报的').click();
  await until(() => expect(textIn('#results')).toContain('眼下没有您能报的活动'));
  named('看全部活动').click();
  expect(titles()).toEqual(['1000']);
});

it('tells somebody who is no volunteer yet where to register', async () => {
  await open({ listActivities: ({ query }) => {
    if (query.eligible) throw new Refused('volunteer.required');
    return { data: rows(1000, 1), total: 1 };
  } });
  named('只看我能报的').click();
  await until(() => expect(textIn('.mine')).toContain('请先登记为志愿者'));
  expect(named<HTMLAnchorElement>('登记成为志愿者', get('.mine')).getAttribute('href')).toBe('/register');
  expect(titles()).toEqual(['1000']);
});

it('withdraws the offer once the session has ended', async () => {
  const { root, memory } = await open({ listActivities: ({ query }) => {
    if (query.eligible) throw new Refused('auth.required');
    return { data: rows(1000, 1), total: 1 };
  } });
  named('只看我能报的').click();
  await until(() => expect(root.hidden).toBe(true));
  expect(memory.remember).toHaveBeenCalledWith(false);
});

it('leaves what is empty out of the address that the form leads to', async () => {
  await open();
  const form = get<HTMLFormElement>('form.filters');
  attachTidyForm(form);
  get<HTMLInputElement>('[name="q"]').value = '急救';
  // jsdom gathers a form without telling anybody.
  const formData = new FormData(form);
  form.dispatchEvent(Object.assign(new Event('formdata'), { formData }));
  expect([...formData.keys()]).toEqual(['q', 'county']);
});
