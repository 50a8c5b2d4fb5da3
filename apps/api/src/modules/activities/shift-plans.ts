import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { newId } from '../../platform/database/index.js';
import { badReference, Refusal } from '../../platform/errors/refusal.js';
import { notIn } from './activity-transition.js';
import type { ActivityEntity } from './activity.entity.js';
import { openProblem, shiftDiff, type GivenPosition, type GivenShift, type ShiftDiff } from './shift-diff.js';
import { boundsOf, type ShiftTime } from './shift-times.js';
import type { PositionEntity, ShiftEntity } from './shift.entity.js';
import { ShiftsRepository } from './shifts.repository.js';
import { plainTime } from './spoken-time.js';

/** 256 bits of the key that makes the rotating codes of a shift. */
const SECRET_BYTES = 32;

/** A shift that is not there yet. */
export interface NewShift extends ShiftTime { readonly positions: readonly GivenPosition[] }
/** What is to be done to the shifts of an activity, checked and not done yet. */
export interface ShiftPlan {
  readonly diff: ShiftDiff; readonly removes: boolean; readonly bounds: Pick<ActivityEntity, 'firstAt' | 'lastAt'>; readonly summary: Readonly<Record<string, number>>;
  /** Positions that take more people than before. */
  readonly grown: readonly string[];
}

const columnsOf = (position: GivenPosition, sortNo: number) => ({
  role: position.role, name: position.name, minimum: position.minimum, maximum: position.maximum, paid: position.paid, occupations: position.requires.occupations, credentialIds: position.requires.credentialIds, poolIds: position.requires.poolIds, minAge: position.requires.minAge,
  note: position.requires.note, sortNo,
});

/** Whether somebody who was let in by the one may be kept out by the other: a further certificate, or fewer pools. */
const demandsMore = (was: GivenPosition['requires'], is: GivenPosition['requires']): boolean =>
  is.credentialIds.some((id) => !was.credentialIds.includes(id)) || (is.poolIds.length > 0 && (was.poolIds.length === 0 || was.poolIds.some((id) => !is.poolIds.includes(id))));

/** Shifts and positions as a form gives them, made out of those that are there. Inside the unit that changes the activity. */
@Injectable()
export class ShiftPlans {
  constructor(private readonly shifts: ShiftsRepository, private readonly cipher: FieldCipher, private readonly clock: Clock) {}

  /** A shift or position that is named and is not there. */
  unknown(): Refusal { return badReference('terms.missing.shifts'); }

  async add(activityId: string, given: readonly NewShift[]): Promise<void> {
    const rows = given.map((shift) => ({ row: this.rowOf(activityId, shift), positions: shift.positions }));
    await this.shifts.insert(rows.map(({ row }) => row), rows.flatMap(({ row, positions }) => positions.map((position, sortNo) => this.positionRow(activityId, row.id, position, sortNo))));
  }

  /** Holds a form against what is there. Errors: `reference.not_found`, and for what is published `lifecycle.not_allowed`, `activity.started`, `activity.incomplete`, `input.invalid`. */
  async against(activity: ActivityEntity, given: readonly GivenShift[]): Promise<ShiftPlan> {
    const stored = await this.shifts.stored(activity.id);
    const diff = shiftDiff(stored, given);
    if (!diff) throw this.unknown();
    const open = activity.state === 'open';
    if (open) this.demandOpen(activity, diff, given);
    const cancelled = new Set(stored.filter((shift) => shift.cancelled).map((shift) => shift.id));
    return {
      diff, removes: !open, bounds: boundsOf(given.filter((shift) => shift.id === undefined || !cancelled.has(shift.id))),
      grown: diff.changedPositions.flatMap(({ stored: was, position }) => (position.maximum > was.maximum ? [was.id] : [])),
      summary: {
        shifts: given.length, shiftsAdded: diff.added.length, shiftsRemoved: open ? 0 : diff.removed.length, positionsAdded: diff.addedPositions.length,
        positionsChanged: diff.changedPositions.length, positionsRemoved: diff.removedPositions.length,
      },
    };
  }

  /** Errors: `position.taken`. */
  async apply(activityId: string, { diff, removes }: ShiftPlan): Promise<void> {
    for (const { stored } of diff.removedPositions) if (!(await this.shifts.removePosition(stored.id))) throw await this.taken(stored.id);
    for (const { stored, position, sortNo } of diff.changedPositions) {
      // Whoever signed up did so without it: another position can demand it.
      if (stored.signups > 0 && demandsMore(stored.requires, position.requires)) throw await this.taken(stored.id);
      if (!(await this.shifts.changePosition(stored.id, columnsOf(position, sortNo)))) throw await this.taken(stored.id);
    }
    if (removes) for (const shift of diff.removed) await this.shifts.remove(shift.id);
    for (const { shift, ...times } of diff.retimed) await this.shifts.setTimes(shift.id, times);
    await this.shifts.insert([], diff.addedPositions.map(({ shift, position, sortNo }) => this.positionRow(activityId, shift.id, position, sortNo)));
    await this.add(activityId, diff.added.map(({ shift }) => shift));
  }

  private demandOpen(activity: ActivityEntity, diff: ShiftDiff, given: readonly GivenShift[]): void {
    const now = this.clock.now().toISOString();
    const problem = openProblem(diff, given, now);
    if (problem === 'times') throw notIn(activity.state);
    if (problem === 'started') throw new Refusal('activity.started');
    if (problem === 'positions') throw new Refusal('activity.incomplete', { params: { missing: 'terms.missing.positions' } });
    if (problem === 'past') {
      const late = diff.added.filter(({ shift }) => Date.parse(shift.startsAt) <= Date.parse(now));
      throw new Refusal('input.invalid', { params: { count: late.length }, fields: late.map(({ place }) => ({ path: `body.shifts.${place}.startsAt`, code: 'too_small', params: { minimum: plainTime(now) } })) });
    }
  }

  private async taken(positionId: string): Promise<Refusal> {
    return new Refusal('position.taken', { params: { count: await this.shifts.holders(positionId) } });
  }

  private rowOf(activityId: string, { startsAt, endsAt }: ShiftTime): ShiftEntity {
    const id = newId();
    return {
      id, activityId, startsAt: new Date(startsAt), endsAt: new Date(endsAt), leaderId: null, secret: this.cipher.seal(randomBytes(SECRET_BYTES).toString('hex'), { table: 'shifts', column: 'secret', row: id }),
      cancelledReason: null, cancelledAt: null, movedFrom: null, movedReason: null, held: null, turnout: null, turnoutMethod: null,
    };
  }
  private positionRow(activityId: string, shiftId: string, position: GivenPosition, sortNo: number): PositionEntity {
    return { id: newId(), shiftId, activityId, confirmed: 0, ...columnsOf(position, sortNo) };
  }
}
