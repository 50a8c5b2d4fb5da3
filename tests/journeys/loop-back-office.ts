import type { Locator } from 'playwright';
import { see } from './journey.js';
import { button, capital, choose, field, find, fitting, look, ownWord, portal, region, registered, signInAtDesk, takePhoto, title, told, type Person } from './loop-people.js';
import { unit, hours, activityTitle, courseTitle, newcomer, demonstrator, rival, trained, turnout, minutes, hoursOf, type Story } from './loop-story.js';

/** L1: the office reads what counts as done, and adds what it wants to see besides. */
export async function setMeasure(story: Story): Promise<void> {
  const { office, item, api } = story;
  const { page, say } = office;
  await signInAtDesk(office, 'office');
  await see(region(office, say('admin.desk.title'))).toBeVisible();
  await look(office, 'office-first-page');
  await openMatrix(story);
  await look(office, 'matrix-before');
  story.cell = await countsIn(cellOf(story));
  await cellOf(story).click();
  await page.getByRole('link', { name: /科技实践营/ }).first().click();
  await see(title(office, say('admin.items.title', { year: item.year, seq: item.seq }))).toBeVisible();
  const measures = region(office, say('admin.measures.title'));
  await see(measures.getByRole('article')).toHaveCount(1);
  await see(measures.getByRole('progressbar')).toHaveAttribute('aria-valuetext', new RegExp(`${item.reached}`));
  await look(office, 'item-before');

  await button(office, say('admin.measures.create')).click();
  const dialog = page.getByRole('dialog', { name: say('admin.measures.create') });
  await field(dialog, say('admin.measures.name')).fill(hours);
  await choose(field(dialog, say('admin.measures.sources')), say('terms.measureSources.volunteer_minutes'), { several: true });
  await see(dialog.getByText(say('admin.measures.in_hours'))).toBeVisible();
  await field(dialog, say('admin.measures.min')).fill('5000');
  await field(dialog, say('admin.work.unit_of_measure')).fill('小时');
  await field(dialog, say('admin.measures.demands')).fill('签到记录');
  await look(office, 'measure-dialog');
  await dialog.getByRole('button', { name: ownWord(office, 'save'), exact: true }).click();
  await see(dialog).toBeHidden();
  const made = measures.getByRole('article', { name: hours });
  await see(made).toContainText(say('terms.measureSources.volunteer_minutes'));
  // What was served for the item before counts at once; whether the demo has any hangs on the day of the week on which it begins.
  story.minutes = (await api.listMeasures({ query: { itemId: item.id } })).data.find(({ name }) => name === hours)?.progress.value ?? 0;
  const begun = say(`terms.measureStates.${story.minutes > 0 ? 'moving' : 'open'}`);
  await see(made).toContainText(begun);
  await see(made.getByRole('progressbar')).toHaveAttribute('aria-valuetext', new RegExp(hoursOf(story.minutes)));

  // The office thinks again: what this one activity will add is enough.
  await made.getByRole('button', { name: ownWord(office, 'edit'), exact: true }).click();
  const edit = page.getByRole('dialog', { name: hours });
  await field(edit, say('admin.measures.min')).fill(String(Math.ceil(story.minutes / 60) + 3));
  await edit.getByRole('button', { name: ownWord(office, 'save'), exact: true }).click();
  await see(edit).toBeHidden();
  await see(made).toContainText(begun);
  await look(office, 'item-measured');
}

/** L9: a liaison's first page holds the unit's items; what is signed for can be brought on. */
export async function signForItem({ liaison, item, api, planId }: Story): Promise<void> {
  const { page, say } = liaison;
  const waiting = (await api.listAssignments({ query: { planId, perPage: 200 } })).data.filter((row) => row.unit.name === unit && row.state === 'pending').length;
  await signInAtDesk(liaison, 'liaison');
  await see(title(liaison, say('admin.my_items.title'))).toBeVisible();
  await see(button(liaison, say('admin.my_items.show_open', { count: waiting }))).toBeVisible();
  await look(liaison, 'liaison-first-page');
  const card = page.getByRole('article').filter({ has: page.locator(`a[href$="/items/${item.id}"]`) });
  await card.getByRole('checkbox').check();
  await button(liaison, say('admin.my_items.sign_chosen', { count: 1 })).click();
  const dialog = page.getByRole('dialog', { name: say('admin.my_items.sign_title', { count: 1 }) });
  await dialog.getByRole('button', { name: say('admin.my_items.sign'), exact: true }).click();
  await see(button(liaison, say('admin.my_items.show_open', { count: waiting - 1 }))).toBeVisible();
  await button(liaison, say('admin.my_items.show_all', { count: waiting })).click();
  await see(card.getByRole('progressbar', { name: hours })).toBeVisible();
  await look(liaison, 'liaison-items');
}

/** L3: an activity for the item. */
export async function postActivity(story: Story): Promise<void> {
  const { liaison, item } = story;
  const { page, say } = liaison;
  const card = page.getByRole('article').filter({ has: page.locator(`a[href$="/items/${item.id}"]`) });
  await card.getByRole('link', { name: say('admin.my_items.post'), exact: true }).click();
  await see(title(liaison, say('admin.activities.create'))).toBeVisible();
  await button(liaison, say('terms.activityKinds.outreach')).click();
  await field(page, say('admin.activities.title_field')).fill(activityTitle);
  await field(page, say('admin.activities.summary')).fill('带孩子们动手做一架风车，弄明白风怎样变成电。');
  await find(field(page, say('admin.activities.topics')), '科学实验', /科学实验与探究/);
  await find(field(page, say('admin.activities.audiences')), '社区居民', /社区居民/);
  await find(field(page, say('terms.unitFields.county')), '鹿城', '鹿城区');
  for (const chosen of ['科学实验与探究', '社区居民']) await see(region(liaison, say('admin.activities.part_whom'))).toContainText(chosen);
  await choose(field(page, say('admin.shell.township')), '五马街道');
  await field(page, say('admin.activities.place')).fill('五马街道文化活动中心二楼');
  const day = field(page, say('admin.activities.day'));
  story.day = await day.inputValue();
  // Two positions of one person each: what is full is seen soon.
  const positions = page.getByRole('group', { name: say('admin.activities.position'), exact: true });
  await see(positions).toHaveCount(2);
  for (const position of await positions.all()) {
    await field(position, say('admin.activities.minimum')).fill('1');
    await field(position, say('admin.activities.maximum')).fill('1');
  }
  await page.getByRole('radio', { name: new RegExp(say('terms.signupFlows.request')) }).check();
  await page.getByRole('button', { name: say('admin.activities.risk_names.minors'), exact: true }).click();
  await see(field(page, say('admin.activities.risk'))).toHaveValue(new RegExp(say('admin.activities.risks.minors')));
  await page.getByRole('radio', { name: say('terms.insurances.organiser') }).check();
  await see(region(liaison, say('admin.activities.part_serves'))).toContainText(say('admin.items.no', { seq: item.seq }));
  await look(liaison, 'activity-form');
  await button(liaison, say('admin.activities.save_submit')).click();
  await see(title(liaison, activityTitle)).toBeVisible();
  await see(page.getByText(say('terms.activityStates.submitted'), { exact: true })).toBeVisible();
  await look(liaison, 'activity-submitted');
  story.activityId = /activities\/([\w-]+)/.exec(page.url())?.[1] ?? '';
}

/** From a count on the first page to its list, and to one of it. */
async function openQueue(office: Person, count: string, wanted: string): Promise<void> {
  const desk = region(office, office.say('admin.desk.title'));
  await desk.getByRole('link', { name: new RegExp(`^\\d+\\s*${count}$`) }).click();
  // The home page names some of what waits too, with ways of its own: the list has to be there.
  await see(desk).toBeHidden();
  await office.page.getByRole('main').getByRole('link', { name: wanted, exact: true }).click();
}

/** L3: the office looks at what was handed in, and it is public. */
export async function approve({ office }: Story): Promise<void> {
  const { page, say } = office;
  await page.goto('/admin');
  await openQueue(office, say('admin.desk.approve'), activityTitle);
  await see(title(office, activityTitle)).toBeVisible();
  await button(office, say('admin.activities.next.approve.label')).click();
  await told(office, say('admin.activities.approved'));
  await see(page.getByText(say('terms.activityStates.open'), { exact: true })).toBeVisible();
  await look(office, 'activity-open');
}

/** The matrix, by what is done: a table at a desk, cards on a phone. */
async function openMatrix({ office, planId }: Story): Promise<void> {
  const { page, say, phone } = office;
  await page.goto('/admin');
  await region(office, say('admin.home.plan')).getByRole('link', { name: say('admin.plans.tab_matrix'), exact: true }).click();
  await see(page).toHaveURL(new RegExp(`/plans/${planId}/matrix$`));
  if (phone) return;
  await button(office, say('admin.matrix.view_measures')).click();
  await see(page.getByText(say('admin.matrix.legend_measures'))).toBeVisible();
}

/** Where the unit and the programme of the item meet. */
const cellOf = ({ office: { page, phone, say }, item: { programme } }: Story): Locator => (phone
  ? page.getByRole('list', { name: say('admin.matrix.caption') }).getByRole('listitem').filter({ has: page.getByRole('heading', { name: unit, exact: true }) }).getByRole('link', { name: programme })
  : page.getByRole('row', { name: new RegExp(`^${unit}`) }).getByRole('link', { name: new RegExp(`^${unit}.*${programme}`) }));

async function countsIn(place: Locator): Promise<readonly [number, number]> {
  await see(place).toContainText(/\d+\s*\/\s*\d+/);
  const [, done, total] = /(\d+)\s*\/\s*(\d+)/.exec(await place.innerText()) ?? [];
  return [Number(done), Number(total)];
}

/** L2: what is no activity is entered as work, with a photo. */
export async function enterWork({ liaison, item }: Story): Promise<void> {
  const { page, say, phone } = liaison;
  await page.goto('/admin');
  await button(liaison, fitting(liaison, 'admin.my_items.show_all')).click();
  const card = page.getByRole('article').filter({ has: page.locator(`a[href$="/items/${item.id}"]`) });
  if (phone) {
    // On a phone the camera comes first.
    const photo = await page.screenshot();
    const [window] = await Promise.all([page.waitForEvent('filechooser'), card.getByRole('button', { name: say('admin.my_items.proof'), exact: true }).click()]);
    await window.setFiles({ name: '培训现场.png', mimeType: 'image/png', buffer: photo });
    await see(page.getByText(say('admin.work.files_here', { count: 1 }))).toBeVisible();
  } else {
    await card.getByRole('link', { name: say('admin.my_items.proof'), exact: true }).click();
  }
  await see(title(liaison, say('admin.work.create'))).toBeVisible();
  await look(liaison, 'work-kinds');
  await page.getByRole('list', { name: say('admin.work.kind') }).getByRole('button', { name: new RegExp(`^${say('terms.workEntryKinds.training')}`) }).click();
  await see(region(liaison, say('admin.work.part_serves'))).toContainText(item.programme);
  await field(page, say('admin.work.title')).fill(courseTitle);
  await field(page, say('admin.work.quantities.training')).fill(String(trained));
  await field(page, say('admin.work.text')).fill('讲解安全用电、分组带队和急救常识。');
  const roster = page.getByRole('group', { name: say('admin.work.roster') });
  const [window] = await Promise.all([page.waitForEvent('filechooser'), roster.getByRole('button', { name: say('admin.files.choose'), exact: true }).click()]);
  await window.setFiles({ name: '学员名单.txt', mimeType: 'text/plain', buffer: Buffer.from(`姓名\n${Array.from({ length: trained }, (_, index) => `学员${index + 1}`).join('\n')}\n`) });
  await see(roster.getByText('学员名单.txt', { exact: true })).toBeVisible();
  const files = page.getByRole('group', { name: say('admin.work.files') });
  if (phone) await see(files.getByText('培训现场.png', { exact: true })).toBeVisible();
  else await takePhoto(liaison, files, '培训现场.png');
  await see(page.getByText(say('admin.files.still_sending'))).toHaveCount(0);
  await look(liaison, 'work-form');
  await button(liaison, say('admin.activities.save_submit')).click();
  await see(title(liaison, courseTitle)).toBeVisible();
  await see(page.getByText(say('terms.workEntryStates.submitted'), { exact: true })).toBeVisible();
  await look(liaison, 'work-submitted');
}

/** L2: the office accepts it, and at once it counts. */
export async function acceptWork({ office, item }: Story): Promise<void> {
  const { page, say } = office;
  await page.goto('/admin');
  await openQueue(office, say('admin.desk.check'), courseTitle);
  await see(title(office, courseTitle)).toBeVisible();
  await look(office, 'work-to-check');
  await button(office, say('admin.work.accept')).click();
  await told(office, say('admin.work.accepted'));
  await region(office, say('admin.work.serves')).getByRole('link').click();
  await see(title(office, say('admin.items.title', { year: item.year, seq: item.seq }))).toBeVisible();
  await see(region(office, say('admin.measures.title')).getByRole('article').first()).toContainText(`+${trained}`);
}

/** L6: two want one place; the liaison sees why each would fit, and decides. */
export async function chooseAmongCandidates(story: Story): Promise<void> {
  const { server, api, liaison, teacher, activityId } = story;
  const { page, say } = liaison;
  const shift = (await api.getActivity({ params: { id: activityId } })).shifts[0];
  const position = (role: string): string => shift?.positions.find((one) => one.role === role)?.id ?? '';
  story.shiftId = shift?.id ?? '';
  await (await registered(server, rival)).createSignup({ params: { id: position('guide') }, body: { waitIfFull: false, onDuty: false } });
  await (await registered(server, demonstrator)).createSignup({ params: { id: position('demonstrator') }, body: { waitIfFull: false, onDuty: false } });

  await page.goto(`/admin/activities/${activityId}`);
  await page.getByRole('link', { name: say('admin.activities.next.signups.label', { count: 3 }) }).click();
  const panel = (role: 'guide' | 'demonstrator') => region(liaison, new RegExp(`^${say(`terms.positionRoles.${role}`)}$`));
  const wanting = panel('guide').getByRole('list', { name: say('admin.signups.signed_up') }).locator(':scope > li');
  await see(wanting).toHaveCount(2);
  for (const one of await wanting.all()) {
    await see(one).toContainText(say('terms.signupStates.requested'));
    await one.getByRole('button', { name: say('admin.signups.show_parts'), exact: true }).click();
    await see(one.getByRole('table', { name: say('admin.signups.parts') })).toContainText(say('matching.parts.topic'));
  }
  const scores = await wanting.evaluateAll((rows) => rows.map((row) => Number(/\d+/.exec(row.textContent ?? '')?.[0])));
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  await look(liaison, 'candidates');
  await wanting.filter({ hasText: newcomer.name }).getByRole('button', { name: say('admin.signups.confirm'), exact: true }).click();
  await told(liaison, say('admin.signups.confirmed', { name: newcomer.name }));
  // The position is full: what is left for the other one is the queue, or a refusal.
  const other = wanting.filter({ hasNotText: newcomer.name });
  await see(other.getByRole('button', { name: say('admin.signups.confirm'), exact: true })).toBeDisabled();
  await other.getByRole('button', { name: say('admin.signups.queue'), exact: true }).click();
  await see(other).toContainText(say('admin.signups.queue_no', { no: 1 }));
  await panel('demonstrator').getByRole('button', { name: say('admin.signups.confirm'), exact: true }).click();
  await see(panel('demonstrator').getByText(say('terms.signupStates.confirmed'), { exact: true })).toBeVisible();
  await look(liaison, 'decided');

  await teacher.page.reload();
  await see(region(teacher, say('portal.me.next.heading'))).toContainText(capital(say('terms.signupStates.confirmed')));
  await see(region(teacher, say('portal.me.next.heading'))).toContainText(activityTitle);
  await look(teacher, 'me-confirmed');
}

/** L8: the unit reports whom it reached, with a photo and a text; the office accepts. */
export async function close(story: Story): Promise<void> {
  const { office, liaison, activityId } = story;
  const { page, say } = liaison;
  await page.goto(`/admin/activities/${activityId}`);
  await page.getByRole('link', { name: say('admin.activities.next.close.label'), exact: true }).click();
  await field(page, say('admin.close.turnout')).fill(String(turnout));
  await choose(field(page, say('admin.close.method')), say('terms.turnoutMethods.counted'));
  await field(page, say('admin.close.text')).fill('四十架风车都转起来了，孩子们追着问为什么。');
  await takePhoto(liaison, page.getByRole('group', { name: say('admin.close.files') }), '活动现场.png');
  await see(region(liaison, say('admin.close.hand_in'))).toBeVisible();
  await look(liaison, 'close-form');
  await button(liaison, say('admin.close.hand_in')).click();
  await see(page.getByText(say('admin.close.waits'))).toBeVisible();
  await look(liaison, 'close-handed-in');

  await signInAtDesk(office, 'office');
  await see(region(office, say('admin.desk.title'))).toBeVisible();
  await look(office, 'office-to-accept');
  await openQueue(office, office.say('admin.desk.accept'), activityTitle);
  await see(title(office, activityTitle)).toBeVisible();
  await office.page.getByRole('link', { name: office.say('admin.activities.next.review_close.label'), exact: true }).click();
  await look(office, 'close-to-accept');
  await button(office, say('admin.close.accept')).click();
  await told(office, say('admin.close.accepted_done'));
  await see(office.page.getByText(say('admin.close.counts'))).toBeVisible();
}

/** L8: from the number in the matrix down to the check-in, in three clicks. */
export async function fromNumberToCheckIn(story: Story): Promise<void> {
  const { office, item, activityId, cell: [done, total] } = story;
  const { page, say } = office;
  await openMatrix(story);
  // One measure more, and it is done: the others have not lost anything.
  expect(await countsIn(cellOf(story))).toEqual([done + 1, total + 1]);
  await look(office, 'matrix-after');
  await cellOf(story).click();
  await see(page.getByRole('link', { name: /科技实践营/ }).first()).toBeVisible();
  await look(office, 'items-of-cell');
  await page.getByRole('link', { name: /科技实践营/ }).first().click();
  await see(title(office, say('admin.items.title', { year: item.year, seq: item.seq }))).toBeVisible();
  const measures = region(office, say('admin.measures.title'));
  await see(measures.getByRole('article').first().getByRole('progressbar')).toHaveAttribute('aria-valuetext', new RegExp(`^\\D*${item.reached + trained + turnout}\\b`));
  const own = measures.getByRole('article', { name: hours });
  await see(own).toContainText(say('terms.measureStates.done'));
  await see(own.getByRole('progressbar')).toHaveAttribute('aria-valuetext', new RegExp(hoursOf(story.minutes + 2 * minutes)));
  await look(office, 'item-after');
  await own.getByRole('list', { name: say('admin.measures.evidence') }).getByRole('link').first().click();
  await see(page).toHaveURL(new RegExp(`/activities/${activityId}/day`));
  const row = page.getByRole('list', { name: say('admin.day.list') }).getByRole('listitem').filter({ hasText: newcomer.name });
  await see(row).toContainText(/\b0?8:52/);
  await see(row).toContainText(say('terms.attendanceMethods.code'));
  await look(office, 'check-in-behind-it');
}

/** L9: what was waiting waits no longer, and what was done is counted. */
export async function firstPages({ office, liaison, teacher, item }: Story): Promise<void> {
  await office.page.goto('/admin');
  await see(region(office, office.say('admin.desk.title'))).toBeVisible();
  await see(office.page.getByRole('main')).not.toContainText(activityTitle);
  await look(office, 'office-last');

  await liaison.page.goto('/admin');
  const card = liaison.page.getByRole('article').filter({ has: liaison.page.locator(`a[href$="/items/${item.id}"]`) });
  await button(liaison, fitting(liaison, 'admin.my_items.show_all')).click();
  await see(card.getByRole('progressbar', { name: hours })).toHaveAttribute('aria-valuenow', '100');
  await see(card).toContainText(String(item.reached + trained + turnout));
  await look(liaison, 'liaison-last');

  const { page, say } = teacher;
  await page.goto(new URL(portal(teacher, '/me'), page.url()).href);
  const own = region(teacher, say('portal.me.hours.heading'));
  await see(own.getByRole('listitem').filter({ hasText: say('portal.me.hours.volunteer') }).first()).toContainText(hoursOf(minutes));
  await see(own.getByRole('listitem').filter({ hasText: activityTitle })).toContainText(capital(say('terms.ledgers.volunteer')));
  await see(region(teacher, say('portal.me.next.heading'))).toContainText(say('portal.me.next.none'));
  await look(teacher, 'me-last');
}
