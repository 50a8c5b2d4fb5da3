import fc from 'fast-check';
import { canonicalJson } from './canonical.js';

it('has one spelling for equal values', () => {
  expect(canonicalJson({ b: 1, a: { d: undefined, c: [new Date('2026-01-01T00:00:00.000Z')] } })).toBe('{"a":{"c":["2026-01-01T00:00:00.000Z"]},"b":1}');
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
      expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(text);
    }),
  );
});

it('withholds secrets at any depth, whatever their key is called', () => {
  const text = canonicalJson({
    passwordHash: 'MARK1',
    session: { sessionId: 'MARK2', list: [{ apiToken: 'MARK3' }] },
    client_secret: 'MARK4',
    privateKey: 'MARK5',
    token: null,
    name: 'kept',
  });
  expect(text).not.toMatch(/MARK/);
  expect(text).toContain('kept');
  expect(text).toContain('"token":null');
});

it('refuses what is no JSON', () => {
  expect(() => canonicalJson(undefined)).toThrow(TypeError);
  expect(() => canonicalJson({ a: 1n })).toThrow(TypeError);
});
