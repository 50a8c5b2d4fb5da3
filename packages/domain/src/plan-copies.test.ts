import { moveYear, shiftYears, timeWords } from './plan-copies.js';

test('the year of the paper is moved, and no other number', () => {
  expect(moveYear('2020年温州市青少年科技创新大赛，2020 年度完成 2020 人次。', 2020, 2021)).toBe('2021年温州市青少年科技创新大赛，2021 年度完成 2020 人次。');
  expect(moveYear('贯彻2002年的法，12020年', 2020, 2021)).toBe('贯彻2002年的法，12020年');
});

test('words of a time that nobody moves are named once each', () => {
  expect(timeWords('落实“十三五”规划和十三五任务，贯彻2016年纲要、2020年要点。', 2020)).toEqual(['十三五', '2016']);
  expect(timeWords('办好科普日。', 2020)).toEqual([]);
});

test('a day moves by whole years', () => {
  expect(shiftYears('2020-11-30', 1)).toBe('2021-11-30');
  expect(shiftYears('2020-02-29', 1)).toBe('2021-02-28');
  expect(shiftYears('2020-02-29', 4)).toBe('2024-02-29');
});
