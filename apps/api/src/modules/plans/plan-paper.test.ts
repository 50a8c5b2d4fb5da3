import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { diffPapers, readPaper, writeLetter, writeTable, type PaperItem, type ReadItem, type Reading, type ReadOptions } from '@kepu/breakdown';
import { DICTIONARY_2020, layoutPapers } from '@kepu/breakdown/testing';
import fc from 'fast-check';
import { paperDocx, paperXlsx } from './plan-paper.js';

const root = path.resolve(import.meta.dirname, '../../../../..');
const originals = process.env['KEPU_PAPER_DIR'] ? path.resolve(root, process.env['KEPU_PAPER_DIR']) : null;
const roles = ['responsible', 'lead', 'cooperating'] as const;
const stamp = '说明：数据截至 2026-11-27 12:00；范围：全部任务；导出人：张三；导出编号：20261127-0A1B2C3D。';
const head = { docNumber: '温全科样〔2021〕1号', issuer: '温州市样本编写小组', title: '关于印发《2021年温州市全民科学素质工作目标任务分解表》的通知', year: 2021, issuedOn: '2021-03-05' };

/** An item of a reading as the plan keeps it. */
const kept = (item: ReadItem): PaperItem => ({
  number: item.number, programme: item.programme.printed, units: roles.flatMap((role) => item[role].map(({ name }) => ({ role, printed: name }))), text: item.text, due: item.due,
  targets: item.targets.map(({ raw, min, max, approx, unit }) => ({ raw, min, max, approx, unit })),
});
const write = async (items: readonly PaperItem[], paper = head, dictionary = DICTIONARY_2020) => {
  const content = { letter: writeLetter(paper), table: writeTable(items, paper.year, dictionary), mark: null, stamp };
  return { columns: content.table.columns.map(({ heading }) => heading), docx: await paperDocx(content), xlsx: await paperXlsx(content) };
};
const codes = ({ warnings }: Reading): string[] => warnings.map(({ code }) => code).sort();
const diffable = (items: readonly PaperItem[]) => items.map((item) => ({ units: item.units.map(({ role, printed }) => `${role} ${printed}`), programme: item.programme, text: item.text, due: item.due?.date ?? null }));

/** Writes items and reads them again from both files. */
const back = async (items: readonly PaperItem[], paper = head): Promise<{ columns: string[]; docx: Reading; xlsx: Reading }> => {
  const { columns, docx, xlsx } = await write(items, paper);
  return { columns, docx: await readPaper(docx, { dictionary: DICTIONARY_2020 }), xlsx: await readPaper(xlsx, { dictionary: DICTIONARY_2020 }) };
};

describe('a paper that was read, written and read again is the same plan', () => {
  const papers: [string, Buffer | Uint8Array, Partial<ReadOptions>][] = [
    ...(['txt', 'docx', 'xlsx'] as const).map((format): [string, Buffer, Partial<ReadOptions>] => [`twin-2020.${format}`, readFileSync(path.join(root, 'seeds/papers', `twin-2020.${format}`)), {}]),
    ...(originals && existsSync(path.join(originals, 'breakdown-2020.txt')) ? (['txt', 'docx', 'xlsx'] as const).map((format): [string, Buffer, Partial<ReadOptions>] => [`breakdown-2020.${format}`, readFileSync(path.join(originals, `breakdown-2020.${format}`)), {}]) : []),
    ...layoutPapers(2021).filter(({ columns }) => !columns).map(({ fileName, bytes, pasted }): [string, Uint8Array, Partial<ReadOptions>] => [fileName, bytes, pasted ? { pasted } : {}]),
  ];
  it.each(papers)('%s', async (fileName, bytes, more) => {
    const first = await readPaper(bytes, { fileName, dictionary: DICTIONARY_2020, ...more });
    const items = first.items.map(kept);
    const year = first.paper.year ?? 2021;
    const paper = { docNumber: first.paper.docNumber ?? head.docNumber, issuer: first.paper.issuer ?? head.issuer, title: first.paper.title ?? `${year}年工作`, year, issuedOn: first.paper.issuedOn ?? `${year}-05-27` };
    const read = await back(items, paper);
    for (const again of [read.docx, read.xlsx]) {
      expect(again.items.map(kept)).toEqual(items);
      expect(diffPapers(diffable(items), diffable(again.items.map(kept)))).toMatchObject({ changed: [], added: [], removed: [], same: { length: items.length } });
      // What was asked of names inside brackets and of groups is answered by now.
      expect(codes(again).filter((code) => !codes(first).includes(code))).toEqual([]);
      expect(again.paper).toMatchObject({ year, docNumber: paper.docNumber, issuer: paper.issuer, issuedOn: paper.issuedOn });
    }
    if (/2020/u.test(fileName)) {
      expect(read.columns).toEqual(['责任单位', '项目', '工作内容和要求']);
      expect(read.docx.stats).toMatchObject({ headerRowsSkipped: 1, dataRows: 71, numbered: 49, tables: 1 });
      expect(read.docx.paper.title).toBe(paper.title);
      expect(read.docx.summary).toEqual({ units: 23, programmes: 10, cells: 71, items: 99, targets: 4, warnings: 6 });
    }
  });
});

const units = ['市科协', '市教育局', '市妇联', '团市委', '各县（市、区）科协'];
const item = (text: string, more: Partial<PaperItem> = {}): PaperItem => ({ number: null, programme: '农民科学素质行动', units: [{ role: 'responsible', printed: '市科协' }], text, due: null, targets: [], ...more });

describe('a text that a table would not give back as it is', () => {
  const nasty = [
    '1. 开头就是编号。', '2.开头是别的编号。', '１．全角编号。', '（一）括号编号。（二）第二个。', '① 圈码编号。② 第二个。', '3.23世界气象日宣传。', '=SUM(A1:A9)', '＝1+1', "'=1+1", '+86 电话', '-1 起', '@某人', '第一行\n第二行\n\n空行之后。',
    '做好：1. 甲事。 2. 乙事。', '办好活动。（市科协、市妇联）', '办好活动。（牵头单位：市教育局；完成时限：9月底前）', '办好活动（市教育局牵头，市科协配合）。', '<p>带标签</p>的', '_x0041_ 代码', '注：这也是任务。', '抄送：各单位', '责任单位', '工作任务', '2020年5月27日印发',
    '“引号”&<尖括号>', '很长。'.repeat(3_000), '一、标题样的文字', '市科协', '农民科学素质行动', '\u200b零宽', '表\t格', '　全角空格　在中间　。', '😀🧪𠮷',
  ];
  it.each(nasty)('%#', async (text) => {
    const targets = (await readPaper(Buffer.from(`责任单位\t项目\t工作内容\n市科协\t农民科学素质行动\t甲。${text.includes('\n') ? '' : ''}`), { dictionary: DICTIONARY_2020 })).items[0]?.targets ?? [];
    const items = [item('普通的任务。', { number: '1' }), item(text.trim(), { targets }), item('又一项任务。'), item(text.trim(), { number: '7', units: [{ role: 'lead', printed: '市教育局' }, { role: 'cooperating', printed: '市科协' }], targets })];
    const read = await back(items);
    for (const again of [read.docx, read.xlsx]) expect(again.items.map(kept)).toEqual(items);
  });

  it('what a person put right stays: other days, no day, other amounts', async () => {
    const targets = [{ raw: '一批', min: null, max: null, approx: true, unit: '家' }, { raw: '不少于：20 场', min: 20, max: null, approx: false, unit: '场（次）' }, { raw: '2-3 家', min: 2, max: 3, approx: false, unit: '家' }, { raw: '0.5', min: null, max: 0.5, approx: false, unit: '%' }];
    const items = [
      item('全年培训 200 人次。', { due: { text: '年底前', date: '2021-12-15' }, targets }), item('全年培训 200 人次。', { due: { text: '9月底前', date: null } }), item('甲。', { due: { text: '9月底前（2021-09-30）', date: '2021-09-30' } }), item('乙。', { due: { text: '长期坚持', date: null } }),
    ];
    const read = await back(items);
    expect(read.columns).toEqual(['责任单位', '项目', '条目编号', '工作内容和要求', '完成时限', '核定指标']);
    for (const again of [read.docx, read.xlsx]) expect(again.items.map(kept)).toEqual(items);
  });

  it('says which year it is for where the title does not', async () => {
    for (const paper of [{ ...head, title: '科普任务', docNumber: '温全科样〔2020〕9号' }, { ...head, title: '2020年任务回顾与安排' }]) {
      const items = [item('甲。', { due: { text: '9月底前', date: '2021-09-30' } })];
      const read = await back(items, paper);
      expect(read.columns).not.toContain('条目编号');
      for (const again of [read.docx, read.xlsx]) expect([again.paper.year, again.items.map(kept)]).toEqual([2021, items]);
    }
  });
});

describe('any plan', () => {
  const piece = fc.constantFrom('1. ', '2. ', '1、', '（一）', '①', '12', '.', '。', '；', '，', '\n', '\n\n', ' ', '（', '）', '市科协', '市妇联', '、', '牵头单位：', '完成时限：', '9月底前', '=', '＝', "'", '+', '-', '@', '<p>', '</p>', '<br>', '<b>', '&', '"', '培训', '农民', '200 人次', '不少于 20 场', '_x000A_', '注：', '抄送：', '责任单位', '工作任务', '😀', '\t', '\u00a0', '　', '印发');
  const text = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join('').trim()).filter((words) => words !== '');
  const named = fc.uniqueArray(fc.constantFrom(...units), { minLength: 1, maxLength: 3 });
  const printed = fc.tuple(fc.subarray([...roles], { minLength: 1 }), named).map(([some, names]) => some.flatMap((role, at) => names.slice(0, at === 0 ? 3 : 1).map((name) => ({ role, printed: name }))));
  const due = fc.option(fc.tuple(fc.constantFrom('9月底前', '年底', '长期坚持', '2021-03-04', '第三季度', '年底（2021-01-01）'), fc.constantFrom(null, '2021-12-31', '2021-09-30')).map(([words, date]) => ({ text: words, date })), { nil: null });
  const amount = fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }).map((value) => Math.round(value * 100) / 100), { nil: null });
  const target = fc.record({ raw: text.map((words) => words.replace(/\s+/gu, ' ').trim() || '无'), min: amount, max: amount, approx: fc.boolean(), unit: fc.constantFrom('人次', '家', '%', '场（次）') });
  const any = fc.record({ number: fc.constantFrom(null, null, '1', '2', '3', '一', '12'), programme: fc.constantFrom('农民科学素质行动', '未成年人科学素质行动', '没见过的行动'), units: printed, text, due, targets: fc.array(target, { maxLength: 2 }) });

  it('comes back as it was', async () => {
    await fc.assert(fc.asyncProperty(fc.array(any, { minLength: 1, maxLength: 8 }), async (items) => {
      const read = await back(items);
      for (const again of [read.docx, read.xlsx]) expect(again.items.map(kept)).toEqual(items);
    }), { numRuns: 150 });
  }, 120_000);
});
