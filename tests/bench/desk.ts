import { readFileSync } from 'node:fs';
import path from 'node:path';
import excel from 'exceljs';
import { office } from './api/dataset.js';

/** What answers hold, as far as benchmarks look. */
export interface Answer { readonly id: string; readonly state?: string; readonly version: number; readonly data: { readonly id: string; readonly name: string; readonly closedOn: string | null }[]; readonly total: number; readonly items: { readonly id: string }[]; readonly plan: { readonly id: string; readonly version: number } }

/** A workbook of a task breakdown as an office would make it. */
export async function workbookOf(file: string, year: number, rows: readonly (readonly string[])[]): Promise<void> {
  const book = new excel.Workbook();
  const sheet = book.addWorksheet('任务分解表');
  sheet.addRow([`${year}年全民科学素质工作目标任务分解表`]);
  sheet.addRow(['责任单位', '项目', '工作内容和要求']);
  for (const row of rows) sheet.addRow([...row]);
  await book.xlsx.writeFile(file);
}

/** The office at its desk: requests with a session. */
export class Desk {
  private constructor(private readonly url: string, private readonly cookie: string) {}

  static async at(url: string, who: { readonly identifier: string; readonly password: string } = office): Promise<Desk> {
    const first = await fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(who) });
    if (!first.ok) throw new Error(`Signing in: ${first.status} ${await first.text()}`);
    return new Desk(url, first.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '));
  }

  /** The bytes of a file, piece by piece. */
  async fetch(where: string): Promise<Response> { return fetch(`${this.url}/api/v1${where}`, { headers: { cookie: this.cookie } }); }

  async ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', where: string, body?: object | FormData): Promise<Answer> {
    const json = body !== undefined && !(body instanceof FormData);
    const answer = await fetch(`${this.url}/api/v1${where}`, { method, headers: { cookie: this.cookie, ...(json ? { 'content-type': 'application/json' } : {}) }, ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as FormData) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${where}: ${answer.status} ${text.slice(0, 500)}`);
    return JSON.parse(text) as Answer;
  }

  /** From the upload to the whole preview. */
  async preview(file: string): Promise<Answer> {
    const form = new FormData();
    form.append('file', new Blob([readFileSync(file)]), path.basename(file));
    let answer = await this.ask('POST', '/plan-imports', form);
    while (answer.state !== 'ready') {
      if (answer.state === 'failed') throw new Error(`The paper was not read: ${JSON.stringify(answer).slice(0, 500)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      answer = await this.ask('GET', `/plan-imports/${answer.id}`);
    }
    return answer;
  }

  /** All pages of a list. */
  async whole(list: string): Promise<unknown[]> {
    const rows: unknown[] = [];
    for (let page = 1; ; page += 1) {
      const { data, total } = await this.ask('GET', `${list}${list.includes('?') ? '&' : '?'}perPage=200&page=${page}`);
      rows.push(...data);
      if (data.length === 0 || rows.length >= total) return rows;
    }
  }
}
