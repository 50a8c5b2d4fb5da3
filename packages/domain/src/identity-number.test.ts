import fc from 'fast-check';
import { identityCheckDigit, maskedIdentityNumber, readIdentityNumber, readPassportNumber } from './identity-number.js';

describe('the number of an identity card', () => {
  it('is read with the birth date in it, in whatever spelling', () => {
    // The example of GB 11643-1999.
    const read = { ok: true, number: '11010519491231002X', bornOn: '1949-12-31' };
    for (const typed of ['11010519491231002X', '11010519491231002x', '１１０１０５ 19491231 002x', '110105-19491231-002X']) expect(readIdentityNumber(typed)).toEqual(read);
  });

  it.each([
    ['', 'length'], ['11010519491231002', 'length'], ['11010519491231002XX', 'length'], ['1101051949123100AX', 'length'], ['110105491231002', 'length'],
    ['110105194913310021', 'date'], ['110105202302290029', 'date'], ['110105184912310026', 'date'], ['110105194912310021', 'check'], ['110105194912310020', 'check'],
  ] as const)('%s is none: %s', (typed, fault) => {
    expect(readIdentityNumber(typed)).toEqual({ ok: false, fault });
  });

  const parts = fc.record({ division: fc.integer({ min: 100_000, max: 999_999 }), day: fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true }), serial: fc.integer({ min: 0, max: 999 }) });
  const numberOf = ({ division, day, serial }: { division: number; day: Date; serial: number }) => {
    const digits = `${division}${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
    return digits + identityCheckDigit(digits);
  };

  it('is taken whatever it is made of, where the check digit follows', () => {
    fc.assert(fc.property(parts, (given) => {
      expect(readIdentityNumber(numberOf(given))).toEqual({ ok: true, number: numberOf(given), bornOn: given.day.toISOString().slice(0, 10) });
    }));
  });

  it('is refused with one digit wrong, or with two neighbours exchanged: that is what the check digit is for', () => {
    fc.assert(fc.property(parts, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (given, at, more) => {
      const number = numberOf(given);
      const wrong = number.slice(0, at) + String((Number(number[at]) + more) % 10) + number.slice(at + 1);
      expect(readIdentityNumber(wrong).ok).toBe(false);
      if (at < 16 && number[at] !== number[at + 1]) {
        expect(readIdentityNumber(number.slice(0, at) + (number[at + 1] ?? '') + (number[at] ?? '') + number.slice(at + 2)).ok).toBe(false);
      }
    }));
  });
});

it('a passport’s number is capitals and digits', () => {
  expect(readPassportNumber(' e1234 5678 ')).toBe('E12345678');
  for (const typed of ['', '12345', 'E1234567890123456', 'E12345#78']) expect(readPassportNumber(typed)).toBeNull();
});

it('nobody is shown more than the end of a number', () => {
  expect(maskedIdentityNumber('11010519491231002X')).toBe('**************002X');
  expect(maskedIdentityNumber('E12345678')).toBe('*******78');
});
