import type { Page } from 'playwright';
import { furnishActivities, shift, type ActivityRoom } from '../http/activity-room.js';
import { bornFor, familyPassword, registered, type FamilyPerson } from '../http/family-room.js';
import { startServer, type TestServer } from '../support/server.js';
import { journey, see } from './journey.js';
import { look, sayIn, signInAtDesk, type Person } from './loop-people.js';
import { violations } from './readable.js';

const DAY_MS = 86_400_000;
const say = sayIn('zh-CN');
const risk = '室内活动，使用小电机，须听从老师指挥。\n请穿平底鞋。';

describe('children under 8 who come along, in the portal and the back office', () => {
  let server: TestServer;
  let room: ActivityRoom;
  let mother: FamilyPerson;
  let startsAt: string;
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite' });
    room = await furnishActivities(server);
    const { today } = await room.office.getSession();
    mother = await registered(server, { name: '林素云', bornOn: bornFor(today, 34) });
    startsAt = new Date(Date.parse(`${today}T02:00:00.000Z`) + 10 * DAY_MS).toISOString();
  });
  afterEach(() => server.control.clock({ reset: true }));

  const person = (page: Page, phone: boolean): Person => ({ page, locale: 'zh-CN', phone, say });
  const good = async (page: Page, name: string, phone = true): Promise<void> => {
    await look(person(page, phone), `companions-${name}`);
    expect({ name, found: await violations(page) }).toEqual({ name, found: [] });
  };
  const signIn = async (page: Page, identifier: string, password: string, next: string): Promise<void> => {
    await page.goto(`/sign-in?next=${next}`);
    await page.getByRole('textbox', { name: say('portal.signIn.identifier') }).fill(identifier);
    await page.locator('#password').fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
  };

  journey('a mother signs up with two small children on her phone, reads the new risks, and the leader sees how many come', () => server, async (open) => {
    // The unit says that small children are welcome.
    const desk = await open({ screen: 'desk' });
    const draft = await room.draft({ title: '小小电机师', minors: true, flow: 'instant', riskStatement: risk, shifts: [shift(0, { startsAt, endsAt: new Date(Date.parse(startsAt) + 7_200_000).toISOString(), positions: [{ role: 'helper', name: '引导员', minimum: 0, maximum: 5, requires: {} }] })] });
    await signInAtDesk(person(desk, false), 'liaison');
    await see(desk.getByRole('heading', { level: 1, name: say('admin.my_items.title') })).toBeVisible();
    await desk.goto(`/admin/activities/${draft.id}/edit`);
    const box = desk.getByRole('switch', { name: say('admin.activities.companions') });
    await see(box).not.toBeChecked();
    await desk.getByRole('radio', { name: say('terms.whoMayServe.adults'), exact: true }).check();
    await see(box).toBeHidden();
    await desk.getByRole('radio', { name: say('terms.whoMayServe.minors') }).check();
    await box.check();
    await good(desk, 'form', false);
    await desk.getByRole('button', { name: say('admin.activities.save_submit'), exact: true }).click();
    await see(desk.getByText(say('admin.activities.submitted')).first()).toBeVisible();
    const { version } = await room.league.getActivity({ params: { id: draft.id } });
    const activity = await room.office.approveActivity({ params: { id: draft.id }, body: { version } });
    expect(activity.companions).toBe(true);
    await desk.goto(`/admin/activities/${draft.id}`);
    await see(desk.getByText(`${say('terms.whoMayServe.minors')} · ${say('terms.companions.welcome')}`)).toBeVisible();
    await good(desk, 'overview', false);

    const page = await open({ screen: 'phone' });
    await signIn(page, mother.phone, familyPassword, `/activities/${activity.id}`);
    await see(page.getByText('家里有 8 岁以下的孩子，欢迎带着一起来')).toBeVisible();
    await good(page, 'activity');
    await page.getByRole('button', { name: '报名', exact: true }).click();
    await see(page.getByRole('combobox', { name: say('portal.companions.number') })).toHaveValue('0');
    await see(page.locator('.companions-risk')).toBeHidden();
    await see(page.getByText('只记人数，不记姓名和生日；孩子不占名额，不记时长，没有服务记录和证明，也不计入任何统计')).toBeVisible();
    await page.getByRole('combobox', { name: say('portal.companions.number') }).selectOption('2');
    await see(page.locator('.companions-risk')).toContainText('请穿平底鞋。');
    await page.getByRole('button', { name: '确认报名' }).click();
    await see(page.getByText(say('portal.companions.tickNeeded'))).toBeVisible();
    await good(page, 'signup');
    await page.getByRole('checkbox', { name: say('portal.companions.tick') }).check();
    await page.getByRole('button', { name: '确认报名' }).click();
    await see(page.getByText('报名成功，您已被录取')).toBeVisible();

    await page.goto('/me');
    const row = page.locator('.signup-row').filter({ hasText: '小小电机师' });
    await see(row).toContainText(say('portal.companions.mine', { count: 2 }));
    await good(page, 'mine');
    // The unit writes other risks: she is asked again.
    const present = await room.league.getActivity({ params: { id: activity.id } });
    await room.league.updateActivity({ params: { id: activity.id }, body: { version: present.version, riskStatement: `${risk}\n改在二楼，没有电梯。` } });
    await page.reload();
    await see(row).toContainText(say('portal.companions.changed'));
    await desk.goto(`/admin/activities/${activity.id}/signups`);
    await see(desk.getByText(say('terms.companions.total', { count: 2 }))).toBeVisible();
    await see(desk.getByText(say('terms.companions.toConfirm'))).toBeVisible();
    await good(desk, 'signups-changed', false);
    await good(page, 'mine-changed');
    await row.getByRole('button', { name: say('portal.companions.again') }).click();
    await see(row.locator('.companions-risk')).toContainText('改在二楼，没有电梯。');
    await see(row.getByRole('combobox')).toHaveValue('2');
    await good(page, 'mine-form');
    await row.getByRole('checkbox', { name: say('portal.companions.tick') }).check();
    await row.getByRole('button', { name: say('portal.companions.save'), exact: true }).click();
    await see(page.getByText(say('portal.companions.saved', { title: '小小电机师', count: 2 }))).toBeVisible();
    await see(row).not.toContainText(say('portal.companions.changed'));

    // On the day: at the desk of the hall, and on the phone of whoever leads.
    const [slot] = activity.shifts;
    await room.league.setShiftLeader({ params: { id: slot?.id ?? '' }, body: { accountId: (await room.league.getSession()).account.id } });
    await server.control.clock({ freeze: new Date(Date.parse(slot?.startsAt ?? '') - 600_000).toISOString() });
    await signInAtDesk(person(desk, false), 'liaison');
    await see(desk.getByRole('heading', { level: 1, name: say('admin.my_items.title') })).toBeVisible();
    await desk.goto(`/admin/activities/${activity.id}/day`);
    await see(desk.getByText(say('terms.companions.total', { count: 2 }))).toBeVisible();
    await see(desk.getByText(say('terms.companions.row', { count: 2 }), { exact: true })).toBeVisible();
    await see(desk.getByText(say('terms.companions.toConfirm'))).toHaveCount(0);
    await good(desk, 'day', false);
    const leader = await open({ screen: 'phone' });
    await signIn(leader, 'liaison@demo.kepu', 'Kepu-demo-2026', `/lead/${slot?.id}`);
    await see(leader.locator('.companions-total')).toHaveText(say('terms.companions.total', { count: 2 }));
    await see(leader.locator('.tick-row')).toContainText(say('terms.companions.row', { count: 2 }));
    await good(leader, 'lead');
  }, { minutes: 4 });

  journey('the same pages hold on the other screen', () => server, async (open) => {
    const activity = await room.open({ title: '一家人看星星', minors: true, companions: true, flow: 'instant', riskStatement: risk, shifts: [shift(0, { startsAt: new Date(Date.parse(startsAt) + DAY_MS).toISOString(), endsAt: new Date(Date.parse(startsAt) + DAY_MS + 7_200_000).toISOString(), positions: [{ role: 'helper', name: '引导员', minimum: 0, maximum: 5, requires: {} }] })] });
    const page = await open({ screen: 'desk' });
    await signIn(page, mother.phone, familyPassword, `/activities/${activity.id}`);
    await see(page.getByText('家里有 8 岁以下的孩子，欢迎带着一起来')).toBeVisible();
    await good(page, 'activity', false);
    await page.getByRole('button', { name: '报名', exact: true }).click();
    await page.getByRole('combobox', { name: say('portal.companions.number') }).selectOption('3');
    await good(page, 'signup', false);
    await page.getByRole('checkbox', { name: say('portal.companions.tick') }).check();
    await page.getByRole('button', { name: '确认报名' }).click();
    await see(page.getByText('报名成功，您已被录取')).toBeVisible();
    await page.goto('/me');
    const row = page.locator('.signup-row').filter({ hasText: '一家人看星星' });
    await row.getByRole('button', { name: say('portal.companions.change') }).click();
    await good(page, 'mine-form', false);
    await row.getByRole('combobox').selectOption('0');
    await row.getByRole('button', { name: say('portal.companions.save'), exact: true }).click();
    await see(page.getByText(say('portal.companions.savedNone', { title: '一家人看星星' }))).toBeVisible();
    await see(row.getByRole('button', { name: say('portal.companions.add') })).toBeVisible();
    await row.getByRole('button', { name: say('portal.companions.add') }).click();
    await row.getByRole('combobox').selectOption('1');
    await row.getByRole('checkbox', { name: say('portal.companions.tick') }).check();
    await row.getByRole('button', { name: say('portal.companions.save'), exact: true }).click();
    await see(row).toContainText(say('portal.companions.mine', { count: 1 }));

    const desk = await open({ screen: 'phone' });
    await signInAtDesk(person(desk, true), 'liaison');
    await see(desk.getByRole('heading', { level: 1, name: say('admin.my_items.title') })).toBeVisible();
    await desk.goto(`/admin/activities/${activity.id}/edit`);
    await see(desk.getByRole('switch', { name: say('admin.activities.companions') })).toBeChecked();
    await good(desk, 'form');
    await desk.goto(`/admin/activities/${activity.id}/signups`);
    await see(desk.getByText(say('terms.companions.total', { count: 1 }))).toBeVisible();
    await good(desk, 'signups');
    await desk.goto(`/admin/activities/${activity.id}/day`);
    await see(desk.getByText(say('terms.companions.total', { count: 1 }))).toBeVisible();
    await good(desk, 'day');
    // Without scripts the page says what it means, and where to turn.
    const plain = await open({ screen: 'phone', javaScript: false });
    await plain.goto(`/activities/${activity.id}`);
    await see(plain.getByText('家里有 8 岁以下的孩子，欢迎带着一起来')).toBeVisible();
    const english = await open({ screen: 'phone' });
    await english.goto(`/en/activities/${activity.id}`);
    await look({ page: english, locale: 'en', phone: true, say: sayIn('en') }, 'companions-activity');
  }, { minutes: 3 });
});
