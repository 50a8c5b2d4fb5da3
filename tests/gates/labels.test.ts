import { flatLabels } from '@kepu/contracts/labels';
import { trackedTexts } from './tracked-files.js';

const keys = flatLabels['zh-CN'];
const sections = [...new Set([...keys.keys()].map((key) => key.split('.')[0]))].join('|');

it('every label that the sources name is in the catalogue', () => {
  const sources = trackedTexts().filter(({ file }) => /^(apps|packages)\/.*\/src\/.*\.tsx?$/.test(file) && !file.includes('.test.') && !file.includes('/labels/'));
  const named = sources.flatMap(({ file, text }) => [...text.matchAll(new RegExp(`['"\`]((?:${sections})(?:\\.[a-zA-Z_]+)+)['"\`]`, 'g'))].map(([, key]) => ({ file, key: key ?? '' })));
  expect(named.length).toBeGreaterThan(100);
  // A key may name a whole section, to which a code is added.
  const known = ({ key }: { key: string }) => keys.has(key) || [...keys.keys()].some((other) => other.startsWith(`${key}.`));
  expect(named.filter((entry) => !known(entry))).toEqual([]);
});

it('every action of the audit trail has its words', () => {
  const modules = trackedTexts().filter(({ file }) => file.startsWith('apps/api/src/modules/') && !file.includes('.test.'));
  const actions = modules.flatMap(({ text }) => [...text.matchAll(/action: '([a-z_]+\.[a-z_]+)'/g)].map(([, action]) => action ?? ''));
  expect(actions.length).toBeGreaterThan(20);
  expect([...new Set(actions)].filter((action) => !keys.has(`actions.${action}`))).toEqual([]);
});
