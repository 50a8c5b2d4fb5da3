import { splitItems, ending } from './items.js';
import { readPaper } from './read-paper.js';
import { plainParagraph } from './source/model.js';
import { readTargets } from './targets.js';
import { DICTIONARY_2020, xlsxFile, zipFile } from './testing/index.js';
import type { Reading } from './types.js';

// Each of these once cost, or would cost, the square of its length or worse: minutes. The limit leaves room for a busy machine.
const options = { dictionary: DICTIONARY_2020 };
const LONG = 39_000;

async function quick<T>(work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  expect(performance.now() - start).toBeLessThan(15_000);
  return result;
}

const read = (text: string, pasted = false): Promise<Reading> => readPaper(Buffer.from(text), { ...options, pasted });
const HEADER = '责任单位\t项目\t工作内容和要求';

it.each([
  ['blanks', `甲${' '.repeat(LONG)}乙`], ['blanks at the end', `甲${' '.repeat(LONG)}`], ['line ends', `甲${'\n'.repeat(LONG)}乙`], ['tags', '<p>'.repeat(LONG / 3)],
  ['numbers', '1 '.repeat(LONG / 2)], ['markers', '1. 2. 3. '.repeat(LONG / 9)], ['digits', '1'.repeat(LONG)], ['amounts', '1家'.repeat(LONG / 2)], ['a number and blanks', `1${' '.repeat(LONG)}家`],
  ['quotes', '”'.repeat(LONG)], ['brackets', '（'.repeat(LONG)], ['open tags', '<a '.repeat(LONG / 3)], ['adverbs', '约'.repeat(LONG)],
])('a long cell of %s is read at once', async (_, text) => {
  await quick(() => {
    for (const piece of splitItems(text.split('\n').map(plainParagraph))) {
      readTargets(piece.text);
      ending(piece.text);
    }
  });
  await quick(() => read(`${HEADER}\n市科协\t农民科学素质行动\t${text.replaceAll('\n', ' ')}。`));
});

it('refuses a cell that is longer than any cell can be', async () => {
  await expect(read(`${HEADER}\n市科协\t农民科学素质行动\t${'甲'.repeat(50_000)}`)).rejects.toMatchObject({ code: 'paper.too_large_unpacked', place: { line: 2 } });
});

it('reads thousands of lines below a row at once', async () => {
  await quick(() => read(`${HEADER}\n市科协\t农民科学素质行动\t甲。\n${'行文\n'.repeat(200_000)}`));
});

it('does not look for the end of quotes for ever', async () => {
  await quick(() => read(`${HEADER}\n${'"a\tb\tc。\n'.repeat(2_000)}`));
});

it.each([['unclosed tags', '<a'.repeat(1_000_000)], ['unclosed comments', '<!--'.repeat(500_000)], ['tables in tables', '<table><tr><td>'.repeat(5_000)]])('reads HTML of %s at once', async (_, html) => {
  await quick(() => read(`<table></table>${html}`, true).catch((error: unknown) => expect(error).toMatchObject({ code: 'paper.no_table' })));
});

it('refuses millions of lines, and of shared texts, before they fill the memory', async () => {
  await quick(() => expect(read('行\n'.repeat(500_000))).rejects.toMatchObject({ code: 'paper.too_many_rows' }));
  const parts = [
    { name: 'xl/workbook.xml', data: '<workbook/>' },
    { name: 'xl/_rels/workbook.xml.rels', data: '<Relationships><Relationship Id="a" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>' },
    { name: 'xl/sharedStrings.xml', data: `<sst>${'<si><t>a</t></si>'.repeat(600_000)}</sst>`, deflate: true },
  ];
  await expect(readPaper(zipFile(parts), options)).rejects.toMatchObject({ code: 'paper.too_large_unpacked' });
});

it('suggests nothing for a cell of thousands of names, and does not multiply them', async () => {
  const rows = [['责任单位', '项目', '工作内容和要求'], [Array.from({ length: 5_000 }, (_, i) => `单位${i}`).join('、'), '农民科学素质行动', '甲。']];
  const reading = await quick(() => readPaper(xlsxFile([{ name: '表', rows }]), options));
  expect(reading.items[0]?.responsible).toHaveLength(1);
  expect(reading.warnings.map((warning) => warning.suggestion)).toEqual([null]);
});
