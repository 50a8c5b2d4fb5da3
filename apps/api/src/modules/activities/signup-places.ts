import { Injectable } from '@nestjs/common';
import type { Block } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { firstWavePolicy, holdFor } from '@kepu/matching';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { fromDbTime } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Failpoints } from '../../platform/test-control/failpoints.js';
import { EligibilityCheck } from './eligibility-check.js';
import { GuardianWords } from './guardian-words.js';
import { PlaceOffers } from './place-offers.js';
import { demandEligible } from './signup-eligibility.js';
import { closedBecause, demandOpen } from './signup-steps.js';
import { SignupTurns } from './signup-turns.repository.js';
import { SignupsRepository, type PlacedSignup, type Place } from './signups.repository.js';

const system = { kind: 'system', task: 'waiting list' } as const;
/** Who has joined the list since then still means it. */
const FRESH_MS = 24 * 3_600_000;

/** Gives places and passes them on, inside a unit: no position holds more than its maximum, nobody has two places at one time, and no place stays empty while somebody waits who could have it. */
@Injectable()
export class SignupPlaces {
  constructor(
    private readonly rows: SignupsRepository, private readonly turns: SignupTurns, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly clock: Clock, private readonly failpoints: Failpoints,
    private readonly eligibility: EligibilityCheck, private readonly words: GuardianWords, private readonly offers: PlaceOffers,
  ) {}

  /** The person's turn, and then what stands against the place: another one at that time, a hard rule, or that a minor's guardian has not agreed. Errors: `volunteer.required`, `signup.overlap`, `signup.not_eligible`, `consent.missing`. */
  async demandMay(actor: Actor, volunteerId: string, place: Place, locale: Locale, asks: { readonly word: boolean; readonly except?: ReadonlySet<Block['code']> } = { word: true }): Promise<void> {
    if (!this.failpoints.skips('signup.overlap')) {
      await this.turns.ofPerson(volunteerId);
      // Whoever waited for the turn may have left, or be one with another registration, by now.
      if (!(await this.rows.isVolunteer(volunteerId))) throw new Refusal('volunteer.required');
      await this.demandNoClash(volunteerId, place);
    }
    demandEligible((await this.eligibility.blocks(actor, volunteerId, place.positionId, locale)).filter(({ code }) => asks.except?.has(code) !== true), locale);
    if (asks.word) await this.words.demand(volunteerId, place);
  }

  /** The same without a turn, for what is shown before anybody decides. Errors: as of `demandMay`. */
  async lookAt(actor: Actor, volunteerId: string, place: Place, locale: Locale): Promise<void> {
    if (!(await this.rows.isVolunteer(volunteerId))) throw new Refusal('volunteer.required');
    await this.demandNoClash(volunteerId, place);
    demandEligible(await this.eligibility.blocks(actor, volunteerId, place.positionId, locale), locale);
    await this.words.demand(volunteerId, place);
  }

  /** What can be told before a unit: in a rush most come too late, and they wait for no turn to hear it. Whoever comes in time is decided by the unit alone. Errors: `signup.closed`, `signup.overlap`, `position.full`. */
  async look(volunteerId: string, place: Place, { atOnce }: { readonly atOnce: boolean }): Promise<void> {
    demandOpen(place, this.clock.now());
    await this.demandNoClash(volunteerId, place);
    if (atOnce && place.confirmed >= place.maximum) throw new Refusal('position.full');
    await this.failpoints.pause('signup.looked');
  }

  private async demandNoClash(volunteerId: string, place: Place): Promise<void> {
    const other = await this.rows.clash(volunteerId, place);
    if (other) throw new Refusal('signup.overlap', { params: { title: other.title } });
  }

  /** One place, where there is one and the shift still waits for people. Errors: `signup.closed`. */
  async take(place: Place): Promise<boolean> {
    // The control takes for true what was read before.
    const taken = this.failpoints.skips('signup.capacity') ? place.confirmed < place.maximum && (await this.rows.takePlaceUnchecked(place.positionId)) : await this.rows.takePlace(place.positionId);
    if (taken) await this.demandStillOpen(place.positionId);
    return taken;
  }

  /** Places for several at once: all of them or none. Errors: `signup.closed`. */
  async takeTogether(place: Place, count: number): Promise<boolean> {
    const taken = this.failpoints.skips('signup.capacity') ? place.confirmed + count <= place.maximum && (await this.rows.takePlaces(place.positionId, count, false)) : await this.rows.takePlaces(place.positionId, count, true);
    if (taken) await this.demandStillOpen(place.positionId);
    return taken;
  }

  /** For those who take no place now: the turn at the position, so that nobody joins a list whose place has just come free, or a shift that was just cancelled. */
  async joinList(place: Place): Promise<void> {
    await this.turns.atPosition(place.positionId);
    await this.demandStillOpen(place.positionId);
  }

  /** For whoever loses a place or a wish for one: nobody is checked in meanwhile, and nobody joins the list unseen. */
  async turnAt(place: Pick<Place, 'shiftId' | 'positionId'>): Promise<void> {
    await this.turns.atShift(place.shiftId);
    await this.turns.atPosition(place.positionId);
  }

  /** For a place that is held already, and now confirmed. Errors: `signup.closed`. */
  keep(place: Place): Promise<void> { return this.joinList(place); }

  /** A place that came free goes to the first who waits and can have it, or is held for them, where people get places at once; else it is free. After a turn at the position. */
  async passOn(place: Place): Promise<void> {
    const heir = place.flow === 'instant' && closedBecause(place, this.clock.now()) === null ? await this.firstWaiting(place) : null;
    if (!heir) await this.rows.freePlace(place.positionId);
  }

  /** Gives free places to those who wait, or holds them; for a position that has grown. Answers how many. Opens no unit. */
  async fill(positionId: string): Promise<number> {
    await this.turns.atPosition(positionId);
    const place = await this.rows.place(positionId);
    if (place?.flow !== 'instant' || closedBecause(place, this.clock.now()) !== null) return 0;
    let admitted = 0;
    while (await this.rows.takePlace(positionId)) {
      if (await this.firstWaiting(place)) admitted += 1;
      else {
        await this.rows.freePlace(positionId);
        break;
      }
    }
    return admitted;
  }

  private async firstWaiting(place: Place): Promise<PlacedSignup | null> {
    for (const next of await this.rows.waiting(place.positionId)) {
      if (next.heldUntil !== null) continue;
      await this.turns.ofPerson(next.volunteerId);
      if (await this.rows.clash(next.volunteerId, place)) continue;
      if ((await this.eligibility.blocks(system, next.volunteerId, place.positionId)).length > 0 || !(await this.words.allow(next.volunteerId, place))) continue;
      const hold = await this.hold(next);
      if (hold === 'held') return next;
      if (hold === 'gone') continue;
      if (!(await this.rows.change(next, { state: 'confirmed', queuedAt: null, heldUntil: null, decidedAt: this.clock.now(), decidedBy: null }))) continue;
      await this.audit.record({ actor: auditActor(system), action: 'signup.confirmed', subjectKind: 'signup', subjectId: next.id, before: { state: next.state }, after: { state: 'confirmed', activityId: next.activityId } });
      await this.jobs.enqueue('notice.signup', { event: 'confirmed', signupIds: [next.id] });
      return next;
    }
    return null;
  }

  /** Who has waited long is asked first: `at_once` for whoever has just come, or where it is too late to ask anybody; `gone` where the row has changed meanwhile. */
  private async hold(next: PlacedSignup): Promise<'held' | 'at_once' | 'gone'> {
    const now = this.clock.now();
    const window = next.queuedAt === null || now.getTime() - Date.parse(fromDbTime(next.queuedAt)) <= FRESH_MS ? null : holdFor(now.toISOString(), fromDbTime(next.startsAt), firstWavePolicy);
    if (window === null) return 'at_once';
    if (!(await this.rows.change(next, { heldUntil: new Date(window.until) }))) return 'gone';
    await this.audit.record({ actor: auditActor(system), action: 'signup.held', subjectKind: 'signup', subjectId: next.id, before: { heldUntil: null }, after: { heldUntil: window.until, activityId: next.activityId } });
    await this.offers.ask(next, window);
    return 'held';
  }

  private async demandStillOpen(positionId: string): Promise<void> {
    const place = await this.rows.place(positionId);
    if (!place) throw notFound();
    demandOpen(place, this.clock.now());
  }
}
