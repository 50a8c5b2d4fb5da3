import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Page, RosterImport, rosterImportQuery, RosterRow, rosterRowQuery } from '@kepu/contracts';
import { lengths } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { safeFileName } from '../../platform/files/index.js';
import type { Upload } from '../../platform/http/upload.js';
import { findHeader, neededColumns, type RosterHeader } from './roster-columns.js';
import { readLines, withProblem, type RosterLine } from './roster-content.js';
import { RosterEntriesRepository } from './roster-entries.repository.js';
import { RosterImportsRepository, type RosterImportRow } from './roster-imports.repository.js';
import { importView, lineView } from './roster.mapper.js';
import { MOST_ROWS, RosterReader } from './roster-reader.js';
import { RosterScopes, type RosterScope } from './roster-scopes.js';
import { RosterSeals } from './roster-seals.js';

/** Each roster has a process read it. */
const perPerson = { tries: 40, minutes: 60 };

/** Rosters read and looked at: nobody is asked, and nobody is told. */
@Injectable()
export class RosterPreviews {
  constructor(
    private readonly imports: RosterImportsRepository, private readonly entries: RosterEntriesRepository, private readonly reader: RosterReader, private readonly scopes: RosterScopes, private readonly seals: RosterSeals, private readonly limits: RateLimits,
    private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `roster.type_unsupported`, `roster.columns_missing`, `paper.*`, `rate.limited`. */
  async create(actor: PersonActor, upload: Upload): Promise<RosterImport> {
    await this.limits.spend('roster upload', actor.accountId, perPerson);
    if (upload.bytes.byteLength === 0) throw new Refusal('paper.empty');
    const header = findHeader(await this.reader.tables(upload.bytes));
    const missing = header ? header.missing : neededColumns;
    if (!header || missing.length > 0) throw new Refusal('roster.columns_missing', { params: { columns: missing.map((column) => label('zh-CN', `terms.rosterColumns.${column}`)).join('、') } });
    const scope = await this.scopes.scopeOf(actor);
    const lines = await this.known(readLines(header, await this.scopes.rulesFor(actor)), header, scope);
    if (lines.length === 0) throw new Refusal('paper.empty');
    if (lines.length > MOST_ROWS) throw new Refusal('paper.too_many_rows', { params: { max: MOST_ROWS } });
    const id = newId();
    const faulty = lines.filter(({ problems }) => problems.length > 0).length;
    const rows = lines.map((line) => { const rowId = newId(); return { id: rowId, importId: id, rowNo: line.rowNo, faulty: line.problems.length > 0, sealed: this.seals.sealLine(rowId, line) }; });
    await this.work.run(async () => {
      await this.imports.insert({
        id, state: 'previewed', fileName: safeFileName(upload.fileName).slice(0, lengths.fileName), fileHash: createHash('sha256').update(upload.bytes).digest('hex'), scopeKind: scope.kind, scopeId: scope.id, body: scope.body,
        layout: this.seals.sealLayout(id, { headers: header.headers, columns: [...header.columns], others: header.others }), rowsRead: lines.length, faultyRows: faulty, kept: true, createdBy: actor.accountId, createdAt: this.clock.now(), version: 1,
      }, rows);
      await this.audit.record({ actor: auditActor(actor), action: 'roster_import.previewed', subjectKind: 'roster_import', subjectId: id, before: null, after: { rows: lines.length, problems: faulty } });
    });
    return this.get(actor, id);
  }

  /** Marks the numbers that are registered or asked already, and those that said no: whose they are is nobody's business here. */
  private async known(lines: readonly RosterLine[], header: RosterHeader, scope: RosterScope): Promise<RosterLine[]> {
    const indexes = lines.map(({ values }) => (values.phone === null ? null : this.seals.indexOf(values.phone)));
    const numbers = [...new Set(indexes.flatMap((index) => index ?? []))];
    const [taken, declined] = await Promise.all([this.entries.taken(numbers, this.clock.now()), this.entries.declined(numbers, scope.kind, scope.id)]);
    return lines.map((line, at) => {
      const index = indexes[at] ?? '';
      if (taken.has(index)) return withProblem(line, header, 'phone', 'known_phone');
      return declined.has(index) ? withProblem(line, header, 'phone', 'declined_before') : line;
    });
  }

  async list(actor: PersonActor, query: z.output<typeof rosterImportQuery>): Promise<Page<RosterImport>> {
    const { rows, total } = await this.imports.listFor(actor, query);
    const counts = await this.imports.counts(rows.map(({ id }) => id), this.clock.now());
    return { data: rows.map((row) => importView(row, this.seals.openLayout(row.id, row.layout), counts.get(row.id) ?? {})), total };
  }

  async get(actor: PersonActor, id: string): Promise<RosterImport> {
    const row = await this.demand(actor, id);
    return importView(row, this.seals.openLayout(id, row.layout), (await this.imports.counts([id], this.clock.now())).get(id) ?? {});
  }

  async rows(actor: PersonActor, id: string, query: z.output<typeof rosterRowQuery>): Promise<Page<RosterRow>> {
    await this.demand(actor, id);
    const { rows, total } = await this.imports.rows(id, { ...(query.problems === undefined ? {} : { faulty: query.problems }), limit: query.perPage, offset: (query.page - 1) * query.perPage });
    return { data: rows.map((row) => lineView(this.seals.openLine(row.id, row.sealed))), total };
  }

  async demand(actor: PersonActor, id: string): Promise<RosterImportRow> {
    const row = await this.imports.findFor(actor, id);
    if (!row) throw notFound();
    return row;
  }

  /** All lines of a roster that the caller has found. */
  async lines(id: string): Promise<RosterLine[]> {
    return (await this.imports.rows(id, { limit: MOST_ROWS, offset: 0 })).rows.map((row) => this.seals.openLine(row.id, row.sealed));
  }
}
