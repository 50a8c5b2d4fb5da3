import type { Page } from 'playwright';
import { screens } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { journey, see } from './journey.js';
import { violations, widthOf } from './readable.js';

type Screen = keyof typeof screens;

describe('every page of the loop can be read by everybody', () => {
  let server: TestServer;
  let activity: string;
  let shift: string;
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite' });
    const liaison = await server.client('liaison');
    const { account, grants } = await liaison.getSession();
    const unitId = String(grants[0]?.scope.id);
    activity = String((await liaison.listActivities({ query: { state: 'open', unitId } })).data[0]?.id);
    shift = String((await liaison.getActivity({ params: { id: activity } })).shifts[0]?.id);
    await liaison.setShiftLeader({ params: { id: shift }, body: { accountId: account.id } });
  });

  /** Nothing is being fetched or drawn any more. */
  const settled = async (page: Page): Promise<void> => {
    await see(page.getByRole('heading', { level: 1 })).toBeVisible();
    await see(page.locator('.MuiSkeleton-root:visible, .bar-line:visible')).toHaveCount(0);
  };
  /** A page by day or by night, in large type or not. */
  const looked = async (page: Page, address: string, screen: Screen, elder: boolean, colorScheme: 'light' | 'dark'): Promise<void> => {
    await page.context().addCookies([{ name: 'display', value: elder ? 'elder' : 'standard', url: server.url }]);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(address);
    await settled(page);
    const seen = { address, colorScheme, elder };
    expect({ ...seen, violations: await violations(page) }).toEqual({ ...seen, violations: [] });
    expect({ ...seen, width: await widthOf(page) }).toEqual({ ...seen, width: screens[screen].width });
  };

  const open = (): readonly string[] => ['', '/activities', '/activities?q=没有这样的活动', `/activities/${activity}`, '/calendar', '/matching', '/privacy', '/accessibility', '/register', '/sign-in', '/no-such-page'];
  const own = (): readonly string[] => ['/me', `/activities/${activity}`, `/checkin/${shift}`];
  const led = (): readonly string[] => ['/me', `/lead/${shift}`];
  for (const screen of ['phone', 'desk'] as const) {
    // English has longer words: it is judged where there is least room for them.
    for (const locale of screen === 'phone' ? ['zh-CN', 'en'] as const : ['zh-CN'] as const) {
      for (const [who, pages, as] of [['anybody', open, undefined], ['a volunteer', own, 'teacher'], ['whoever leads', led, 'liaison']] as const) {
        journey(`the portal for ${who} (${screen}, ${locale}): no violation ${screen === 'desk' ? 'by night' : 'by light'}${screen === 'phone' ? ' or in large type' : ''}, nothing to scroll sideways`, () => server, async (visit) => {
          const page = await visit({ screen, locale, ...(as ? { as } : {}) });
          // The large type is judged where there is least room for it; colours by day on a phone and by night at a desk, for they are the same on both.
          const scheme = screen === 'desk' ? 'dark' : 'light';
          for (const elder of screen === 'phone' ? [false, true] : [false]) for (const path of pages()) await looked(page, `${locale === 'en' ? '/en' : ''}${path}` || '/', screen, elder, scheme);
        }, { minutes: 4 });
      }
    }

    for (const [as, pages] of [
      ['office', async () => {
        const office = await server.client('office');
        const first = (page: { data: { id: string }[] }): string => String(page.data[0]?.id);
        const plan = first(await office.listPlans({ query: { state: 'issued' } }));
        const closed = first(await office.listActivities({ query: { state: 'closed' } }));
        return [
          '', 'activities', `activities/${activity}`, `activities/${activity}/signups`, `activities/${activity}/day`, `activities/${closed}/close`, 'work-entries', `work-entries/${first(await office.listWorkEntries({}))}`, 'measures',
          'volunteers', 'volunteers/create', `volunteers/${first(await office.listVolunteers({}))}`, 'pools', `pools/${first(await office.listPools({}))}`, 'service-records', 'matching-weights',
          `items/${first(await office.listItems({ params: { id: plan }, query: { perPage: 1 } }))}`, `plans/${plan}/matrix`, 'activities/no-such-id', 'work-entries/no-such-id',
        ];
      }],
      ['liaison', () => Promise.resolve(['', 'activities', 'activities/create', `activities/${activity}/edit`, `activities/${activity}/signups`, `activities/${activity}/day`, 'work-entries', 'work-entries/create'])],
    ] as const) {
      journey(`the back office for the ${as} (${screen}): no violation by ${screen === 'desk' ? 'night' : 'light'}, nothing to scroll sideways`, () => server, async (visit) => {
        const page = await visit({ screen, as });
        for (const path of await pages()) await looked(page, `/admin/${path}`, screen, false, screen === 'phone' ? 'light' : 'dark');
      }, { minutes: 6 });
    }
  }
});
