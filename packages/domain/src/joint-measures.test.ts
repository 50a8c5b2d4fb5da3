import { sharedMeasures, type JointItems, type JointMeasure } from './joint-measures.js';

const measure = (id: string, itemId: string, change: Partial<JointMeasure> = {}): JointMeasure => ({ id, itemId, kind: 'number', name: '培训', unitOfMeasure: '人次', min: 8000, max: null, ...change });
const group = (lead: string[], items: string[]): JointItems => ({ lead: new Set(lead), items: new Set(items) });

describe('sharedMeasures', () => {
  it('lets the measure of the lead count for the same ones of its partners', () => {
    const measures = [measure('a', 'lead'), measure('b', 'second', { name: '农民培训' }), measure('c', 'third', { min: 500 }), measure('d', 'elsewhere')];
    expect([...sharedMeasures([group(['lead'], ['lead', 'second', 'third'])], measures)]).toEqual([['b', 'a']]);
  });

  it('tells measures without a number apart by their names', () => {
    const quality = { kind: 'qualitative', unitOfMeasure: '项', min: null } as const;
    const measures = [measure('a', 'lead', { ...quality, name: '办好科技周' }), measure('b', 'second', { ...quality, name: '办好科技周' }), measure('c', 'second', { ...quality, name: '办好科普日' })];
    expect([...sharedMeasures([group(['lead'], ['lead', 'second'])], measures)]).toEqual([['b', 'a']]);
  });

  it('counts all where the lead has none, two of the lead itself, and none along a chain', () => {
    expect(sharedMeasures([group([], ['first', 'second'])], [measure('a', 'first'), measure('b', 'second')]).size).toBe(0);
    expect(sharedMeasures([group(['one', 'two'], ['one', 'two'])], [measure('a', 'one'), measure('b', 'two')]).size).toBe(0);
    const chain = sharedMeasures([group(['a'], ['a', 'b']), group(['b'], ['b', 'c'])], [measure('ma', 'a'), measure('mb', 'b'), measure('mc', 'c')]);
    expect([...chain]).toEqual([['mb', 'ma']]);
  });
});
