import { blocksOf, firstWavePolicy } from '@kepu/matching';
import fc from 'fast-check';
import { assumed, type Assumptions } from './assumptions.js';
import { City, Eligibility } from './city.js';
import { policies, type PolicyName } from './fairness.js';
import { FlowNetwork } from './max-flow.js';
import { gini, measure } from './measures.js';
import { readSeeds } from './seeds.js';
import { simulate } from './simulate.js';
import { supplyOf } from './supply.js';
import { DAY, HOUR, makeWorld, WEEK, type World } from './world.js';

const small: Assumptions = { ...assumed, volunteers: 500, activities: 8, warmWeeks: 1, weeks: 3 };
const world: World = makeWorld(readSeeds(), small);
const eligibility = new Eligibility(world);
const run = (name: PolicyName): City => simulate(world, eligibility, policies[name]);
const cities = new Map((Object.keys(policies) as PolicyName[]).map((name) => [name, run(name)]));

test('the largest flow is the smallest cut', () => {
  const nodes = 6;
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.nat(9)), { maxLength: 18 }), (arcs) => {
    const network = new FlowNetwork();
    for (let node = 0; node < nodes; node++) network.node();
    const numbers = arcs.map(([from, to, capacity]) => network.arc(from, to, capacity));
    const flow = network.max(0, nodes - 1);
    let smallest = Infinity;
    for (let side = 1; side < 1 << (nodes - 1); side += 2) smallest = Math.min(smallest, arcs.reduce((sum, [from, to, capacity]) => sum + ((side >> from) & 1 && !((side >> to) & 1) ? capacity : 0), 0));
    expect(flow).toBe(smallest);
    // What flows keeps to the room, and nothing is lost on the way.
    const balance = Array.from({ length: nodes }, () => 0);
    arcs.forEach(([from, to, capacity], index) => {
      const through = network.flowOf(numbers[index]!);
      expect(through >= 0 && through <= capacity).toBe(true);
      balance[from]! -= through;
      balance[to]! += through;
    });
    expect(balance).toEqual([0 - flow, 0, 0, 0, 0, flow]);
  }), { numRuns: 500 });
});

test('Gini: equal is 0, all to one of n is (n − 1) ÷ n', () => {
  expect(gini([3, 3, 3])).toBeCloseTo(0, 12);
  expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75, 12);
  expect(gini([1, 3])).toBeCloseTo(0.25, 12);
  expect(gini([0, 0])).toBe(0);
});

test('the same assumptions, the same city and the same outcome; another seed, another city', () => {
  const again = makeWorld(readSeeds(), small);
  expect(again.people).toEqual(world.people);
  expect(again.openings).toEqual(world.openings);
  expect(measure(simulate(again, new Eligibility(again), policies['ours, waves']))).toEqual(measure(cities.get('ours, waves')!));
  expect(makeWorld(readSeeds(), { ...small, seed: 2 }).openings).not.toEqual(world.openings);
});

test.each([...cities])('%s: nobody has what they may not, twice a day, or more a week than they want; no position is overfull', (_, city) => {
  for (const { opening, holders } of city.stories) {
    expect(holders.size).toBeLessThanOrEqual(opening.facts.maximum);
    for (const { person } of holders) expect(blocksOf(person.facts, opening.facts, world.context(opening.publishedAt)).filter(({ code }) => code !== 'monthly_hours')).toEqual([]);
  }
  for (const { held, person } of city.lives) {
    expect(new Set([...held].map(({ facts }) => facts.day)).size).toBe(held.size);
    const weeks = [...held].map(({ startsAt }) => Math.floor((startsAt - world.until) / WEEK));
    for (const week of weeks) expect(weeks.filter((other) => other === week).length).toBeLessThanOrEqual(person.mostAWeek);
  }
});

test.each<PolicyName>(['ours, waves', 'ours, batch and waves'])('%s: invitations keep to the caps, to the night’s rest and to who wants none', (name) => {
  const { lives } = cities.get(name)!;
  expect(lives.reduce((sum, { sentAt }) => sum + sentAt.length, 0)).toBeGreaterThan(100);
  for (const { sentAt, person, declinedAt } of lives) {
    if (person.invitationsOff) expect(sentAt).toEqual([]);
    for (const at of sentAt) {
      expect(sentAt.filter((other) => other <= at && at - other < 7 * DAY).length).toBeLessThanOrEqual(firstWavePolicy.mostAWeek);
      const hour = ((at / HOUR) + 8) % 24;
      expect(hour >= firstWavePolicy.quietTo && hour < firstWavePolicy.quietFrom).toBe(true);
      if (declinedAt !== null) expect(at <= declinedAt || at - declinedAt >= firstWavePolicy.silentDays * DAY).toBe(true);
    }
  }
});

test('answers take their time: half of them so many hours, and who answers later says yes later', () => {
  const slow = makeWorld(readSeeds(), { ...small, answerHours: 40 });
  const late = measure(simulate(slow, eligibility, policies['ours, waves']));
  expect(late.filledByInvitation).toBeLessThan(measure(cities.get('ours, waves')!).filledByInvitation);
  const city = new City(world, eligibility);
  const hours = Array.from({ length: 60 * 24 }, () => 0);
  const story = city.stories.findLast(({ opening }) => opening.facts.minimum > 0)!;
  for (const life of city.lives) city.invite(life, story, story.opening.startsAt);
  for (let hour = 0; hour < hours.length; hour++) {
    city.now = hour * HOUR;
    hours[hour] = city.runHour();
  }
  const [all, soon] = [hours.reduce((sum, count) => sum + count, 0), hours.slice(0, small.answerHours).reduce((sum, count) => sum + count, 0)];
  expect(all / city.lives.length).toBeCloseTo(small.read, 1);
  expect(soon / all).toBeCloseTo(0.5, 1);
});

test('no policy passes what supply allows, and waves ask far fewer than everybody', () => {
  const supply = supplyOf(world, eligibility);
  for (const city of cities.values()) {
    const { seats, urban, towns, ruralToUrban, villagesToTowns } = measure(city);
    expect(seats).toBeLessThanOrEqual(supply.all);
    expect(urban).toBeLessThanOrEqual(supply.urban);
    expect(towns).toBeLessThanOrEqual(supply.towns);
    expect(ruralToUrban * urban).toBeLessThanOrEqual(supply.rural + 1e-12);
    expect(villagesToTowns * towns).toBeLessThanOrEqual(supply.villages + 1e-12);
  }
  expect(supply.all).toBeLessThanOrEqual(1);
  const [all, waves] = [measure(cities.get('ours, all asked')!), measure(cities.get('ours, waves')!)];
  expect(waves.perPlace).toBeLessThan(all.perPlace / 2);
});
