import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { paperFingerprint } from './fingerprint.js';
import { readPaper } from './read-paper.js';
import { DICTIONARY_2020, sampleAnswers, sampleDocx, sampleText, sampleXlsx, type SamplePaper } from './testing/index.js';
import type { Place, Reading, ReadOptions } from './types.js';

const root = path.resolve(import.meta.dirname, '../../..');
const papers = path.join(root, 'seeds/papers');
const options: ReadOptions = { dictionary: DICTIONARY_2020 };
const formats = ['txt', 'docx', 'xlsx'] as const;

interface Answer {
  unit: string;
  programme: string;
  number: string;
  text: string;
  canonical: string;
  line: number;
  marker: string;
}

function answers(file: string): Answer[] {
  const [heading = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const columns = heading.split('\t');
  return lines.map((line) => {
    const fields = line.split('\t');
    const field = (name: string): string => fields[columns.indexOf(name)] ?? '';
    return {
      unit: field('unit'), programme: field('programme'), number: field('item_no'), text: field('content'), canonical: field('programme_canonical'),
      line: Number(field('src_line')), marker: field('marker'),
    };
  });
}

interface Expected {
  folder: string;
  name: string;
  docNumber: string;
  issuer: string;
  issuedOn: string;
  title: string;
  tableTitle: string;
}

const twin: Expected = {
  folder: papers,
  name: 'twin-2020',
  docNumber: '温全科样〔2020〕99号',
  issuer: '温州市全民科学素质工作样本编写办公室',
  issuedOn: '2020-06-09',
  title: '关于印发《2020年温州市全民科学素质工作目标任务分解样表》的通知',
  tableTitle: '2020年温州市全民科学素质工作目标任务分解样表',
};
const found: Expected[] = [twin];
const originals = process.env['KEPU_PAPER_DIR'] ? path.resolve(root, process.env['KEPU_PAPER_DIR']) : null;
if (originals && existsSync(path.join(originals, 'breakdown-2020.txt'))) {
  found.push({
    folder: originals,
    name: 'breakdown-2020',
    docNumber: '温全科组办〔2020〕2号',
    issuer: '温州市全民科学素质工作领导小组办公室',
    issuedOn: '2020-05-27',
    title: '关于印发《2020年温州市全民科学素质工作目标任务分解表》的通知',
    tableTitle: '2020年温州市全民科学素质工作目标任务分解表',
  });
}

const read = (paper: Expected, format: string): Promise<Reading> =>
  readPaper(readFileSync(path.join(paper.folder, `${paper.name}.${format}`)), { ...options, fileName: `${paper.name}.${format}` });
const codes = (reading: Reading): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const warning of reading.warnings) counts[warning.code] = (counts[warning.code] ?? 0) + 1;
  return counts;
};
const at = (place: Place): string => ('line' in place ? `line ${place.line}` : 'row' in place ? `row ${place.row}` : place.cell);

describe.each(found)('$name', (paper) => {
  const sheet = answers(path.join(paper.folder, `${paper.name}.items.tsv`));

  describe.each(formats)('as %s', (format) => {
    let reading: Reading;
    beforeAll(async () => {
      reading = await read(paper, format);
    });

    it('has the counts of the paper', () => {
      expect(reading.summary).toEqual({ units: 23, programmes: 10, cells: 71, items: 99, targets: 4, warnings: 6 });
      expect(reading.stats).toMatchObject({ numbered: 49, programmesByAlias: 1, dataRows: 71 });
    });

    it('reads every item as the answer sheet has it, in order', () => {
      const items = reading.items.map((item) => [item.responsible.map((u) => u.name).join(), item.programme.printed, item.programme.name, item.number ?? '', item.text]);
      expect(items).toEqual(sheet.map((answer) => [answer.unit, answer.programme, answer.canonical, answer.number, answer.text]));
    });

    it("keeps the source's characters of every item", () => {
      expect(reading.items.map((item) => item.raw)).toEqual(sheet.map((answer) => answer.marker + answer.text));
    });

    it('prints one role only, and knows every unit and programme', () => {
      for (const item of reading.items) {
        expect(item.lead).toEqual([]);
        expect(item.cooperating).toEqual([]);
        expect(item.responsible).toHaveLength(1);
        expect(item.responsible[0]?.unitId).toMatch(/^unit-\d+$/u);
        expect(item.programme.programmeId).toMatch(/^programme-\d+$/u);
      }
    });

    it('finds four targets and no other number', () => {
      const targets = reading.items.flatMap((item) => item.targets);
      expect(targets.map(({ min, max, approx, unit }) => ({ min, max, approx, unit }))).toEqual([
        { min: 8000, max: 8000, approx: false, unit: '人次' },
        { min: 10000, max: 10000, approx: false, unit: '人次' },
        { min: 5000, max: 5000, approx: true, unit: '人次' },
        { min: 2, max: 3, approx: false, unit: '家' },
      ]);
      expect(targets.map((target) => target.period)).toEqual(['全年', null, '全年', null]);
    });

    it('warns of five items without final stop, one of them possibly cut, and of nothing else', () => {
      expect(codes(reading)).toEqual({ no_final_stop: 5, possibly_cut: 1 });
      const warned = reading.items.filter((item) => item.warnings.length > 0);
      expect(warned).toHaveLength(5);
      expect(warned.filter((item) => item.warnings.includes('possibly_cut')).map((item) => item.responsible[0]?.name)).toEqual(['市社科联']);
    });

    it('names the place of every item and warning', () => {
      const pattern = format === 'txt' ? /^line \d+$/u : format === 'docx' ? /^row \d+$/u : /^C\d+$/u;
      for (const item of reading.items) expect(at(item.source)).toMatch(pattern);
      for (const warning of reading.warnings) expect(warning.place && at(warning.place)).toMatch(pattern);
    });

    it('hints at a role without giving one', () => {
      const hints = reading.items.filter((item) => item.roleHint !== null).map((item) => `${item.responsible[0]?.name} ${item.roleHint}`);
      expect(hints).toEqual(expect.arrayContaining(['市委组织部 支持', '市委宣传部 配合', '市发改委 支持', '市财政局 支持', '市人力社保局 指导']));
    });
  });

  it('gives the line of the text file', async () => {
    const reading = await read(paper, 'txt');
    expect(reading.items.map((item) => at(item.source))).toEqual(sheet.map((answer) => `line ${answer.line}`));
  });

  it('is not misled where simple patterns are', async () => {
    const cells = readFileSync(path.join(paper.folder, `${paper.name}.txt`), 'utf8').split('\n').map((line) => line.split('\t')[2] ?? '');
    const naive = (pattern: RegExp): number => cells.reduce((sum, cell) => sum + (cell.match(pattern)?.length ?? 0), 0);
    expect(naive(/\d+\./gu)).toBeGreaterThan(49);
    expect(naive(/\d+[.\s]/gu)).toBeGreaterThan(naive(/\d+\./gu));
    const reading = await read(paper, 'txt');
    const numbersAt = (line: number): (string | null)[] => reading.items.filter((item) => at(item.source) === `line ${line}`).map((item) => item.number);
    const tricky = new Map([[54, [null]], [63, ['1', '2']], [83, [null]], [92, ['1', '2']], [105, ['1', '2']], [108, ['1', '2']], [110, ['1', '2', '3']]]);
    for (const [line, numbers] of tricky) expect([line, numbersAt(line)]).toEqual([line, numbers]);
  });

  it.each(['txt', 'docx'])('reads the letter, skips 10 headings and joins 2 units over page breaks (%s)', async (format) => {
    const reading = await read(paper, format);
    const { docNumber, issuer, issuedOn, title } = paper;
    expect(reading.paper).toEqual({ docNumber, issuer, issuedOn, title, year: 2020 });
    expect(reading.stats).toMatchObject({ headerRowsSkipped: 10, unitsContinued: 2, tables: 10 });
  });

  it('reads title and year from the sheet, and leaves the rest open', async () => {
    const reading = await read(paper, 'xlsx');
    expect(reading.paper).toEqual({ docNumber: null, issuer: null, issuedOn: null, title: paper.tableTitle, year: 2020 });
    expect(reading.stats).toMatchObject({ headerRowsSkipped: 1, unitsContinued: 0, tables: 1 });
  });

  it('is the same paper in every format', async () => {
    const prints = await Promise.all(formats.map(async (format) => paperFingerprint(await read(paper, format))));
    expect(new Set(prints).size).toBe(1);
    expect(prints[0]).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('takes no row from the closing', async () => {
    for (const format of formats) {
      const reading = await read(paper, format);
      expect(JSON.stringify(reading)).not.toMatch(/抄\s*送/u);
    }
  });

  it('reads the text in other encodings and with other line ends', async () => {
    const text = readFileSync(path.join(paper.folder, `${paper.name}.txt`), 'utf8');
    const plain = paperFingerprint(await read(paper, 'txt'));
    for (const bytes of [
      iconv.encode(text, 'gb18030'),
      iconv.encode(text, 'utf8', { addBOM: true }),
      iconv.encode(text, 'utf16le', { addBOM: true }),
      iconv.encode(text, 'utf16be', { addBOM: true }),
      Buffer.from(text.replaceAll('\n', '\r\n')),
    ]) {
      const reading = await readPaper(bytes, options);
      expect(paperFingerprint(reading)).toBe(plain);
      expect(reading.paper.docNumber).toBe(paper.docNumber);
    }
  });

  it('reads the table as pasted text, with or without the letter', async () => {
    const text = readFileSync(path.join(paper.folder, `${paper.name}.txt`), 'utf8');
    const table = text.slice(text.indexOf('责任单位\t'), text.search(/\n抄\s*送/u));
    const reading = await readPaper(Buffer.from(table), { ...options, pasted: true });
    expect(reading.summary).toEqual({ units: 23, programmes: 10, cells: 71, items: 99, targets: 4, warnings: 6 });
    expect(paperFingerprint(reading)).toBe(paperFingerprint(await read(paper, 'txt')));
    expect(reading.paper).toEqual({ docNumber: null, issuer: null, title: null, year: null, issuedOn: null });
  });
});

describe('the twin', () => {
  const source = JSON.parse(readFileSync(path.join(papers, 'twin-2020.source.json'), 'utf8')) as SamplePaper & { aliases: Record<string, string> };
  const file = (extension: string): Buffer => readFileSync(path.join(papers, `twin-2020.${extension}`));

  it('is what its source says, byte for byte', () => {
    expect(file('txt').equals(Buffer.from(sampleText(source)))).toBe(true);
    expect(file('docx').equals(sampleDocx(source))).toBe(true);
    expect(file('xlsx').equals(sampleXlsx(source))).toBe(true);
    expect(file('items.tsv').equals(Buffer.from(sampleAnswers(source, (name) => source.aliases[name] ?? name)))).toBe(true);
  });

  it('holds every trap of the original', () => {
    const text = file('txt').toString('utf8');
    const cells = text.split('\n').filter((line) => line.includes('\t')).map((line) => line.split('\t')[2] ?? '');
    expect(Math.max(...cells.map((cell) => cell.length))).toBeGreaterThanOrEqual(530);
    expect(cells.filter((cell) => cell.startsWith('<p>'))).toHaveLength(9);
    expect(text.match(/<p>/gu)).toHaveLength(23);
    expect(text.match(/责任单位\t/gu)).toHaveLength(10);
    for (const trap of ['<p>3 ', '主会场. ', '0.8 万人次', '约 5000 人次', ' 1 万人次', '2-3 家', '“96.4 ', '3.23世界', '5.12防震', '“119”', 'A 级', '科技·科普', '（市、区）', '〔2020〕', '“瓯智”', '目标 任务', '2020 年', '抄 送：', '演练、走进', '科普+旅游', '公共卫生、绿色生活、公共卫生']) {
      expect(text).toContain(trap);
    }
    const texts = source.pages.flat().flatMap((row) => row.items.map((item) => item.text.replace(/[；。]$/u, '')));
    const repeated = [...new Set(texts)].map((one) => texts.filter((other) => other === one).length).filter((n) => n > 1);
    expect(repeated).toHaveLength(7);
    expect(repeated.reduce((sum, n) => sum + n, 0)).toBe(17);
    const xml = file('docx').toString('utf8');
    expect(xml).toContain('<w:vMerge w:val="restart"/>');
    expect(xml.match(/<w:numPr>/gu)).toHaveLength(5);
    expect(file('xlsx').toString('utf8')).toContain('<mergeCell ref="A64:A73"/>');
  });
});
