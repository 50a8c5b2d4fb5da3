import { createClient, type Client } from '@kepu/api-client';
import { flatLabels, label, type LabelParams, type Locale } from '@kepu/contracts/labels';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { screens } from '../support/browser.js';
import type { TestServer } from '../support/server.js';
import { demoPassword } from '../support/template.js';
import { see } from './journey.js';
import { numberOf } from '../http/identity-numbers.js';

/** Words of the catalogue in one language. A key that it lacks is a mistake of the journey. */
export type Say = (key: string, params?: LabelParams) => string;

/** Somebody at a screen, who reads one language. */
export interface Person { readonly page: Page; readonly say: Say; readonly locale: Locale; readonly phone: boolean }

export const sayIn = (locale: Locale): Say => (key, params) => {
  if (!flatLabels[locale].has(key)) throw new Error(`The catalogue has no ${key}`);
  return label(locale, key, params);
};

/** react-admin's own words, which stand in its catalogue. */
const own = { 'zh-CN': { save: '保存', edit: '修改' }, en: { save: 'Save', edit: 'Edit' } } as const;
export const ownWord = ({ locale }: Person, word: keyof (typeof own)['en']): string => own[locale][word];

/** A phrase with a capital, as a label stands alone in the portal. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A pattern for a message whose parameter is not known: "共 {count} 人" fits "共 3 人". */
export const fitting = ({ locale }: Person, key: string): RegExp => {
  const [text, escape] = [flatLabels[locale].get(key), (part: string) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)];
  if (text === undefined) throw new Error(`The catalogue has no ${key}`);
  return new RegExp(`^${text.split(/\{\w+\}/).map(escape).join('.+')}$`);
};

/** Where pictures of every page that a journey passes are left, if somebody wants to look at them. */
const pictures = process.env['KEPU_JOURNEY_PICTURES'];
const chinese = /\p{Script=Han}/u;
/** A dotted name that begins as one of the catalogue's parts: shown where a message is missing. */
const rawKey = /(?<![\w./@-])(?:admin|portal|terms|matching|notices|errors|documents|ra|resources|me|lead|list|signup|register|checkIn|activity|calendar|filters)\.[a-z]\w*(?:\.\w+)*(?![\w./@])/;

/** Every message of the Chinese catalogue as a pattern, so that a word of the page is told from a title that somebody wrote; parameters around a bare 的 would fit half of all titles. */
const chineseMessages = [...flatLabels['zh-CN'].entries()].filter(([, text]) => chinese.test(text.replaceAll(/\{\w+\}|的/g, ''))).map(([key]) => key);
const isMessage = (text: string): boolean => chineseMessages.some((key) => fitting({ locale: 'zh-CN' } as Person, key).test(text));

/** Every page is read as it is passed: nothing to scroll sideways, no name of a message in the place of the message, and no Chinese word of ours in an English page. */
export async function look(person: Person, name: string): Promise<void> {
  const { page, locale, phone } = person;
  await see(page.locator('.MuiSkeleton-root, .skeleton')).toHaveCount(0);
  const read = await page.evaluate(() => ({
    width: document.scrollingElement?.scrollWidth ?? 0, room: document.scrollingElement?.clientWidth ?? 0, text: document.body.innerText,
    // Whatever a panel cuts off at its edge nobody can reach, though the page is no wider for it.
    outside: [...document.querySelectorAll<HTMLElement>('main h1, main h2, main h3, main p, main a, main button, main input, main [role="combobox"]')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      if (width <= 1 || !element.checkVisibility() || (left >= -1 && right <= document.documentElement.clientWidth + 1)) return false;
      for (let around = element.parentElement; around; around = around.parentElement) if (/auto|scroll/.test(getComputedStyle(around).overflowX)) return false;
      return true;
    }).map((element) => (element.textContent ?? '').trim().slice(0, 40) || element.outerHTML.slice(0, 120)),
    // A text that is marked as Chinese is somebody's: a title, the name of a unit.
    words: [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, button, label, legend, summary, th, [role="tab"], [role="heading"], a.button')].filter((element) => element.checkVisibility() && !element.closest('[lang^="zh"]')).map((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      for (const foreign of copy.querySelectorAll('[lang^="zh"]')) foreign.remove();
      return (copy.textContent ?? '').trim();
    }),
  }));
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: path.join(pictures, `${locale}-${phone ? 360 : 1366}-${name}.png`), fullPage: true, animations: 'disabled' });
  }
  expect({ name, width: read.width }).toEqual({ name, width: phone ? screens.phone.width : read.room });
  expect({ name, outside: read.outside }).toEqual({ name, outside: [] });
  expect({ name, keys: rawKey.exec(read.text)?.[0] ?? null, holes: /\{\w+\}/.exec(read.text)?.[0] ?? null }).toEqual({ name, keys: null, holes: null });
  if (locale === 'en') expect({ name, chinese: read.words.filter((text) => chinese.test(text) && isMessage(text)) }).toEqual({ name, chinese: [] });
}

/** Signs in at the back office, and chooses the language there. */
export async function signInAtDesk({ page, say, locale }: Person, account: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/admin');
  const fields = page.getByRole('button', { name: say('admin.sign_in.submit'), exact: true });
  // The choice is kept, so it is made once.
  const [english, chosen] = [page.getByRole('button', { name: 'English', exact: true }), page.getByRole('button', { name: '中文', exact: true })];
  await see(english.or(chosen)).toBeVisible();
  if (locale === 'en' && (await english.isVisible())) await english.click();
  await see(page.getByRole('heading', { level: 1, name: say('admin.sign_in.title') })).toBeVisible();
  await page.getByRole('textbox', { name: say('admin.sign_in.identifier') }).fill(`${account}@demo.kepu`);
  await page.getByLabel(say('admin.sign_in.password')).first().fill(demoPassword);
  await fields.click();
}

/** Signs in at the portal, and arrives at the own page. */
export async function signInAtPortal(person: Person, identifier: string, password: string = demoPassword): Promise<void> {
  const { page, say } = person;
  await page.context().clearCookies();
  await page.goto(portal(person, '/sign-in'));
  await page.getByRole('textbox', { name: say('portal.signIn.identifier') }).fill(identifier);
  await page.locator('#password').fill(password);
  await page.getByRole('button', { name: say('portal.signIn.submit'), exact: true }).click();
  await see(page).toHaveURL(/\/me/);
}

/** The address of a page of the portal in a person's language. */
export const portal = ({ locale }: Pick<Person, 'locale'>, address: string): string => (locale === 'en' ? `/en${address}` : address);

export const button = ({ page }: Pick<Person, 'page'>, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
export const region = ({ page }: Pick<Person, 'page'>, name: string | RegExp): Locator => page.getByRole('region', { name });
export const title = ({ page }: Pick<Person, 'page'>, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });
/** A field of a form, whether it must be filled in or not. */
export const field = (within: Page | Locator, name: string): Locator => within.getByLabel(new RegExp(`^${name.replaceAll(/[()（）？?]/g, String.raw`\$&`)}\\s*\\*?$`)).first();

/** What the back office says after a deed. */
export async function told({ page }: Person, words: string | RegExp): Promise<void> {
  await see(page.getByRole('alert').filter({ hasText: words }).first()).toBeVisible();
}

/** Chooses in a list that opens; one that takes several stays open until it is left. */
export async function choose(list: Locator, entry: string, { several = false } = {}): Promise<void> {
  await list.click();
  const options = list.page().getByRole('listbox');
  await options.getByRole('option', { name: entry, exact: true }).click();
  if (several) await list.page().keyboard.press('Escape');
  await see(options).toHaveCount(0);
}

/** Finds in a list that is typed into. */
export async function find(input: Locator, typed: string, entry: string | RegExp): Promise<void> {
  const page = input.page();
  // Before the answer the list holds what it held, and is drawn anew under the hand that chooses.
  await Promise.all([page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('q') === typed), input.fill(typed)]);
  await page.getByRole('option', { name: entry }).first().click();
}

/** Takes a photo: of what is on the screen, so that no two are the same. */
export async function takePhoto(person: Person, within: Locator, name: string): Promise<void> {
  const photo = await person.page.screenshot();
  const [window] = await Promise.all([person.page.waitForEvent('filechooser'), within.getByRole('button', { name: person.say('admin.files.photo'), exact: true }).click()]);
  await window.setFiles({ name, mimeType: 'image/png', buffer: photo });
  await see(within.getByText(name, { exact: true })).toBeVisible();
}

/** The six digits that a page shows. */
export const digitsOf = async (code: Locator): Promise<string> => /\d{6}/.exec((await code.textContent()) ?? '')?.[0] ?? '';

/** What somebody registers with. */
export interface Newcomer { readonly name: string; readonly phone: string; readonly bornOn: string; readonly password: string }

/** Somebody who has registered as a volunteer; how that is done in the page is shown once. */
export async function registered(server: TestServer, { bornOn, ...newcomer }: Newcomer): Promise<Client> {
  const { consentVersion } = await (await server.client()).getPublicDictionary();
  const answer = await server.fetch('/api/v1/volunteers', {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...newcomer, bornOn: bornOn.replace(/(\d{4})(\d\d)/, '$1-$2-'), occupation: 'teacher', unitId: null, countyCode: '330302', topicIds: [], availability: '1'.repeat(21), consent: consentVersion }),
  });
  if (!answer.ok) throw new Error(`${newcomer.name} could not register: ${answer.status} ${await answer.text()}`);
  const client = createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie: answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ') } });
  await client.giveMyRealName({ body: { number: numberOf(bornOn) } });
  return client;
}
