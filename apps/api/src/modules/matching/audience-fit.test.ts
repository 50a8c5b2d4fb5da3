import { occupations } from '@kepu/contracts';
import { audienceFitFile, readAudienceFit } from './audience-fit.js';

test.each([['teacher', '小学生', 1], ['medical', '老年人', 1], ['agronomist', '农民', 1], ['agronomist', '老年人', 0], ['other', '没有这个对象', 0]] as const)('%s and %s: %d', (occupation, audience, fit) =>
  expect(readAudienceFit()(occupation, audience)).toBe(fit));

test('every occupation has its line, and a misspelt one is an error', () => {
  const whole = Object.fromEntries(occupations.map((occupation) => [occupation, { pupils: 0.5 }]));
  expect(audienceFitFile.safeParse({ note: '说明', fit: whole }).success).toBe(true);
  for (const fit of [{ ...whole, teachers: {} }, { teacher: {} }, { ...whole, teacher: { pupils: 1.1 } }]) expect(audienceFitFile.safeParse({ note: '说明', fit }).success).toBe(false);
});
