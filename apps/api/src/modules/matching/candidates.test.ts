import type { Candidate } from '@kepu/contracts';
import type { PositionFacts } from '@kepu/matching';
import { eachDatabase } from '../../../test-support/databases.js';
import { at, furnishMatching, type MatchingRoom } from '../../../test-support/matching.js';
import { office, personWith } from '../../../test-support/units.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Refusal } from '../../platform/errors/refusal.js';

const county = personWith('county', 'division', '330302');
const query = { page: 1, perPage: 200 };

eachDatabase('candidates', (makeDb) => {
  let room: MatchingRoom;
  let liaison: PersonActor;
  let position: PositionFacts;
  let unitId: string;
  const ids: Record<string, string> = {};
  const list = (actor: PersonActor, more: Partial<typeof query> & { signedUp?: boolean } = {}, of = position) => room.candidates.list(actor, of.id, { ...query, ...more }, 'zh-CN');
  const named = (rows: readonly Candidate[]) => rows.map(({ volunteer }) => Object.keys(ids).find((name) => ids[name] === volunteer.id));

  beforeAll(async () => {
    room = await furnishMatching(makeDb);
    const { unit, person, place, signUp } = room;
    const [own, foreign] = [await unit('市教育局', '330300'), await unit('市卫健委', '330300')];
    unitId = own.id;
    liaison = personWith('liaison', 'unit', own.id, own.path);
    position = await place({ unitId: own.id, topicIds: [room.terms.eyes.id], minimum: 2, maximum: 2, confirmed: 1, minAge: 30 });
    const join = async (name: string, ...[facts]: Parameters<typeof person> extends [string, ...infer R] ? R : never) => { ids[name] = await person(name, facts); };
    await join('陈确认', { topicIds: [room.terms.eyes.id] });
    await join('林申请', { services: 3 });
    await join('黄候补');
    await join('吴候补');
    await join('小年轻', { bornOn: '2005-01-01' });
    await join('邻居甲');
    await join('自己人', { countyCode: '330329', unitId: own.id });
    await join('山里人', { countyCode: '330329' });
    await join('别家人', { countyCode: '330329', unitId: foreign.id });
    await join('已停用', { disabled: true });
    // Asked sixty days ago, and silent.
    await join('久无音', { askedOn: '2026-01-01' });
    await join('已退出', { countyCode: '330329', services: 1 });
    const of = (name: string) => ids[name] ?? '';
    await signUp(of('陈确认'), position, 'confirmed');
    await signUp(of('林申请'), position, 'requested');
    await signUp(of('黄候补'), position, 'waiting', at(-1));
    await signUp(of('吴候补'), position, 'waiting', at(-2));
    await signUp(of('小年轻'), position, 'requested');
    await signUp(of('已退出'), position, 'withdrawn');
  });

  it('are for those who decide about the position: others find none', async () => {
    for (const actor of [personWith('liaison', 'unit', 'x', '/x/'), personWith('county', 'division', '330302'), personWith('reader', 'city')]) {
      await expect(list(actor)).rejects.toMatchObject(new Refusal('resource.not_found'));
    }
    await expect(room.candidates.list(office, room.terms.eyes.id, query, 'zh-CN')).rejects.toMatchObject(new Refusal('resource.not_found'));
  });

  it('are everybody for the office, the near ones and the own ones for a unit, those who live there for a county, and always who signed up', async () => {
    const signedUp = ['陈确认', '林申请', '黄候补', '吴候补', '小年轻'];
    const everybody = [...signedUp, '邻居甲', '自己人', '山里人', '别家人', '已退出'];
    expect(named((await list(office)).data).sort()).toEqual([...everybody].sort());
    expect(named((await list(liaison)).data).sort()).toEqual([...signedUp, '邻居甲', '自己人'].sort());
    expect(named((await list(liaison, { signedUp: true })).data).sort()).toEqual([...signedUp].sort());
    const localUnit = await room.unit('泰顺县科协', '330329');
    const mountain = await room.place({ unitId: localUnit.id, countyCode: '330329', mountain: true });
    expect(named((await list(personWith('county', 'division', '330329'), {}, mountain)).data).sort()).toEqual(['别家人', '山里人', '自己人', '已退出'].sort());
  });

  it('stand in the order of their scores, made of their parts; who signed up and may not stands last, with the reason', async () => {
    const { data, weights } = await list(liaison);
    expect(weights).toBe(2);
    expect(named(data)[0]).toBe('陈确认');
    expect(named(data).at(-1)).toBe('小年轻');
    expect(data.slice(0, -1).every(({ blocks }) => blocks.length === 0)).toBe(true);
    expect(data.at(-1)?.blocks).toEqual([{ code: 'age', params: { age: 30 } }]);
    const scores = data.slice(0, -1).map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { score, parts, reasons, against } of data) {
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 12);
      for (const reason of [...reasons, ...(against ? [against] : [])]) expect(parts).toContainEqual(expect.objectContaining({ part: reason.part, points: reason.points }));
    }
    expect(data[0]?.reasons[0]).toMatchObject({ code: 'topic_same', params: { topic: '口腔与视力' } });
  });

  it('carry their sign-up and their place in the waiting list; a place that somebody has already is no clash with itself', async () => {
    const { data } = await list(liaison);
    const signup = (name: string) => data.find(({ volunteer }) => volunteer.id === ids[name])?.signup;
    expect(signup('陈确认')).toMatchObject({ state: 'confirmed', queue: null });
    expect([signup('吴候补')?.queue, signup('黄候补')?.queue]).toEqual([1, 2]);
    expect(signup('邻居甲')).toBeNull();
  });

  it('are called by their names where they signed up or belong to the unit, else by the first character', async () => {
    const names = new Map((await list(liaison)).data.map(({ volunteer }) => [volunteer.id, volunteer.name]));
    const shown = (name: string) => names.get(ids[name] ?? '');
    expect(['林申请', '小年轻', '自己人', '邻居甲'].map(shown)).toEqual(['林申请', '小年轻', '自己人', '邻**']);
    expect((await list(office)).data.every(({ volunteer }) => ids[volunteer.name] === volunteer.id)).toBe(true);
    const localUnit = await room.unit('鹿城区科协', '330302');
    const local = await room.place({ unitId: localUnit.id });
    expect((await list(county, {}, local)).data.every(({ volunteer }) => ids[volunteer.name] === volunteer.id)).toBe(true);
  });

  it('tell when somebody served last, by records that stand', async () => {
    const early = await room.place({ unitId, startsAt: at(-200), endsAt: at(-198), open: false });
    const late = await room.place({ unitId, startsAt: at(-100), endsAt: at(-98), open: false });
    const who = ids['林申请'] ?? '';
    const [first, second] = [await room.signUp(who, early, 'confirmed'), await room.signUp(who, late, 'confirmed')];
    await room.record(who, early, first, unitId);
    const wrong = await room.record(who, late, second, unitId);
    const served = async () => (await list(liaison)).data.find(({ volunteer }) => volunteer.id === who);
    expect(await served()).toMatchObject({ services: 3, lastServedAt: at(-98) });
    await room.record(who, late, second, unitId, wrong);
    expect(await served()).toMatchObject({ lastServedAt: at(-198) });
  });

  it('come in pages that together are the whole, with as many statements for many as for one', async () => {
    const whole = await list(office);
    const counted = async (perPage: number) => (await room.database.statements.during(() => list(office, { perPage }))).statements.length;
    const pages = [await list(office, { perPage: 4 }), await list(office, { page: 2, perPage: 4 }), await list(office, { page: 3, perPage: 4 })];
    expect(pages.flatMap(({ data }) => data)).toEqual(whole.data);
    expect(pages.map(({ total }) => total)).toEqual([10, 10, 10]);
    expect(await counted(10)).toBe(await counted(1));
  });
});
