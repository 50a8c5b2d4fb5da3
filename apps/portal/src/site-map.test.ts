import { fakeApi } from '../test-support/fake-api.js';
import { row, talk, today, uid } from '../test-support/world.js';
import { publicPaths } from './routes.js';
import { sitePaths } from './site-map.js';

it('has every public page, and what people can sign up for, in both languages', async () => {
  const api = fakeApi({ listActivities: ({ query: { page, perPage } }) => ({ data: Array.from({ length: page === 1 ? perPage : 3 }, (_, place) => ({ ...row, id: uid(page * 1000 + place) })), total: 203 }), listPublicTalks: () => ({ data: [talk], total: 1, asOf: today }) });
  const paths = await sitePaths(api.client());
  expect(api.called('listActivities').map(({ input }) => input.query)).toEqual([{ page: 1, perPage: 200 }, { page: 2, perPage: 200 }]);
  expect(paths).toHaveLength(publicPaths.length + 2 * 203 + 2);
  expect(paths).toEqual(expect.arrayContaining(['/', '/en/calendar', `/activities/${uid(2002)}`, `/en/activities/${uid(1000)}`]));
  expect(paths.filter((path) => /\/(me|register|sign-in|lead|checkin)/.test(path))).toEqual([]);
});

it('ends somewhere, however many there are', async () => {
  const api = fakeApi({ listActivities: () => ({ data: [row], total: 1_000_000 }), listPublicTalks: () => ({ data: [], total: 0, asOf: today }) });
  await sitePaths(api.client());
  expect(api.called('listActivities')).toHaveLength(10);
});
