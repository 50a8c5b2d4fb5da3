import { createClient, type Client } from '@kepu/api-client';
import ExcelJS from 'exceljs';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { keptBy } from './kept.js';
import { refusal } from './papers.js';

const reason = '核对平阳县登记情况';

eachDatabase('lists that leave the system', (database) => {
  let server: TestServer;
  let office: Client;
  let county: Client;
  beforeAll(async () => {
    server = await startServer({ database, env: { LOG_LEVEL: 'trace' } });
    [office, county] = [await server.client('office'), await server.client('county')];
  });

  const register = async (name: string, phone: string, countyCode: string): Promise<Client> => {
    const { consentVersion } = await office.getPublicDictionary();
    const answer = await server.fetch('/api/v1/volunteers', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name, phone, bornOn: '1990-01-02', occupation: 'teacher', countyCode, password: 'Nanyan-2026-yun', consent: consentVersion }) });
    if (!answer.ok) throw new Error(await answer.text());
    return createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' } });
  };
  type Body = Parameters<Client['exportVolunteers']>[0]['body'];
  const sheetOf = async (client: Client, body: Partial<Body> = {}): Promise<ExcelJS.Worksheet> => {
    const answer = await client.exportVolunteers({ body: { purpose: 'register', reason, ...body } });
    expect([answer.headers.get('content-disposition')?.startsWith('attachment'), answer.headers.get('cache-control')]).toEqual([true, 'private, no-store']);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const [sheet] = book.worksheets;
    if (!sheet) throw new Error('no sheet');
    return sheet;
  };
  const cells = (sheet: ExcelJS.Worksheet): ExcelJS.Cell[] => {
    const found: ExcelJS.Cell[] = [];
    sheet.eachRow((row) => row.eachCell((cell) => found.push(cell)));
    return found;
  };

  it('hold who is in reach and nobody else, with a watermark, and everybody in them is told', async () => {
    const [home, away] = [await register('在册人', '13711110001', '330326'), await register('外县人', '13711110002', '330302')];
    const sheet = await sheetOf(county);
    const names = sheet.getColumn(2).values.map(String);
    const total = (await county.listVolunteers()).total;
    expect([names.includes('在册人'), names.includes('外县人'), sheet.rowCount]).toEqual([true, false, total + 2]);
    expect(String(sheet.getCell('A1').value)).toContain(`人数：${total}`);
    for (const word of ['内部资料', reason, (await county.getSession()).account.name]) expect(String(sheet.getCell('A1').value)).toContain(word);
    expect((await home.listMyDataAccesses()).data).toMatchObject([{ field: 'export', body: '平阳县办公室', role: 'county', reason }]);
    expect((await away.listMyDataAccesses()).total).toBe(0);
    const entries = (await office.listAuditEntries({ query: { action: 'personal.exported' } })).data;
    expect(entries).toMatchObject([{ after: { purpose: 'register', people: total, filters: [] } }]);
    expect(JSON.stringify(entries)).not.toContain(reason);
  });

  it('hold numbers half hidden, but to call people', async () => {
    await register('掩码人', '13711110003', '330326');
    const phoneOf = (sheet: ExcelJS.Worksheet) => { let phone = ''; sheet.eachRow((row) => { if (row.getCell(2).value === '掩码人') phone = String(row.getCell(9).value); }); return phone; };
    expect(phoneOf(await sheetOf(county, { q: '掩码人' }))).toBe('137****0003');
    expect(phoneOf(await sheetOf(county, { q: '掩码人', purpose: 'contact' }))).toBe('+8613711110003');
    expect(server.process.wholeLog).not.toContain('13711110003');
    expect(await keptBy(server)).not.toContain('13711110003');
  });

  it('hold no formula, whatever a name begins with (Ghost GHSA-xgwh-cgv9-783v)', async () => {
    const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠x'];
    for (const [at, name] of evil.entries()) await register(`${name}表`, `1371222000${at}`, '330326');
    const all = cells(await sheetOf(county, { reason: '=HYPERLINK("x")' }));
    expect(all.filter((cell) => cell.type === ExcelJS.ValueType.Formula || cell.type === ExcelJS.ValueType.Hyperlink)).toEqual([]);
    const texts = all.map((cell) => String(cell.value));
    for (const name of evil) expect(texts).toContain(`'${name}表`);
    expect(texts.filter((text) => /^[=@\t\r＝＋－＠]/u.test(text) || /^[+-](?!86\d)/.test(text))).toEqual([]);
  });

  it('leave for a reason only, and not to those who may not', async () => {
    for (const body of [{}, { purpose: 'register' }, { purpose: 'register', reason: ' ' }, { purpose: 'all', reason }, { purpose: 'register', reason, phone: '1' }, { purpose: 'register', reason, perPage: 5 }]) {
      const answer = await server.fetch('/api/v1/volunteers/export.xlsx', { method: 'POST', as: 'county', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      expect(answer.status).toBe(400);
    }
    for (const account of ['liaison', 'reader', 'student']) expect((await refusal((await server.client(account)).exportVolunteers({ body: { purpose: 'register', reason } }))).code).toBe('auth.forbidden');
  });
});
