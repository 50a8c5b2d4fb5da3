import type { Locator } from 'playwright';
import { numberOf } from '../http/identity-numbers.js';
import { see } from './journey.js';
import { button, capital, choose, digitsOf, field, look, ownWord, portal, region, registered, signInAtDesk, signInAtPortal, title, told, type Person } from './loop-people.js';
import { activityTitle, newcomer, demonstrator, rival, latecomer, minutes, hoursOf, move, type Story } from './loop-story.js';

/** L4: somebody who was never here, on the way from the first page, in at most twelve taps. */
export async function register({ teacher }: Story): Promise<void> {
  const { page, say, phone } = teacher;
  let taps = 0;
  const tap = async (target: Locator): Promise<Locator> => {
    taps += 1;
    await (phone ? target.tap() : target.click());
    return target;
  };
  const type = async (target: Locator, text: string): Promise<void> => (await tap(target)).pressSequentially(text);
  await page.goto(portal(teacher, '/'));
  await look(teacher, 'portal-home');
  await tap(page.getByRole('main').getByRole('link', { name: say('portal.home.register'), exact: true }).first());
  await see(title(teacher, say('portal.register.heading'))).toBeVisible();
  await look(teacher, 'register');
  await type(page.getByLabel(say('portal.register.name'), { exact: true }), newcomer.name);
  await type(page.getByLabel(say('portal.register.phone'), { exact: true }), newcomer.phone);
  await type(page.getByLabel(say('portal.register.bornOn'), { exact: true }), newcomer.bornOn);
  await tap(page.getByRole('radio', { name: capital(say('terms.occupations.teacher')), exact: true }));
  await type(page.getByRole('combobox', { name: say('portal.register.unit') }), 'lcqhxx');
  await tap(page.getByRole('option', { name: /鹿城青禾小学/ }));
  await tap(page.getByRole('button', { name: say('portal.register.weekend'), exact: true }));
  await type(page.locator('#password'), newcomer.password);
  await tap(page.getByRole('checkbox', { name: say('portal.register.consent'), exact: true }));
  await look(teacher, 'register-filled');
  await tap(page.getByRole('button', { name: say('portal.register.submit'), exact: true }));
  await see(page).toHaveURL(/\/me#welcome$/);
  expect(taps).toBeLessThanOrEqual(12);
  await see(page.getByText(say('portal.me.welcome'))).toBeVisible();

  // L5: three suggestions, each with its reasons, and these are what the score is made of.
  const suggestions = region(teacher, say('portal.me.suggestions.heading')).getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
  await see(suggestions).toHaveCount(3);
  for (const suggestion of await suggestions.all()) {
    await see(suggestion.getByRole('list', { name: say('portal.me.suggestions.reasons') }).getByRole('listitem').first()).toBeVisible();
    await suggestion.getByText(say('portal.me.suggestions.why'), { exact: true }).click();
    await see(suggestion.getByRole('table')).toContainText(capital(say('matching.parts.topic')));
  }
  await look(teacher, 'me-new');
}

/** L4: found by filters, and in the calendar. */
export async function findActivity({ teacher, day, activityId }: Story): Promise<void> {
  const { page, say, phone } = teacher;
  await page.getByRole('navigation', { name: say('portal.header.places') }).getByRole('link', { name: say('portal.header.activities'), exact: true }).click();
  await see(title(teacher, say('portal.list.heading'))).toBeVisible();
  await look(teacher, 'list');
  const filters = page.getByRole('search', { name: say('portal.filters.label') });
  await filters.getByLabel(say('portal.filters.county')).selectOption('330302');
  await filters.getByText(say('portal.filters.more'), { exact: true }).click();
  await filters.getByLabel(say('portal.filters.kind')).selectOption('outreach');
  await filters.getByLabel(say('portal.filters.from'), { exact: true }).fill(day);
  await filters.getByLabel(say('portal.filters.to'), { exact: true }).fill(day);
  await filters.getByText(say('portal.filters.free'), { exact: true }).click();
  await filters.getByRole('button', { name: say('portal.filters.submit') }).click();
  await see(page).toHaveURL(/county=330302/);
  const card = page.locator('#results').getByRole('link', { name: activityTitle });
  await see(card).toHaveCount(1);
  await look(teacher, 'list-filtered');
  await page.goto(portal(teacher, `/calendar?month=${day.slice(0, 7)}`));
  await page.getByLabel(say('portal.filters.county')).selectOption('330302');
  await page.getByRole('main').getByRole('button', { name: say('portal.calendar.submit'), exact: true }).click();
  await see(page).toHaveURL(/county=330302/);
  await look(teacher, 'calendar');
  // The square of a full day at a desk names the first ones only, and leads to the others.
  const entry = page.getByRole('main').locator(`a[href="${portal(teacher, `/activities/${activityId}`)}"]`);
  await see(entry).toHaveCount(1);
  if (phone) await see(entry).toContainText(activityTitle);
  await page.goBack();
  await page.goBack();
  await card.click();
  await see(title(teacher, activityTitle)).toBeVisible();
  await look(teacher, 'activity');
}

/** The part of an activity's page that is about one position. */
const positionOf = ({ page, say }: Person, role: 'guide' | 'demonstrator'): Locator => page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 4 }).filter({ hasText: new RegExp(say(`terms.positionRoles.${role}`), 'i') }) }).last();

/** L6: asked for, and not yet given. */
export async function signUp({ teacher }: Story): Promise<void> {
  const { say } = teacher;
  const place = positionOf(teacher, 'guide');
  await place.getByRole('button', { name: say('portal.signup.start'), exact: true }).click();
  await look(teacher, 'signing-up');
  await place.getByRole('button', { name: say('portal.signup.send'), exact: true }).click();
  await see(place.getByRole('status')).toContainText(say('portal.signup.doneRequested'));
  await look(teacher, 'signed-up');
  await place.getByRole('link', { name: say('portal.signup.toMe') }).click();
  await see(region(teacher, say('portal.me.signups.heading'))).toContainText(capital(say('terms.signupStates.requested')));
}

/** L6: who was put into the queue knows the place in it; who comes when all places are gone may still ask. */
export async function joinTheQueue({ server, late, activityId }: Story): Promise<void> {
  const { page, say } = late;
  await signInAtPortal(late, rival.phone, rival.password);
  await see(region(late, say('portal.me.signups.heading')).getByRole('listitem').filter({ hasText: activityTitle })).toContainText(say('portal.signup.mineWaiting', { place: 1 }));
  await look(late, 'waiting');
  await registered(server, latecomer);
  await signInAtPortal(late, latecomer.phone, latecomer.password);
  const place = positionOf(late, 'guide');
  // A public page is kept for some seconds, for all who read it.
  await see(async () => {
    await page.goto(portal(late, `/activities/${activityId}`));
    await see(place).toContainText(say('portal.free.full'), { timeout: 1_000 });
  }).toPass({ timeout: 45_000 });
  await place.getByRole('button', { name: say('portal.signup.start'), exact: true }).click();
  await place.getByRole('button', { name: say('portal.signup.send'), exact: true }).click();
  await see(place.getByRole('status')).toContainText(say('portal.signup.doneRequested'));
  await look(late, 'activity-full');
}

/** Where a volunteer stands in the leader's list. */
const ticked = ({ page, say }: Person, name: string): Locator => region({ page }, say('portal.lead.list')).getByRole('listitem').filter({ hasText: name });

/** L7: ten minutes before it begins. Sessions have ended meanwhile, so everybody comes in again. */
export async function checkIn(story: Story): Promise<void> {
  const { server, liaison, teacher, activityId } = story;
  const { page, say } = liaison;
  await move(story, '08:50');
  await signInAtDesk(liaison, 'liaison');
  await see(title(liaison, say('admin.my_items.title'))).toBeVisible();
  await look(liaison, 'liaison-on-the-day');
  await page.goto(`/admin/activities/${activityId}`);
  await page.getByRole('link', { name: say('admin.activities.next.day.label'), exact: true }).click();
  await button(liaison, say('admin.day.set_leader')).click();
  const dialog = page.getByRole('dialog', { name: say('admin.day.set_leader') });
  const me = (await (await server.client('liaison')).getSession()).account.name;
  await choose(field(dialog, say('admin.day.leader')), say('admin.day.myself', { name: me }));
  await dialog.getByRole('button', { name: ownWord(liaison, 'save'), exact: true }).click();
  await told(liaison, say('admin.day.leader_set'));
  await look(liaison, 'day-before');

  await page.goto(portal(liaison, '/me'));
  await page.getByRole('link', { name: say('portal.me.led.open'), exact: true }).click();
  await see(ticked(liaison, newcomer.name)).toContainText(say('portal.lead.unmarked'));
  await button(liaison, say('portal.lead.code.show')).click();
  const code = page.locator('.digits');
  await see(code).toHaveText(/\d{6}/);
  await look(liaison, 'leader-code');
  const first = await digitsOf(code);

  await signInAtPortal(teacher, newcomer.phone, newcomer.password);
  const next = region(teacher, say('portal.me.next.heading'));
  await see(next.getByLabel(say('portal.checkIn.code.label'))).toBeVisible();
  await look(teacher, 'me-on-the-day');
  // The code of the moment before last is worth nothing.
  await move(story, '08:52');
  await next.getByLabel(say('portal.checkIn.code.label')).fill(first);
  await next.getByRole('button', { name: say('portal.checkIn.code.submit'), exact: true }).click();
  await see(next.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
  await button(liaison, say('portal.lead.code.hide')).click();
  await button(liaison, say('portal.lead.code.show')).click();
  await see(code).toHaveText(/\d{6}/);
  await see(code).not.toContainText(first);
  await next.getByLabel(say('portal.checkIn.code.label')).fill(await digitsOf(code));
  await next.getByRole('button', { name: say('portal.checkIn.code.submit'), exact: true }).click();
  await see(teacher.page.getByText(say('portal.me.next.checkedIn'))).toBeVisible();
  await see(next).toContainText(/\b0?8:52/);
  await look(teacher, 'me-checked-in');

  await page.reload();
  await see(ticked(liaison, newcomer.name)).toContainText(/\b0?8:52/);
  await ticked(liaison, demonstrator.name).getByRole('button', { name: say('portal.lead.mark.present'), exact: true }).click();
  await see(ticked(liaison, demonstrator.name)).toContainText(/\b0?8:52/);
  await look(liaison, 'leader-list');
}

/** L7: afterwards. One checks out, the leader ticks the other, and confirms both hours. */
export async function checkOut(story: Story): Promise<void> {
  const { liaison, teacher } = story;
  const { page, say } = liaison;
  await move(story, '11:06');
  await signInAtPortal(teacher, newcomer.phone, newcomer.password);
  await button(teacher, say('portal.me.next.checkOut')).click();
  await see(teacher.page.getByText(say('portal.me.next.checkedOut'))).toBeVisible();
  // Once, before the first hour: the number of the card.
  await teacher.page.goto(new URL(portal(teacher, '/me/real-name'), teacher.page.url()).href);
  await teacher.page.getByLabel(say('portal.realName.number'), { exact: true }).fill(numberOf(newcomer.bornOn));
  await button(teacher, say('portal.realName.submit')).click();
  await see(teacher.page.getByText(say('portal.realName.givenHeading'))).toBeVisible();

  await signInAtPortal(liaison, 'liaison@demo.kepu');
  await page.getByRole('link', { name: say('portal.me.led.open'), exact: true }).click();
  await ticked(liaison, demonstrator.name).getByRole('button', { name: say('portal.lead.mark.left'), exact: true }).click();
  await see(ticked(liaison, demonstrator.name)).toContainText('11:06');
  const confirming = region(liaison, say('portal.lead.hours.heading'));
  await see(confirming).toContainText(say('portal.lead.hours.proposed', { count: minutes }));
  await look(liaison, 'leader-hours');
  await confirming.getByRole('button', { name: say('portal.lead.hours.submit.many', { count: 2 }), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: say('portal.lead.hours.sure') });
  await dialog.getByRole('button', { name: say('portal.lead.hours.confirm'), exact: true }).click();
  await see(page.getByText(say('portal.lead.hours.done', { people: 2, hours: hoursOf(2 * minutes) }))).toBeVisible();
  await look(liaison, 'leader-done');
}
