import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lifecycleDocument, lifecycleTable } from './lifecycle-docs.js';
import { lifecycles } from './lifecycles.js';

test('docs/lifecycles.md is what the tables print', () => {
  const page = path.resolve(import.meta.dirname, '../../../docs/lifecycles.md');
  // On a difference: npm run build, then node packages/domain/scripts/write-lifecycles.mjs
  expect(readFileSync(page, 'utf8')).toBe(lifecycleDocument(lifecycles));
});

test('a table has one row for each action, with six cells', () => {
  for (const lifecycle of lifecycles) {
    const rows = lifecycleTable(lifecycle);
    expect(rows).toHaveLength(lifecycle.actionNames.length);
    for (const line of rows) expect(line.split(' | ')).toHaveLength(6);
  }
});

test('an action that deletes says so', () => {
  const plan = lifecycles.find((lifecycle) => lifecycle.object === 'plan');
  expect(plan && lifecycleTable(plan)).toContain('| `withdraw` | 撤销草稿 | `draft` | deleted | `plan:write` | – |');
});
