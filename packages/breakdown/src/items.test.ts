import fc from 'fast-check';
import { ending, holdsTags, splitItems } from './items.js';
import { plainParagraph, type Paragraph } from './source/model.js';

const split = (...texts: string[]): ReturnType<typeof splitItems> => splitItems(texts.map(plainParagraph));
const numbers = (...texts: string[]): (string | null)[] => split(...texts).map((piece) => piece.number);
const drawn = (text: string, label: string, level = 0): Paragraph => ({ text, label, level });

describe('splitItems', () => {
  it('leaves a plain cell whole', () => {
    expect(split('  开展送书下乡。 ')).toEqual([{ raw: '开展送书下乡。', text: '开展送书下乡。', number: null, leadIn: false }]);
  });

  it('splits numbers on one line', () => {
    expect(split('1. 甲办讲座。 2. 乙办展览。')).toEqual([
      { raw: '1. 甲办讲座。', text: '甲办讲座。', number: '1', leadIn: false },
      { raw: '2. 乙办展览。', text: '乙办展览。', number: '2', leadIn: false },
    ]);
  });

  it('splits paragraph tags, also where a number has no stop', () => {
    const pieces = split('<p>1. 甲。</p> <p>2. 乙。</p> <p>3 丙。</p>');
    expect(pieces.map((piece) => piece.raw)).toEqual(['1. 甲。', '2. 乙。', '3 丙。']);
    expect(pieces.map((piece) => piece.text)).toEqual(['甲。', '乙。', '丙。']);
  });

  it.each([
    ['a half-width stop inside a sentence', '1. 办好主会场. 各校出一个看点。 2. 乙。', ['1', '2']],
    ['an item that ends in a semicolon', '1. 甲； 2. 乙。', ['1', '2']],
    ['an amount behind a blank', '1. 完成培训 1 万人次；办比武。 2. 乙。', ['1', '2']],
    ['an amount that is the next number', '1. 建成 2 家基地。 2. 乙。', ['1', '2']],
    ['an approximate amount', '1. 全年约 5000 人次。 2. 乙。', ['1', '2']],
    ['a decimal that begins like the next number', '1. 送训 2.8 万人次。 2. 乙。', ['1', '2']],
    ['a range', '<p>1. 设点 2-3 家；</p> <p>2. 乙。</p>', ['1', '2']],
    ['a frequency in quotes', '1. 甲。 2. 办好“103.9 科学早班车”、“96.4 夜话”。', ['1', '2']],
    ['dates of theme days', '1. 办3.23世界气象日。 2. 办5.12防震减灾日。 3. 丙。', ['1', '2', '3']],
    ['a number out of order', '1. 甲。 3. 不是第三项。 2. 乙。', ['1', '2']],
    ['a repeated number', '1. 甲。 1. 还是甲。 2. 乙。', ['1', '2']],
    ['an amount at the start of a paragraph', '<p>1. 甲。</p><p>2 家基地挂牌。</p><p>2. 乙。</p>', ['1', '2']],
    ['an amount at the start of the cell', '1 万人次培训全年完成。', [null]],
    ['a year at the start', '2020 年办好科普日。', [null]],
    ['a lone number inside a sentence', '排练共分 1. 的样子不算。', [null]],
    ['a grade and a plan', '创建 4 A 级景区，落实“十三五”规划。', [null]],
  ])('is not misled by %s', (_, text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });

  it('reads numbers at the start of lines without a blank', () => {
    expect(numbers('1.甲', '2.乙', '3、丙', '4．丁')).toEqual(['1', '2', '3', '4']);
    expect(numbers('1. 甲', '2 乙')).toEqual(['1', '2']);
  });

  it('joins words before the first number to the first item, and says so', () => {
    expect(split('总体要求如下：', '1. 甲。', '2. 乙。').map((piece) => [piece.number, piece.leadIn, piece.text])).toEqual([
      ['1', true, '总体要求如下：\n甲。'],
      ['2', false, '乙。'],
    ]);
  });

  it('keeps words before numbers that have nothing behind them', () => {
    expect(split('总体要求。', '1. ')).toEqual([{ raw: '总体要求。\n1.', text: '总体要求。', number: null, leadIn: true }]);
  });

  it('splits at numbers that Word drew, whatever they are', () => {
    const pieces = splitItems([drawn('甲。', '4.'), plainParagraph('甲之二。'), drawn('乙。', '5.'), drawn('乙之一。', '（1）', 1)]);
    expect(pieces).toEqual([
      { raw: '4. 甲。\n甲之二。', text: '甲。\n甲之二。', number: '4', leadIn: false },
      { raw: '5. 乙。\n（1） 乙之一。', text: '乙。\n（1） 乙之一。', number: '5', leadIn: false },
    ]);
  });

  it('takes a typed number after drawn ones only as the next', () => {
    expect(splitItems([drawn('甲。', '1.'), plainParagraph('2. 乙。'), plainParagraph('2. 仍是乙。')]).map((piece) => piece.number)).toEqual(['1', '2']);
    expect(splitItems([drawn('甲', '一、'), drawn('乙', '二、')]).map((piece) => piece.number)).toEqual(['一', '二']);
  });

  it('leaves out empty numbered paragraphs', () => {
    expect(splitItems([drawn('甲。', '1.'), drawn('', '2.')])).toHaveLength(1);
    expect(split('', ' ')).toEqual([]);
  });

  const words = fc.stringMatching(/^[甲乙丙丁科普讲座展览社区农村，；]{1,12}[。；]$/u);
  const noise = fc.constantFrom('', '共 7 场', '约 5000 人次', '“103.9 科协”', '3.23世界气象日', '2-3 家', '2020 年', '. 接着');
  const list = fc.array(fc.tuple(words, noise), { minLength: 1, maxLength: 30 }).map((items) => items.map(([text, extra], i) => `${extra.includes(` ${i + 2}`) ? '' : extra}${text}`));

  it('finds exactly the items that were numbered, in both layouts (property)', () => {
    fc.assert(
      fc.property(list, fc.boolean(), (items, tags) => {
        const marked = items.map((text, i) => (tags ? `<p>${i + 1}. ${text}</p>` : `${i + 1}. ${text}`));
        const pieces = split(marked.join(' '));
        expect(pieces.map((piece) => piece.number)).toEqual(items.map((_, i) => String(i + 1)));
        expect(pieces.map((piece) => piece.text)).toEqual(items.map((text) => text.trim()));
      }),
    );
  });

  it('counts 1, 2, 3 … and loses or reorders no character, whatever it is given (property)', () => {
    const anything = fc.array(fc.oneof(fc.constantFrom('1. ', ' 2. ', ' 3. ', '<p>', '</p>', '\n', '2 ', '4. ', ' 5.12', '1、', '。', '科普'), words), { maxLength: 40 });
    fc.assert(
      fc.property(anything, (parts) => {
        const text = parts.join('');
        const pieces = split(...text.split('\n'));
        const counted = pieces.flatMap((piece) => (piece.number === null ? [] : [Number(piece.number)]));
        counted.forEach((n, i) => expect(n).toBeGreaterThan(i));
        expect(counted).toEqual([...counted].sort((a, b) => a - b));
        expect(new Set(counted).size).toBe(counted.length);
        let from = 0;
        for (const piece of pieces) {
          const found = text.indexOf(piece.raw, from);
          expect(found).toBeGreaterThanOrEqual(from);
          from = found + piece.raw.length;
        }
        const strip = (value: string): string => value.replace(/<\/?p>|\s/gu, '');
        const markersOnly = strip(text).replace(/[\d.、]/gu, '');
        expect(strip(pieces.map((piece) => piece.raw).join('')).replace(/[\d.、]/gu, '')).toBe(markersOnly);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('holdsTags', () => {
  it.each(['<b>重点</b>', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<p class="a">甲</p>', '<!-- 注 -->', '甲<svg/onload=x'])('finds %s', (text) => {
    expect(holdsTags(text)).toBe(true);
  });
  it.each(['<p>1. 甲。</p>', '甲<br/>乙', '得分 < 60 的重修', '3 < 5 且 7 > 2', '《条例》'])('passes %s', (text) => {
    expect(holdsTags(text)).toBe(false);
  });
});

describe('ending', () => {
  it.each([
    ['办讲座。', 'complete'], ['打造“全域科普”。', 'complete'], ['他说“好。”', 'complete'], ['怎么办？', 'complete'], ['（含乡镇。）', 'complete'],
    ['办大赛', 'no_final_stop'], ['办讲座；', 'no_final_stop'], ['“全域科普”', 'no_final_stop'], ['', 'no_final_stop'],
    ['挂图、读物，', 'cut'], ['包括：', 'cut'], ['挂图、', 'cut'], ['（含', 'no_final_stop'], ['打造（', 'cut'],
  ] as const)('%s is %s', (text, expected) => {
    expect(ending(text)).toBe(expected);
  });
});
