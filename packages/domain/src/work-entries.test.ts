import { workEntryKinds, type WorkEntryDetails, type WorkEntryKind } from '@kepu/contracts';
import { missingOfWorkEntry, workEntryMetrics } from './work-entries.js';

const missing = (kind: WorkEntryKind, details: WorkEntryDetails = {}, { files = 1, place = null as string | null } = {}) => missingOfWorkEntry({ kind, place, details, files });
const roster = { rosterFileId: '0199aaaa-0000-7000-8000-000000000001' };

it.each([
  ['training', roster], ['training', { days: 2 }], ['publication', { channel: '温州日报' }], ['work', {}], ['venue', {}], ['competition', { rounds: [{ stage: '决赛', entries: 40, awards: '' }] }],
  ['document', { docNumber: '温全科组办〔2026〕5号' }], ['figure', { basis: '统计年报' }],
] as const)('a whole entry of kind %s lacks nothing', (kind, details) => {
  expect(missing(kind, { ...details, ...('rounds' in details ? { rounds: [...details.rounds] } : {}) } as WorkEntryDetails, { place: '市科技馆' })).toEqual([]);
});

it('each kind says what it lacks, all at once', () => {
  expect(Object.fromEntries(workEntryKinds.map((kind) => [kind, missing(kind, {}, { files: 0 })]))).toEqual({
    training: ['files', 'roster'], publication: ['files', 'channel'], work: ['files'], venue: ['files'], competition: ['files', 'rounds'], document: ['files', 'docNumber'], figure: ['basis'],
  });
});

it('a training course is proven by its roster, or by days and place', () => {
  expect(missing('training', roster)).toEqual([]);
  expect(missing('training', { days: 1 })).toEqual(['place']);
  expect(missing('training')).toEqual(['roster']);
});

it('a figure rests on a file or on its basis, and no rounds are no rounds', () => {
  expect(missing('figure', {}, { files: 1 })).toEqual([]);
  expect(missing('figure', { basis: ' ' }, { files: 0 })).toEqual(['basis']);
  expect(missing('competition', { rounds: [] })).toEqual(['rounds']);
});

it('every kind counts as a metric of its own', () => {
  expect(new Set(Object.values(workEntryMetrics)).size).toBe(workEntryKinds.length);
});
