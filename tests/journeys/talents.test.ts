import type { Client } from '@kepu/api-client';
import { addDays } from '@kepu/domain';
import type { Page } from 'playwright';
import { addActivity } from '../../apps/api/test-support/shifts.js';
import { until } from '../http/papers.js';
import { freeDay } from '../http/service.js';
import { newPerson } from '../matrix/people.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf } from '../support/store.js';
import { agree, ask, heading, menu, part, said } from './back-office.js';
import { journey, see, type Open } from './journey.js';

const DAY_MS = 86_400_000;
const doctorName = '虞安民';
const there = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
/** Somebody of the demo in a browser of their own. */
const come = (open: Open, as: string, screen: 'desk' | 'phone'): Promise<Page> => open({ as, screen });
/** Somebody who has just got an account, at a desk. */
const comeAs = async (open: Open, server: TestServer, cookie: string): Promise<Page> => {
  const page = await open({ screen: 'desk' });
  await page.context().addCookies(cookie.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: server.url })));
  return page;
};

/** S1 of the pools, the menu and the orders: what people see of it. */
eachDatabase('people of the pools', (database) => {
  let server: TestServer;
  beforeAll(async () => { server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } }); });
  afterEach(() => server.control.clock({ reset: true }));

  journey('a doctor is recommended, agrees, is appointed and holds a letter that a stranger can check', () => server, async (open) => {
    const office = await server.client('office');
    const { cookie } = await newPerson(server, office, 'health@demo.kepu', { role: 'liaison', unit: '市卫健委' });
    const pool = await office.createPool({ body: { name: '健康科普讲师团', countyReviews: false, questions: [{ label: '职称', type: 'choice', options: ['中级', '高级'], required: true }] } });

    const liaison = await comeAs(open, server, cookie);
    await liaison.goto(`/admin/pools/${pool.id}`);
    await see(heading(liaison, pool.name)).toBeVisible();
    const dialog = await ask(liaison.getByRole('button', { name: '推荐人员', exact: true }), /^推荐人员加入/);
    await dialog.getByRole('combobox', { name: '志愿者' }).fill(doctorName);
    await liaison.getByRole('option', { name: new RegExp(`^${doctorName}`) }).click();
    await dialog.getByRole('textbox', { name: '推荐理由' }).fill('急救课讲得清楚，群众爱听。');
    await agree(dialog, '开始填写');
    await see(heading(liaison, doctorName)).toBeVisible();
    // What the pool asks is demanded before anybody is bothered.
    await part(liaison, '填报内容').getByRole('button', { name: '推荐', exact: true }).click();
    await see(liaison.getByText(/职称/).first()).toBeVisible();
    await liaison.getByRole('combobox', { name: '职称' }).click();
    await liaison.getByRole('option', { name: '高级', exact: true }).click();
    await part(liaison, '填报内容').getByRole('button', { name: '推荐', exact: true }).click();
    await said(liaison, '已推荐。');

    const doctor = await come(open, 'doctor', 'phone');
    await doctor.goto('/me#pools');
    const own = doctor.getByRole('region', { name: '我的队伍', exact: true });
    await see(own).toContainText(`推荐您加入“${pool.name}”，是否同意？`);
    await own.getByRole('button', { name: '同意', exact: true }).tap();
    await see(doctor.getByRole('status').filter({ hasText: '已同意' })).toBeAttached();
    await see(own).toContainText(`${pool.name} · 已推荐`);

    const desk = await come(open, 'office', 'desk');
    await desk.goto('/admin/');
    await menu(desk, '入队推荐');
    await desk.getByRole('link', { name: doctorName, exact: true }).click();
    await see(heading(desk, doctorName)).toBeVisible();
    await agree(await ask(desk.getByRole('button', { name: '聘任', exact: true }), /^聘/), '聘任');

    await doctor.reload();
    const [file] = await Promise.all([doctor.waitForEvent('download'), own.getByRole('link', { name: '下载聘书' }).last().tap()]);
    expect(file.suggestedFilename()).toMatch(/\.pdf$/);
    const letter = there((await (await server.client('doctor')).getMyPools()).terms.find((term) => term.pool.id === pool.id)?.letter);
    // The QR code of the paper is this address; whoever opens it needs no account.
    const address = there((await office.getPoolTerm({ params: { id: there((await office.listPoolTerms({ query: { poolId: pool.id } })).data[0]).id } })).letter).checkUrl;
    const stranger = await open({ screen: 'phone' });
    await stranger.goto(new URL(address).pathname + new URL(address).search);
    await see(stranger.getByRole('main')).toContainText(letter.number);
    // A stranger sees the family name alone.
    await see(stranger.getByRole('main')).toContainText('虞*');
    await see(stranger.getByRole('main')).not.toContainText(doctorName);
    await see(stranger.getByRole('main')).toContainText('有效');
  }, { minutes: 4 });

  journey('a village orders a talk on a phone, the lecturer takes it, and both rate', () => server, async (open) => {
    const [office, county] = await Promise.all(['office', 'county'].map((name) => server.client(name))) as [Client, Client];
    const { today } = await county.getSession();
    const lecturer = await server.client('doctor');
    const mine = await lecturer.getMyVolunteer();
    await lecturer.updateMyVolunteer({ body: { version: mine.version, countyCode: '330326', travelLimit: 240, toIslands: true, toMountains: true } });
    const audience = there((await office.listTerms({ query: { perPage: 200, open: 'true' } })).data.find(({ kind, name }) => kind === 'audience' && name === '农民')).id;
    const pool = await office.createPool({ body: { name: '点单讲师团', menu: true, letter: false } });
    await office.createPoolTerm({ body: { poolId: pool.id, volunteerId: mine.id } });
    const draft = await office.createTalk({ body: { poolId: pool.id, lecturerId: mine.id, title: '老人跌倒怎么办', summary: '教三招，回家就能用。', topicIds: [there(mine.topicIds[0])], audienceIds: [audience], minutes: 60, languages: ['mandarin', 'wenzhou'] } });
    const handed = await office.submitTalk({ params: { id: draft.id }, body: { version: draft.version } });
    await office.publishTalk({ params: { id: handed.id }, body: { version: handed.version } });

    const village = await open({ screen: 'phone' });
    await village.goto('/talks?q=跌倒怎么办');
    await village.getByRole('link', { name: '老人跌倒怎么办' }).first().tap();
    await village.getByRole('link', { name: /^点/ }).first().tap();
    await see(heading(village, '点一场讲座')).toBeVisible();
    await see(village.getByRole('main')).toContainText('老人跌倒怎么办');
    await village.getByLabel('县（市、区）', { exact: true }).selectOption({ label: '平阳县' });
    await village.getByRole('textbox', { name: '乡镇（街道）' }).fill('昆阳');
    await village.getByRole('button', { name: /^昆阳镇/ }).tap();
    await village.getByRole('textbox', { name: '村、社区、学校或单位的名称' }).fill('山前村');
    await village.getByRole('textbox', { name: '联系人' }).fill('陈支书');
    await village.getByRole('textbox', { name: '手机号' }).fill('13957700001');
    await village.getByLabel('日期 1', { exact: true }).fill(addDays(today, 12));
    await village.getByLabel('日期 2', { exact: true }).fill(addDays(today, 13));
    await village.getByRole('textbox', { name: /地点/ }).fill('山前村文化礼堂');
    await village.getByLabel(/人数/).fill('60');
    await village.getByRole('button', { name: '提交点单', exact: true }).tap();
    await see(village.getByText(/^单号 DD/)).toBeVisible();
    const made = there(await village.getByText(/^单号 DD/).textContent());
    const [number, code] = [there(/DD\d{8}-\d{4}/.exec(made)?.[0]), there(/查询码 ([0-9A-Z]{10})/i.exec(made)?.[1])];

    const desk = await come(open, 'county', 'desk');
    await desk.goto('/admin/');
    await menu(desk, '讲座点单');
    await desk.getByRole('row', { name: new RegExp(number) }).getByRole('link').click();
    await agree(await ask(desk.getByRole('button', { name: '受理', exact: true }), '受理这张点单？'), '受理');
    await said(desk, '已受理，正在请讲师。');

    await until(() => lecturer.listMyOrderOffers({}), ({ data }) => data.length > 0);
    const speaker = await come(open, 'doctor', 'phone');
    await speaker.goto('/me/orders');
    await see(speaker.getByRole('main')).toContainText('山前村');
    await speaker.getByRole('button', { name: '接单', exact: true }).tap();
    await see(speaker.getByRole('main')).toContainText('已接单，活动已建好。');

    const look = async (): Promise<void> => {
      await village.goto('/order/status');
      await village.getByRole('textbox', { name: '单号' }).fill(number);
      await village.getByRole('textbox', { name: '查询码' }).fill(code);
      await village.getByRole('button', { name: '查看', exact: true }).tap();
    };
    await look();
    await see(village.getByRole('main')).toContainText('讲师已定，请做好准备。');

    // The talk is over.
    await server.control.clock({ advanceMs: 5 * DAY_MS });
    for (const client of [office, county, lecturer]) await client.getSession();
    await server.control.clock({ advanceMs: 5 * DAY_MS });
    for (const client of [office, county, lecturer]) await client.getSession();
    await server.control.clock({ advanceMs: 4 * DAY_MS });
    await look();
    const rating = village.locator('.rate-form');
    for (const question of ['内容', '讲得怎么样', '愿意再请']) await rating.getByRole('group', { name: question }).getByRole('radio').last().check({ force: true });
    await rating.getByLabel(/到场人数/).fill('57');
    await rating.getByRole('button', { name: '提交评价', exact: true }).tap();
    await see(village.getByRole('main')).toContainText('已评价，谢谢。');
    await speaker.goto('/me/orders');
    await speaker.getByRole('button', { name: '评价这场', exact: true }).tap();
    for (const question of ['对方准备得怎么样', '听众投入吗']) await speaker.getByRole('group', { name: question }).getByRole('radio').last().check({ force: true });
    await speaker.getByRole('button', { name: '提交评价', exact: true }).tap();
    await see(speaker.getByRole('main')).toContainText('已评价，谢谢。');
    const { data: [order] } = await county.listOrders({ query: { q: number } });
    expect(await county.getOrder({ params: { id: there(order).id } })).toMatchObject({ rating: { people: 57 }, ratings: { lecturer: { prepared: 5 } } });
  }, { minutes: 4 });

  journey('a certificate that turns out to end before the day opens the place again, and the unit is told', () => server, async (open) => {
    const [office, liaison, doctor] = await Promise.all(['office', 'liaison', 'doctor'].map((name) => server.client(name))) as [Client, Client, Client];
    const { today, account, grants } = await liaison.getSession();
    const kind = there((await office.listCredentialKinds()).data.find(({ key }) => key === 'first-aid'));
    const declared = await doctor.createMyCredential({ body: { kindId: kind.id, issuer: '温州市红十字会', fromDay: '2020-01-01', toDay: addDays(today, 300) } });
    const held = await office.confirmCredential({ params: { id: declared.id }, body: { version: declared.version, proof: 'original', fromDay: declared.fromDay, toDay: declared.toDay } });
    const store = await openStoreOf(server);
    const base = new Date(`${await freeDay(doctor, [20, 21, 22].map((ahead) => addDays(today, ahead)))}T01:00:00Z`);
    const made = await addActivity(store, { title: '急救进山村', unitId: there(grants[0]?.scope.id), createdBy: account.id, countyId: '330302', base, shifts: [{ from: 0, to: 120, positions: [{ maximum: 1, credentialIds: [kind.id] }] }] });
    await store.close();

    const person = await come(open, 'doctor', 'phone');
    await person.goto(`/activities/${made.id}`);
    await person.getByRole('button', { name: /^报名/ }).first().tap();
    await person.getByRole('button', { name: '确认报名', exact: true }).tap();
    await see(person.getByRole('main')).toContainText('报名成功，您已被录取');

    const desk = await come(open, 'office', 'desk');
    await desk.goto(`/admin/credentials/${held.id}`);
    const dialog = await ask(desk.getByRole('button', { name: '抽查通过', exact: true }), /./);
    await dialog.getByLabel('到期日').fill(addDays(today, 5));
    await agree(dialog, '抽查通过');

    await until(() => liaison.listNotices({ query: { perPage: 200 } }), ({ data }) => data.some((notice) => notice.kind === 'signup_lapsed_unit'));
    const unit = await come(open, 'liaison', 'phone');
    await unit.goto('/admin/');
    await unit.getByRole('button', { name: /消息/ }).first().tap();
    await see(unit.getByText(new RegExp(`${doctorName}在“急救进山村”.*名额已空出`))).toBeVisible();
    const stranger = await open({ screen: 'phone' });
    await stranger.goto(`/activities/${made.id}`);
    await see(stranger.getByRole('main')).toContainText('还有 1 个名额');
    await person.goto('/me#credentials');
    await see(person.getByRole('main')).toContainText('急救员证');
  }, { minutes: 4 });
});
