import { scoreParts } from '@kepu/contracts';
import { orderedParts, subtracted, weightSums } from './weightSums.js';

const weights = { topic: 0.3, audience: 0.15, availability: 0.2, travel: 0.15, wish: 0.1, growth: 0.1, need: 0.25, rural: 0.1, first_service: 0.08, connections: 0.2, load: 0.1, reliability: 0.1 };

test('what adds and what takes off are summed apart', () => {
  expect(weightSums(weights)).toEqual({ most: 153, off: 30 });
  expect(weightSums({ topic: 0.3, load: null })).toEqual({ most: 30, off: 0 });
});

test('every part of the score is shown, those that take off last', () => {
  expect([...orderedParts(weights)].sort()).toEqual([...scoreParts].sort());
  expect(orderedParts(weights).slice(-2)).toEqual([...subtracted]);
});
