import { Injectable } from '@nestjs/common';
import type { BatchCandidate, batchCandidateQuery, BatchLock, BatchPlace, batchPlacing, BatchPosition, batchPositionQuery, Page, Reason } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { shanghaiTime } from '@kepu/domain';
import { batchBar, blocksOf, openly, rankVolunteers, reasonsOf, score, standsFree, type BatchRules, type MatchingContext, type PositionFacts, type VolunteerFacts } from '@kepu/matching';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { fromDbTime, newId, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { PositionDirectory } from '../../activities/index.js';
import { VolunteerDirectory, type VolunteerBrief } from '../../volunteers/index.js';
import { MatchingContexts } from '../matching-contexts.js';
import { MatchingWeightsService } from '../matching-weights.service.js';
import { VolunteersFacts } from '../volunteers-facts.js';
import { blockInWords, reasonInWords } from '../words.js';
import { rulesOf } from './batch.mapper.js';
import { BatchGroundRows } from './batch-ground.repository.js';
import { batchWorkbook } from './batch-sheet.js';
import { BatchPlacesRepository, type PlacedRow } from './batch-places.repository.js';
import { BatchesRepository, type BatchRow } from './batches.repository.js';
import { BatchesService, batchStep } from './batches.service.js';

/** How many people are offered for a position. */
const OFFERED = 20;
/** Positions read at once for a sheet. */
const AT_ONCE = 200;

/** The draft of a batch on the desk: read, changed by hand, settled. */
@Injectable()
export class BatchDesk {
  constructor(
    private readonly batches: BatchesService, private readonly rows: BatchesRepository, private readonly places: BatchPlacesRepository, private readonly groundRows: BatchGroundRows, private readonly positions: PositionDirectory, private readonly volunteers: VolunteerDirectory, private readonly facts: VolunteersFacts,
    private readonly contexts: MatchingContexts, private readonly weights: MatchingWeightsService, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** In four statements, whatever the length of the page. */
  async list(actor: PersonActor, id: string, query: z.output<typeof batchPositionQuery>, locale: Locale): Promise<Page<BatchPosition>> {
    await this.batches.find(actor, id, 'batch:read');
    const { rows, total } = await this.places.positions(id, query);
    const places = await this.places.places(id, rows.map(({ positionId }) => positionId));
    const [briefs, { nameOf }] = await Promise.all([this.volunteers.briefs([...new Set(places.map(({ volunteerId }) => volunteerId))]), this.contexts.open()]);
    const views = new Map<string, { people: BatchPlace[]; keptOut: BatchPlace[] }>(rows.map(({ positionId }) => [positionId, { people: [], keptOut: [] }]));
    for (const { id: placeId, positionId, volunteerId, placed, lockState, byStaff, reasons, against, outcome } of places) {
      const brief = briefs.get(volunteerId);
      if (!brief) continue;
      views.get(positionId)?.[placed ? 'people' : 'keptOut'].push({
        id: placeId, volunteer: shown(brief), lock: lockState, byStaff: Boolean(byStaff), outcome,
        reasons: (JSON.parse(reasons) as Reason[]).map((reason) => reasonInWords(reason, nameOf, locale)), against: reasonInWords(against === null ? null : (JSON.parse(against) as Reason), nameOf, locale),
      });
    }
    return {
      total, data: rows.map((row) => ({
        id: row.id, positionId: row.positionId, name: row.name, activity: { id: row.activityId, name: row.activityTitle }, unit: { id: row.unitId, name: row.unitName }, countyName: row.countyName, startsAt: fromDbTime(row.startsAt), endsAt: fromDbTime(row.endsAt), places: row.places, minimum: row.minimum,
        filled: Number(row.filled), open: Number(row.filled) >= row.places || row.cause === null ? null : { cause: row.cause, candidates: row.candidates, lockedOut: row.lockedOut, elsewhere: row.elsewhere, limits: row.limits }, ...(views.get(row.positionId) ?? { people: [], keptOut: [] }),
      })),
    };
  }

  /** All positions on a sheet, and the name of the file. */
  async workbook(actor: PersonActor, id: string, locale: Locale): Promise<{ name: string; bytes: Buffer }> {
    const { title } = await this.batches.find(actor, id, 'batch:read');
    const positions: BatchPosition[] = [];
    for (let page = 1; ; page += 1) {
      const { data, total } = await this.list(actor, id, { page, perPage: AT_ONCE }, locale);
      positions.push(...data);
      if (data.length === 0 || positions.length >= total) break;
    }
    return { name: `${label(locale, 'documents.batchName')} ${title}.xlsx`, bytes: await batchWorkbook(positions, locale) };
  }

  /** Who could be put into a position, the best first; looked for by name or number also those who may not, with the reason. Errors: `resource.not_found`, `lifecycle.not_allowed`. */
  async candidates(actor: PersonActor, id: string, positionId: string, { q }: z.output<typeof batchCandidateQuery>, locale: Locale): Promise<Page<BatchCandidate>> {
    const batch = await this.draft(actor, id);
    const { position } = await this.demandPosition(id, positionId);
    const [{ context, nameOf, demandName }, { weights }, here, known] = await Promise.all([this.contexts.open(), this.weights.current(), this.places.places(id, [positionId]), this.groundRows.known([positionId])]);
    // Who is kept out is found by name alone.
    const out = new Set(here.filter(({ placed }) => placed || q === undefined).map(({ volunteerId }) => volunteerId));
    const ids = (await this.groundRows.people(batch.reachId, this.clock.today(), { q })).filter((one) => !out.has(one) && !known.has(`${positionId} ${one}`));
    const people = (await this.facts.of(ids)).filter((person) => q !== undefined || batchBar(person, position.day, rulesOf(batch), context) === null);
    const ranked = q === undefined ? rankVolunteers(position, people, openly(weights), context, OFFERED).best : people.slice(0, OFFERED).map((volunteer) => ({ volunteer, ...score(volunteer, position, weights, context) }));
    const found = ranked.map(({ volunteer }) => volunteer.id);
    const [briefs, placed] = await Promise.all([this.volunteers.briefs(found), this.places.placed(id, found)]);
    const data = ranked.flatMap(({ volunteer, parts }): BatchCandidate[] => {
      const brief = briefs.get(volunteer.id);
      if (!brief) return [];
      const { reasons, against } = reasonsOf(parts);
      return [{
        volunteer: shown(brief), reasons: reasons.map((reason) => reasonInWords(reason, nameOf, locale)), against: reasonInWords(against, nameOf, locale), blocks: blocksOf(volunteer, position, context).map((block) => blockInWords(block, demandName, locale)),
        ...makesRoom(volunteer, placed.filter((place) => place.volunteerId === volunteer.id && place.positionId !== positionId), position, rulesOf(batch), context),
      }];
    });
    return { data, total: data.length };
  }

  /** Somebody into a position, settled, and out of where they serve that day. Errors: `resource.not_found`, `reference.not_found`, `lifecycle.not_allowed`, `batch.full`, `batch.clash`, `batch.barred`, `batch.not_eligible`. */
  async put(actor: PersonActor, id: string, { positionId, volunteerId, instead }: z.output<typeof batchPlacing>, locale: Locale): Promise<{ done: true }> {
    const batch = await this.draft(actor, id);
    const { position } = await this.demandPosition(id, positionId, 'body.positionId');
    if (!(await this.groundRows.people(batch.reachId, this.clock.today(), { id: volunteerId })).includes(volunteerId)) throw badReference('body.volunteerId');
    const [[person], briefs, { context, demandName }, { weights }, known] = await Promise.all([this.facts.of([volunteerId]), this.volunteers.briefs([volunteerId]), this.contexts.open(), this.weights.current(), this.groundRows.known([positionId])]);
    const name = briefs.get(volunteerId)?.name ?? '';
    if (!person || known.has(`${positionId} ${volunteerId}`)) throw badReference('body.volunteerId');
    await this.work.run(async () => {
      await this.edit(id);
      const placed = await this.places.placed(id, [volunteerId]);
      for (const place of placed.filter((one) => instead.includes(one.id))) await this.places.remove(place.id);
      const others = placed.filter((one) => !instead.includes(one.id) && one.positionId !== positionId);
      const [clash] = sameDay(others, volunteerId, position);
      if (clash) throw new Refusal('batch.clash', { params: { name, title: clash.activityTitle } });
      const all = withPlaces(person, others);
      const bar = batchBar(all, position.day, rulesOf(batch), context);
      if (bar) throw new Refusal('batch.barred', { params: { name, why: label(locale, `terms.batchBars.${bar}`) } });
      const [block] = blocksOf(all, position, context).map((one) => blockInWords(one, demandName, locale));
      if (block) throw new Refusal('batch.not_eligible', { params: { name, why: label(locale, `matching.blocks.${block.code}`, block.params), remedy: label(locale, `matching.remedies.${block.code}`, block.params) } });
      const row = await this.places.find(id, { positionId, volunteerId });
      if (row?.placed !== true) {
        const room = await this.places.position(id, positionId);
        if (!room || room.filled >= room.places) throw new Refusal('batch.full');
      }
      const settled = { placed: true, lockState: 'fixed' as const, byStaff: true, ...reasonsOf(score(person, position, weights, context).parts), outcome: null };
      if (row) await this.places.change(row.id, settled);
      else await this.places.insert([{ id: newId(), batchId: id, positionId, volunteerId, ...settled }]);
      await this.audit.record({ actor: auditActor(actor), action: 'batch.placed', subjectKind: 'batch', subjectId: id, before: null, after: { positionId, volunteerId, instead } });
    });
    return { done: true };
  }

  /** Settled to stay, kept out, or left to the next run. Whoever was kept out and is no more, is forgotten. Errors: `resource.not_found`, `lifecycle.not_allowed`. */
  async lock(actor: PersonActor, id: string, placeId: string, lock: BatchLock): Promise<{ done: true }> {
    await this.draft(actor, id);
    await this.work.run(async () => {
      await this.edit(id);
      const row = await this.places.find(id, { id: placeId });
      // To settle a place needs a place: who is kept out is put back by hand, where it is seen whether they still may.
      if (!row || (!row.placed && lock === 'fixed')) throw notFound();
      if (!row.placed && lock === 'none') await this.places.remove(row.id);
      else await this.places.change(row.id, { lockState: lock, placed: lock !== 'forbidden' && row.placed });
      await this.audit.record({ actor: auditActor(actor), action: 'batch.locked', subjectKind: 'batch', subjectId: id, before: { lock: row.lockState }, after: { positionId: row.positionId, volunteerId: row.volunteerId, lock } });
    });
    return { done: true };
  }

  private async draft(actor: PersonActor, id: string): Promise<BatchRow> {
    const row = await this.batches.find(actor, id, 'batch:write');
    // Whatever is changed by hand is changed in a draft, from which alone it could be sent.
    batchStep(row.state, 'send');
    return row;
  }
  /** Inside a unit: the turn of whoever changes the draft. */
  private async edit(id: string): Promise<void> {
    if (!(await this.rows.editing(id))) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.batchStates.${(await this.rows.find(id))?.state ?? 'discarded'}` } });
  }
  private async demandPosition(id: string, positionId: string, named?: 'body.positionId'): Promise<{ position: PositionFacts }> {
    const { rows } = await this.places.positions(id, { page: 1, perPage: 1, ids: [positionId] });
    const [position] = rows.length === 0 ? [] : await this.positions.facts({ ids: [positionId] });
    if (!position) throw named ? badReference(named) : notFound();
    return { position };
  }
}

/**
 * Which places of the draft somebody leaves for a position: those of that day and those too near to it, and where that is not enough others, what is settled last; and what keeps them out all the same.
 * What they hold beside the draft stays, and so does what that bars.
 */
const makesRoom = (person: VolunteerFacts, placed: readonly PlacedRow[], position: PositionFacts, rules: BatchRules, context: MatchingContext): Pick<BatchCandidate, 'instead' | 'bar'> => {
  const free = (places: readonly PlacedRow[]): boolean => standsFree(withPlaces(person, places), position, context);
  const barred = !free([]);
  const clears = (places: readonly PlacedRow[]): boolean => barred || free(places);
  const day = sameDay(placed, person.id, position);
  const leaves = placed.filter((place) => day.includes(place) || !clears([place]));
  const rest = placed.filter((place) => !leaves.includes(place)).sort((a, b) => Number(a.lockState === 'fixed') - Number(b.lockState === 'fixed'));
  const barOf = () => batchBar(withPlaces(person, rest), position.day, rules, context);
  while (rest.length > 0 && (barOf() === 'enough' || !clears(rest))) leaves.push(...rest.splice(0, 1));
  return { bar: barOf(), instead: leaves.map(({ id, activityTitle, startsAt, lockState }) => ({ placeId: id, activity: activityTitle, startsAt: fromDbTime(startsAt), fixed: lockState === 'fixed' })) };
};
const shown = ({ id, name, number, occupation, unit, countyName }: VolunteerBrief): BatchPlace['volunteer'] => ({ id, name, number, occupation, unit, countyName });
const dayOf = (time: string): string => shanghaiTime(fromDbTime(time)).day;
/** Nobody serves twice on a day. */
const sameDay = (placed: readonly PlacedRow[], volunteerId: string, { id, day }: PositionFacts): PlacedRow[] => placed.filter((place) => place.volunteerId === volunteerId && place.positionId !== id && dayOf(place.startsAt) === day);
/** The person as if they had all that the draft gives them. */
const withPlaces = (person: VolunteerFacts, placed: readonly PlacedRow[]): VolunteerFacts => ({
  ...person, held: [...person.held, ...placed.map(({ activityTitle, startsAt, endsAt, countyCode }) => ({ activityTitle, startsAt: fromDbTime(startsAt), endsAt: fromDbTime(endsAt), countyCode }))],
});
