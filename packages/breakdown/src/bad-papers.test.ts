import { randomBytes } from 'node:crypto';
import iconv from 'iconv-lite';
import { PaperProblem, problemData, type PaperProblemData } from './problem.js';
import { readPaper } from './read-paper.js';
import { DICTIONARY_2020, docxFile, wordCell, wordParagraph, wordRow, wordTable, xlsxFile, zipFile } from './testing/index.js';
import type { Reading, ReadOptions } from './types.js';

const options: ReadOptions = { dictionary: DICTIONARY_2020 };
const HEADER = ['责任单位', '项目', '工作内容和要求'];
const ROW = ['市科协', '农民科学素质行动', '开展科技下乡活动。'];
const read = (bytes: Uint8Array, more: Partial<ReadOptions> = {}): Promise<Reading> => readPaper(bytes, { ...options, ...more });

async function refusal(bytes: Uint8Array, more: Partial<ReadOptions> = {}): Promise<PaperProblemData> {
  try {
    await read(bytes, more);
  } catch (error) {
    expect(error).toBeInstanceOf(PaperProblem);
    return problemData(error);
  }
  throw new Error('The paper was accepted');
}

const wordWith = (rows: readonly (readonly string[])[]): string => wordTable(rows.map((row) => wordRow(row.map((text) => wordCell(wordParagraph(text))))), 3);
const goodDocx = (): Uint8Array => docxFile(wordWith([HEADER, ROW]), { deflate: true });
const goodXlsx = (): Uint8Array => xlsxFile([{ name: '表', rows: [HEADER, ROW] }], { deflate: true });
const compoundFile = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]);

describe('papers of a wrong type', () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(2000)]);
  it.each([
    ['a picture with the name of a Word file', png, 'plan.docx', 'png', 'choose_another_file'],
    ['a web page', Buffer.from('<!DOCTYPE html><html><body><table><tr><td>责任单位</td></tr></table></body></html>'), 'plan.txt', 'html', 'save_as_docx'],
    ['PDF', Buffer.from('%PDF-1.7\n…'), 'plan.pdf', 'pdf', 'save_as_docx'],
    ['RTF', Buffer.from('{\\rtf1\\ansi}'), 'plan.doc', 'rtf', 'save_as_docx'],
    ['an old Word file', compoundFile('WordDocument'), 'plan.doc', 'doc', 'save_as_docx'],
    ['a WPS file', compoundFile('WordDocument'), 'plan.wps', 'wps', 'save_as_docx'],
    ['an old Excel file', compoundFile('Workbook'), 'plan.xls', 'xls', 'save_as_xlsx'],
    ['an OFD file', zipFile([{ name: 'OFD.xml', data: '<OFD/>' }]), 'plan.ofd', 'ofd', 'save_as_docx'],
    ['an OpenDocument file', zipFile([{ name: 'content.xml', data: '<a/>' }]), 'plan.odt', 'odf', 'save_as_docx'],
    ['any other archive', zipFile([{ name: 'readme.txt', data: 'x' }]), 'plan.docx', 'zip', 'choose_another_file'],
    ['an empty archive', zipFile([]), 'plan.docx', 'zip', 'choose_another_file'],
  ])('refuses %s', async (_, bytes, fileName, type, remedy) => {
    expect(await refusal(bytes, { fileName })).toEqual({ code: 'paper.type_unsupported', place: null, remedy, params: { type } });
  });

  it('refuses random bytes, whatever they begin with', async () => {
    for (let i = 0; i < 30; i += 1) {
      const bytes = randomBytes(200 + i * 37);
      expect(['paper.type_unsupported', 'paper.truncated']).toContain((await refusal(bytes, { fileName: 'plan.txt' })).code);
    }
  });

  it.each([['nothing', ''], ['blanks', ' \n\t\n'], ['a byte order mark', '\uFEFF']])('refuses %s', async (_, text) => {
    expect((await refusal(Buffer.from(text))).code).toBe('paper.empty');
  });
});

describe('papers that cannot be opened', () => {
  it.each([['Word', goodDocx()], ['Excel', goodXlsx()]])('refuses a truncated %s file, wherever it is cut', async (_, bytes) => {
    for (const share of [0.1, 0.4, 0.7, 0.95, 0.999]) {
      expect(await refusal(bytes.subarray(0, Math.floor(bytes.byteLength * share)))).toMatchObject({ code: 'paper.truncated', remedy: 'upload_again' });
    }
  });

  it('refuses damaged data inside an archive', async () => {
    const bytes = Buffer.from(goodDocx());
    const at = bytes.indexOf('word/document.xml', bytes.indexOf('word/document.xml') + 1);
    bytes.fill(0xff, at + 20, at + 80);
    expect((await refusal(bytes)).code).toMatch(/^paper\.(malformed|truncated|no_table)$/u);
    expect((await refusal(docxFile('<w:tbl><w:tr>'))).code).toBe('paper.malformed');
    expect((await refusal(docxFile('\u0001'))).code).toBe('paper.malformed');
  });

  it('refuses a password, of the file and of a part', async () => {
    expect(await refusal(compoundFile('EncryptedPackage'), { fileName: 'plan.docx' })).toMatchObject({ code: 'paper.password_protected', remedy: 'remove_password' });
    const parts = [{ name: 'xl/workbook.xml', data: '<workbook/>', encrypted: true }];
    expect((await refusal(zipFile(parts))).code).toBe('paper.password_protected');
  });

  it.each([
    ['a document type', '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>'],
    ['nested entities', `<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(10)}">]><w:document>&b;</w:document>`],
  ])('refuses %s in XML', async (_, xml) => {
    const parts = [{ name: 'word/document.xml', data: xml }];
    expect(await refusal(zipFile(parts))).toMatchObject({ code: 'paper.malformed', params: { part: 'word/document.xml', reason: 'doctype' } });
  });

  it('refuses an entity that nothing declares', async () => {
    const parts = [{ name: 'word/document.xml', data: '<?xml version="1.0"?><w:document>&x;</w:document>' }];
    expect((await refusal(zipFile(parts))).code).toBe('paper.malformed');
  });
});

describe('papers without a table', () => {
  it('refuses text and Word files that hold none', async () => {
    expect(await refusal(Buffer.from('关于做好工作的通知\n请各单位抓好落实。'))).toMatchObject({ code: 'paper.no_table', remedy: 'add_header_row', params: { reason: 'no_table' } });
    expect((await refusal(docxFile(wordParagraph('关于做好工作的通知')))).code).toBe('paper.no_table');
    expect((await refusal(xlsxFile([{ name: '空', rows: [] }]))).code).toBe('paper.no_table');
  });

  it('tells the heading and its place where it is not understood', async () => {
    expect(await refusal(Buffer.from('姓名\t电话\n甲\t乙'))).toEqual({
      code: 'paper.columns_unknown', place: { line: 1 }, remedy: 'name_columns', params: { heading: '姓名 | 电话' }, rows: [['姓名', '电话'], ['甲', '乙']],
    });
  });

  it('refuses a heading without work under it', async () => {
    expect(await refusal(Buffer.from(`${HEADER.join('\t')}\n\t\t\n`))).toMatchObject({ code: 'paper.empty', place: { line: 1 } });
  });
});

describe('papers that are too large', () => {
  const zeros = (megabytes: number): Uint8Array => Buffer.alloc(megabytes * 1_000_000, 0x20);
  const bomb = (declared?: number): Uint8Array =>
    zipFile([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'xl/workbook.xml', data: '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>' },
      { name: 'xl/_rels/workbook.xml.rels', data: '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>' },
      { name: 'xl/worksheets/sheet1.xml', data: Buffer.concat([Buffer.from('<worksheet><sheetData>'), zeros(204)]), deflate: true, ...(declared === undefined ? {} : { declaredSize: declared }) },
    ]);

  it('refuses a bomb by its declared size, before unpacking', async () => {
    const bytes = bomb();
    expect(bytes.byteLength).toBeLessThan(1_700_000);
    const start = performance.now();
    expect(await refusal(bytes)).toEqual({ code: 'paper.too_large_unpacked', place: null, remedy: 'remove_pictures', params: { max: '100 MB' } });
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('refuses a bomb that declares a small size, while unpacking', async () => {
    const bytes = bomb(1_000);
    const start = performance.now();
    expect((await refusal(bytes)).code).toBe('paper.too_large_unpacked');
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('refuses many parts that are large together', async () => {
    const part = { data: zeros(21), deflate: true };
    const parts = [1, 2, 3, 4, 5].map((n) => ({ ...part, name: `xl/media/${n}.bin` }));
    expect((await refusal(zipFile([{ name: 'xl/workbook.xml', data: '<workbook/>' }, ...parts]))).code).toBe('paper.too_large_unpacked');
  });

  it('refuses a large file, and too many parts', async () => {
    expect((await refusal(Buffer.alloc(2_000), { limits: { maxBytes: 1_000 } })).code).toBe('paper.too_large_unpacked');
    const parts = Array.from({ length: 60 }, (_, i) => ({ name: `xl/${i}.xml`, data: '' }));
    expect((await refusal(zipFile(parts), { limits: { maxParts: 50 } })).code).toBe('paper.too_large_unpacked');
  });

  const rows = (count: number): string[][] => [HEADER, ...Array.from({ length: count }, (_, i) => ['市科协', '农民科学素质行动', `第${i}项工作。`])];
  it.each(['txt', 'xlsx', 'docx', 'pasted_html'] as const)('refuses more than 20,000 rows (%s), and accepts so many', async (format) => {
    const file = (count: number): Uint8Array => {
      if (format === 'txt') return Buffer.from(rows(count).map((row) => row.join('\t')).join('\n'));
      if (format === 'xlsx') return xlsxFile([{ name: '表', rows: rows(count) }], { deflate: true });
      if (format === 'docx') return docxFile(wordWith(rows(count)), { deflate: true });
      return Buffer.from(`<table>${rows(count).map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`);
    };
    const more = format === 'pasted_html' ? { pasted: true } : {};
    expect(await refusal(file(20_001), more)).toMatchObject({ code: 'paper.too_many_rows', remedy: 'split_file', params: { max: 20_000 } });
    expect(await refusal(file(30_000), more)).toMatchObject({ code: 'paper.too_many_rows' });
    const reading = await read(file(20_000), more);
    expect(reading.summary.items).toBe(20_000);
  }, 60_000);

  it('refuses merges that spread a small file over a large grid', async () => {
    const sheet = { name: '表', rows: [HEADER, ...Array.from({ length: 400 }, () => ROW)], merges: Array.from({ length: 2_000 }, () => 'A2:C400') };
    expect((await refusal(xlsxFile([sheet]))).code).toBe('paper.too_large_unpacked');
    const html = `<table><tr><td>a</td></tr>${'<tr><td rowspan=20000 colspan=200>x</td></tr>'.repeat(50)}</table>`;
    expect((await refusal(Buffer.from(html), { pasted: true })).code).toBe('paper.too_large_unpacked');
  });
});

describe('papers that are read with a warning', () => {
  const warned = (reading: Reading): unknown[] => reading.warnings.map(({ code, place, value }) => ({ code, place, value }));

  it('keeps tags as text', async () => {
    const text = '开展<script>alert(1)</script><b>重点</b>活动。';
    for (const bytes of [Buffer.from(`${HEADER.join('\t')}\n市科协\t农民科学素质行动\t${text}`), docxFile(wordWith([HEADER, ['市科协', '农民科学素质行动', text]]))]) {
      const reading = await read(bytes);
      expect(reading.items.map((item) => [item.text, item.warnings])).toEqual([[text, ['html_tags']]]);
      expect(reading.warnings.map((warning) => warning.code)).toEqual(['html_tags']);
    }
  });

  it('takes the last value of a formula', async () => {
    const formula = { formula: 'CONCATENATE("培训","100人次。")', value: '培训 100 人次。' };
    const reading = await read(xlsxFile([{ name: '表', rows: [HEADER, ['市科协', '农民科学素质行动', formula]] }]));
    expect(reading.items.map((item) => [item.text, item.targets.length, item.warnings])).toEqual([['培训 100 人次。', 1, ['formula']]]);
    expect(warned(reading)).toEqual([{ code: 'formula', place: { cell: 'C2', sheet: '表' }, value: '培训 100 人次。' }]);
  });

  it('misses a formula that was never counted', async () => {
    const reading = await read(xlsxFile([{ name: '表', rows: [HEADER, ['市科协', '农民科学素质行动', { formula: 'A1', value: null }], ROW] }]));
    expect(reading.warnings.map((warning) => warning.code)).toEqual(['formula_without_value', 'empty_cell']);
    expect(reading.summary.items).toBe(1);
  });

  it('ignores empty-looking rows at the end', async () => {
    const sheet = await read(xlsxFile([{ name: '表', rows: [HEADER, ROW, ['', ' ', '']], emptyRows: 50_000 }]));
    expect(sheet.summary.items).toBe(1);
    expect(warned(sheet)).toEqual([{ code: 'empty_rows_ignored', place: { cell: 'A3', sheet: '表' }, value: '50001' }]);
    const word = await read(docxFile(wordWith([HEADER, ROW, ['', '', ''], ['', ' ', '']])));
    expect(warned(word)).toEqual([{ code: 'empty_rows_ignored', place: { row: 3, table: 1 }, value: '2' }]);
  });

  it('keeps a repeated row', async () => {
    const reading = await read(Buffer.from([HEADER, ROW, ROW].map((row) => row.join('\t')).join('\n')));
    expect(reading.summary).toMatchObject({ items: 2, cells: 1 });
    expect(warned(reading)).toEqual([{ code: 'duplicate_row', place: { line: 3 }, value: ROW[2] }]);
    expect(reading.items.map((item) => item.warnings)).toEqual([[], ['duplicate_row']]);
  });

  it('is not moved by part names that climb out of the archive', async () => {
    const extra = ['../../etc/passwd', '/etc/passwd', 'C:\\windows\\x', 'word/../../x'].map((name) => ({ name, data: 'x' }));
    expect((await read(docxFile(wordWith([HEADER, ROW]), { extra }))).summary.items).toBe(1);
    expect((await read(xlsxFile([{ name: '表', rows: [HEADER, ROW] }], { extra }))).summary.items).toBe(1);
  });

  it('reads Chinese text in GB18030, also characters that only it has', async () => {
    const reading = await read(iconv.encode([HEADER, ['市科协', '农民科学素质行动', '走进㑇村、䶮村，办𠮷祥讲座。']].map((row) => row.join('\t')).join('\r\n'), 'gb18030'));
    expect(reading.items[0]?.text).toBe('走进㑇村、䶮村，办𠮷祥讲座。');
  });
});
