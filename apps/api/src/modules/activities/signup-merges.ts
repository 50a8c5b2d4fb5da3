import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Holdings } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { AuditTrail } from '../../platform/audit/index.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { PersonMerges, type PersonMerge, type PersonMover } from '../identity/index.js';
import { SignupMergesRepository, type MergeRow } from './signup-merges.repository.js';
import { SignupRequests } from './signup-requests.service.js';
import { SignupTurns } from './signup-turns.repository.js';

/**
 * Sign-ups follow the person. Nobody has two places at one time, nor one position twice: of two such rows one goes, and its place is passed on. It is the one that says less, and of equals
 * that of the registration that goes. Hours that were confirmed are never undone here: two rows of one position with hours stay as they are, the second as history of the closed account.
 */
@Injectable()
export class SignupMerges implements PersonMover, OnModuleInit {
  readonly moves = ['signups.volunteer_id', 'attendances.volunteer_id', 'shifts.leader_id'];
  readonly stays = [];

  constructor(private readonly merges: PersonMerges, private readonly rows: SignupMergesRepository, private readonly requests: SignupRequests, private readonly turns: SignupTurns, private readonly audit: AuditTrail) {}

  onModuleInit(): void { this.merges.register(this); }

  async count(personIds: readonly string[]): Promise<ReadonlyMap<string, Partial<Holdings>>> {
    const found = new Map<string, Partial<Holdings>>();
    for (const { personId, key, total } of await this.rows.counts(personIds)) found.set(personId, { ...found.get(personId), [key]: total });
    return found;
  }

  async merge({ actor, from, into }: PersonMerge): Promise<Partial<Holdings>> {
    const reason = label('zh-CN', 'terms.mergeReasons.place');
    const gone = new Set<string>();
    // Nobody is ticked at one of these shifts meanwhile.
    for (const shiftId of [...new Set((await this.rows.of(from)).filter(active).map((row) => row.shiftId))].sort()) await this.turns.atShift(shiftId);
    const [own, others] = [await this.rows.of(into), await this.rows.of(from)];
    let joined = 0;
    for (const other of others) {
      for (const mine of own.filter((row) => !gone.has(row.id) && meets(row, other))) {
        if (gone.has(other.id)) break;
        const [less, more] = weight(other) > weight(mine) ? [mine, other] : [other, mine];
        if (less.presence === 'settled') continue;
        gone.add(less.id);
        await this.rows.forgetPresence(less.id);
        if (active(less)) await this.requests.release(actor, less.volunteerId, less.id, reason);
        // A family that signed up twice comes once, with as many children as it said at most.
        if (mine.shiftId === other.shiftId && active(less) && less.companions > more.companions) await this.rows.bring(more.id, less);
        if (mine.positionId !== other.positionId) continue;
        await this.rows.remove(less.id);
        joined += 1;
        await this.audit.record({
          actor: auditActor(actor), action: 'signup.joined', subjectKind: 'signup', subjectId: less.id, before: { state: less.state, presence: less.presence },
          after: { activityId: less.activityId, positionId: less.positionId, stays: more.id },
        });
      }
    }
    await this.rows.move(from, into);
    return { signups: joined };
  }
}

const active = ({ state }: MergeRow): boolean => state === 'requested' || state === 'waiting' || state === 'confirmed';
/** Whether one person cannot have both: the same position, or places at the same time. */
const meets = (one: MergeRow, other: MergeRow): boolean =>
  one.positionId === other.positionId
  || (one.state === 'confirmed' && other.state === 'confirmed' && Number(one.cancelled) === 0 && Number(other.cancelled) === 0 && one.startsAt < other.endsAt && other.startsAt < one.endsAt);

const presences = { settled: 6, left: 5, present: 5, absent: 3 } as const;
const states = { confirmed: 4, waiting: 2, requested: 2, refused: 1, withdrawn: 0, cancelled: 0 } as const;
/** How much a row says of what the person did, or is to do. */
const weight = ({ presence, state }: MergeRow): number => (presence === null ? states[state] : presences[presence]);
