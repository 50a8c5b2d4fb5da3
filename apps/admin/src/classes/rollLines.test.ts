import { readRoll } from './rollLines.js';

it('reads pasted lines, however they are set apart', () => {
  const pupil = { name: '夏知秋', bornOn: '2014-05-01', guardianName: '夏有成', relation: 'father', guardianPhone: '13700000001' };
  for (const line of ['夏知秋\t2014-05-01\t夏有成\t父亲\t13700000001', '夏知秋，2014年5月1日，夏有成，爸爸，13700000001', '  夏知秋 2014/5/1 夏有成 father 13700000001 ', '夏知秋、20140501、夏有成、父亲、13700000001']) expect(readRoll(`\n${line}\n`)).toEqual({ pupils: [pupil] });
});

it('names the first line that says something else', () => {
  const good = '夏知秋 2014-05-01 夏有成 父亲 13700000001';
  for (const bad of ['夏知秋 2014 夏有成 父亲 137', '夏知秋 2014-05-01 夏有成 邻居 13700000001', '夏知秋 2014-05-01 夏有成 父亲', `${good} 备注`]) expect(readRoll(`${good}\n${bad}`)).toEqual({ badLine: 2 });
});
