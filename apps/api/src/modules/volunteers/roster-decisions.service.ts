import { Injectable } from '@nestjs/common';
import type { RosterImport } from '@kepu/contracts';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { DerivedCodes } from '../../platform/crypto/index.js';
import { LENGTHS } from '../../platform/database/column-lengths.js';
import { newId, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { searchKey, sortKey } from '../../platform/pinyin/pinyin.js';
import { tokenHash } from '../identity/index.js';
import type { RosterLine } from './roster-content.js';
import type { RosterEntryEntity } from './roster.entity.js';
import { RosterEntriesRepository } from './roster-entries.repository.js';
import { RosterImportsRepository, type RosterImportRow } from './roster-imports.repository.js';
import { RosterPreviews } from './roster-previews.service.js';
import { RosterSeals } from './roster-seals.js';

/** How long a question stands. */
const DAYS = 30;
const DAY_MS = 86_400_000;

/** What becomes of a roster that was looked at. */
@Injectable()
export class RosterDecisions {
  constructor(
    private readonly imports: RosterImportsRepository, private readonly entries: RosterEntriesRepository, private readonly previews: RosterPreviews, private readonly seals: RosterSeals, private readonly codes: DerivedCodes, private readonly jobs: Jobs,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `version.stale`, `lifecycle.not_allowed`, `roster.problems_left`, `roster.nobody_left`, `roster.outdated`. */
  async commit(actor: PersonActor, id: string, given: { readonly version: number; readonly skipProblems: boolean }): Promise<RosterImport> {
    const row = await this.demandIn(actor, id, 'previewed', given.version);
    const now = this.clock.now();
    // Sealing and hashing cost time that no unit of work should hold.
    const asked = await this.entriesOf(row, now);
    const left = row.rowsRead - asked.length;
    if (left > 0 && !given.skipProblems) throw new Refusal('roster.problems_left', { params: { count: left } });
    if (asked.length === 0) throw new Refusal('roster.nobody_left');
    await this.work.run(async () => {
      await this.step(actor, row, given.version, 'committed');
      await this.entries.expire(now);
      await this.entries.insert(asked);
      await this.audit.record({ actor: auditActor(actor), action: 'roster_import.committed', subjectKind: 'roster_import', subjectId: id, before: { state: row.state }, after: { asked: asked.length, left } });
      await this.jobs.enqueue('roster.deliver', { importId: id }, { key: `roster.deliver:${id}` });
    }).catch((error: unknown) => {
      // Somebody asked one of them between the look and the writing.
      throw error instanceof UniqueViolation ? new Refusal('roster.outdated', { cause: error }) : error;
    });
    return this.previews.get(actor, id);
  }

  /** Errors: `version.stale`, `lifecycle.not_allowed`. */
  async discard(actor: PersonActor, id: string, version: number): Promise<RosterImport> {
    const row = await this.demandIn(actor, id, 'previewed', version);
    await this.work.run(async () => {
      await this.step(actor, row, version, 'discarded');
      await this.imports.dropRows(id);
      await this.audit.record({ actor: auditActor(actor), action: 'roster_import.discarded', subjectKind: 'roster_import', subjectId: id, before: { state: row.state }, after: { state: 'discarded' } });
    });
    return this.previews.get(actor, id);
  }

  /** Errors: `version.stale`, `lifecycle.not_allowed`. */
  async undo(actor: PersonActor, id: string, version: number): Promise<RosterImport> {
    const row = await this.demandIn(actor, id, 'committed', version);
    await this.work.run(async () => {
      await this.step(actor, row, version, 'undone');
      const withdrawn = await this.entries.withdrawAll(id, this.clock.now());
      await this.imports.dropRows(id);
      await this.audit.record({ actor: auditActor(actor), action: 'roster_import.undone', subjectKind: 'roster_import', subjectId: id, before: { state: row.state }, after: { withdrawn } });
    });
    return this.previews.get(actor, id);
  }

  private async demandIn(actor: PersonActor, id: string, state: 'previewed' | 'committed', version: number): Promise<RosterImportRow> {
    const row = await this.previews.demand(actor, id);
    if (row.state !== state) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.rosterStates.${row.state}` } });
    if (row.version !== version) throw new Refusal('version.stale');
    return row;
  }

  private async step(actor: PersonActor, row: RosterImportRow, version: number, to: 'committed' | 'discarded' | 'undone'): Promise<void> {
    if (await this.imports.advance(row.id, version, row.state, to)) return;
    const present = await this.previews.demand(actor, row.id);
    throw present.state === row.state ? new Refusal('version.stale') : new Refusal('lifecycle.not_allowed', { params: { state: `terms.rosterStates.${present.state}` } });
  }

  /** The people who can be asked: those whose row is right, and whose number nobody has registered or asked since. */
  private async entriesOf(row: RosterImportRow, now: Date): Promise<RosterEntryEntity[]> {
    const right = (await this.previews.lines(row.id)).filter(({ problems }) => problems.length === 0);
    const indexed = right.flatMap((line) => (line.values.phone === null ? [] : [{ line, index: this.seals.indexOf(line.values.phone) }]));
    const numbers = indexed.map(({ index }) => index);
    const [taken, declined] = await Promise.all([this.entries.taken(numbers, now), this.entries.declined(numbers, row.scopeKind, row.scopeId)]);
    return indexed.filter(({ index }) => !taken.has(index) && !declined.has(index)).flatMap(({ line, index }) => this.entryOf(row, line, index, now) ?? []);
  }

  private entryOf(row: RosterImportRow, { values }: RosterLine, index: string, now: Date): RosterEntryEntity | null {
    const { name, phone, bornOn, occupation, county, unit, topics, pool } = values;
    if (name === null || phone === null || bornOn === null || occupation === null || county === null) return null;
    const id = newId();
    return {
      id, importId: row.id, state: 'pending', tokenHash: tokenHash(this.codes.token(id)), openKey: index, phoneIndex: index, phoneSealed: this.seals.sealPhone(id, phone), name, nameKey: sortKey(name, LENGTHS.searchKey), searchKey: searchKey([name], LENGTHS.searchKey),
      bornOn, occupation, unitId: unit?.id ?? null, countyId: county.id, topicIds: [...new Set(topics.map((topic) => topic.id))], poolId: pool?.id ?? null, scopeKind: row.scopeKind, scopeId: row.scopeId, body: row.body, createdBy: row.createdBy, createdAt: now,
      expiresAt: new Date(now.getTime() + DAYS * DAY_MS), sentAt: null, remindedAt: null, answeredAt: null, accountId: null,
    };
  }
}
