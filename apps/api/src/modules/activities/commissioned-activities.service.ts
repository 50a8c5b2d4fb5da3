import { Injectable } from '@nestjs/common';
import type { Block } from '@kepu/contracts';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { LENGTHS } from '../../platform/database/column-lengths.js';
import { newId } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { searchKey, sortKey } from '../../platform/pinyin/pinyin.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityCancellation } from './activity-cancellation.js';
import { untouched, SEARCH_LENGTH } from './activity-drafts.service.js';
import { ActivityReferences } from './activity-references.js';
import { notIn } from './activity-transition.js';
import type { ActivityEntity } from './activity.entity.js';
import { ShiftPlans } from './shift-plans.js';
import { boundsOf } from './shift-times.js';
import { ShiftsRepository } from './shifts.repository.js';
import { SignupMoves } from './signup-moves.js';
import { SignupPlaces } from './signup-places.js';
import { SignupRequests } from './signup-requests.service.js';
import { SignupsRepository, type Place } from './signups.repository.js';

/** What an activity is made of that was ordered and needs nobody to write it. `by`: the account that answers for it. */
export interface Commission {
  readonly unitId: string; readonly title: string; readonly summary: string; readonly countyCode: string; readonly townshipCode: string | null; readonly place: string; readonly riskStatement: string; readonly topicIds: readonly string[]; readonly audienceIds: readonly string[];
  readonly startsAt: string; readonly endsAt: string; readonly lecturerId: string; readonly role: string; readonly by: string;
}
/** What a lecturer who says yes by word of mouth has decided for themselves. */
const ownSay: ReadonlySet<Block['code']> = new Set(['too_far', 'island', 'mountain', 'paused', 'too_many_hours', 'rest']);

/** Activities that another module has made of what somebody ordered: published at once, with the lecturer in their place. The caller has proved the right to it. Inside a unit of work. */
@Injectable()
export class CommissionedActivities {
  constructor(
    private readonly activities: ActivitiesRepository, private readonly references: ActivityReferences, private readonly plans: ShiftPlans, private readonly shifts: ShiftsRepository, private readonly cancellation: ActivityCancellation, private readonly signups: SignupsRepository, private readonly places: SignupPlaces,
    private readonly requests: SignupRequests, private readonly moves: SignupMoves, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly clock: Clock,
  ) {}

  /** Answers the id of the activity. Errors: as of `seat`. */
  async post(actor: Actor, given: Commission): Promise<string> {
    const id = newId();
    const now = this.clock.now();
    const shift = { startsAt: given.startsAt, endsAt: given.endsAt, positions: [{ role: 'lecturer' as const, name: given.role, minimum: 1, maximum: 1, paid: false, requires: { occupations: [], credentialIds: [], poolIds: [], minAge: null, note: null } }] };
    const names = await this.references.placeNames({ county: given.countyCode, township: given.townshipCode });
    await this.activities.insert({
      ...untouched, id, unitId: given.unitId, title: given.title, titleKey: sortKey(given.title, LENGTHS.searchKey), searchKey: searchKey([given.title, given.place, ...names], SEARCH_LENGTH), kind: 'lecture', state: 'open', summary: given.summary, countyId: given.countyCode, townshipId: given.townshipCode, place: given.place,
      flow: 'request', riskStatement: given.riskStatement, insurance: 'none_needed', minors: false, companions: false, dangerous: false, grantsKindId: null, grantsMonths: null, ...boundsOf([shift]), createdAt: now, createdBy: given.by, submittedAt: now, approvedAt: now, approvedBy: given.by, version: 1,
    }, { topic: given.topicIds, audience: given.audienceIds }, []);
    await this.plans.add(id, [shift]);
    await this.record(actor, 'activity.created', id, null, { title: given.title, unitId: given.unitId, kind: 'lecture', shifts: 1 });
    await this.record(actor, 'activity.approved', id, { state: 'draft' }, { state: 'open' });
    await this.seat(actor, id, given.lecturerId, given.by);
    return id;
  }

  /** Gives the lecturer's place to somebody who has said yes. Errors: `volunteer.required`, `signup.overlap`, `signup.not_eligible`, `signup.exists`, `signup.closed`, `position.full`. */
  async seat(actor: Actor, activityId: string, lecturerId: string, by: string): Promise<void> {
    const place = await this.placeOf(activityId);
    await this.places.demandMay(actor, lecturerId, place, 'zh-CN', { word: false, except: ownSay });
    if (!(await this.places.take(place))) throw new Refusal('position.full');
    await this.requests.write(actor, place, lecturerId, 'confirmed', { onDuty: true, note: null, placedBy: by });
  }

  /** Takes the place back from a lecturer who does not come. */
  async unseat(actor: Actor, activityId: string, lecturerId: string, reason: string): Promise<void> {
    const place = await this.placeOf(activityId);
    const row = await this.signups.of(place.positionId, lecturerId);
    if (row && row.state === 'confirmed') await this.requests.release(actor, lecturerId, row.id, reason);
  }

  /** Errors: `lifecycle.not_allowed`, `shift.settled`. */
  async move(actor: Actor, activityId: string, given: { readonly startsAt: string; readonly endsAt: string; readonly reason: string }): Promise<void> {
    const activity = await this.find(activityId);
    if (activity.state !== 'open') throw notIn(activity.state);
    const { shiftId, startsAt, endsAt } = await this.placeOf(activityId);
    if (!(await this.activities.update(activityId, activity.version, boundsOf([given])))) throw new Refusal('version.stale');
    if (!(await this.shifts.move(shiftId, given))) throw new Refusal('shift.settled');
    await this.moves.shiftMoved(actor, shiftId, given.reason);
    await this.record(actor, 'shift.moved', activityId, { startsAt, endsAt }, { shiftId, ...given });
    await this.jobs.enqueue('credentials.lapse', { personId: null, activityId });
    await this.jobs.enqueue('notice.shift', { shiftId, event: 'moved', version: activity.version + 1, by: idOf(actor) });
  }

  /** One that does not stand any more stays as it is. Errors: `shift.settled`. */
  async cancel(actor: Actor, activityId: string, reason: string): Promise<void> {
    const activity = await this.find(activityId);
    if (activity.state === 'open') await this.cancellation.cancelActivity(actor, activity, { version: activity.version, reason });
  }

  private async find(activityId: string): Promise<ActivityEntity> {
    const activity = await this.activities.findFor({ kind: 'system', task: 'orders' }, activityId, 'activity:read');
    if (!activity) throw new Error(`activity ${activityId} is not there`);
    return activity;
  }
  private async placeOf(activityId: string): Promise<Place> {
    const [position] = (await this.shifts.stored(activityId)).flatMap((shift) => shift.positions).filter((one) => one.role === 'lecturer');
    const place = position ? await this.signups.place(position.id) : null;
    if (!place) throw new Error(`activity ${activityId} has no place for a lecturer`);
    return place;
  }
  private async record(actor: Actor, action: string, activityId: string, before: Readonly<Record<string, unknown>> | null, after: Readonly<Record<string, unknown>>): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action, subjectKind: 'activity', subjectId: activityId, before, after });
  }
}

const idOf = (actor: Actor): string => (actor.kind === 'person' ? actor.accountId : 'system');
