import type { Labels } from '@kepu/contracts/labels';
import english from 'ra-language-english';
import { createI18nProvider, messagesOf } from './index.js';
import { raChinese } from './ra-zh.js';

const flat = (node: Labels, prefix = ''): [string, string][] =>
  Object.entries(node).flatMap(([key, value]): [string, string][] => (typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`)));

describe('react-admin in Chinese', () => {
  const chinese = flat(raChinese);
  test('says everything that the English messages say', () => {
    expect(chinese.map(([key]) => key).sort()).toEqual(flat(english as unknown as Labels).map(([key]) => key).sort());
  });

  test('uses no parameter that react-admin does not give, and no foreign syntax', () => {
    const given = new Map(flat(english as unknown as Labels).map(([key, text]) => [key, [...text.matchAll(/%\{(\w+)\}/g)].map((match) => match[1])]));
    for (const [key, text] of chinese) {
      expect([key, text.includes('%{')]).toEqual([key, false]);
      for (const match of text.matchAll(/\{(\w+)\}/g)) expect([key, [...(given.get(key) ?? []), 'smart_count']]).toEqual([key, expect.arrayContaining([match[1]])]);
    }
  });

  test('both languages interpolate the catalogue and react-admin alike', async () => {
    const i18n = createI18nProvider('zh-CN');
    expect(i18n.translate('ra.navigation.page_range_info', { offsetBegin: 1, offsetEnd: 25, total: 99 })).toBe('第 1–25 项，共 99 项');
    expect(i18n.translate('errors.unit.name_taken', { name: '市教育局' })).toBe('已有同名的单位“市教育局”。');
    await i18n.changeLocale('en');
    expect(i18n.translate('ra.navigation.page_range_info', { offsetBegin: 1, offsetEnd: 25, total: 99 })).toBe('1-25 of 99');
    expect(document.documentElement.lang).toBe('en');
  });

  test('the catalogue names every resource', () => {
    for (const locale of ['zh-CN', 'en']) {
      const { resources } = messagesOf(locale);
      for (const name of ['units', 'plans', 'items', 'plan-imports', 'accounts', 'grants']) expect((resources as Labels)[name]).toHaveProperty('name');
    }
  });
});
