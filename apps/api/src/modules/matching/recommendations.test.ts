import { eachDatabase } from '../../../test-support/databases.js';
import { at, furnishMatching, type MatchingRoom, type Person } from '../../../test-support/matching.js';
import { personWith } from '../../../test-support/units.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Refusal } from '../../platform/errors/refusal.js';

const somebody = personWith('liaison', 'unit', 'u', '/u/');
const as = (accountId: string): PersonActor => ({ ...somebody, accountId });
const weekend = `${'0'.repeat(15)}111111`;

eachDatabase('suggestions', (makeDb) => {
  let room: MatchingRoom;
  let unitId: string;
  const person = async (facts: Person = {}) => as(await room.person('某志愿者', facts));
  const suggested = async (actor: PersonActor, limit = 20) => (await room.recommendations.mine(actor, limit, 'zh-CN')).data.map(({ position }) => position.id);

  beforeAll(async () => {
    room = await furnishMatching(makeDb);
    unitId = (await room.unit('市教育局', '330300')).id;
  });
  beforeEach(() => { room.withdrawAll(); });

  it('come with reasons in words of the asker’s language, each a part that was used', async () => {
    const place = await room.place({ unitId, topicIds: [room.terms.eyes.id], audienceIds: [room.terms.pupils.id], countyCode: '330329', mountain: true, urbanCore: false });
    const actor = await person({ topicIds: [room.terms.elderly.id], availability: weekend });
    const answer = await room.recommendations.mine(actor, 3, 'zh-CN');
    expect(answer).toMatchObject({ total: 1, personal: true, weights: 2, data: [{ activity: { id: place.activityId }, shift: { id: place.shiftId, startsAt: place.startsAt }, position: { id: place.id, maximum: 2, free: 2, waiting: 0 } }] });
    const [one] = answer.data;
    expect(one?.reasons.map(({ code, params }) => ({ code, params }))).toEqual([
      { code: 'time_fits', params: { time: '周六上午' } }, { code: 'topic_near', params: { topic: '口腔与视力' } }, { code: 'audience_fits', params: { audience: '小学生' } },
    ]);
    expect((await room.recommendations.mine(actor, 3, 'en')).data[0]?.reasons[0]?.params).toEqual({ time: 'Sat morning' });
    expect(one?.parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(one?.score ?? 0, 12);
    for (const reason of one?.reasons ?? []) expect(one?.parts).toContainEqual(expect.objectContaining({ part: reason.part, points: reason.points }));
  });

  it('leave out what is blocked, full, or known to the person, and tell how many there are', async () => {
    const free = [await room.place({ unitId, startsAt: at(100), endsAt: at(101) }), await room.place({ unitId, startsAt: at(50), endsAt: at(51) })].map(({ id }) => id);
    await room.place({ unitId, confirmed: 2 });
    await room.place({ unitId, countyCode: '330305', island: true });
    const actor = await person();
    for (const state of ['requested', 'waiting', 'refused'] as const) await room.signUp(actor.accountId, await room.place({ unitId }), state);
    const left = await room.place({ unitId, startsAt: at(200), endsAt: at(201) });
    await room.signUp(actor.accountId, left, 'withdrawn');
    expect((await suggested(actor)).sort()).toEqual([...free, left.id].sort());
    expect(await room.recommendations.mine(actor, 1, 'zh-CN')).toMatchObject({ total: 3, data: [{}] });
  });

  it('are in the order of days, without scores, where the person has switched them off', async () => {
    const late = await room.place({ unitId, topicIds: [room.terms.eyes.id], startsAt: at(100), endsAt: at(101) });
    const soon = await room.place({ unitId, startsAt: at(50), endsAt: at(51) });
    const wishes = { topicIds: [room.terms.eyes.id], availability: weekend };
    expect(await suggested(await person(wishes))).toEqual([late.id, soon.id]);
    const off = await room.recommendations.mine(await person({ ...wishes, personal: false }), 3, 'zh-CN');
    expect(off).toMatchObject({ personal: false, total: 2 });
    expect(off.data.map(({ position, score, parts, reasons, against }) => ({ id: position.id, score, parts, reasons, against }))).toEqual(
      [soon.id, late.id].map((id) => ({ id, score: 0, parts: [], reasons: [], against: null })));
  });

  it('follow the newest weights', async () => {
    const topic = await room.place({ unitId, topicIds: [room.terms.eyes.id], startsAt: at(50), endsAt: at(51) });
    const mountain = await room.place({ unitId, countyCode: '330329', mountain: true, urbanCore: false, startsAt: at(50), endsAt: at(51) });
    const actor = await person({ topicIds: [room.terms.eyes.id] });
    expect(await suggested(actor)).toEqual([topic.id, mountain.id]);
    const { weights } = await room.weights.current();
    const administrator = { ...personWith('administrator', 'city'), accountId: actor.accountId };
    await room.weights.create(administrator, { weights: { ...weights, rural: 1 }, note: '山区优先' });
    const answer = await room.recommendations.mine(actor, 3, 'zh-CN');
    expect([answer.weights, answer.data[0]?.position.id]).toEqual([3, mountain.id]);
  });

  it('are for volunteers, and take as many statements for many as for one', async () => {
    await expect(room.recommendations.mine(as(room.terms.eyes.id), 3, 'zh-CN')).rejects.toMatchObject(new Refusal('volunteer.required'));
    const actor = await person();
    const counted = async (limit: number) => (await room.database.statements.during(() => room.recommendations.mine(actor, limit, 'zh-CN'))).statements.length;
    for (let hour = 50; hour < 60; hour += 1) await room.place({ unitId, startsAt: at(hour), endsAt: at(hour + 1) });
    expect(await counted(10)).toBe(await counted(1));
  });
});

eachDatabase('eligibility', (makeDb) => {
  it('says what stands in the way, as sign-up asks for it, and which activities one may do', async () => {
    const room = await furnishMatching(makeDb);
    const { id: unitId } = await room.unit('市教育局', '330300');
    const closed = await room.place({ unitId, occupations: ['medical'], open: false });
    const island = await room.place({ unitId, countyCode: '330305', island: true });
    const full = await room.place({ unitId, confirmed: 2 });
    const id = await room.person('某志愿者', { travelLimit: 40 });
    const check = (positionId: string, locale?: 'en') => room.eligibility.blocks(somebody, id, positionId, locale);
    expect(await check(closed.id)).toEqual([{ code: 'not_open', params: {} }, { code: 'occupation', params: { occupations: '医务工作者' } }]);
    expect((await check(closed.id, 'en'))[1]?.params).toEqual({ occupations: 'medical worker' });
    expect(await check(island.id)).toEqual([{ code: 'island', params: {} }, { code: 'too_far', params: { minutes: 60, limit: 40 } }]);
    expect(await check(full.id)).toEqual([]);
    for (const [person, position] of [[unitId, full.id], [id, unitId]] as const) {
      await expect(room.eligibility.blocks(somebody, person, position)).rejects.toMatchObject(new Refusal('resource.not_found'));
    }
    expect(await room.eligibility.activityIds(as(id))).toEqual([full.activityId]);
    for (const actor of [somebody, { kind: 'public', ip: null } as const]) await expect(room.eligibility.activityIds(actor)).rejects.toMatchObject(new Refusal('volunteer.required'));
  });
});
