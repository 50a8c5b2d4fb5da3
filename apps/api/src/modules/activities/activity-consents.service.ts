import { Injectable } from '@nestjs/common';
import type { ActivityConsent, activityConsentQuery, childSignup, consentEnded, consentGiven, consentRequest, MySignup, Page, RiskText } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { ageOn, bandOf, isMinor } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock, shanghaiDay } from '../../platform/clock/index.js';
import { newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { SealedNames } from '../identity/index.js';
import { Guardians, MinorPolicies } from '../guardians/index.js';
import type { ActivityConsentEntity } from './activity-consent.entity.js';
import { activityConsentView, consentStateOf } from './activity-consent.mapper.js';
import { ActivityConsentsRepository, type ConsentRow } from './activity-consents.repository.js';
import { riskTextOf } from './risk-text.js';
import { SignupPlaces } from './signup-places.js';
import { SignupRequests } from './signup-requests.service.js';
import { SignupsRepository, type Place } from './signups.repository.js';

/** A word that rests on no paper. */
const online = { method: 'online', scanId: null, scanPage: null, escortId: null } as const;
/** A guardian's word as a slip says it, and the teacher who goes along. */
export interface SlipWord { readonly riskHash: string; readonly accompanies: boolean; readonly escortId: string | null; readonly scanId: string; readonly page: number }

/** The word of guardians on one activity each: asked for by the child, or given with the sign-up. */
@Injectable()
export class ActivityConsents {
  constructor(
    private readonly rows: ActivityConsentsRepository, private readonly guardians: Guardians, private readonly policies: MinorPolicies, private readonly names: SealedNames, private readonly signups: SignupsRepository, private readonly places: SignupPlaces,
    private readonly requests: SignupRequests, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `resource.not_found`, also for what is not published. */
  async risk(activityId: string): Promise<RiskText> {
    const risk = (await this.signups.isPublished(activityId)) ? await this.rows.risk(activityId) : null;
    if (!risk) throw notFound();
    return riskTextOf(risk);
  }

  async list(actor: PersonActor, query: z.output<typeof activityConsentQuery>): Promise<Page<ActivityConsent>> {
    const children = await this.guardians.childrenOf(actor.accountId);
    const { rows, total } = await this.rows.listFor(actor.accountId, children, query, { offset: (query.page - 1) * query.perPage, limit: query.perPage });
    return { data: await this.views(rows), total };
  }

  /** On paper: the slip bears the code of the text that was read. All or nothing, as of `signUp`; for a pupil who has the place already, the word alone is new. */
  async signUpBySlip(actor: PersonActor, positionId: string, childId: string, { riskHash, accompanies, escortId, scanId, page }: SlipWord, locale: Locale): Promise<void> {
    const child = asChild(actor, childId);
    const place = await this.place(positionId);
    await this.work.run(async () => {
      await this.demandText(childId, place, { riskHash, accompanies: accompanies || escortId !== null });
      const before = await this.rows.open(childId, place.activityId);
      const word = { waitIfFull: true, note: null, guardianId: null, accompanies, givenAt: this.clock.now(), method: 'slip' as const, scanId, scanPage: page, escortId };
      const renewed = before?.signedUp === 1 && before.positionId === positionId && consentStateOf(before, this.clock.now()) === 'changed';
      const id = await this.write(child, childId, place, before, word);
      await this.record(child, 'given', id, childId, place.activityId);
      if (renewed) return;
      await this.requests.create(child, positionId, { waitIfFull: true, note: null, onDuty: false }, locale);
    }).catch(asked);
  }

  /** By whoever handed the slip in, on the guardian's word; the caller has proved who that is. Errors: `version.stale`, `consent.over`. */
  async withdrawSlip(actor: PersonActor, row: ConsentRow, version: number): Promise<void> {
    if (!['given', 'changed'].includes(consentStateOf(row, this.clock.now()))) throw new Refusal('consent.over');
    await this.end(asChild(actor, row.minorId), row, version);
  }

  /** By the child. Errors: `volunteer.required`, `minor.of_age`, `consent.asked`, and what stands against a sign-up. */
  async ask(actor: PersonActor, positionId: string, given: z.output<typeof consentRequest>, locale: Locale): Promise<ActivityConsent> {
    const place = await this.place(positionId);
    const bornOn = await this.rows.bornOn(actor.accountId);
    if (bornOn === null) throw new Refusal('volunteer.required');
    if (!isMinor(bornOn, shanghaiDay(new Date(place.startsAt)))) throw new Refusal('minor.of_age');
    await this.requests.lookFirst(actor.accountId, place, { atOnce: false });
    const id = await this.work.run(async () => {
      await this.places.demandMay(actor, actor.accountId, place, locale, { word: false });
      const before = await this.rows.open(actor.accountId, place.activityId);
      if (before && consentStateOf(before, this.clock.now()) !== 'changed') throw new Refusal('consent.asked');
      const consentId = await this.write(actor, actor.accountId, place, before, { ...given, ...online, guardianId: null, accompanies: null, givenAt: null });
      await this.record(actor, 'asked', consentId, actor.accountId, place.activityId);
      return consentId;
    }).catch(asked);
    return this.one(id);
  }

  /** By the guardian, with the sign-up: all or nothing. Errors: `reference.not_found` for a child of others, `consent.text_changed`, `consent.accompany_needed`, and what stands against a sign-up. */
  async signUp(actor: PersonActor, positionId: string, { childId, riskHash, accompanies, ...given }: z.output<typeof childSignup>, locale: Locale): Promise<MySignup> {
    const child = await this.guardians.actingFor(actor, childId).catch(() => { throw badReference('terms.peopleFields.child'); });
    const place = await this.place(positionId);
    return this.work.run(async () => {
      await this.demandText(childId, place, { riskHash, accompanies });
      const before = await this.rows.open(childId, place.activityId);
      const id = await this.write(child, childId, place, before, { waitIfFull: given.waitIfFull, note: given.note, ...online, guardianId: actor.accountId, accompanies, givenAt: this.clock.now() });
      await this.record(child, 'given', id, childId, place.activityId);
      return this.requests.create(child, positionId, { ...given, onDuty: false }, locale);
    }).catch(asked);
  }

  /** The child is signed up at once, where it asked for a position that it can still have. Errors: `version.stale`, `consent.over`, `consent.text_changed`, `consent.accompany_needed`. */
  async give(actor: PersonActor, id: string, { version, riskHash, accompanies }: z.output<typeof consentGiven>, locale: Locale): Promise<ActivityConsent> {
    const { row, child } = await this.waiting(actor, id, ['asked', 'changed']);
    await this.work.run(async () => {
      await this.demandText(row.minorId, { activityId: row.activityId, startsAt: row.startsAt ?? this.clock.now().toISOString() }, { riskHash, accompanies });
      if (!(await this.rows.change(id, version, { ...online, guardianId: actor.accountId, accompanies, givenAt: this.clock.now(), riskHash, riskText: row.riskStatement }))) throw new Refusal('version.stale');
      await this.record(child, 'given', id, row.minorId, row.activityId);
    });
    if (row.positionId !== null && row.signedUp !== 1) {
      const wish = { waitIfFull: row.waitIfFull === 1, onDuty: false, note: row.note };
      // The word stands even where the place has gone meanwhile: the page says so, and the child may look for another time.
      await this.requests.create(child, row.positionId, wish, locale).catch((error: unknown) => { if (!(error instanceof Refusal)) throw error; });
    }
    return this.one(id);
  }

  /** Errors: `version.stale`, `consent.over`. */
  async refuse(actor: PersonActor, id: string, { version }: z.output<typeof consentEnded>): Promise<ActivityConsent> {
    const { row, child } = await this.waiting(actor, id, ['asked', 'changed']);
    await this.work.run(async () => {
      if (!(await this.rows.change(id, version, { guardianId: actor.accountId, refusedAt: this.clock.now(), openKey: null }))) throw new Refusal('version.stale');
      await this.leave(child, row.activityId);
      await this.record(child, 'refused', id, row.minorId, row.activityId);
    });
    return this.one(id);
  }

  /** As easily as it was given: without a reason, and the places to come are left. Errors: `version.stale`, `consent.over`. */
  async withdraw(actor: PersonActor, id: string, { version }: z.output<typeof consentEnded>): Promise<ActivityConsent> {
    const { row, child } = await this.waiting(actor, id, ['given', 'changed']);
    await this.end(child, row, version);
    return this.one(id);
  }

  private async end(child: PersonActor, { id, minorId, activityId }: ConsentRow, version: number): Promise<void> {
    await this.work.run(async () => {
      if (!(await this.rows.change(id, version, { withdrawnAt: this.clock.now(), openKey: null }))) throw new Refusal('version.stale');
      await this.leave(child, activityId);
      await this.record(child, 'withdrawn', id, minorId, activityId);
    });
  }

  /** Inside the unit in which somebody stops being a guardian: what was agreed to ends with it. */
  async endOf(actor: PersonActor, minorId: string): Promise<void> {
    const child = asChild(actor, minorId);
    for (const { id, activityId, version } of await this.rows.byGuardian(actor.accountId, minorId)) {
      if (!(await this.rows.change(id, version, { withdrawnAt: this.clock.now(), openKey: null }))) throw new Refusal('version.stale');
      await this.leave(child, activityId);
      await this.record(child, 'withdrawn', id, minorId, activityId);
    }
  }

  private async leave(child: PersonActor, activityId: string): Promise<void> {
    for (const signupId of await this.rows.comingOf(child.accountId, activityId, this.clock.now())) await this.requests.leave(child, signupId);
  }

  /** Errors: `consent.text_changed`, `consent.accompany_needed`. */
  private async demandText(minorId: string, place: { readonly activityId: string; readonly startsAt: string }, { riskHash, accompanies }: { readonly riskHash: string; readonly accompanies: boolean }): Promise<void> {
    const [risk, bornOn] = [await this.rows.risk(place.activityId), await this.rows.bornOn(minorId)];
    if (!risk || bornOn === null) throw notFound();
    if (riskTextOf(risk).hash !== riskHash) throw new Refusal('consent.text_changed');
    const band = bandOf(ageOn(bornOn, shanghaiDay(new Date(place.startsAt))), await this.policies.current());
    if (band?.accompanied && !accompanies) throw new Refusal('consent.accompany_needed');
  }

  private async write(actor: Actor, minorId: string, place: Place, before: ConsentRow | null, word: { readonly waitIfFull: boolean; readonly note: string | null; readonly guardianId: string | null; readonly accompanies: boolean | null; readonly givenAt: Date | null } & Pick<ActivityConsentEntity, 'method' | 'scanId' | 'scanPage' | 'escortId'>): Promise<string> {
    const risk = await this.rows.risk(place.activityId);
    if (!risk) throw notFound();
    const fresh = { positionId: place.positionId, ...word, riskHash: riskTextOf(risk).hash, riskText: risk.riskStatement, askedBy: actor.kind === 'person' ? (actor.guardianId ?? actor.accountId) : minorId, askedAt: this.clock.now(), refusedAt: null, withdrawnAt: null };
    if (before) {
      if (!(await this.rows.change(before.id, before.version, fresh))) throw new Refusal('version.stale');
      return before.id;
    }
    const id = newId();
    await this.rows.insert({ id, minorId, activityId: place.activityId, openKey: `${minorId}:${place.activityId}`, ...fresh, version: 1 });
    return id;
  }

  private async record(actor: Actor, event: 'asked' | 'given' | 'refused' | 'withdrawn', id: string, minorId: string, activityId: string): Promise<void> {
    await this.audit.record({ actor: auditActor(actor), action: `activity_consent.${event}`, subjectKind: 'activity_consent', subjectId: id, before: null, after: { activityId, minorId } });
    await this.jobs.enqueue('notice.activity_consent', { event, consentId: id });
  }

  /** A word that the actor may speak. Errors: `resource.not_found`, also for the child of others; `consent.over`. */
  private async waiting(actor: PersonActor, id: string, states: readonly ActivityConsent['state'][]): Promise<{ row: ConsentRow; child: PersonActor }> {
    const row = await this.rows.find(id);
    if (!row) throw notFound();
    const child = await this.guardians.actingFor(actor, row.minorId);
    if (!states.includes(consentStateOf(row, this.clock.now()))) throw new Refusal('consent.over');
    return { row, child };
  }

  private async place(positionId: string): Promise<Place> {
    const place = await this.signups.publishedPlace(positionId);
    if (!place) throw notFound();
    return place;
  }

  private async one(id: string): Promise<ActivityConsent> {
    const row = await this.rows.find(id);
    const [view] = row ? await this.views([row]) : [];
    if (!view) throw notFound();
    return view;
  }

  private async views(rows: readonly ConsentRow[]): Promise<ActivityConsent[]> {
    const [names, bands] = [await this.names.open(rows.map(({ minorId }) => minorId)), await this.policies.current()];
    return rows.map((row) => activityConsentView(row, names.get(row.minorId) ?? row.childName, bands, this.clock.now()));
  }
}

/** Whoever acts for a child: as the child, without any right of the own. */
const asChild = (actor: PersonActor, minorId: string): PersonActor => ({ ...actor, accountId: minorId, guardianId: actor.accountId, grants: [], permissions: new Set<never>() });

/** Two asked at once. */
const asked = (error: unknown): never => {
  throw error instanceof UniqueViolation && error.constraint.includes('open_key') ? new Refusal('consent.asked', { cause: error }) : error;
};
