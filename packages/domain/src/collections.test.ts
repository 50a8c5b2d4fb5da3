import type { CollectionField } from '@kepu/contracts';
import fc from 'fast-check';
import { checkCell, checkRows, readCell, readTsv } from './collection-cells.js';
import { asksForPersonalData, fieldFaults, structureFault, sumRows } from './collections.js';

const field = (type: CollectionField['type'], change: Partial<CollectionField> = {}): CollectionField => ({ key: type, label: type, type, required: false, help: null, unitOfMeasure: null, places: 2, min: null, max: null, maxLength: null, options: type.startsWith('choice') ? ['甲', '乙', '丙'] : [], sum: 'none', personalReason: null, ...change });
const read = (type: CollectionField['type'], text: string, change: Partial<CollectionField> = {}) => { const cell = readCell(field(type, change), text); return cell.ok ? cell.value : cell.code; };

test.each([
  ['whole', ' 1,234 ', 1234], ['whole', '１２', 12], ['whole', '12.0', 12], ['whole', '1.5', 'not_whole'], ['whole', '十二', 'not_whole'], ['whole', '12个', 'not_whole'], ['whole', '-3', -3], ['whole', '9999999999999', 'too_big'], ['whole', '1,2', 'not_whole'],
  ['decimal', '0.10', 0.1], ['decimal', '0.30000000000000004', 0.3], ['decimal', '1.234', 'too_many_places'], ['decimal', '1e5', 'not_number'], ['decimal', '12,345.67', 12345.67], ['decimal', 'NaN', 'not_number'],
  ['flag', '有', true], ['flag', '否', false], ['flag', '也许', 'not_yes_no'], ['choice', '乙', '乙'], ['choice', '丁', 'not_choice'], ['choices', '丙、甲', ['甲', '丙']], ['choices', '甲;丁', 'not_choice'],
  ['day', '2026/3/5', '2026-03-05'], ['day', '2026年3月5日', '2026-03-05'], ['day', '2026-02-29', 'bad_date'], ['day', '2024-02-29', '2024-02-29'], ['day', '3月5日', 'bad_date'], ['day', '2026-03-05 00:00:00', '2026-03-05'], ['month', '2026.3', '2026-03'], ['month', '2026年13月', 'bad_month'], ['month', '2026-03-05', '2026-03'],
  ['text', '=SUM(A1)', '=SUM(A1)'], ['text', 'a\nb', 'a b'], ['text', 'x'.repeat(201), 'too_long'], ['long', 'a\nb', 'a\nb'], ['long', 'a\u0000b', 'bad_format'], ['text', '  ', null],
] as const)('a cell of %s that says %j is %j', (type, text, value) => {
  expect(read(type, text)).toEqual(value);
});

test('a value of another type is refused, not turned', () => {
  expect([checkCell(field('whole'), '5', false), checkCell(field('flag'), 'true', false), checkCell(field('text'), 5, false), checkCell(field('day'), true, false)].map((cell) => cell.ok)).toEqual([false, false, false, false]);
  expect(checkCell(field('whole', { min: 0, max: 10 }), 11, false)).toMatchObject({ code: 'too_big', params: { maximum: 10 } });
  expect(checkCell(field('text', { maxLength: 3 }), '四个字长', false)).toMatchObject({ code: 'too_long', params: { maximum: 3 } });
});

test('rows that say nothing are left out; what must be filled is asked for when it is handed in', () => {
  const fields = [field('text', { required: true }), field('whole')];
  expect(checkRows(fields, [{}, { whole: 3, strange: 'x' }], false)).toEqual({ rows: [{ text: null, whole: 3 }], faults: [] });
  expect(checkRows(fields, [{}, { whole: 3 }], true).faults).toEqual([{ row: 1, key: 'text', code: 'required' }]);
});

test('a pasted table is read with its quotes', () => {
  expect(readTsv('一\t"二\n行"\r\n"说""好"""\t\n')).toEqual([['一', '二\n行'], ['说"好"', '']]);
  expect(readTsv('"半句\t二')).toEqual([['"半句', '二']]);
});

test('a design names what is wrong with it', () => {
  const faults = fieldFaults([field('choice', { label: '甲', options: ['一', '一'] }), field('whole', { label: '甲', min: 3, max: 2, sum: 'count' }), field('text', { label: '负责人手机号' }), field('text', { label: '负责人姓名', personalReason: '授牌要用' }), field('choices', { label: '丁', options: ['一、二', '三'] })]);
  expect(faults.map(({ index, part, code }) => [index, part, code])).toEqual([[0, 'options', 'option_twice'], [1, 'label', 'label_twice'], [1, 'min', 'bounds'], [1, 'sum', 'sum_unfit'], [2, 'personalReason', 'personal_reason'], [4, 'options', 'option_parted']]);
  expect(['身份证号', '联系电话', '馆长姓名', '场馆名称', '讲师人数'].map(asksForPersonalData)).toEqual([true, true, true, false, false]);
});

test('what was answered keeps its columns', () => {
  const before = [field('whole'), field('choice')];
  expect(structureFault(before, before.map((one) => ({ ...one, label: '改名', help: '说明' })))).toBeNull();
  expect(structureFault(before, [before[0]!])).toMatchObject({ code: 'field_gone' });
  expect(structureFault(before, [before[0]!, field('choice', { options: ['甲', '乙'] })])).toMatchObject({ code: 'field_retyped' });
  expect(structureFault(before, [...before, field('text', { required: true })])).toMatchObject({ code: 'field_demanded' });
  expect(structureFault(before, [...before, field('text')])).toBeNull();
});

test('sums are exact, averages and counts stand beside them', () => {
  const fields = [field('decimal', { sum: 'sum' }), field('whole', { sum: 'average' }), field('choices', { sum: 'count' }), field('flag', { sum: 'count' })];
  const rows = [{ decimal: 0.1, whole: 1, choices: ['甲'], flag: true }, { decimal: 0.2, whole: 2, choices: ['甲', '乙'], flag: false }, { decimal: null, whole: 2, choices: [], flag: null }];
  expect(sumRows(fields, rows)).toEqual([
    { key: 'decimal', filled: 2, empty: 1, value: 0.3, counts: [] }, { key: 'whole', filled: 3, empty: 0, value: 1.67, counts: [] },
    { key: 'choices', filled: 2, empty: 1, value: null, counts: [{ option: '甲', count: 2 }, { option: '乙', count: 1 }, { option: '丙', count: 0 }] }, { key: 'flag', filled: 2, empty: 1, value: null, counts: [{ option: 'true', count: 1 }, { option: 'false', count: 1 }] },
  ]);
  fc.assert(fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 50 }), (cents) => { expect(sumRows([field('decimal', { sum: 'sum' })], cents.map((value) => ({ decimal: value / 100 })))[0]?.value).toBe(cents.reduce((sum, value) => sum + value, 0) / 100); }));
});
