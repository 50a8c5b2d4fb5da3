import type { Client } from '@kepu/api-client';
import type { BatchPosition } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { addDays } from '@kepu/domain';
import type { Locator } from 'playwright';
import { addActivity, openSession } from '../../apps/api/test-support/shifts.js';
import { messagesTo } from '../http/sign-in-room.js';
import { addCrowd, type OneOfMany } from '../support/crowd.js';
import { eachDatabase } from '../support/engines.js';
import { screens } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf } from '../support/store.js';
import { agree, ask, heading, menu, part, said } from './back-office.js';
import { journey, see, type Open } from './journey.js';
import { violations, widthOf } from './readable.js';

/** A run takes longer than what one waits for elsewhere. */
const RUN_MS = 180_000;
const DAY_MS = 86_400_000;
/** A campaign: so many people beside those of the demo, and so many activities with a place for each of so many. */
const campaign = { people: 2_000, activities: 40, places: 40, days: 11 } as const;
const there = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
const nameOf = ({ activity, name }: BatchPosition): string => `${activity.name} · ${name}`;

/** What the office does with a batch, on its screen: the days are some weeks ahead of which nothing was asked yet. */
const story = async (server: TestServer, open: Open, screen: keyof typeof screens, title: string, days: readonly [number, number]): Promise<BatchPosition[]> => {
  const office: Client = await server.client('office');
  const { today } = await office.getSession();
  const page = await open({ as: 'office', screen });
  const fits = async (): Promise<void> => expect(await widthOf(page)).toBeLessThanOrEqual(screens[screen].width);
  const card = (position: BatchPosition): Locator => page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name: nameOf(position), exact: true }) });
  const inside = (position: BatchPosition, name: string): Locator => card(position).getByRole('listitem').filter({ hasText: name });
  const find = (position: BatchPosition): Promise<void> => page.getByRole('searchbox', { name: '找活动' }).fill(position.activity.name);

  // Ordered, and watched until it is a draft.
  if (screen === 'desk') {
    await page.goto('/admin/');
    await menu(page, '批量安排');
  } else await page.goto('/admin/batches');
  await see(heading(page, '批量安排')).toBeVisible();
  const order = await ask(page.getByRole('button', { name: '新建安排', exact: true }), '新建批量安排');
  await order.getByRole('textbox', { name: '名称' }).fill(title);
  await order.getByLabel(/^从/).fill(addDays(today, days[0]));
  await order.getByLabel(/^到/).fill(addDays(today, days[1]));
  await fits();
  // It does not go on until the bar has been seen, however fast the machine is.
  await server.control.failpoint('batch:people', 'hold');
  await agree(order, '开始计算');
  await see(heading(page, title)).toBeVisible();
  await see(page.getByRole('progressbar', { name: label('zh-CN', 'terms.batchSteps.people') })).toBeVisible();
  await fits();
  await server.control.failpoint('batch:people', 'off');
  await see(page.getByRole('button', { name: '发出邀请', exact: true })).toBeVisible({ timeout: RUN_MS });
  await see(page.getByRole('main')).toContainText(/\d+ 个空位(，已安排 \d+ 个|全部安排好了)/);
  await fits();
  const { data: [batch] } = await office.listBatches({ query: { q: title } });
  const at = { params: { id: there(batch).id } };
  const read = async (): Promise<BatchPosition[]> => (await office.listBatchPositions({ ...at, query: { perPage: 200 } })).data;
  expect(there(there(batch).sums).people).toBeGreaterThanOrEqual(campaign.people);
  await see(page.getByRole('main')).toContainText(`从 ${there(there(batch).sums).people} 名志愿者中选`);

  // Why somebody serves there, and why a place stays open.
  const all = await read();
  const alone = all.filter((one) => all.filter((other) => nameOf(other) === nameOf(one)).length === 1);
  const row = there(alone.find(({ people }) => people.length > 1 && people.every(({ reasons }) => reasons.length > 0)));
  const [kept, dropped] = [there(row.people[0]), there(row.people[1])];
  await find(row);
  for (const words of label('zh-CN', `matching.staffReasons.${there(kept.reasons[0]).code}`).split(/\{\w+\}/)) await see(inside(row, kept.volunteer.name)).toContainText(words.trim());
  await page.getByRole('searchbox', { name: '找活动' }).fill('');
  const gap = there(alone.find(({ open: why }) => why !== null));
  await page.getByRole('button', { name: '还有空位', exact: true }).click();
  await find(gap);
  await see(card(gap)).toContainText(`空 ${gap.places - gap.filled} 个：${label('zh-CN', `terms.batchCauses.${there(gap.open).cause}`)}`);
  await page.getByRole('button', { name: '全部岗位', exact: true }).click();

  // One is settled, one is taken out, and somebody is put there by hand.
  await find(row);
  await inside(row, kept.volunteer.name).getByRole('button', { name: '锁定', exact: true }).click();
  await said(page, '已锁定');
  await see(inside(row, kept.volunteer.name)).toContainText('已锁定');
  await inside(row, dropped.volunteer.name).getByRole('button', { name: '移出', exact: true }).click();
  await said(page, '已移出');
  await see(card(row)).toContainText('不安排：');
  await see(page.getByRole('button', { name: `恢复 ${dropped.volunteer.name}`, exact: true })).toBeVisible();
  const dialog = await ask(card(row).getByRole('button', { name: '安排人', exact: true }), `安排到“${row.name}”`);
  const offered = dialog.getByRole('listitem').filter({ hasNotText: dropped.volunteer.name }).getByRole('button', { name: /^(安排$|从“)/ }).first();
  await see(offered).toBeVisible();
  await fits();
  await offered.click();
  await see(dialog).toBeHidden();
  await said(page, '已安排');
  await see(card(row)).toContainText('手动');
  const edited = there((await read()).find(({ positionId }) => positionId === row.positionId));
  const byHand = there(edited.people.find(({ byStaff }) => byStaff)).volunteer;
  expect(byHand.id).not.toBe(dropped.volunteer.id);

  // Reckoned anew around it.
  await page.getByRole('button', { name: '按锁定重新计算', exact: true }).click();
  await see(page.getByRole('button', { name: '发出邀请', exact: true })).toBeHidden();
  await see(page.getByRole('button', { name: '发出邀请', exact: true })).toBeVisible({ timeout: RUN_MS });
  await see(page.getByRole('main')).toContainText('已锁定 2 处');
  await find(row);
  await see(inside(row, kept.volunteer.name)).toContainText('已锁定');
  await see(inside(row, byHand.name)).toContainText('手动');
  await see(inside(row, dropped.volunteer.name)).toHaveCount(0);
  await fits();

  // Sent: everybody is asked, or it is said why not.
  const many = there((await office.getBatch(at)).sums).filled > 100;
  if (many) await server.control.failpoint('batch:told', 'wait');
  await agree(await ask(page.getByRole('button', { name: '发出邀请', exact: true }), /^邀请这 \d+ 处安排的志愿者？/), '发出邀请');
  if (many) {
    // Whoever stays on the page sees it go on.
    const bar = page.getByRole('progressbar', { name: /^发出邀请（[1-9]\d* \/ \d+）$/ });
    await see(bar).toBeVisible();
    const words = there(await bar.getAttribute('aria-label'));
    await see(bar).not.toHaveAttribute('aria-label', words);
    await fits();
    await server.control.failpoint('batch:told', 'off');
  }
  await see(page.getByText(/^已邀请 \d+ 人，\d+ 人未邀请$/)).toBeVisible({ timeout: RUN_MS });
  await see(page.getByRole('button', { name: '锁定', exact: true })).toHaveCount(0);
  const sent = await read();
  const places = sent.flatMap(({ people }) => people);
  expect(places.filter(({ outcome }) => outcome === null)).toEqual([]);
  expect(places.filter(({ outcome }) => outcome === 'asked').length).toBeGreaterThan(0);
  const after = there(sent.find(({ positionId }) => positionId === row.positionId));
  await find(after);
  for (const { volunteer, outcome } of after.people) await see(inside(after, volunteer.name)).toContainText(label('zh-CN', `terms.batchOutcomes.${there(outcome)}`));
  await fits();

  // The list says the same.
  await page.goto('/admin/batches');
  await see(page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name: title, exact: true }) })).toContainText(/已发出[\s\S]*已邀请 \d+ 人，\d+ 人未邀请/);
  await fits();
  const invitations = await office.listPositionInvitations({ params: { id: after.positionId }, query: { perPage: 200 } });
  expect(invitations.data.filter(({ origin }) => origin === 'batch').map(({ volunteer }) => volunteer.id).sort()).toEqual(after.people.filter(({ outcome }) => outcome === 'asked').map(({ volunteer }) => volunteer.id).sort());
  return sent;
};

/** One of those who were asked says yes by one tap from the mail, wants no more of it, and is suggested nothing by their data. */
const answer = async (server: TestServer, open: Open, { email, id }: OneOfMany, { positionId, activity }: BatchPosition): Promise<void> => {
  const [mail] = await messagesTo(server, email);
  const phone = await open({ screen: 'phone' });
  await phone.goto(there(/https?:\S+(\/invitations\/\S+)/.exec(there(mail))?.[1]));
  await see(phone.getByRole('main')).toContainText(activity.name);
  await phone.getByRole('button', { name: '我能来', exact: true }).tap();
  await see(phone.getByRole('main')).toContainText('名额已经给您留好');
  const office = await server.client('office');
  const invited = (await office.listPositionInvitations({ params: { id: positionId }, query: { perPage: 200 } })).data;
  expect(invited.find(({ volunteer }) => volunteer.id === id)).toMatchObject({ state: 'accepted', origin: 'batch' });

  const store = await openStoreOf(server);
  await phone.context().addCookies([{ name: 'kepu_session', value: await openSession(store, id), url: server.url }]);
  await store.close();
  await phone.goto('/me#invitations');
  const invitations = part(phone, '邀请我的活动');
  await invitations.getByRole('button', { name: '不再邀请我', exact: true }).tap();
  await see(invitations).toContainText('已关闭邀请');
  const profile = part(phone, '我的资料');
  await profile.getByRole('button', { name: '修改资料', exact: true }).tap();
  await profile.getByRole('checkbox', { name: /关闭个性化推荐/ }).check();
  await profile.getByRole('button', { name: '保存', exact: true }).tap();
  await see(part(phone, '为您推荐')).toContainText('您已关闭个性化推荐');
  expect(await violations(phone)).toEqual([]);
};

/** Batches as the office meets them, at a desk and on a phone: a campaign of two thousand people. */
eachDatabase('a batch in the browser', (database) => {
  let server: TestServer;
  let crowd: ReadonlyMap<string, OneOfMany>;
  const gone = new Set<string>();

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
    const [office, liaison] = [await server.client('office'), await server.client('liaison')];
    const { today: before, account } = await office.getSession();
    // Ten in the morning of tomorrow: nobody is asked at night.
    await server.control.clock({ shiftTo: new Date(Date.parse(`${before}T02:00:00Z`) + DAY_MS).toISOString() });
    const { today } = await office.getSession();
    const { counties } = await office.getPublicDictionary();
    const unitId = there((await liaison.getSession()).grants[0]?.scope.id);
    const store = await openStoreOf(server);
    crowd = new Map((await addCrowd(store, campaign.people, today)).map((one) => [one.id, one]));
    for (let at = 0; at < campaign.activities; at += 1) {
      const base = new Date(Date.parse(`${addDays(today, 3 + (at % campaign.days))}T${at % 2 === 0 ? '01' : '06'}:00:00Z`));
      await addActivity(store, { title: `科普进万家第${at + 1}场`, unitId, createdBy: account.id, countyId: there(counties[at % counties.length]).code, base, shifts: [{ from: 0, to: 120, positions: [{ maximum: campaign.places, name: '现场讲解' }] }] });
    }
    // So many people leave nothing empty that they may have; what few may have stays so.
    for (const day of [5, 16]) {
      const rare = await addActivity(store, { title: `老渔民讲潮汐${day}`, unitId, createdBy: account.id, countyId: there(counties[0]).code, base: new Date(`${addDays(today, day)}T01:00:00Z`), shifts: [{ from: 0, to: 120, positions: [{ maximum: 2, name: '主讲' }] }] });
      await store.unitOfWork.run(() => store.database.writer.query('UPDATE positions SET min_age = 95 WHERE activity_id = ?', [rare.id]));
    }
    await store.close();
  });
  afterAll(() => server.control.clock({ reset: true }));

  journey('is ordered at a desk for a campaign of two thousand, looked through, changed by hand, reckoned anew and sent; one of them answers by one tap and wants no more', () => server, async (open) => {
    const sent = await story(server, open, 'desk', '科普月第一批', [3, 13]);
    const asked = sent.flatMap((position) => position.people.flatMap(({ volunteer, outcome }) => (outcome === 'asked' && crowd.has(volunteer.id) ? [{ position, one: there(crowd.get(volunteer.id)) }] : [])));
    expect(asked.length).toBeGreaterThan(campaign.people / 2);
    const { position, one } = there(asked[0]);
    await answer(server, open, one, position);
    gone.add(one.id);
  }, { minutes: 8 });
  journey('is ordered on a phone, looked through, changed by hand, reckoned anew and sent', () => server, async (open) => {
    const sent = await story(server, open, 'phone', '科普月第二批', [14, 30]);
    expect(sent.flatMap(({ people }) => people).filter(({ volunteer }) => gone.has(volunteer.id))).toEqual([]);
  }, { minutes: 5 });
});
