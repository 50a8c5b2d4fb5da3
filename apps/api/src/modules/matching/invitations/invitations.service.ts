import { Injectable } from '@nestjs/common';
import type { Block, InviteSkip, PlaceInvitationOrigin } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { isMinor } from '@kepu/domain';
import { blocksOf, firstWavePolicy as policy, reasonsOf, score, silenceOf, windowFor, type MatchingContext, type PositionFacts, type VolunteerFacts, type WeightTable } from '@kepu/matching';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { notFound } from '../../../platform/errors/refusal.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { GuardianWords, PositionDirectory } from '../../activities/index.js';
import { MatchingContexts } from '../matching-contexts.js';
import { MatchingWeightsService } from '../matching-weights.service.js';
import { VolunteersFacts } from '../volunteers-facts.js';
import { blockInWords } from '../words.js';
import { InviteesRepository, neverInvited, type Invited } from './invitees.repository.js';
import type { PlaceInvitationEntity } from './place-invitation.entity.js';
import { openKeyOf, PlaceInvitationsRepository } from './place-invitations.repository.js';

/** Somebody to ask for a position. */
export interface InvitationDraft { readonly positionId: string; readonly volunteerId: string }
/** Who asks, and of a wave which one. */
export interface InvitationSending {
  readonly origin: PlaceInvitationOrigin; readonly locale?: Locale;
  /** Places of one batch are one asking: what was sent since it began counts towards nobody's cap. */
  readonly batch?: { readonly since: Date };
  readonly round?: { readonly id: string; readonly wave: ReadonlyMap<string, number>; /** By position, in thousandths. */ readonly chance: ReadonlyMap<string, number>; readonly answerBy: ReadonlyMap<string, string> };
}
/** Who was asked, and who was not and why. */
export interface InvitationsSent {
  readonly sent: readonly (InvitationDraft & { readonly id: string; readonly answerBy: string })[];
  readonly skipped: readonly (InvitationDraft & { readonly because: InviteSkip; readonly block: Block | null })[];
}
/** What all drafts of one call are looked at with. */
interface Table {
  readonly positions: ReadonlyMap<string, PositionFacts>; readonly people: ReadonlyMap<string, VolunteerFacts>; readonly context: MatchingContext; readonly weights: WeightTable; readonly weightsVersion: number; readonly demandName: (id: string) => string; readonly locale: Locale;
}
/** What is true of a portion under its turn. */
interface Turn { readonly now: Date; readonly invited: Map<string, Invited>; readonly asked: Set<string>; readonly ever: ReadonlySet<string>; readonly signedUp: ReadonlySet<string> }

/** Sent in one unit: writes of more would keep others waiting. */
const PORTION = 50;

/** Asks people for places: whoever sends, the same hard rules, caps and silences hold. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly rows: PlaceInvitationsRepository, private readonly invitees: InviteesRepository, private readonly facts: VolunteersFacts, private readonly positions: PositionDirectory, private readonly contexts: MatchingContexts, private readonly weights: MatchingWeightsService,
    private readonly words: GuardianWords, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /**
   * Asks in the order given; who may not be asked any more is skipped with the reason. In quiet hours the message goes out when they end, and the time to answer counts from then. In portions of a unit each: what was sent stays sent.
   * A position that has been taken away meanwhile is skipped like a person who is gone. Errors: `resource.not_found`, where a position is out of the actor's reach.
   */
  async send(actor: Actor, drafts: readonly InvitationDraft[], sending: InvitationSending): Promise<InvitationsSent> {
    const positionIds = [...new Set(drafts.map(({ positionId }) => positionId))];
    const reached = await this.rows.decided(actor, positionIds);
    const [positions, people, { context, demandName }, { version, weights }] = await Promise.all([this.positions.facts({ ids: positionIds }), this.facts.of([...new Set(drafts.map(({ volunteerId }) => volunteerId))]), this.contexts.open(), this.weights.current()]);
    if (positions.some(({ id }) => !reached.has(id))) throw notFound();
    const table: Table = {
      positions: new Map(positions.map((one) => [one.id, one])), people: new Map(people.map((one) => [one.id, one])), context, demandName, weights, weightsVersion: version, locale: sending.locale ?? 'zh-CN',
    };
    const all = { sent: [] as InvitationsSent['sent'][number][], skipped: [] as InvitationsSent['skipped'][number][] };
    for (let at = 0; at < drafts.length; at += PORTION) {
      const portion = await this.work.run(() => this.portion(actor, drafts.slice(at, at + PORTION), table, sending));
      all.sent.push(...portion.sent);
      all.skipped.push(...portion.skipped);
    }
    return all;
  }

  private async portion(actor: Actor, drafts: readonly InvitationDraft[], table: Table, sending: InvitationSending): Promise<InvitationsSent> {
    await this.rows.takeTurn();
    const turn = await this.turn(drafts);
    const sent: InvitationsSent['sent'][number][] = [];
    const skipped: InvitationsSent['skipped'][number][] = [];
    const written: PlaceInvitationEntity[] = [];
    for (const draft of drafts) {
      const looked = await this.look(actor, draft, table, turn, sending);
      if ('because' in looked) { skipped.push({ ...draft, ...looked }); continue; }
      const { row, from } = looked;
      written.push(row);
      turn.asked.add(row.openKey ?? '');
      const before = turn.invited.get(draft.volunteerId) ?? neverInvited;
      turn.invited.set(draft.volunteerId, { ...before, sentAt: [...before.sentAt, row.sentAt.toISOString()] });
      sent.push({ ...draft, id: row.id, answerBy: row.answerBy.toISOString() });
      await this.audit.record({ actor: auditActor(actor), action: 'place_invitation.sent', subjectKind: 'place_invitation', subjectId: row.id, before: null, after: { activityId: row.activityId, positionId: row.positionId, origin: row.origin, wave: row.wave, answerBy: row.answerBy.toISOString() } });
      await this.jobs.enqueue('notice.place_invitation', { invitationId: row.id }, { runAfter: from });
    }
    await this.rows.insert(written);
    return { sent, skipped };
  }

  private async turn(drafts: readonly InvitationDraft[]): Promise<Turn> {
    const now = this.clock.now();
    const positionIds = [...new Set(drafts.map(({ positionId }) => positionId))];
    const [invited, asked, signedUp] = await Promise.all([this.invitees.of([...new Set(drafts.map(({ volunteerId }) => volunteerId))], now), this.rows.asked(positionIds), this.rows.signedUp(positionIds)]);
    const keys = (rows: readonly InvitationDraft[]): string[] => rows.map(({ positionId, volunteerId }) => openKeyOf(positionId, volunteerId));
    return { now, invited: new Map(invited), asked: new Set(keys(asked.filter(({ state }) => state === 'sent'))), ever: new Set(keys(asked)), signedUp: new Set(keys(signedUp)) };
  }

  /** The row to write and when the message goes out, or why there is none. */
  private async look(actor: Actor, { positionId, volunteerId }: InvitationDraft, table: Table, turn: Turn, { origin, round, batch }: InvitationSending): Promise<{ readonly row: PlaceInvitationEntity; readonly from: Date } | { readonly because: InviteSkip; readonly block: Block | null }> {
    const skip = (because: InviteSkip, block: Block | null = null) => ({ because, block });
    const [position, person] = [table.positions.get(positionId), table.people.get(volunteerId)];
    if (!position || !person) return skip('unknown');
    const key = openKeyOf(positionId, volunteerId);
    if (!position.open || Date.parse(position.startsAt) <= turn.now.getTime()) return skip('not_open');
    if (turn.signedUp.has(key)) return skip('signed_up');
    // A unit may ask again by hand whom it asked in vain; waves and batches ask once.
    if (turn.asked.has(key) || (origin !== 'unit' && turn.ever.has(key))) return skip('asked_already');
    if (position.confirmed >= position.maximum) return skip('full');
    const [block] = blocksOf(person, position, table.context);
    if (block) return skip('blocked', blockInWords(block, table.demandName, table.locale));
    if (isMinor(person.bornOn, position.day) && !(await this.words.allow(volunteerId, position))) return skip('no_guardian_word');
    const window = windowFor(turn.now.getTime(), Date.parse(position.startsAt), policy.answer, policy);
    if (window === null) return skip('too_late');
    const invited = turn.invited.get(volunteerId) ?? neverInvited;
    const silence = silenceOf(batch ? { ...invited, sentAt: invited.sentAt.filter((sent) => Date.parse(sent) < batch.since.getTime()) } : invited, window.from, policy);
    if (silence !== null) return skip(silence);
    const { score: points, parts } = score(person, position, table.weights, table.context);
    const answerBy = new Date(round?.answerBy.get(positionId) ?? window.until);
    return {
      from: new Date(window.from),
      row: {
        id: newId(), positionId, shiftId: position.shiftId, activityId: position.activityId, volunteerId, state: 'sent', openKey: key, closedBecause: null, origin, wave: round?.wave.get(positionId) ?? null, roundId: round?.id ?? null, score: person.personal ? Math.round(points * 1000) : null, chance: round?.chance.get(positionId) ?? null,
        weightsVersion: table.weightsVersion, reasons: person.personal ? [...reasonsOf(parts).reasons] : [], sentAt: new Date(window.from), sentBy: actor.kind === 'person' ? actor.accountId : null, answerBy, answeredAt: null, reason: null, version: 1,
      },
    };
  }
}
