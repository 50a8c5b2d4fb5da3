import { setTimeout as pause } from 'node:timers/promises';
import { randomInt } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsService, GrantsRepository, Passwords } from '../../modules/identity/index.js';
import { AssignmentsService, HandedItemsService, PlanCommitService, PlanDrafts, PlanImportsService, PlansService, SignOffsService } from '../../modules/plans/index.js';
import { UnitDirectory, UnitsService } from '../../modules/units/index.js';
import { permissionsOf, type ActorGrant, type PersonActor } from '../../platform/auth/actor.js';
import { wholeStanding } from '../../platform/auth/standing.js';
import type { TestClock } from '../../platform/clock/index.js';
import type { AppConfig } from '../../platform/config/config.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { closeActivities, seedActivities } from './activities.js';
import { seedAffiliations } from './affiliations.js';
import { seedOrders } from './orders.js';
import { makeVolunteers, seedVolunteers } from './people.js';
import type { ReferenceIds } from './reference.js';
import { serve, signUp } from './services.js';
import { demoActivities, demoAffiliations, demoOrders, demoPeople, demoPlan, demoTalks, demoTeams, demoVolunteers, demoWorkEntries, readSeed, type DemoPlan } from './shapes.js';
import { seedTalks } from './talks.js';
import { seedTeams } from './teams.js';
import { seedWorkEntries, type WorkCity } from './work-entries.js';

const system = { kind: 'system', task: 'demo city' } as const;
const DAY_MS = 86_400_000;
/** Nine in the morning in Shanghai, the hour at which the demo's people work. */
const morningOf = (day: string): Date => new Date(`${day}T09:00:00+08:00`);
const daysBefore = (day: string, days: number): string => new Date(morningOf(day).getTime() - days * DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10);

const accountsFile = (config: AppConfig): string => join(config.dataDir, 'demo-accounts.txt');

/** The password of all demo accounts: given, kept from an earlier start, or made now and kept for its owner alone to read. */
const demoPassword = (config: AppConfig): string => {
  if (config.demoPassword) return config.demoPassword;
  const file = accountsFile(config);
  const kept = existsSync(file) ? /^password: (\S+)$/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  if (kept) return kept;
  const made = `Kepu-${Array.from({ length: 3 }, () => randomInt(1000, 10_000)).join('-')}`;
  writeFileSync(file, `The demo accounts of this folder. All have one password.\npassword: ${made}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return made;
};

/** Which accounts there are, for the terminal. */
export const demoAccountsNote = (config: AppConfig): string =>
  `演示账号  Demo accounts: office@demo.kepu  editor@demo.kepu  county@demo.kepu  liaison@demo.kepu  reader@demo.kepu\n审批与发布  Approval and posting: leader@demo.kepu  approver@demo.kepu  publisher@demo.kepu\n志愿者  Volunteers: teacher@demo.kepu  doctor@demo.kepu  student@demo.kepu\n密码  Password: ${demoPassword(config)}`;

/** Writes the demo city's people and papers, through the services, at the times at which they would have happened. */
export const seedDemo = async (app: NestFastifyApplication, config: AppConfig, seedsFolder: string, clock: TestClock, seedReference: () => Promise<ReferenceIds>): Promise<void> => {
  clock.reset();
  const [today, now] = [clock.today(), clock.now()];
  const plans = readSeed(seedsFolder, 'demo/plan.json', demoPlan);
  try {
    clock.freeze(morningOf('2020-05-27'));
    const { units, terms, pools } = await seedReference();
    const passwordHash = await app.get(Passwords).hash(demoPassword(config));
    const staff = await peopleOf(app, passwordHash, seedsFolder, units, today);
    const bodies = readSeed(seedsFolder, 'demo/affiliations.json', demoAffiliations);
    const affiliations = await seedAffiliations(app.get(UnitsService), app.get(UnitOfWork), bodies, units);
    const made = makeVolunteers(readSeed(seedsFolder, 'demo/volunteers.json', demoVolunteers), bodies, today, [...staff.values()].map((person) => person.name));
    const volunteers = await seedVolunteers(app, clock, made, { units: new Map([...units, ...affiliations]), terms }, passwordHash, staff);
    const city = new DemoCity(app, clock, seedsFolder, new Map([...units, ...affiliations]), new Map([...staff, ...volunteers]));
    await city.closedYear(plans.closed);
    const planId = await city.currentYear(plans.current, today);
    await city.countyYear(plans.county, planId, daysBefore(today, plans.current.issuedDaysAgo));
    const activities = { app, clock, file: readSeed(seedsFolder, 'demo/activities.json', demoActivities), ids: { units, terms }, people: staff, today, now };
    const { open, past } = await seedActivities(activities);
    const people = made.flatMap((person) => { const actor = volunteers.get(person.email); return actor ? [{ actor, made: person }] : []; });
    await serve({ app, clock, now, volunteers: people }, past);
    await closeActivities(activities, past);
    await signUp({ app, clock, now, volunteers: people }, open);
    await seedTalks({ app, clock, file: readSeed(seedsFolder, 'demo/talks.json', demoTalks), office: city.staff.office, people, ids: { pools, terms }, today });
    await seedOrders({ app, clock, file: readSeed(seedsFolder, 'demo/orders.json', demoOrders), office: city.staff.office, county: city.county, people, ids: { terms }, today, now, portal: config.messages.sms === null });
    await seedTeams({ app, clock, file: readSeed(seedsFolder, 'demo/teams.json', demoTeams), staff, people, open, ids: { units }, today });
    await seedWorkEntries({ app, clock, file: readSeed(seedsFolder, 'demo/work-entries.json', demoWorkEntries), today, ...city.staff });
  } finally {
    clock.reset();
  }
};

/** Accounts with their grants, as actors of the services. */
const peopleOf = async (app: NestFastifyApplication, passwordHash: string, seedsFolder: string, units: ReferenceIds['units'], today: string): Promise<ReadonlyMap<string, PersonActor>> => {
  const briefs = await app.get(UnitDirectory).unitsByIds([...units.values()]);
  const actors = new Map<string, PersonActor>();
  for (const person of readSeed(seedsFolder, 'demo/people.json', demoPeople).people) {
    const accountId = await app.get(AccountsService).insert({ name: person.name, email: person.email }, passwordHash, false, system);
    const grants: ActorGrant[] = [];
    for (const given of person.grants) {
      const unit = given.scope.kind === 'unit' ? briefs.get(units.get(given.scope.unit) ?? '') : undefined;
      if (given.scope.kind === 'unit' && !unit) throw new Error(`seeds/demo/people.json: there is no unit ${given.scope.unit}`);
      const scopeId = given.scope.kind === 'division' ? given.scope.code : (unit?.id ?? null);
      const grant = { id: newId(), role: given.role, scopeKind: given.scope.kind, scopeId, unitPath: unit?.path ?? null };
      await app.get(UnitOfWork).run(() => app.get(GrantsRepository).insert({
        id: grant.id, accountId, role: grant.role, scopeKind: grant.scopeKind, scopeId, post: null, fromDay: daysBefore(today, given.fromDaysAgo),
        toDay: given.toInDays === null ? null : daysBefore(today, -given.toInDays), endedAt: null, createdAt: new Date(), createdBy: null,
      }));
      grants.push(grant);
    }
    actors.set(person.email, {
      kind: 'person', accountId, name: person.name, sessionId: newId(), mustChangePassword: false, sessionExpiresAt: new Date(), grants, permissions: permissionsOf(grants), ip: null, standing: wholeStanding,
    });
  }
  return actors;
};

/** The two papers of the demo and what happened to them. */
class DemoCity {
  constructor(
    private readonly app: NestFastifyApplication, private readonly clock: TestClock, private readonly seedsFolder: string, private readonly units: ReferenceIds['units'],
    private readonly people: ReadonlyMap<string, PersonActor>,
  ) {}

  /** The paper of 2020, signed for, worked on and closed. */
  async closedYear(closed: DemoPlan['closed']): Promise<void> {
    const issued = '2020-05-27';
    this.clock.freeze(morningOf(issued));
    const planId = await this.issue(closed.paper, readFileSync(join(this.seedsFolder, closed.paper)));
    this.clock.freeze(morningOf(daysBefore(issued, -closed.signedDaysAfterIssue)));
    const signOffs = this.app.get(SignOffsService);
    const { data } = await signOffs.list(this.office, planId, {});
    await signOffs.record(this.office, planId, { unitIds: data.map((entry) => entry.unit.id), note: '2020 年纸质文件签收，补录。' });
    this.clock.freeze(morningOf(closed.closedOn));
    const plan = await this.app.get(PlansService).get(this.office, planId);
    await this.app.get(PlansService).close(this.office, planId, { version: plan.version, reason: closed.reason });
  }

  /** This year's paper, issued some weeks ago: most have signed, some have asked, some have done nothing yet. */
  async currentYear(current: DemoPlan['current'], today: string): Promise<string> {
    const issued = daysBefore(today, current.issuedDaysAgo);
    const at = (daysAfter: number) => this.clock.freeze(morningOf(daysBefore(issued, -daysAfter)));
    at(0);
    const [year, month, date] = issued.split('-').map(Number);
    const text = readFileSync(join(this.seedsFolder, current.paper), 'utf8').replaceAll('{year}', String(year)).replaceAll('{issuedOn}', `${year}年${month}月${date}日`);
    const planId = await this.issue(`${year}年任务分解表.txt`, Buffer.from(text, 'utf8'));
    // On the same day questions come before signatures: who asks about one item signs for the others afterwards.
    const events = [
      ...current.questions.map((question) => ({ days: question.daysAfterIssue, run: () => this.ask(planId, this.unit(question.unit), question) })),
      ...current.questions.flatMap((question) => (question.answer ? [{ days: question.answer.daysAfterIssue, run: () => this.answer(planId, this.unit(question.unit), question.answer?.text ?? '') }] : [])),
      ...current.signOff.filter((entry) => entry.state === 'signed').map((entry) => ({ days: entry.daysAfterIssue ?? 0, run: () => this.sign(planId, this.unit(entry.unit), entry) })),
    ].sort((a, b) => a.days - b.days);
    for (const event of events) {
      at(event.days);
      await event.run();
    }
    return planId;
  }

  /** What the city hands down to one county, and the plan that its office has made of it. */
  async countyYear({ division, by, title, docNumber, issuer, handedDaysAfterIssue, issuedDaysAfterIssue, items, recorded }: DemoPlan['county'], cityPlanId: string, cityIssued: string): Promise<void> {
    const at = (days: number): string => { const day = daysBefore(cityIssued, -days); this.clock.freeze(morningOf(day)); return day; };
    const above = (await this.app.get(PlansService).allItems(this.office, cityPlanId, { sort: 'seq' })).items;
    const parents = items.map(({ serves }) => {
      const found = above.find(({ text }) => text.includes(serves));
      if (!found) throw new Error(`seeds/demo/plan.json: no item of the city has ${serves}`);
      return found;
    });
    at(handedDaysAfterIssue);
    const [handed, drafts] = [this.app.get(HandedItemsService), this.app.get(PlanDrafts)];
    await handed.handDown(this.office, cityPlanId, { itemIds: parents.map(({ id }) => id), divisionIds: [division] });
    const issuedOn = at(issuedDaysAfterIssue);
    const keeper = this.person(by);
    const waiting = await handed.list(keeper, cityPlanId, { page: 1, perPage: 200 });
    await handed.sign(keeper, waiting.data.map(({ id }) => id));
    const year = Number(cityIssued.slice(0, 4));
    const draft = await drafts.create(keeper, { divisionId: division, year, title: title.replaceAll('{year}', String(year)), docNumber: docNumber.replaceAll('{year}', String(year)), issuer, issuedOn });
    const filled = await drafts.add(keeper, draft.id, { version: draft.version, items: items.map(({ text, units }, index) => ({ programmeId: parents[index]?.programme.id ?? '', text, unitIds: units.map((key) => this.unit(key)), dueOn: null, parentIds: [parents[index]?.id ?? ''] })) });
    await this.app.get(PlansService).issue(keeper, draft.id, filled.version);
    await this.app.get(SignOffsService).record(keeper, draft.id, { unitIds: recorded.units.map((key) => this.unit(key)), note: recorded.note });
  }

  /** Whoever writes and checks the work of units. */
  get staff(): Pick<WorkCity, 'office' | 'liaison'> {
    return { office: this.office, liaison: (key) => ({ actor: this.liaisonOf(this.unit(key)), unitId: this.unit(key) }) };
  }

  get county(): PersonActor { return this.person('county@demo.kepu'); }

  private unit(key: string): string {
    const id = this.units.get(key);
    if (!id) throw new Error(`seeds/demo/plan.json: there is no unit ${key}`);
    return id;
  }

  private get office(): PersonActor { return this.person('office@demo.kepu'); }

  private person(email: string): PersonActor {
    const actor = this.people.get(email);
    if (!actor) throw new Error(`seeds/demo/people.json: nobody has the address ${email}`);
    return actor;
  }

  private liaisonOf(unitId: string): PersonActor {
    const actor = [...this.people.values()].find((one) => one.grants.some((grant) => grant.role === 'liaison' && grant.scopeId === unitId));
    if (!actor) throw new Error(`seeds/demo/people.json: unit ${unitId} has no liaison`);
    return actor;
  }

  private async issue(fileName: string, bytes: Buffer): Promise<string> {
    const imports = this.app.get(PlanImportsService);
    let { view } = await imports.create(this.office, { bytes, fileName: fileName.split('/').at(-1) ?? fileName, origin: 'file' });
    // A slow machine takes longer than an upload waits.
    while (view.state === 'queued' || view.state === 'reading') {
      await pause(200);
      view = await imports.get(this.office, view.id);
    }
    const { plan } = await this.app.get(PlanCommitService).commit(this.office, view.id);
    return (await this.app.get(PlansService).issue(this.office, plan.id, plan.version)).id;
  }

  private async open(actor: PersonActor, planId: string, unitId: string): Promise<{ id: string; version: number; state: string }[]> {
    const { data } = await this.app.get(AssignmentsService).list(actor, { page: 1, perPage: 200, planId, unitId });
    return data.filter((assignment) => assignment.state !== 'signed');
  }

  private async sign(planId: string, unitId: string, entry: DemoPlan['current']['signOff'][number]): Promise<void> {
    if (entry.how === 'recorded') {
      await this.app.get(SignOffsService).record(this.office, planId, { unitIds: [unitId], note: entry.note ?? '' });
      return;
    }
    const liaison = this.liaisonOf(unitId);
    const open = (await this.open(liaison, planId, unitId)).filter((assignment) => assignment.state === 'pending');
    if (open.length > 0) await this.app.get(AssignmentsService).sign(liaison, { ids: open.map((assignment) => assignment.id) });
  }

  private async ask(planId: string, unitId: string, question: DemoPlan['current']['questions'][number]): Promise<void> {
    const liaison = this.liaisonOf(unitId);
    const { data } = await this.app.get(AssignmentsService).list(liaison, { page: 1, perPage: 200, planId, unitId });
    const wanted = data[question.item - 1];
    if (wanted?.state === 'pending') await this.app.get(AssignmentsService).ask(liaison, wanted.id, { version: wanted.version, text: question.text });
  }

  private async answer(planId: string, unitId: string, text: string): Promise<void> {
    const { data } = await this.app.get(AssignmentsService).list(this.office, { page: 1, perPage: 200, planId, unitId });
    const asked = data.find((assignment) => assignment.state === 'asked');
    if (asked) await this.app.get(AssignmentsService).answer(this.office, asked.id, { version: asked.version, text });
  }
}
