import { addDays } from '@kepu/domain';
import { addActivity } from '../../apps/api/test-support/shifts.js';
import { freeDay } from '../http/service.js';
import { messagesTo } from '../http/sign-in-room.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf } from '../support/store.js';
import { heading, part } from './back-office.js';
import { journey, see } from './journey.js';
import { violations } from './readable.js';

const DAY_MS = 86_400_000;
const there = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };

/** M5: asked by the unit, answered by one tap from the mail, and not asked again by who does not want to be. */
describe('an invitation', () => {
  let server: TestServer;
  beforeAll(async () => { server = await startServer({ database: 'sqlite', env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } }); });
  afterAll(() => server.control.clock({ reset: true }));

  journey('is answered by one tap from the mail, changed, and switched off for good', () => server, async (open) => {
    const liaison = await server.client('liaison');
    const { today, account, grants } = await liaison.getSession();
    // Ten in the morning of tomorrow: nobody is asked at night.
    await server.control.clock({ shiftTo: new Date(Date.parse(`${today}T02:00:00Z`) + DAY_MS).toISOString() });
    const client = await server.client('teacher');
    const [teacher, { county }] = [(await client.getSession()).account.id, await client.getMyVolunteer()];
    const store = await openStoreOf(server);
    const made = await addActivity(store, { title: '老码头科学小讲堂', unitId: there(grants[0]?.scope.id), createdBy: account.id, countyId: county.code, base: new Date(`${await freeDay(client, [6, 5, 7, 4, 8, 9].map((ahead) => addDays(today, ahead)))}T01:00:00Z`), shifts: [{ from: 0, to: 120, positions: [{ maximum: 3, name: '实验助手' }] }] });
    await store.close();

    const desk = await open({ as: 'liaison', screen: 'desk' });
    await desk.goto(`/admin/activities/${made.id}/signups`);
    await see(heading(desk, '老码头科学小讲堂')).toBeVisible();
    // Waves: off, with what would happen; on, with what comes next.
    const waves = part(desk, '系统分批邀请');
    await see(waves).toContainText('还差 1 人');
    await see(waves).toContainText('如果打开：');
    await waves.getByRole('button', { name: '打开', exact: true }).click();
    await see(waves).toContainText('已打开');
    await waves.getByRole('button', { name: '关闭', exact: true }).click();
    await see(waves).toContainText('没有打开');
    expect(await violations(desk)).toEqual([]);
    expect(await liaison.createPositionInvitations({ params: { id: there(made.shifts[0]?.positionIds[0]) }, body: { volunteerIds: [teacher] } })).toMatchObject({ sent: [{ volunteerId: teacher }], skipped: [] });

    const [mail] = await messagesTo(server, 'teacher@demo.kepu');
    const link = there(/https?:\S+(\/invitations\/\S+)/.exec(there(mail))?.[1]);
    // A phone that nobody is signed in on.
    const phone = await open({ screen: 'phone' });
    await phone.goto(link);
    await see(phone.getByRole('heading', { level: 1 })).toContainText('您好');
    await see(phone.getByRole('main')).toContainText('老码头科学小讲堂');
    await see(phone.getByRole('main')).toContainText('县文化礼堂');
    expect(await violations(phone)).toEqual([]);
    await phone.getByRole('button', { name: '我能来', exact: true }).tap();
    await see(phone.getByRole('main')).toContainText('名额已经给您留好');
    expect(await violations(phone)).toEqual([]);
    await desk.reload();
    await part(desk, '实验助手').getByRole('button', { name: '邀请', exact: true }).click();
    await see(desk.getByRole('list', { name: '邀请', exact: true })).toContainText('答应了');
    // Something comes up; whoever opens the link again finds the answer as it stands.
    await phone.reload();
    await phone.getByRole('button', { name: '我来不了了', exact: true }).tap();
    await see(phone.getByRole('main')).toContainText('接下来两周不会再邀请您');
    await phone.getByRole('button', { name: '太远了', exact: true }).tap();
    await see(phone.getByRole('button', { name: '太远了', exact: true })).toHaveCount(0);
    expect((await liaison.getActivity({ params: { id: made.id } })).shifts[0]?.positions[0]?.confirmed).toBe(0);
    await phone.getByRole('link', { name: '怎样推荐和邀请', exact: true }).tap();
    await see(phone.getByRole('heading', { name: '人不够时怎样邀请' })).toBeVisible();

    // On the own page invitations and suggestions by the profile are switched off.
    const own = await open({ as: 'teacher', screen: 'phone' });
    await own.goto('/me#invitations');
    const invitations = part(own, '邀请我的活动');
    await see(invitations).toContainText('现在没有等您答复的邀请');
    await invitations.getByRole('button', { name: '不再邀请我', exact: true }).tap();
    await see(invitations).toContainText('已关闭邀请');
    expect((await liaison.createPositionInvitations({ params: { id: there(made.shifts[0]?.positionIds[0]) }, body: { volunteerIds: [teacher] } })).skipped).toMatchObject([{ because: 'switched_off' }]);
    const profile = part(own, '我的资料');
    await profile.getByRole('button', { name: '修改资料', exact: true }).tap();
    await profile.getByRole('checkbox', { name: /关闭个性化推荐/ }).check();
    await profile.getByRole('button', { name: '保存', exact: true }).tap();
    await see(part(own, '为您推荐')).toContainText('您已关闭个性化推荐');
    expect(await violations(own)).toEqual([]);
  }, { minutes: 4 });
});
