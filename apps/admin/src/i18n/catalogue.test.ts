import { assignmentStates, divisionKinds, importStates, programmeKinds, roles, unitKinds } from '@kepu/contracts';
import { flatLabels, labels } from '@kepu/contracts/labels';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { words } from '../ui/words.js';

const source = path.resolve(import.meta.dirname, '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !/\.test\.|^testing/.test(name));

test('every key that a page names stands in the catalogue', () => {
  const known = [...flatLabels['zh-CN'].keys(), ...[...flatLabels['zh-CN'].keys()].map((key) => key)];
  const missing = files.flatMap((name) => {
    const text = readFileSync(path.join(source, name), 'utf8');
    const whole = [...text.matchAll(/['"](admin\.[\w.]+)['"]/g)].map((match) => match[1] ?? '').filter((key) => !known.includes(key));
    // A key with a part that is filled in at run time: something must begin with what stands before it.
    const parts = [...text.matchAll(/`(admin\.[\w.]*)\$\{/g)].map((match) => match[1] ?? '').filter((begin) => !known.some((key) => key.startsWith(begin)));
    return [...whole, ...parts].map((key) => `${name}: ${key}`);
  });
  expect(missing).toEqual([]);
});

test('no Chinese sentence stands in a page: it would have no English', () => {
  // The name of the other language, and the marks of the two, are the exceptions.
  const allowed = /LanguageButton\.tsx|i18n[\\/]/;
  const found = files.filter((name) => !allowed.test(name) && /\p{Script=Han}/u.test(readFileSync(path.join(source, name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')));
  expect(found).toEqual([]);
});

test('the lists of words are the lists of the schemas', () => {
  const ids = (name: keyof typeof words) => words[name].map(({ id }) => id);
  expect(ids('unitKinds')).toEqual([...unitKinds]);
  expect(ids('roles')).toEqual([...roles]);
  expect(ids('programmeKinds')).toEqual([...programmeKinds]);
  expect(ids('divisionKinds')).toEqual(divisionKinds.filter((kind) => kind !== 'city'));
  expect(ids('assignmentStates')).toEqual([...assignmentStates]);
  expect(ids('importStates')).toEqual([...importStates]);
});

test('every finding of the reader has a short name', () => {
  expect(Object.keys(labels['zh-CN'].admin.imports.warning_kinds).sort()).toEqual(Object.keys(labels['zh-CN'].warnings).sort());
});
