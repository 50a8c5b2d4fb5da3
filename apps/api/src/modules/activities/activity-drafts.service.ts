import { Injectable } from '@nestjs/common';
import type { Activity, activityChange, activityInput } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { LENGTHS } from '../../platform/database/column-lengths.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { searchKey, sortKey } from '../../platform/pinyin/pinyin.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityConsentsRepository } from './activity-consents.repository.js';
import { ActivityReferences } from './activity-references.js';
import { notIn, stateAfter } from './activity-transition.js';
import type { ActivityEntity } from './activity.entity.js';
import { Companions } from './companions.js';
import { riskTextOf } from './risk-text.js';
import { ShiftPlans } from './shift-plans.js';
import { boundsOf, timesFrom } from './shift-times.js';
import { ShiftsRepository } from './shifts.repository.js';
import { SignupPlaces } from './signup-places.js';

type Given = z.output<typeof activityInput>;
type Change = z.output<typeof activityChange>;

/** Longest key of a title, a place and the names of where it lies, with their pinyin. */
export const SEARCH_LENGTH = 4_000;
const keysOf = (title: string, place: string, placeNames: readonly string[]) => ({ titleKey: sortKey(title, LENGTHS.searchKey), searchKey: searchKey([title, place, ...placeNames], SEARCH_LENGTH) });
/** What has happened to a new one: nothing. */
export const untouched = {
  submittedAt: null, approvedAt: null, approvedBy: null, returnedReason: null, returnedBy: null, returnedAt: null, cancelledReason: null, cancelledAt: null, reportText: null, withoutPhoto: null, reportedAt: null,
  reportedBy: null, acceptedAt: null, acceptedBy: null, turnout: null, sessions: null,
} as const;
const textFields = ['title', 'kind', 'summary', 'place', 'flow', 'riskStatement', 'insurance', 'minors', 'companions', 'dangerous'] as const;
/** Certificates that positions demand. */
type Demanded = 'credentialIds' | 'poolIds';
const demandedBy = (shifts: readonly { readonly positions: readonly { readonly requires: Readonly<Record<Demanded, readonly string[]>> }[] }[], what: Demanded): string[] => [...new Set(shifts.flatMap(({ positions }) => positions.flatMap(({ requires }) => requires[what])))];
/** Errors: `input.invalid`: what is dangerous is never for minors (浙江省志愿服务条例 9), and small children come along only where their elder ones may serve. */
const demandSafe = ({ minors, companions, dangerous }: Pick<ActivityEntity, 'minors' | 'companions' | 'dangerous'>): void => {
  const fields = [
    ...(minors && dangerous ? [{ path: 'body.minors', code: 'dangerous_for_minors' as const }] : []),
    ...(companions && dangerous ? [{ path: 'body.companions', code: 'dangerous_for_companions' as const }] : companions && !minors ? [{ path: 'body.companions', code: 'companions_without_minors' as const }] : []),
  ];
  if (fields.length > 0) throw new Refusal('input.invalid', { params: { count: fields.length }, fields });
};

/** Activities as a unit writes them: drafts as a whole, published ones as far as nobody relies on what changes. */
@Injectable()
export class ActivityDrafts {
  constructor(
    private readonly activities: ActivitiesRepository, private readonly pages: ActivitiesService, private readonly references: ActivityReferences, private readonly shifts: ShiftsRepository, private readonly plans: ShiftPlans,
    private readonly places: SignupPlaces, private readonly words: ActivityConsentsRepository, private readonly companions: Companions, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `reference.not_found`, `input.invalid`. */
  async create(actor: PersonActor, given: Given): Promise<Activity> {
    const id = newId();
    demandSafe(given);
    await this.work.run(async () => {
      const unit = await this.references.demandUnit(actor, given.unitId);
      const placeNames = await this.references.demandPlace({ county: given.countyCode, township: given.townshipCode });
      await this.references.demandTerms('topic', given.topicIds);
      await this.references.demandTerms('audience', given.audienceIds);
      await this.references.demandItems(actor, unit, given.serves);
      await this.references.demandCredentials(demandedBy(given.shifts, 'credentialIds'));
      await this.references.demandPools(demandedBy(given.shifts, 'poolIds'));
      await this.references.demandGrant(given.kind, given.grants);
      if (given.shifts.some((shift) => shift.id !== undefined || shift.positions.some((position) => position.id !== undefined))) throw this.plans.unknown();
      await this.activities.insert({
        id, unitId: unit.id, title: given.title, ...keysOf(given.title, given.place, placeNames), kind: given.kind, state: 'draft', summary: given.summary, countyId: given.countyCode, townshipId: given.townshipCode,
        place: given.place, flow: given.flow, riskStatement: given.riskStatement, insurance: given.insurance, minors: given.minors, companions: given.companions, dangerous: given.dangerous, grantsKindId: given.grants?.kindId ?? null, grantsMonths: given.grants?.months ?? null, ...boundsOf(given.shifts), createdAt: this.clock.now(), createdBy: actor.accountId, ...untouched, version: 1,
      }, { topic: given.topicIds, audience: given.audienceIds }, given.serves);
      await this.plans.add(id, given.shifts);
      await this.record(actor, 'activity.created', id, null, { title: given.title, unit: unit.name, kind: given.kind, shifts: given.shifts.length });
    });
    return this.pages.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`, `version.stale`, `reference.not_found`, `position.taken`, `activity.started`, `activity.incomplete`, `activity.minors_signed_up`, `activity.companions_signed_up`, `input.invalid`. */
  async update(actor: PersonActor, id: string, { version, ...given }: Change): Promise<Activity> {
    await this.work.run(async () => {
      const before = await this.activities.findFor(actor, id, 'activity:write');
      if (!before) throw notFound();
      if (before.state !== 'draft' && before.state !== 'open') throw notIn(before.state);
      demandSafe({ minors: given.minors ?? before.minors, companions: given.companions ?? before.companions, dangerous: given.dangerous ?? before.dangerous });
      // Before the row is written: whoever signs up takes the turn first and needs the row then.
      if (before.state === 'open' && before.companions && given.companions === false) await this.companions.demandNone(id, this.clock.now());
      const { changes, shown } = await this.changesOf(actor, before, given);
      if (given.shifts) {
        const stored = await this.shifts.stored(id);
        await this.references.demandCredentials(demandedBy(given.shifts, 'credentialIds'), demandedBy(stored, 'credentialIds'));
        await this.references.demandPools(demandedBy(given.shifts, 'poolIds'), demandedBy(stored, 'poolIds'));
      }
      const plan = given.shifts ? await this.plans.against(before, given.shifts) : null;
      if (!(await this.activities.update(id, version, { ...changes, ...plan?.bounds }))) throw new Refusal('version.stale');
      if (given.topicIds) await this.activities.replaceTerms(id, 'topic', given.topicIds);
      if (given.audienceIds) await this.activities.replaceTerms(id, 'audience', given.audienceIds);
      if (given.serves) await this.activities.replaceItems(id, given.serves);
      if (before.state === 'open') await this.keepMinorsSafe(before, { ...before, ...shown });
      if (plan) await this.plans.apply(id, plan);
      // Whoever waits for a position that has grown has the new place before anybody else can take it.
      if (before.state === 'open') for (const grown of plan?.grown ?? []) await this.places.fill(grown);
      const was = Object.fromEntries(Object.keys(shown).map((key) => [key, before[key as keyof ActivityEntity]]));
      await this.record(actor, 'activity.changed', id, was, { ...shown, ...(given.topicIds ? { topicIds: given.topicIds } : {}), ...(given.audienceIds ? { audienceIds: given.audienceIds } : {}), ...(given.serves ? { serves: given.serves } : {}), ...plan?.summary });
    });
    return this.pages.get(actor, id);
  }

  /** Errors: `lifecycle.not_allowed`. */
  async remove(actor: PersonActor, id: string): Promise<{ done: true }> {
    await this.work.run(async () => {
      const activity = await this.activities.findFor(actor, id, 'activity:write');
      if (!activity) throw notFound();
      stateAfter(activity.state, 'delete');
      if (!(await this.activities.deleteDraft(id, activity.version))) throw new Refusal('version.stale');
      await this.record(actor, 'activity.deleted', id, { title: activity.title }, null);
    });
    return { done: true };
  }

  /** The same again as a draft: shifts keep their distance and the hours of their day; leaders and what is no longer in force stay behind. Errors: `reference.not_found`. */
  async copy(actor: PersonActor, id: string, startsOn: string): Promise<Activity> {
    const copyId = newId();
    await this.work.run(async () => {
      const source = await this.activities.findFor(actor, id, 'activity:write');
      if (!source) throw notFound();
      const unit = await this.references.demandUnit(actor, source.unitId);
      const terms = await this.activities.termIds(id);
      const idsOf = (kind: 'topic' | 'audience') => terms.filter((term) => term.kind === kind).map((term) => term.id);
      const serves = [...(await this.references.servable(unit, await this.activities.itemIds(id)))];
      const stored = await this.shifts.stored(id);
      const standing = stored.filter((shift) => !shift.cancelled);
      const shifts = timesFrom(standing.length > 0 ? standing : stored, startsOn);
      await this.activities.insert({
        ...source, ...untouched, id: copyId, state: 'draft', ...boundsOf(shifts), createdAt: this.clock.now(), createdBy: actor.accountId, version: 1,
      }, { topic: idsOf('topic'), audience: idsOf('audience') }, serves);
      await this.plans.add(copyId, shifts);
      await this.record(actor, 'activity.created', copyId, null, { title: source.title, copyOf: id, startsOn });
    });
    return this.pages.get(actor, copyId);
  }

  /** Checks what a change refers to, and answers the columns that it sets; `shown` without the keys that follow from others. */
  private async changesOf(actor: PersonActor, before: ActivityEntity, given: Omit<Change, 'version'>): Promise<{ changes: Partial<ActivityEntity>; shown: Partial<ActivityEntity> }> {
    const present = await this.activities.termIds(before.id);
    for (const [kind, ids] of [['topic', given.topicIds], ['audience', given.audienceIds]] as const) {
      if (ids) await this.references.demandTerms(kind, ids, present.filter((term) => term.kind === kind).map((term) => term.id));
    }
    if (given.serves) await this.references.demandItems(actor, await this.references.unit(before.unitId), given.serves, await this.activities.itemIds(before.id));
    const shown: Partial<ActivityEntity> = Object.fromEntries(textFields.flatMap((field) => (given[field] === undefined || given[field] === before[field] ? [] : [[field, given[field]]])));
    const grants = given.grants === undefined ? (before.grantsKindId === null ? null : { kindId: before.grantsKindId, months: before.grantsMonths }) : given.grants;
    await this.references.demandGrant(given.kind ?? before.kind, grants, before.grantsKindId);
    if (given.grants !== undefined) Object.assign(shown, { grantsKindId: grants?.kindId ?? null, grantsMonths: grants?.months ?? null });
    const place = { county: given.countyCode ?? before.countyId, township: given.townshipCode === undefined ? before.townshipId : given.townshipCode };
    const moved = place.county !== before.countyId || place.township !== before.townshipId;
    // Who signed up for one county did not sign up for another.
    if (before.state === 'open' && place.county !== before.countyId) throw notIn(before.state);
    if (moved) Object.assign(shown, { countyId: place.county, townshipId: place.township });
    if (!moved && shown.title === undefined && shown.place === undefined) return { changes: shown, shown };
    const placeNames = moved ? await this.references.demandPlace(place) : await this.references.placeNames(place);
    return { shown, changes: { ...shown, ...keysOf(shown.title ?? before.title, shown.place ?? before.place, placeNames) } };
  }

  /** Inside the unit. What minors have signed up for stays open to them, and their guardians hear of other risks. Errors: `activity.minors_signed_up`. */
  private async keepMinorsSafe(before: ActivityEntity, after: ActivityEntity): Promise<void> {
    const closes = (before.minors && !after.minors) || (!before.dangerous && after.dangerous);
    const count = closes ? await this.words.minorsIn(before.id, this.clock.today()) : 0;
    if (count > 0) throw new Refusal('activity.minors_signed_up', { params: { count } });
    if (riskTextOf(before).hash !== riskTextOf(after).hash) await this.jobs.enqueue('notice.risk_changed', { activityId: before.id });
  }

  private async record(actor: PersonActor, action: string, id: string, before: Record<string, unknown> | null, after: Record<string, unknown> | null): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'activity', subjectId: id, before, after });
  }
}
