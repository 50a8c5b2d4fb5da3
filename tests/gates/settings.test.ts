import { readFileSync } from 'node:fs';
import path from 'node:path';
import { settingNames } from '../../apps/api/src/platform/config/config.js';
import { root } from './tracked-files.js';

it('.env.example names every setting once, and no other', () => {
  const lines = readFileSync(path.join(root, '.env.example'), 'utf8').split('\n');
  const named = lines.flatMap((line) => /^#?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1] ?? []);
  expect([...named].sort()).toEqual([...settingNames].sort());
});

it('.env.example sets nothing by itself, so that a copy changes nothing', () => {
  const lines = readFileSync(path.join(root, '.env.example'), 'utf8').split('\n');
  expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
});
