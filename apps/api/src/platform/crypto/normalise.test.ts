import fc from 'fast-check';
import { normaliseEmail, normaliseIdentifier, normalisePhone } from './normalise.js';

describe('telephones', () => {
  it.each([
    ['13800138000', '+8613800138000'],
    ['+86 138 0013 8000', '+8613800138000'],
    ['0086-138-0013-8000', '+8613800138000'],
    ['8613800138000', '+8613800138000'],
    ['１３８　００１３　８０００', '+8613800138000'],
    ['＋８６－１３８００１３８０００', '+8613800138000'],
    ['\u202a138\u00a00013\u200b8000\u202c', '+8613800138000'],
    ['0577-88888888', '+8657788888888'],
    ['(0577) 8888 8888', '+8657788888888'],
    ['+86 577 88888888', '+8657788888888'],
    ['010-65120000', '+861065120000'],
    ['+852 2123 4567', '+85221234567'],
    ['001 212 555 0100', '+12125550100'],
  ])('%s is %s', (typed, expected) => {
    expect(normalisePhone(typed)).toBe(expected);
  });

  it.each(['', '12345', '138001380001', '1280013800x', 'phone', '+86 999', "13800138000' or 1=1"])('%s is none', (typed) => {
    expect(normalisePhone(typed)).toBeNull();
  });

  it('is settled after one pass, whatever blanks and widths were typed', () => {
    const mobile = fc.tuple(fc.constantFrom('3', '5', '7', '8', '9'), fc.stringMatching(/^\d{9}$/)).map(([second, rest]) => `1${second}${rest}`);
    const blank = fc.constantFrom('', ' ', '-', '\u3000', '\u00a0');
    fc.assert(
      fc.property(mobile, fc.constantFrom('', '+86', '86', '0086', '＋８６'), fc.array(blank, { minLength: 11, maxLength: 11 }), fc.boolean(), (number, prefix, blanks, wide) => {
        const digits = [...number].map((digit, at) => blanks[at] + (wide ? String.fromCodePoint(0xff10 + Number(digit)) : digit)).join('');
        const once = normalisePhone(prefix + digits);
        expect(once).toBe(`+86${number}`);
        expect(normalisePhone(once ?? '')).toBe(once);
      }),
    );
  });
});

describe('e-mail addresses', () => {
  it.each([
    [' Office@Demo.Kepu ', 'office@demo.kepu'],
    ['ｏｆｆｉｃｅ＠demo.kepu', 'office@demo.kepu'],
    ['a.b+c@例子.中国', 'a.b+c@例子.中国'],
  ])('%s is %s', (typed, expected) => {
    expect(normaliseEmail(typed)).toBe(expected);
  });

  it.each(['', 'a', 'a@b', 'a b@c.de', 'a@b..de', 'a@b.de, c@d.ef', 'a@b.de\nBcc: x@y.zz', `${'a'.repeat(65)}@b.de`, '<a@b.de>'])('%j is none', (typed) => {
    expect(normaliseEmail(typed)).toBeNull();
  });

  it('is settled after one pass', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const once = normaliseEmail(address);
        if (once !== null) expect(normaliseEmail(once)).toBe(once);
      }),
    );
  });
});

describe('what a person signs in with', () => {
  it.each([
    ['Office@demo.kepu', { kind: 'email', value: 'office@demo.kepu' }],
    ['138 0013 8000', { kind: 'phone', value: '+8613800138000' }],
    ['王小明', { kind: 'name', value: '王小明' }],
    ['Liaison01', { kind: 'name', value: 'liaison01' }],
  ])('%s', (typed, expected) => {
    expect(normaliseIdentifier(typed)).toEqual(expected);
  });

  it.each(['', '   ', "' or 1=1 --", 'a\nb'])('%j is nothing', (typed) => {
    expect(normaliseIdentifier(typed)).toBeNull();
  });
});
