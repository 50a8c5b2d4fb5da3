import { sharedMeasures, type JointItems, type JointMeasure } from './joint-measures.js';

const clause = '组织科技下乡不少于 60 场';
const measure = (id: string, itemId: string, change: Partial<JointMeasure> = {}): JointMeasure => ({ id, itemId, kind: 'number', name: clause, raw: '不少于 60 场', unitOfMeasure: '场', min: 60, max: null, ...change });
const group = (lead: string[], items: string[], said = clause): JointItems => ({ lead: new Set(lead), clauses: new Map(items.map((item) => [item, [said]])) });

describe('sharedMeasures', () => {
  it('lets the measure of the lead count for the same ones of its partners', () => {
    const measures = [measure('a', 'lead'), measure('b', 'second', { name: '农民培训' }), measure('c', 'third', { min: 50 }), measure('d', 'elsewhere')];
    expect([...sharedMeasures([group(['lead'], ['lead', 'second', 'third'])], measures)]).toEqual([['b', 'a']]);
  });

  it('leaves a number alone that another clause of the item prints', () => {
    const lectures = measure('b', 'second', { name: '举办科普讲座不少于 60 场' });
    const measures = [measure('a', 'lead'), lectures, measure('c', 'second')];
    expect([...sharedMeasures([group(['lead'], ['lead', 'second'])], measures)]).toEqual([['c', 'a']]);
    // The joint clause is gone since an edition: what is left is the item's own.
    expect(sharedMeasures([{ lead: new Set(['lead']), clauses: new Map([['lead', [clause]], ['second', []]]) }], [measure('a', 'lead'), lectures]).size).toBe(0);
  });

  it('knows the measures of the office by their names', () => {
    const office = { kind: 'qualitative', unitOfMeasure: '项', min: null, raw: null } as const;
    const measures = [measure('a', 'lead', { ...office, name: '办好科技周' }), measure('b', 'second', { ...office, name: '办好科技周' }), measure('c', 'second', { ...office, name: '办好科普日' }), measure('d', 'lead')];
    expect([...sharedMeasures([group(['lead'], ['lead', 'second'])], measures)]).toEqual([['b', 'a']]);
  });

  it('counts one of several items of the lead, so that a merger of units changes no sum', () => {
    const measures = [measure('a', 'one'), measure('b', 'two'), measure('c', 'three')];
    expect([...sharedMeasures([group(['one', 'two'], ['one', 'two', 'three'])], measures)]).toEqual([['b', 'a'], ['c', 'a']]);
    expect(sharedMeasures([group([], ['one', 'two'])], measures).size).toBe(0);
  });

  it('tells two equal numbers of one clause apart', () => {
    const twice = '上半年不少于 60 场，下半年不少于 60 场';
    const of = (item: string, ids: [string, string]) => [measure(ids[0], item, { name: '上半年不少于 60 场' }), measure(ids[1], item, { name: '下半年不少于 60 场' })];
    expect([...sharedMeasures([group(['lead'], ['lead', 'second'], twice)], [...of('lead', ['a', 'b']), ...of('second', ['c', 'd'])])]).toEqual([['c', 'a'], ['d', 'b']]);
  });

  it('passes a chain on to its end, whatever the order, and breaks a circle', () => {
    const [first, second] = [group(['a'], ['a', 'b']), group(['b'], ['b', 'c'])];
    const measures = [measure('ma', 'a'), measure('mb', 'b'), measure('mc', 'c')];
    for (const groups of [[first, second], [second, first]]) expect(new Map(sharedMeasures(groups, measures))).toEqual(new Map([['mb', 'ma'], ['mc', 'ma']]));
    expect([...sharedMeasures([group(['a'], ['a', 'b']), group(['b'], ['a', 'b'])], measures)]).toEqual([['mb', 'ma']]);
  });
});
