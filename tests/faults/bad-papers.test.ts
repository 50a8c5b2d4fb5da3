import { readFileSync } from 'node:fs';
import { docxFile, wordCell, wordParagraph, wordRow, wordTable, xlsxFile, zipFile } from '@kepu/breakdown/testing';
import type { Client } from '@kepu/api-client';
import type { PlanImport, Problem } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { heading, postFile, refusal, textPaper, twin, upload, wordPaper } from '../http/papers.js';

const row = ['市科协', '农民科学素质行动', '开展科技下乡活动。'];
const compoundFile = (stream: string): Buffer => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]);
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(3000, 7)]);
const page = Buffer.from('<!DOCTYPE html><html><body><table><tr><td>责任单位</td><td>项目</td></tr></table></body></html>');
const workbookParts = (sheet: Uint8Array | string) => [
  { name: '[Content_Types].xml', data: '<Types/>' }, { name: 'xl/workbook.xml', data: '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>' },
  { name: 'xl/_rels/workbook.xml.rels', data: '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>' },
  { name: 'xl/worksheets/sheet1.xml', data: sheet, deflate: true },
];
const bombs = new Map<number | undefined, Uint8Array>();
/** 204 MB of blanks; made once, for packing them takes a while. */
const bomb = (declared?: number): Uint8Array => {
  const made = bombs.get(declared) ?? zipFile(workbookParts(Buffer.concat([Buffer.from('<worksheet><sheetData>'), Buffer.alloc(204_000_000, 0x20)])).map((part) => (part.name.endsWith('sheet1.xml') && declared !== undefined ? { ...part, declaredSize: declared } : part)));
  bombs.set(declared, made);
  return made;
};
const long = (rows: number): Buffer => Buffer.from([heading.join('\t'), ...Array.from({ length: rows }, (_, at) => `市科协\t农民科学素质行动\t第 ${at} 项工作。`)].join('\n'));

const wordPaperWith = (cells: readonly string[]): Uint8Array => docxFile(wordTable([wordRow(cells.map((text) => wordCell(wordParagraph(text)))), wordRow(cells.map(() => wordCell(wordParagraph('甲'))))], cells.length));

/** Resident memory of a process and its children, in megabytes. */
const memoryOf = (pid: number): number => {
  const read = (file: string) => { try { return readFileSync(file, 'utf8'); } catch { return ''; } };
  const own = Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
  return own + read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).reduce((sum, child) => sum + memoryOf(Number(child)), 0);
};

/** S6: what no paper is. */
eachDatabase('a bad paper', (database) => {
  let server: TestServer;
  let office: Client;
  let before: number;
  const linux = process.platform === 'linux';
  const memory = () => (linux ? memoryOf(server.process.pid ?? 0) : 0);
  beforeAll(async () => {
    server = await startServer({ database });
    office = await server.client('office');
    await upload(office, twin.bytes('docx'), 'warm.docx');
    before = memory();
  });

  const refusedWith = async (bytes: Uint8Array, fileName: string): Promise<Problem> => {
    const started = performance.now();
    let peak = 0;
    const watch = setInterval(() => { peak = Math.max(peak, memory()); }, 100);
    const answer = await postFile(server, 'office', bytes, fileName);
    clearInterval(watch);
    const problem = (await answer.json()) as Problem;
    expect([fileName, answer.status]).toEqual([fileName, 422]);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(peak - before).toBeLessThan(300);
    // One sentence of what is wrong and one of what to do, for a person.
    expect(problem.detail).toMatch(/^[^{}]*\p{Script=Han}[^{}]*。$/u);
    expect(problem.detail).toMatch(/请/);
    return problem;
  };

  it.each([
    ['an old Word file', compoundFile('WordDocument'), 'plan.doc', 'doc'], ['a WPS file', compoundFile('WordDocument'), 'plan.wps', 'wps'], ['an old Excel file', compoundFile('Workbook'), 'plan.xls', 'xls'],
    ['a picture named as a Word file', png, 'plan.docx', 'png'], ['PDF', Buffer.from('%PDF-1.7\n%\u00e2\n1 0 obj\n'), 'plan.pdf', 'pdf'], ['a web page named as a Word file', page, 'plan.docx', 'html'],
    ['a web page named as text', page, 'plan.txt', 'html'], ['another archive', zipFile([{ name: 'readme.txt', data: 'x' }]), 'plan.xlsx', 'zip'], ['RTF', Buffer.from('{\\rtf1\\ansi 责任单位}'), 'plan.doc', 'rtf'],
  ])('of a wrong type is refused by its content, with how to save it: %s', async (_, bytes, fileName, type) => {
    expect(await refusedWith(bytes, fileName)).toMatchObject({ code: 'paper.type_unsupported', params: { type } });
  });

  it.each([
    ['truncated docx', 'paper.truncated', () => twin.bytes('docx').subarray(0, 9000)], ['truncated xlsx', 'paper.truncated', () => twin.bytes('xlsx').subarray(0, -40)],
    ['text without a table', 'paper.no_table', () => Buffer.from('关于做好工作的通知\n请各单位抓好落实。')], ['a Word file without a table', 'paper.no_table', () => docxFile(wordParagraph('关于做好工作的通知'))],
    ['password-protected', 'paper.password_protected', () => compoundFile('EncryptedPackage')], ['with an encrypted part', 'paper.password_protected', () => zipFile([{ name: 'xl/workbook.xml', data: '<workbook/>', encrypted: true }])],
    ['empty', 'paper.empty', () => Buffer.alloc(0)], ['of blanks', 'paper.empty', () => Buffer.from(' \n\t\n')], ['a heading alone', 'paper.empty', () => Buffer.from(`${heading.join('\t')}\n\t\t\n`)],
    ['20,001 rows of text', 'paper.too_many_rows', () => long(20_001)], ['a zip bomb', 'paper.too_large_unpacked', () => bomb()],
    ['with an outside entity', 'paper.malformed', () => zipFile([{ name: 'word/document.xml', data: '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>' }])],
  ] as const)('is refused in words that help: %s', async (name, code, bytes) => {
    expect((await refusedWith(bytes(), `${name}.docx`)).code).toBe(code);
  });

  it('that lies about its size is stopped while it is unpacked', async () => {
    expect((await refusedWith(bomb(1000), 'liar.xlsx')).code).toMatch(/^paper\.(too_large_unpacked|malformed|truncated)$/);
  });

  it('says where', async () => {
    expect((await refusedWith(Buffer.from(`${heading.join('\t')}\n\t\t\n`), 'heading.txt')).place).toEqual({ line: 1 });
    expect((await refusedWith(xlsxFile([{ name: '任务', rows: [[...heading]] }]), 'heading.xlsx')).place).toMatchObject({ cell: expect.stringMatching(/^[A-Z]+\d+$/) as string });
    expect((await refusedWith(docxFile(wordTable([wordRow(heading.map((text) => wordCell(wordParagraph(text))))], heading.length)), 'heading.docx')).place).toMatchObject({ row: 1 });
  });

  it('whose header is not known is asked about, with the rows that stand there', async () => {
    for (const [bytes, fileName] of [[Buffer.from('姓名\t电话\n甲\t乙'), 'people.txt'], [xlsxFile([{ name: '名册', rows: [['姓名', '电话'], ['甲', '乙']] }]), 'people.xlsx'], [wordPaperWith(['姓名', '电话', '住址']), 'people.docx']] as const) {
      expect(await upload(office, Buffer.from(bytes), fileName)).toMatchObject({ state: 'asking', items: [], question: { rows: [['姓名', '电话', ...(fileName === 'people.docx' ? ['住址'] : [])], expect.any(Array)] } });
    }
  });

  it('of more than 20 MB is refused before it is kept', async () => {
    const { total } = await office.listPlanImports();
    // Cut off at any place, also right behind the limit: a part of a paper must not pass for the whole.
    for (const more of [1, 1000, 65_536, 1024 * 1024]) {
      const answer = await postFile(server, 'office', Buffer.alloc(20 * 1024 * 1024 + more, 0x41), 'large.txt');
      expect([more, answer.status, ((await answer.json()) as Problem).code]).toEqual([more, 413, 'input.too_large']);
    }
    expect((await office.listPlanImports()).total).toBe(total);
  });

  it('that is no form at all is refused', async () => {
    const send = async (body: string, type: string) => {
      const answer = await server.fetch('/api/v1/plan-imports', { method: 'POST', as: 'office', body: new Blob([body]), headers: { 'content-type': type } });
      return [answer.status, ((await answer.json()) as Problem).code];
    };
    expect(await send('garbage', 'multipart/form-data; boundary=x')).toEqual([400, expect.stringMatching(/^input\./)]);
    expect(await send('--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf', 'multipart/form-data; boundary=x')).toEqual([400, expect.stringMatching(/^input\./)]);
    expect(await send('--x\r\nContent-Disposition: form-data; name="other"; filename="a.txt"\r\n\r\nx\r\n--x--\r\n', 'multipart/form-data; boundary=x')).toEqual([400, 'input.invalid']);
    expect(await send('--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nno file\r\n--x--\r\n', 'multipart/form-data; boundary=x')).toEqual([400, 'input.invalid']);
    expect(await send('x', 'multipart/form-data')).toEqual([400, expect.stringMatching(/^input\./)]);
    expect(await send('{}', 'application/json')).toEqual([415, 'input.unsupported_type']);
  });

  it('stands in the list with its reason, and its original is kept for the office', async () => {
    await refusedWith(png, 'stands-here.docx');
    const [failed] = (await office.listPlanImports({ query: { q: 'stands-here' } })).data;
    expect(failed).toMatchObject({ state: 'failed', problem: { code: 'paper.type_unsupported' }, summary: { items: 0 } });
    expect((await refusal(office.commitPlanImport({ params: { id: failed?.id ?? '' } }))).code).toBe('lifecycle.not_allowed');
    const original = await server.fetch(`/api/v1/plan-imports/${failed?.id}/paper`, { as: 'office' });
    expect(original.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(original.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['../../../etc/passwd.txt', 'passwd.txt'], ['..\\..\\windows\\system.txt', 'system.txt'], ['<img src=x onerror=alert(1)>.txt', null], ['a"; filename="b.txt', null], [`${'长'.repeat(300)}.txt`, null], ['con\u202Etxt.exe.txt', null], ['', null],
  ])('or a good one may be named %j', async (fileName, kept) => {
    const answer = await postFile(server, 'office', textPaper(2014, [row]), fileName);
    if (answer.status !== 201) {
      expect([fileName, answer.status]).toEqual([fileName, 400]);
      return;
    }
    const preview = (await answer.json()) as PlanImport;
    if (kept) expect(preview.fileName).toBe(kept);
    expect(preview.fileName).not.toMatch(/[/\\\u0000-\u001f\u202a-\u202e]/);
    expect(preview.fileName.length).toBeLessThanOrEqual(255);
    const original = await server.fetch(`/api/v1/plan-imports/${preview.id}/paper`, { as: 'office' });
    expect(original.status).toBe(200);
    expect(original.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"\\/]*"; filename\*=UTF-8''[\w%.~!$&+^`|-]+$/);
  });

  describe('that is good but odd is read with a warning', () => {
    const codes = (preview: PlanImport) => preview.warnings.map((warning) => warning.code);
    it('tags stay text', async () => {
      const hostile = '<script>alert(1)</script><img src=x onerror=alert(2)>开展活动。';
      const preview = await upload(office, wordPaper(2013, [['市科协', '农民科学素质行动', hostile]]), 'tags.docx');
      expect(preview.items[0]?.text).toContain('<script>alert(1)</script>');
      expect(codes(preview)).toContain('html_tags');
      const answer = await server.fetch(`/api/v1/plan-imports/${preview.id}`, { as: 'office' });
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    });

    it('formulas give the value that they last had', async () => {
      const sheet = xlsxFile([{ name: '2013年任务分解表', rows: [heading, [row[0] ?? '', row[1] ?? '', { formula: 'HYPERLINK("http://evil.example","x")', value: '开展科技下乡活动。' }], ['市教育局', row[1] ?? '', { formula: 'A1', value: null }]] }]);
      const preview = await upload(office, sheet, 'formula.xlsx');
      expect(preview.items[0]?.text).toBe('开展科技下乡活动。');
      expect(JSON.stringify(preview.items)).not.toContain('HYPERLINK');
      expect(codes(preview)).toEqual(expect.arrayContaining(['formula', 'formula_without_value']));
    });

    it('rows behind the table that only look empty are left out', async () => {
      const preview = await upload(office, xlsxFile([{ name: '2013年任务分解表', rows: [heading, row], emptyRows: 30_000 }], { deflate: true }), 'empty-rows.xlsx');
      expect(preview.summary.items).toBe(1);
      expect(codes(preview)).toContain('empty_rows_ignored');
    });
  });

  it('is no pasted table: HTML keeps its merged cells, text its tabs', async () => {
    const html = '<html><body><!--StartFragment--><table><tr><td>责任单位</td><td>项目</td><td>工作内容和要求</td></tr><tr><td rowspan="2">市科协</td><td>农民科学素质行动</td><td>开展科技下乡活动。<script>alert(1)</script></td></tr><tr><td>科普信息化工程建设</td><td>办好网上科普专栏。</td></tr></table></body></html>';
    const pasted = await office.pastePlanImport({ body: { title: '2012年任务分解表', text: 'x', html } });
    if (!('items' in pasted)) throw new Error('still reading');
    expect(pasted.items.map((item) => [item.responsible[0]?.name, item.text])).toEqual([['市科协', '开展科技下乡活动。'], ['市科协', '办好网上科普专栏。']]);
    const text = await office.pastePlanImport({ body: { text: [heading, row, ['', '科普信息化工程建设', '办好网上科普专栏。']].map((cells) => cells.join('\t')).join('\n') } });
    if (!('items' in text)) throw new Error('still reading');
    expect(text.items.map((item) => item.responsible[0]?.name)).toEqual(['市科协', '市科协']);
    expect((await refusal(office.pastePlanImport({ body: { text: '没有表格' } }))).code).toBe('paper.no_table');
  });

  it('leaves the server as it was: all at once they neither fill it nor stop it', async () => {
    const others = Promise.all(Array.from({ length: 10 }, () => server.fetch('/api/v1/plans', { as: 'office' })));
    const bad = await Promise.all([bomb(), compoundFile('WordDocument'), png, long(20_001)].map(async (bytes, at) => (await postFile(server, 'office', bytes, `together-${at}.xlsx`)).status));
    expect(bad).toEqual([422, 422, 422, 422]);
    expect((await others).map((answer) => answer.status)).toEqual(Array<number>(10).fill(200));
    expect((await upload(office, twin.bytes('docx'), 'after.docx')).summary.items).toBe(99);
    if (linux) expect(memory() - before).toBeLessThan(200);
  });
});
