/**
 * The activities of the demo city, written through the services at the times at which they would have happened. What is over is left as it was on its day: whoever makes the
 * sign-ups and settles the hours comes in between, and `closeActivities` hands the close in afterwards.
 */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Activity } from '@kepu/contracts';
import { ActivityClose, ActivityDrafts, ActivitySteps, ShiftsService } from '../../modules/activities/index.js';
import { AssignmentsService } from '../../modules/plans/index.js';
import { DivisionsService } from '../../modules/units/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import type { TestClock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { makeActivities, type MadeActivity } from './activity-plan.js';
import { randomOf } from './random.js';
import type { ReferenceIds } from './reference.js';
import type { DemoActivities } from './shapes.js';

/** Who and what the demo's activities refer to. `people` by their addresses. */
export interface ActivityCity {
  readonly app: NestFastifyApplication; readonly clock: TestClock; readonly file: DemoActivities; readonly ids: Pick<ReferenceIds, 'units' | 'terms'>; readonly people: ReadonlyMap<string, PersonActor>; readonly today: string;
  /** When the demo is made: nothing of it happens later. */
  readonly now: Date;
}
/** An activity as it was published, with who runs it. `made.taken` says how popular its county is, `made.template.turnout` how many people come. */
export interface SeededActivity { readonly activity: Activity; readonly liaison: PersonActor; readonly made: MadeActivity }

const system = { kind: 'system', task: 'demo city' } as const;
const SEED = 20_260_316;
const HOUR_MS = 3_600_000;
const at = (day: string, hour: string): Date => new Date(`${day}T${hour}:00+08:00`);
/** Of those that are over: how many in a hundred are handed in as closed, and how many of these were looked at. */
const [CLOSED, ACCEPTED] = [90, 90] as const;

/** Writes all of them. Answers those that were published, in the order in which they begin: those to come, and those that are over and wait for their close. */
export const seedActivities = async (city: ActivityCity): Promise<{ open: SeededActivity[]; past: SeededActivity[] }> => {
  const { app, clock, file, today } = city;
  const townships = new Map((await app.get(DivisionsService).list(system, { page: 1, perPage: 200, open: true })).data.map((division) => [division.code, division.name]));
  const serves = await itemsServed(city);
  const published: SeededActivity[] = [];
  for (const made of makeActivities(file, townships, today)) {
    const liaison = liaisonOf(city, made.template.unit);
    // One unit of work for each: its steps wait for the disk once.
    const activity = await app.get(UnitOfWork).run(async () => {
      clock.freeze(at(made.writtenOn, '09:20'));
      const draft = await app.get(ActivityDrafts).create(liaison, inputOf(city, made, serves.get(made.template.key) ?? ''));
      if (made.state === 'draft') return draft;
      clock.freeze(at(made.writtenOn, '15:40'));
      const submitted = await app.get(ActivitySteps).submit(liaison, draft.id, draft.version);
      if (made.state === 'submitted') return submitted;
      clock.freeze(new Date(at(made.writtenOn, '10:10').getTime() + 24 * HOUR_MS));
      return app.get(ActivitySteps).approve(office(city), submitted.id, submitted.version);
    });
    if (activity.state === 'open') published.push({ activity, liaison, made });
  }
  published.sort((a, b) => ((a.activity.startsAt ?? '') < (b.activity.startsAt ?? '') ? -1 : 1));
  const open = published.filter(({ made }) => made.state === 'open');
  await changeWeather(city, open);
  return { open, past: published.filter(({ made }) => made.state === 'past') };
};

/** Hands in the close of most of what is over, and has most of these accepted. Afterwards, for hours that are open stand in the way. */
export const closeActivities = async ({ app, clock, file, now, ...city }: ActivityCity, past: readonly SeededActivity[]): Promise<void> => {
  const random = randomOf(SEED);
  for (const { activity, liaison, made } of past) {
    const over = Math.max(...activity.shifts.map((shift) => Date.parse(shift.endsAt)));
    const [closes, accepts] = [random.chance(CLOSED), random.chance(ACCEPTED)];
    const shifts = activity.shifts.map((shift) => ({ shiftId: shift.id, held: true, turnout: random.between(...made.template.turnout), method: random.pick(['list', 'counted', 'counted', 'gate', 'estimated'] as const) }));
    const text = random.pick(file.reports);
    if (!closes) continue;
    await app.get(UnitOfWork).run(async () => {
      clock.freeze(new Date(Math.min(over + 20 * HOUR_MS, now.getTime() - 2 * HOUR_MS)));
      const reported = await app.get(ActivityClose).report(liaison, activity.id, { version: activity.version, shifts, text, fileIds: [], withoutPhoto: '演示数据，不附照片。' });
      if (!accepts) return;
      clock.freeze(new Date(Math.min(over + 44 * HOUR_MS, now.getTime())));
      await app.get(ActivityClose).accept(office(city), activity.id, reported.version);
    });
  }
};

/** A storm is on its way: one activity is called off, a shift of another one moves by a week. */
const changeWeather = async (city: ActivityCity, open: SeededActivity[]): Promise<void> => {
  const [called, moved] = open.filter(({ made }) => made.template.risk.includes('台风') && made.shifts.length === 1).slice(-2);
  city.clock.freeze(city.now);
  if (called) {
    await city.app.get(ActivitySteps).cancel(called.liaison, called.activity.id, { version: called.activity.version, reason: '台风蓝色预警，海上和户外活动取消，另行安排。' });
    open.splice(open.indexOf(called), 1);
  }
  const shift = moved?.activity.shifts[0];
  if (!moved || !shift) return;
  const later = (instant: string) => new Date(Date.parse(instant) + 7 * 24 * HOUR_MS).toISOString();
  const activity = await city.app.get(ShiftsService).move(moved.liaison, shift.id, { version: moved.activity.version, startsAt: later(shift.startsAt), endsAt: later(shift.endsAt), reason: '预报有大风大雨，顺延一周。' });
  open[open.indexOf(moved)] = { ...moved, activity };
};

const inputOf = ({ ids }: ActivityCity, { template, ...made }: MadeActivity, itemId: string): Parameters<ActivityDrafts['create']>[1] => {
  const termIds = (kind: 'topic' | 'audience', keys: readonly string[]) => keys.map((key) => demanded(ids.terms.get(`${kind}/${key}`), `${kind} ${key}`));
  return {
    unitId: demanded(ids.units.get(template.unit), `unit ${template.unit}`), title: made.title, kind: template.kind, summary: template.summary, topicIds: termIds('topic', template.topics), audienceIds: termIds('audience', template.audiences),
    countyCode: made.countyCode, townshipCode: made.townshipCode, place: made.place, flow: template.flow, riskStatement: template.risk, insurance: template.insurance, minors: template.minors ?? false, companions: template.companions ?? false, dangerous: false, serves: [itemId], grants: null,
    shifts: made.shifts.map((shift) => ({ ...shift, positions: template.positions.map(({ occupations, minAge, note, ...position }) => ({ ...position, requires: { occupations, credentialIds: [], poolIds: [], minAge, note } })) })),
  };
};

/** By template the item that its activities serve: that of its unit in this year's paper which holds the words. */
const itemsServed = async (city: ActivityCity): Promise<ReadonlyMap<string, string>> => {
  const served = new Map<string, string>();
  for (const unit of new Set(city.file.templates.map((template) => template.unit))) {
    const { data } = await city.app.get(AssignmentsService).list(liaisonOf(city, unit), { page: 1, perPage: 200 });
    for (const template of city.file.templates.filter((one) => one.unit === unit)) {
      served.set(template.key, demanded(data.find((row) => row.item.text.includes(template.serves))?.item.id, `item of ${unit} with ${template.serves}`));
    }
  }
  return served;
};

const liaisonOf = ({ people, ids }: Pick<ActivityCity, 'people' | 'ids'>, unit: string): PersonActor =>
  demanded([...people.values()].find((one) => one.grants.some((grant) => grant.role === 'liaison' && grant.scopeId === ids.units.get(unit))), `liaison of ${unit}`);
const office = ({ people }: Pick<ActivityCity, 'people'>): PersonActor => demanded(people.get('office@demo.kepu'), 'office');
const demanded = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`seeds/demo/activities.json: there is no ${what}`);
  return value;
};
