import { readPaper } from './read-paper.js';
import { DICTIONARY_2020, docxFile, layoutPapers, wordCell, wordParagraph, wordRow, wordTable, xlsxFile } from './testing/index.js';
import type { ReadItem, Reading, ReadOptions } from './types.js';

const read = (bytes: Uint8Array | string, more: Partial<ReadOptions> = {}): Promise<Reading> => readPaper(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { dictionary: DICTIONARY_2020, ...more });
const names = (units: ReadItem['lead']): string => units.map(({ name }) => name).join('、');
/** An item as a line: programme | lead | responsible | cooperating | deadline | number | text. */
const lines = ({ items }: Reading): string[] => items.map(({ programme, lead, responsible, cooperating, due, number, text }) =>
  [programme.name, names(lead), names(responsible), names(cooperating), due ? `${due.text}=${due.date ?? '?'}` : '', number ?? '', text.replaceAll('\n', '¶')].join('|'));
const codes = ({ warnings }: Reading): string[] => warnings.map(({ code, value }) => `${code}:${value}`);

/** An amount as an answer sheet says it. */
const amount = ({ min, max, approx, unit }: ReadItem['targets'][number]): string => `${approx ? '约' : ''}${max === null ? min : min === null ? max : min === max ? min : `${min}-${max}`}${unit}${max === null ? '起' : min === null ? '止' : ''}`;

describe('the papers with an answer sheet', () => {
  it.each(layoutPapers(2021).map((paper) => [paper.fileName, paper] as const))('%s', async (_, { fileName, bytes, pasted, columns, answers, warnings }) => {
    const options = { fileName, ...(pasted ? { pasted } : {}) };
    if (columns) await expect(read(bytes, options)).rejects.toMatchObject({ code: 'paper.columns_unknown' });
    const heading = columns && ((await read(bytes, options).catch((error: unknown) => (error as { rows: string[][] }).rows)) as string[][])[0];
    const headings = (columns ?? []).flatMap((role, column) => (role ? [{ heading: heading?.[column] ?? '', role }] : []));
    const reading = await read(bytes, { ...options, dictionary: { ...DICTIONARY_2020, headings } });
    expect(reading.items.map((item) => [
      item.programme.name, names(item.lead), names(item.responsible), names(item.cooperating), item.due?.date ?? '', item.number ?? '', item.targets.map(amount).join('、'), item.text.replaceAll('\n', '¶'),
    ].join('|'))).toEqual(answers);
    expect(reading.warnings.map(({ code }) => code)).toEqual(warnings);
  });
});

describe('tables in other layouts', () => {
  it('columns in any order, by their synonyms, with several units in a cell and deadlines in words', async () => {
    const reading = await read(['完成时限\t配合单位\t序号\t工作措施\t牵头单位\t重点任务', '2021年9月底前\t市科协、市妇联\t1\t办好科学营。\t市教育局\t未成年人科学素质行动', '第三季度\t市科协/团市委；市总工会\t2\t送训下乡。\t市农业农村局\t农民科学素质行动'].join('\n'));
    expect(lines(reading)).toEqual([
      '未成年人科学素质行动|市教育局||市科协、市妇联|2021年9月底前=2021-09-30||办好科学营。',
      '农民科学素质行动|市农业农村局||市科协、团市委、市总工会|第三季度=?||送训下乡。',
    ]);
  });

  it('重点任务 is the work where no other column is', async () => {
    expect(lines(await read('序号\t行动\t重点任务\t责任单位\n1\t农民科学素质行动\t送训下乡。\t市科协'))).toEqual(['农民科学素质行动||市科协||||送训下乡。']);
    expect(lines(await read('重点任务\t责任单位\n送训下乡。\t市科协'))).toEqual(['||市科协||||送训下乡。']);
  });

  it('a section inside the table names the programme of what follows, where no column does', async () => {
    const table = wordTable([
      wordRow(['序号', '工作内容', '责任单位'].map((text) => wordCell(wordParagraph(text)))),
      wordRow([wordCell(wordParagraph('一、未成年人科学素质行动'), '<w:gridSpan w:val="3"/>')]),
      wordRow(['1', '办好科学营。', '市教育局'].map((text) => wordCell(wordParagraph(text)))),
      wordRow([wordCell(wordParagraph('二、老年人科学素质提升行动'), '<w:gridSpan w:val="3"/>')]),
      wordRow(['2', '教用手机。', '市科协'].map((text) => wordCell(wordParagraph(text)))),
    ], 3);
    const reading = await read(docxFile(table));
    expect(lines(reading)).toEqual(['未成年人科学素质行动||市教育局||||办好科学营。', '老年人科学素质提升行动||市科协||||教用手机。']);
    expect(codes(reading)).toEqual(['unknown_programme:老年人科学素质提升行动']);
    const plain = await read('序号\t工作内容\t责任单位\n（一）农民科学素质行动\t\t\n1\t送训下乡。\t市科协');
    expect(lines(plain)).toEqual(['农民科学素质行动||市科协||||送训下乡。']);
  });

  it('each sheet, or the line over each table, names the programme', async () => {
    const sheet = (name: string, work: string) => ({ name, rows: [['工作内容', '责任单位'], [work, '市科协']] });
    expect(lines(await read(xlsxFile([sheet('1.农民科学素质行动', '送训下乡。'), sheet('社区科普益民工程建设', '进社区。'), sheet('其他', '待定。')])))).toEqual([
      '农民科学素质行动||市科协||||送训下乡。', '社区科普益民工程建设||市科协||||进社区。', '||市科协||||待定。',
    ]);
    expect(lines(await read('一、农民科学素质行动\n\n工作内容\t责任单位\n送训下乡。\t市科协\n\n二、社区科普益民工程建设\n\n工作内容\t责任单位\n进社区。\t市科协'))).toEqual([
      '农民科学素质行动||市科协||||送训下乡。', '社区科普益民工程建设||市科协||||进社区。',
    ]);
  });

  it('a heading of two rows, merged both ways', async () => {
    const reading = await read(xlsxFile([{ name: '表', rows: [['行动', '责任单位', '', '工作要求'], ['', '牵头单位', '配合单位', ''], ['农民科学素质行动', '市科协', '市妇联', '送训下乡。'], ['', '', '团市委', '送书下乡。']], merges: ['A1:A2', 'B1:C1', 'D1:D2', 'A3:A4', 'B3:B4'] }]));
    expect(lines(reading)).toEqual(['农民科学素质行动|市科协||市妇联|||送训下乡。', '农民科学素质行动|市科协||团市委|||送书下乡。']);
  });

  it.each([
    ['（一）', '（二）'], ['(1)', '(2)'], ['①', '②'], ['1、', '2、'], ['1．', '2．'],
  ])('splits a cell by %s', async (first, second) => {
    const reading = await read(`责任单位\t项目\t工作内容\n市科协\t农民科学素质行动\t${first}送训下乡。${second === '2、' || second === '2．' ? '\n' : ''}${second}送书下乡，覆盖20个村。\n市妇联\t农民科学素质行动\t送戏下乡。`);
    expect(reading.items.slice(0, 2).map(({ text }) => text)).toEqual(['送训下乡。', '送书下乡，覆盖20个村。']);
  });

  it('asks where a heading is not understood, and takes the answer', async () => {
    const paper = '谁来做\t哪一类\t做什么\n市科协\t农民科学素质行动\t送训下乡。';
    await expect(read(paper)).rejects.toMatchObject({ code: 'paper.columns_unknown', rows: [['谁来做', '哪一类', '做什么'], ['市科协', '农民科学素质行动', '送训下乡。']] });
    const headings = [{ heading: '谁来做', role: 'responsible' as const }, { heading: '哪一类', role: 'programme' as const }, { heading: '做什么', role: 'content' as const }];
    expect(lines(await read(paper, { dictionary: { ...DICTIONARY_2020, headings } }))).toEqual(['农民科学素质行动||市科协||||送训下乡。']);
    expect(lines(await read('市科协\t农民科学素质行动\t送训下乡。', { columns: { responsible: 0, programme: 1, content: 2 } }))).toEqual(['农民科学素质行动||市科协||||送训下乡。']);
  });
});

describe('outlines without a table', () => {
  it('numbered work under numbered headings, with units in brackets', async () => {
    const reading = await read(`关于印发《2024年全市科学素质工作要点》的通知
各成员单位：
现将要点印发给你们，请认真组织实施。
温州市样本编写小组
2024年3月5日
2024年全市科学素质工作要点
一、总体要求
坚持科学普及与创新并重。
二、重点任务
（一）未成年人科学素质行动
1．办好科学营。举办暑期营 3 期。（牵头单位：市教育局；责任单位：市科协、团市委；完成时限：2024年9月底前）
2．建好工作室。（市教育局、市科协）
（二）农民科学素质行动
1．送训下乡。全年不少于 20 场。（市农业农村局牵头，市科协、市妇联配合）
2．送书下乡。
三、保障措施
（一）加强领导。各单位要高度重视。
抄送：省办公室。`);
    expect(lines(reading)).toEqual([
      '未成年人科学素质行动|市教育局|市科协、团市委||2024年9月底前=2024-09-30|1|办好科学营。举办暑期营 3 期。',
      '未成年人科学素质行动||市教育局、市科协|||2|建好工作室。',
      '农民科学素质行动|市农业农村局||市科协、市妇联||1|送训下乡。全年不少于 20 场。',
      '农民科学素质行动|||||2|送书下乡。',
    ]);
    expect(codes(reading)).toEqual(['empty_cell:送书下乡。']);
    expect(reading.paper).toMatchObject({ year: 2024, issuedOn: '2024-03-05' });
    expect(reading.items[0]?.source).toEqual({ line: 11 });
    expect(reading.items[0]?.raw).toBe('1．办好科学营。举办暑期营 3 期。（牵头单位：市教育局；责任单位：市科协、团市委；完成时限：2024年9月底前）');
    expect(reading.stats.noteRowsSkipped).toBe(2);
    expect(reading.items.flatMap(({ targets }) => targets.map(({ min, unit }) => [min, unit]))).toEqual([[3, '期'], [20, '场']]);
  });

  it('units on a line of their own, and paragraphs without a number', async () => {
    const reading = await read(`一、农民科学素质行动
（一）实施培训工程。开展实用技术培训。
组织专家进村。
责任单位：市农业农村局、市科协
（二）实施服务工程。
（责任单位：市科协；配合单位：市妇联）
二、实施社区科普益民工程建设。
围绕社区需求，开展讲座。（市科协）
建设社区书屋，丰富藏书。（市委宣传部、市文化广电旅游局）`);
    expect(lines(reading)).toEqual([
      '农民科学素质行动||市农业农村局、市科协|||一|实施培训工程。开展实用技术培训。¶组织专家进村。',
      '农民科学素质行动||市科协|市妇联||二|实施服务工程。',
      '社区科普益民工程建设||市科协||||围绕社区需求，开展讲座。',
      '社区科普益民工程建设||市委宣传部、市文化广电旅游局||||建设社区书屋，丰富藏书。',
    ]);
    expect(codes(reading)).toEqual([]);
  });

  it('a heading gives its units to everything under it', async () => {
    const reading = await read('一、农民科学素质行动（牵头单位：市农业农村局）\n1. 送训下乡。\n2. 送书下乡。（市委宣传部）');
    expect(lines(reading)).toEqual(['农民科学素质行动|市农业农村局||||1|送训下乡。', '农民科学素质行动||市委宣传部|||2|送书下乡。']);
  });

  it('Word draws the numbers', async () => {
    const reading = await read(docxFile([wordParagraph('一、农民科学素质行动'), wordParagraph('送训下乡。（市科协）', 1), wordParagraph('送书下乡。（市科协）', 1)].join(''), { lists: 1 }));
    expect(lines(reading).map((line) => line.split('|').slice(0, 3).join('|') + line.slice(line.lastIndexOf('|')))).toEqual(['农民科学素质行动||市科协|送训下乡。', '农民科学素质行动||市科协|送书下乡。']);
  });

  it('takes 各成员单位 for all that the dictionary names, and says so', async () => {
    const groups = [{ names: ['各成员单位'], unitIds: ['unit-23', 'unit-5'] }];
    const reading = await read('一、农民科学素质行动\n1. 人人动手。（各成员单位）', { dictionary: { ...DICTIONARY_2020, groups } });
    expect(lines(reading)).toEqual(['农民科学素质行动||市科协、市教育局|||1|人人动手。']);
    expect(codes(reading)).toEqual(['units_of_group:各成员单位 2']);
  });

  it('asks who is meant by 各成员单位 otherwise, and for an unknown programme', async () => {
    const reading = await read('一、科技赋能行动\n1. 人人动手。（各成员单位）\n2. 送训下乡。（市科协、各成员单位）');
    expect(codes(reading)).toEqual(['unknown_unit:各成员单位', 'unknown_programme:科技赋能行动']);
    expect(lines(reading)).toEqual(['科技赋能行动||各成员单位|||1|人人动手。', '科技赋能行动||市科协、各成员单位|||2|送训下乡。']);
  });

  it('is no outline where nobody is named', async () => {
    await expect(read('一、提高认识。\n二、狠抓落实。（见附件）')).rejects.toMatchObject({ code: 'paper.no_table' });
  });

  it('costs no more than its length', async () => {
    for (const line of ['（'.repeat(50_000), `1. ${'（甲'.repeat(20_000)}`, '责任单位：'.repeat(20_000), '一、（一）1.'.repeat(20_000), `${'甲，'.repeat(30_000)}负责`]) {
      const started = performance.now();
      await read(`一、农民科学素质行动\n1. 送训下乡。（市科协）\n${line}\n${line}`).catch(() => null);
      expect(performance.now() - started).toBeLessThan(3_000);
    }
  });
});
