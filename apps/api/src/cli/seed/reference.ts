/**
 * Loads the reference data of `seeds/` into empty dictionaries. Each list is one unit of work: a list that holds anything is left as it is, so a
 * second run adds nothing and one that was cut off goes on with the next list.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SystemActor } from '../../platform/auth/actor.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import type { CredentialKinds, PoolsService } from '../../modules/talents/index.js';
import type { TeamKinds } from '../../modules/teams/index.js';
import type { DivisionsService, NewDivision, ProgrammesService, TermsService, ThemeDaysService, UnitsService, WorkdaysService } from '../../modules/units/index.js';
import { referenceShapes, type ReferenceFiles } from './shapes.js';

const loader: SystemActor = { kind: 'system', task: 'seed' };
/** One page that holds a whole list of the reference data. */
const everything = { page: 1, perPage: 200 };
/** A list is loaded before the process serves, on whatever machine and database there is. */
const limit = { unitMs: 60_000 };

/** What the loader writes through. */
export interface ReferenceServices {
  readonly divisions: DivisionsService; readonly units: UnitsService; readonly terms: TermsService; readonly programmes: ProgrammesService; readonly themeDays: ThemeDaysService;
  readonly workdays: WorkdaysService; readonly pools: PoolsService; readonly credentialKinds: CredentialKinds; readonly teamKinds: TeamKinds; readonly work: UnitOfWork;
}

/** Ids by the keys of the seed files. Programmes by `<set>/<key>`, terms by `topic/<key>` and `audience/<key>`. */
export interface ReferenceIds {
  readonly units: ReadonlyMap<string, string>; readonly programmeSets: ReadonlyMap<string, string>; readonly programmes: ReadonlyMap<string, string>; readonly terms: ReadonlyMap<string, string>;
  readonly pools: ReadonlyMap<string, string>;
}

/** Reads and checks all files. Throws a ZodError for what does not have its shape. */
export async function readReferenceFiles(folder: string): Promise<ReferenceFiles> {
  const read = async (name: keyof ReferenceFiles) => [name, referenceShapes[name].parse(JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')))] as const;
  return Object.fromEntries(await Promise.all((Object.keys(referenceShapes) as (keyof ReferenceFiles)[]).map(read))) as unknown as ReferenceFiles;
}

function divisionsOf({ city, counties }: ReferenceFiles['divisions']): NewDivision[] {
  return [
    { code: city.code, name: city.name, kind: 'city', parentCode: null },
    ...counties.map(({ code, name, urbanCore, island, mountain }): NewDivision => ({ code, name, kind: 'county', parentCode: city.code, urbanCore, island, mountain })),
    // A township has its county's ground until somebody says otherwise.
    ...counties.flatMap((county) => county.townships.map(({ code, name, kind }): NewDivision => (
      { code, name, kind, parentCode: county.code, urbanCore: county.urbanCore, island: county.island, mountain: county.mountain }))),
  ];
}

async function seedDivisions({ divisions }: ReferenceServices, file: ReferenceFiles['divisions']): Promise<void> {
  if (!(await divisions.isEmpty())) return;
  const { order, minutes } = file.minutesBetweenSeats;
  await divisions.load(loader, divisionsOf(file));
  await divisions.loadTravel(loader, order.flatMap((from, a) => order.slice(a + 1).map((to, b) => ({ from, to, minutes: minutes[a]?.[a + 1 + b] ?? 0 }))));
}

async function seedUnits({ units }: ReferenceServices, file: ReferenceFiles['units']): Promise<void> {
  if ((await units.list(loader, { ...everything, perPage: 1 })).total > 0) return;
  for (const { key: _, hostsOffice = false, ...unit } of file.units) await units.create(loader, { ...unit, hostsOffice, parentId: null, openedOn: null });
}

async function seedProgrammes({ programmes }: ReferenceServices, file: ReferenceFiles['programmes']): Promise<void> {
  if ((await programmes.listSets(loader)).total > 0) return;
  for (const { key, title, programmes: entries } of file.sets) {
    const [fromYear, toYear] = key.split('-').map(Number) as [number, number];
    const set = await programmes.createSet(loader, { name: title, fromYear, toYear });
    for (const { key: _, ...programme } of entries) await programmes.create(loader, { setId: set.id, ...programme });
  }
}

async function seedTerms({ terms }: ReferenceServices, { topics, audiences }: Pick<ReferenceFiles, 'topics' | 'audiences'>): Promise<void> {
  if ((await terms.list(loader, { ...everything, perPage: 1 })).total > 0) return;
  for (const { name, sortNo, aliases, children } of topics.topics) {
    const { id: parentId } = await terms.create(loader, { kind: 'topic', name, sortNo, aliases, parentId: null });
    for (const child of children) await terms.create(loader, { kind: 'topic', name: child.name, sortNo: child.sortNo, aliases: child.aliases, parentId });
  }
  for (const { name, sortNo, aliases } of audiences.audiences) await terms.create(loader, { kind: 'audience', name, sortNo, aliases, parentId: null });
}

async function seedThemeDays({ themeDays }: ReferenceServices, file: ReferenceFiles['theme-days']): Promise<void> {
  if ((await themeDays.list(loader, { ...everything, perPage: 1 })).total > 0) return;
  for (const { name, aliases, rule, note } of file.themeDays) await themeDays.create(loader, { name, aliases, rule, note });
}

async function seedWorkdays({ workdays }: ReferenceServices, file: ReferenceFiles['workdays']): Promise<void> {
  if ((await workdays.list(loader, { ...everything, perPage: 1 })).total > 0) return;
  for (const day of file.days) await workdays.create(loader, day);
}

/** Which programmes go on with which, as long as nobody has said so. What is only near is asked item by item. */
async function seedMappings({ programmes }: ReferenceServices, file: ReferenceFiles['programmes']): Promise<void> {
  if (await programmes.mapped()) return;
  const open = (await programmes.list(loader, { ...everything, open: true })).data;
  const find = (setKey: string, key: string) => {
    const set = file.sets.find((one) => one.key === setKey);
    return open.find(({ set: { name: title }, name }) => title === set?.title && name === set.programmes.find((one) => one.key === key)?.name);
  };
  for (const mapping of file.mappings) {
    for (const pair of mapping.pairs) {
      const [from, to] = [find(mapping.from, pair.from), find(mapping.to, pair.to)];
      if (from && to) await programmes.map(loader, from.id, { version: 0, toSetId: to.set.id, toId: to.id, ask: pair.fit === 'near', note: pair.note });
    }
  }
}

/** Loads what is missing and answers the ids by key. */
export async function seedReference(services: ReferenceServices, files: ReferenceFiles): Promise<ReferenceIds> {
  const { work } = services;
  await work.run(() => seedDivisions(services, files.divisions), limit);
  await work.run(() => seedUnits(services, files.units), limit);
  await work.run(() => seedProgrammes(services, files.programmes), limit);
  await work.run(() => seedMappings(services, files.programmes), limit);
  await work.run(() => seedTerms(services, files), limit);
  await work.run(() => seedThemeDays(services, files['theme-days']), limit);
  await work.run(() => seedWorkdays(services, files.workdays), limit);
  await services.pools.load(files['talent-kinds'].pools.map(({ key, name, note, sortNo }) => ({ key, name, note, sortNo })));
  await services.credentialKinds.load(files['credential-kinds'].kinds);
  await services.teamKinds.load(files['talent-kinds'].teamKinds);
  return referenceIds(services, files);
}

/** Finds the entries of the files by their names. What the office has renamed or closed since is not in the maps. */
export async function referenceIds(services: ReferenceServices, files: ReferenceFiles): Promise<ReferenceIds> {
  const open = { ...everything, open: true };
  const units = new Map((await services.units.list(loader, open)).data.map((unit) => [`${unit.division.code} ${unit.name}`, unit.id]));
  const sets = new Map((await services.programmes.listSets(loader)).data.map((set) => [set.name, set.id]));
  const programmes = new Map((await services.programmes.list(loader, open)).data.map((programme) => [`${programme.set.name}/${programme.name}`, programme.id]));
  const terms = new Map((await services.terms.list(loader, open)).data.map((term) => [`${term.kind}/${term.name}`, term.id]));
  const pick = (known: ReadonlyMap<string, string>, pairs: readonly (readonly [string, string])[]) =>
    new Map(pairs.flatMap(([key, name]) => { const id = known.get(name); return id === undefined ? [] : [[key, id] as const]; }));
  return {
    units: pick(units, files.units.units.map((unit) => [unit.key, `${unit.divisionCode} ${unit.name}`])),
    programmeSets: pick(sets, files.programmes.sets.map((set) => [set.key, set.title])),
    programmes: pick(programmes, files.programmes.sets.flatMap((set) => set.programmes.map((entry) => [`${set.key}/${entry.key}`, `${set.title}/${entry.name}`] as const))),
    terms: pick(terms, [
      ...files.topics.topics.flatMap((topic) => [topic, ...topic.children]).map((topic) => [`topic/${topic.key}`, `topic/${topic.name}`] as const),
      ...files.audiences.audiences.map((audience) => [`audience/${audience.key}`, `audience/${audience.name}`] as const),
    ]),
    pools: new Map((await services.pools.list(loader)).data.map((pool) => [pool.key, pool.id])),
  };
}
