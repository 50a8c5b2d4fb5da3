import type { Client } from '@kepu/api-client';
import type { BatchPosition } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { addDays } from '@kepu/domain';
import type { Locator } from 'playwright';
import { eachDatabase } from '../support/engines.js';
import { screens } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { agree, ask, heading, menu, said } from './back-office.js';
import { journey, see, type Open } from './journey.js';
import { widthOf } from './readable.js';

/** A run takes longer than what one waits for elsewhere. */
const RUN_MS = 60_000;
const there = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
const nameOf = ({ activity, name }: BatchPosition): string => `${activity.name} · ${name}`;

/** What the office does with a batch, on its screen: the days are some weeks ahead of which nothing was asked yet. */
const story = async (server: TestServer, open: Open, screen: keyof typeof screens, title: string, days: readonly [number, number]): Promise<void> => {
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
  await agree(order, '开始计算');
  await see(heading(page, title)).toBeVisible();
  await see(page.getByRole('button', { name: '发出邀请', exact: true })).toBeVisible({ timeout: RUN_MS });
  await see(page.getByRole('main')).toContainText(/\d+ 个空位(，已安排 \d+ 个|全部安排好了)/);
  await fits();
  const { data: [batch] } = await office.listBatches({ query: { q: title } });
  const at = { params: { id: there(batch).id } };
  const read = async (query: NonNullable<Parameters<Client['listBatchPositions']>[0]['query']> = {}): Promise<BatchPosition[]> => (await office.listBatchPositions({ ...at, query: { perPage: 200, ...query } })).data;

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
  await agree(await ask(page.getByRole('button', { name: '发出邀请', exact: true }), /^邀请这 \d+ 处安排的志愿者？/), '发出邀请');
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
};

/** Batches as the office meets them, at a desk and on a phone. */
eachDatabase('a batch in the browser', (database) => {
  let server: TestServer;
  beforeAll(async () => { server = await startServer({ database }); });

  journey('is ordered at a desk, looked through, changed by hand, reckoned anew and sent', () => server, (open) => story(server, open, 'desk', '科普月第一批', [3, 13]), { minutes: 5 });
  journey('is ordered on a phone, looked through, changed by hand, reckoned anew and sent', () => server, (open) => story(server, open, 'phone', '科普月第二批', [14, 30]), { minutes: 5 });
});
