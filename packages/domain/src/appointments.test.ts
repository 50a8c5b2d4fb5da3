import fc from 'fast-check';
import { dayAfter, dayBefore, isNumberPattern, lastDayOf, letterNumber, letterText, numberSeries, reviewingCounty, strangePlaceholder, termStanding } from './appointments.js';

const values = { name: '张{pool}', pool: '科普讲师团', unit: '温州大学', from: '2026年3月2日', to: '2028年3月1日', city: '温州市' };
const term = { fromDay: '2026-03-02', toDay: '2028-03-01', endedOn: null, suspendedFrom: null, suspendedTo: null };

describe('words of a letter', () => {
  it('take in what they name, once, so that a name is never a blank', () => {
    expect(letterText('兹聘请{name}为{pool}成员', values)).toBe('兹聘请张{pool}为科普讲师团成员');
    expect(letterText('{constructor}', values)).toBe('{constructor}');
  });
  it('know their blanks', () => {
    expect(['{name}{to}', '没有', '{phone}', '{ name }', '{}', '{__proto__}'].map(strangePlaceholder)).toEqual([null, null, 'phone', ' name ', '', '__proto__']);
  });
});

describe('numbers', () => {
  it('want the year and the running number, once each', () => {
    expect(['温科讲聘〔{year}〕{n}号', '{n}/{year}', '{n}', '{year}', '{n}{n}{year}', '{year}{n}{name}', ''].map(isNumberPattern)).toEqual([true, true, false, false, false, false, false]);
    expect(letterNumber(numberSeries('温科讲聘〔{year}〕{n}号', 2026), 17)).toBe('温科讲聘〔2026〕17号');
  });
});

describe('a term', () => {
  it('stands by its days', () => {
    expect(termStanding(term, '2026-03-01')).toBe('upcoming');
    expect(termStanding(term, '2026-03-02')).toBe('valid');
    expect(termStanding(term, '2028-03-01')).toBe('valid');
    expect(termStanding(term, '2028-03-02')).toBe('expired');
    expect(termStanding({ ...term, endedOn: '2027-01-01' }, '2027-01-01')).toBe('ended');
    expect(termStanding({ ...term, endedOn: '2027-01-01' }, '2026-12-31')).toBe('valid');
    expect(termStanding({ ...term, suspendedFrom: '2026-06-01', suspendedTo: '2026-06-30' }, '2026-06-30')).toBe('suspended');
    expect(termStanding({ ...term, suspendedFrom: '2026-06-01', suspendedTo: '2026-06-30' }, '2026-07-01')).toBe('valid');
    expect(termStanding({ ...term, suspendedFrom: '2026-06-01' }, '2028-03-02')).toBe('expired');
    expect(termStanding({ ...term, toDay: null }, '2099-01-01')).toBe('valid');
  });
  it('lasts whole months', () => {
    expect(lastDayOf('2026-03-02', 24)).toBe('2028-03-01');
    expect(lastDayOf('2026-01-01', 12)).toBe('2026-12-31');
    expect(lastDayOf('2026-01-31', 1)).toBe('2026-02-28');
    expect(lastDayOf('2027-08-31', 6)).toBe('2028-02-29');
    expect([dayBefore('2026-03-01'), dayAfter('2028-02-28')]).toEqual(['2026-02-28', '2028-02-29']);
  });
  it('of more months ends no earlier', () => {
    fc.assert(fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }), fc.integer({ min: 1, max: 119 }), (at, months) => {
      const day = at.toISOString().slice(0, 10);
      return lastDayOf(day, months) >= day && lastDayOf(day, months) < lastDayOf(day, months + 1);
    }));
  });
});

describe('a county', () => {
  it('has a say about its own units and about people who belong to none', () => {
    const rule = { countyReviews: true, unitDivision: null, home: '330302', city: '330300' };
    expect(reviewingCounty(rule)).toBe('330302');
    expect(reviewingCounty({ ...rule, unitDivision: '330383' })).toBe('330383');
    expect(reviewingCounty({ ...rule, unitDivision: '330324101' })).toBe('330324');
    expect(reviewingCounty({ ...rule, unitDivision: '330300' })).toBeNull();
    expect(reviewingCounty({ ...rule, countyReviews: false })).toBeNull();
  });
});
