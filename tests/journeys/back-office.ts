import type { Locator, Page } from 'playwright';
import { demoPassword } from '../support/template.js';
import { see } from './journey.js';

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, identifier: string, password = demoPassword): Promise<void> {
  await page.goto('/admin');
  await see(page.getByRole('heading', { name: '登录工作后台' })).toBeVisible();
  await page.getByRole('textbox', { name: '邮箱或手机号' }).fill(identifier.includes('@') ? identifier : `${identifier}@demo.kepu`);
  await page.getByLabel(/^密码/).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** The heading of a page: the first thing that says where one is. */
export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });

/** A part of a page, by its heading or its name. */
export const part = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });

/** Follows the menu at a desk. */
export async function menu(page: Page, entry: string): Promise<void> {
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

/** Presses a button that opens a dialog, and gives the dialog. */
export async function ask(button: Locator, title: string | RegExp): Promise<Locator> {
  await button.click();
  const dialog = button.page().getByRole('dialog', { name: title });
  await see(dialog).toBeVisible();
  return dialog;
}

/** The last word in a dialog. It closes when the server has agreed. */
export async function agree(dialog: Locator, word: string): Promise<void> {
  await dialog.getByRole('button', { name: word, exact: true }).click();
  await see(dialog).toBeHidden();
}

/** What the page says after a deed. */
export async function said(page: Page, words: string | RegExp): Promise<void> {
  await see(page.getByRole('alert').filter({ hasText: words }).first()).toBeVisible();
}

/** Chooses a file in the way that a person does: the button, then the window of the system. */
export async function chooseFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const [window] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '选择文件' }).click()]);
  await window.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

/** Picks an entry of a list that can be typed into. */
export async function pick(input: Locator, typed: string, entry: string): Promise<void> {
  await input.fill(typed);
  await input.page().getByRole('option', { name: entry, exact: true }).click();
}

/** Types into a list's search, and waits until the list has answered. */
export async function search(page: Page, typed: string): Promise<void> {
  await page.getByRole('textbox', { name: '搜索（名称、拼音或首字母）' }).fill(typed);
  await see(page).toHaveURL((url) => url.searchParams.get('filter')?.includes(`"q":"${typed}"`) === true);
}
