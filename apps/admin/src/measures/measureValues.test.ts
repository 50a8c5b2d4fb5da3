import { measureChange, measureInput } from '@kepu/contracts';
import { measureOf } from '../testing/loopSamples.js';
import { uuid } from '../testing/samples.js';
import { measureBody, measureChanges, measureValues, newMeasure } from './measureValues.js';

test('service is entered in hours and kept in minutes', () => {
  const values = { ...newMeasure, name: '时长', sources: ['volunteer_minutes' as const], min: 500, unitOfMeasure: '小时' };
  expect(measureInput.parse({ kind: 'number', ...measureBody(values) })).toMatchObject({ min: 30_000, max: null, poolId: null });
  expect(measureValues(measureOf(1, { sources: ['volunteer_minutes'], min: 30_000 }))).toMatchObject({ min: 500 });
});

test('a pool is named only where a pool is counted', () => {
  const pool = { ...newMeasure, name: '队伍', poolId: uuid(800), min: 10, unitOfMeasure: '人' };
  expect(measureBody({ ...pool, sources: ['turnout'] }).poolId).toBeNull();
  expect(measureInput.safeParse({ kind: 'number', ...measureBody({ ...pool, sources: ['pool_members'] }) }).success).toBe(true);
});

test('only what was changed is told, so that the paper’s number is never sent', () => {
  const start = measureValues(measureOf(1));
  expect(measureChange.parse({ version: 2, ...measureChanges({ ...start, name: '受众' }, start) })).toEqual({ version: 2, name: '受众' });
});
