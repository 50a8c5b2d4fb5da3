import { flatLabels, label, localeOf } from './index.js';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('the catalogue', () => {
  it('holds the same keys in both languages', () => {
    expect([...flatLabels.en.keys()].sort()).toEqual([...flatLabels['zh-CN'].keys()].sort());
  });

  it('gives every key a text, with the same parameters in both', () => {
    for (const [key, zh] of flatLabels['zh-CN']) {
      const en = flatLabels.en.get(key) ?? '';
      expect([key, zh.trim() !== '', en.trim() !== '']).toEqual([key, true, true]);
      expect([key, placeholders(en)]).toEqual([key, placeholders(zh)]);
    }
  });

  it('leaves no Chinese in the English texts but for names of languages and printed column names', () => {
    const excepted = /\.language|^errors\.paper\.no_table$/;
    const untranslated = [...flatLabels.en].filter(([key, text]) => !excepted.test(key) && /\p{Script=Han}/u.test(text));
    expect(untranslated).toEqual([]);
  });

  it('fills parameters, and shows the key where a message is missing', () => {
    expect(label('zh-CN', 'errors.unit.name_taken', { name: '市教育局' })).toBe('已有同名的单位“市教育局”。');
    expect(label('en', 'errors.nowhere')).toBe('errors.nowhere');
  });

  it('answers Chinese unless English is asked for', () => {
    expect(localeOf('en-GB,zh;q=0.5')).toBe('en');
    expect(localeOf('fr')).toBe('zh-CN');
    expect(localeOf(undefined)).toBe('zh-CN');
  });
});
