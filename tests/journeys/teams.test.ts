import { addActivity } from '../../apps/api/test-support/shifts.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf } from '../support/store.js';
import { agree, ask, heading, part, said } from './back-office.js';
import { journey, see } from './journey.js';
import { violations } from './readable.js';

const DAY_MS = 86_400_000;
const team = '瓯江青年科普服务队';
const there = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };

describe('a team', () => {
  let server: TestServer;
  beforeAll(async () => { server = await startServer({ database: 'sqlite' }); });

  journey('is joined by its code, signs up as one and is seen as one by the unit', () => server, async (open) => {
    const liaison = await server.client('liaison');
    const { today, account, grants } = await liaison.getSession();
    const store = await openStoreOf(server);
    const base = new Date(Date.parse(`${today}T01:00:00Z`) + 15 * DAY_MS);
    const made = await addActivity(store, { title: '社区科学小实验', unitId: there(grants[0]?.scope.id), createdBy: account.id, countyId: '330302', base, shifts: [{ from: 0, to: 120, positions: [{ maximum: 12 }] }] });
    await store.close();

    const leader = await open({ as: 'teacher', screen: 'phone' });
    await leader.goto('/me/teams');
    const own = leader.locator('.row').filter({ hasText: team });
    await see(own).toContainText('我是队长');
    await own.getByRole('button', { name: '管理队伍', exact: true }).tap();
    await see(leader.getByRole('img', { name: '入队二维码' })).toBeVisible();
    expect(await violations(leader)).toEqual([]);
    const code = there(/入队码[:：]\s*([0-9A-Z]{10})/.exec(there(await leader.getByRole('main').textContent()))?.[1]);

    const student = await open({ as: 'student', screen: 'phone' });
    await student.goto('/me/teams');
    await student.getByRole('textbox', { name: '入队码' }).fill(code.toLowerCase());
    await student.getByRole('button', { name: '查看队伍', exact: true }).tap();
    await see(student.getByRole('heading', { name: team })).toBeVisible();
    expect(await violations(student)).toEqual([]);
    await student.getByRole('button', { name: '加入这支队伍', exact: true }).tap();
    await see(student.getByRole('main')).toContainText('已加入。');
    await student.goto(`/teams/join/${code === 'AAAAAAAAAA' ? 'BBBBBBBBBB' : 'AAAAAAAAAA'}`);
    await see(student.getByRole('main')).toContainText('这个入队码不能用了，请向队长要新的。');

    await leader.goto(`/activities/${made.id}`);
    await leader.getByRole('link', { name: '整队报名', exact: true }).first().tap();
    await leader.locator('.row').filter({ hasText: team }).getByRole('button', { name: '选择参加的队员', exact: true }).tap();
    const people = leader.getByRole('group', { name: '选择参加的队员' }).getByRole('checkbox');
    await see(people.first()).toBeVisible();
    expect(await violations(leader)).toEqual([]);
    // Three come; who else could is not ticked any more.
    const boxes = await people.all();
    for (const box of boxes) if (await box.isChecked()) await box.uncheck();
    const able = [];
    for (const box of boxes) if (await box.isEnabled()) able.push(box);
    for (const box of able.slice(0, 3)) await box.check();
    await leader.getByRole('button', { name: '报名', exact: true }).tap();
    await see(leader.getByRole('main')).toContainText('已为 3 人报名。');
    await see(leader.locator('.row').filter({ hasText: '社区科学小实验' })).toContainText('3 人录取');

    const desk = await open({ as: 'liaison', screen: 'desk' });
    await desk.goto(`/admin/activities/${made.id}/signups`);
    await see(heading(desk, '社区科学小实验')).toBeVisible();
    const row = desk.getByRole('listitem').filter({ hasText: `${team} × 3` });
    await see(row.first()).toContainText('3 人录取');
    await desk.goto('/admin/teams');
    await desk.getByRole('link', { name: team, exact: true }).click();
    await see(heading(desk, team)).toBeVisible();
    await see(part(desk, '整队报名')).toContainText('社区科学小实验');

    // Called off as one: nobody's place is left behind.
    await leader.locator('.row').filter({ hasText: '社区科学小实验' }).getByRole('button', { name: '整队取消', exact: true }).tap();
    await leader.getByRole('textbox', { name: /取消的原因/ }).fill('学校临时有安排');
    await leader.locator('form').getByRole('button', { name: '整队取消', exact: true }).tap();
    await see(leader.getByRole('main')).toContainText('已整队取消。');
    expect((await liaison.getActivity({ params: { id: made.id } })).shifts[0]?.positions[0]?.confirmed).toBe(0);
  }, { minutes: 4 });

  journey('a van is asked for by a unit, given by its keeper and seen by everybody', () => server, async (open) => {
    const desk = await open({ as: 'office', screen: 'desk' });
    await desk.goto('/admin/thing-bookings');
    await see(heading(desk, /./)).toBeVisible();
    expect(await violations(desk)).toEqual([]);
    const { data } = await (await server.client('office')).listThingBookings({ query: { state: 'asked' } });
    const waiting = there(data[0]);
    await desk.goto(`/admin/thing-bookings/${waiting.id}`);
    await agree(await ask(desk.getByRole('button', { name: '确认', exact: true }), /./), '确认');
    await said(desk, '已确认，对方会收到消息。');

    const anybody = await open({ screen: 'phone' });
    await anybody.goto('/shared');
    await see(anybody.getByRole('main')).toContainText(waiting.thing.name);
    await see(anybody.getByRole('main')).toContainText(waiting.place);
    expect(await violations(anybody)).toEqual([]);
  });
});
