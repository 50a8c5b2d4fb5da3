import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './tracked-files.js';

/** One line for each test that docs/known-bugs.md names: the number of the bug, the file, the title. */
const named = readFileSync(path.join(root, 'docs/known-bugs.md'), 'utf8').split('\n').flatMap((line) => {
  const [, number = '', tests = ''] = /^\| (\d+) \|.*\| ([^|]+) \|$/.exec(line) ?? [];
  return tests.split('; `').filter((test) => test !== '').map((test): [string, string, string] => {
    const [file = '', title = ''] = test.replace(/^`/, '').split('` ');
    return [number, file, title.trim()];
  });
});

it('every bug of 1 to 25, 29 and 30 has its line', () => {
  expect([...new Set(named.map(([number]) => Number(number)))]).toEqual([...Array.from({ length: 25 }, (_, at) => at + 1), 29, 30]);
});

it.each(named)('bug %s is caught by %s: %s', (_, file, title) => {
  const text = readFileSync(path.join(root, file), 'utf8');
  expect(title).not.toBe('');
  expect(text).toContain(`'${title}'`);
});
