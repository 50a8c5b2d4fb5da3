import { Injectable } from '@nestjs/common';
import { occupations, rosterColumns, type RosterColumn } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import type ExcelJS from 'exceljs';
import { AuditTrail } from '../../platform/audit/index.js';
import { reachOf, type PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { addSheet, bytesOf, inert, workbook } from '../../platform/sheets/sheet.js';
import { PoolsService } from '../talents/index.js';
import { DictionaryRepository } from './dictionary.repository.js';
import { isOurs, letterOf } from './roster-columns.js';
import type { Problem } from './roster-content.js';
import { RosterPreviews } from './roster-previews.service.js';
import { RosterSeals } from './roster-seals.js';

/** A workbook with its name. */
export interface NamedSheet { readonly name: string; readonly bytes: Buffer }
const widths: Readonly<Record<RosterColumn, number>> = { name: 14, phone: 18, bornOn: 16, occupation: 18, county: 18, unit: 28, topics: 28, pool: 20 };
/** Rows of the template that are text from the beginning, so that no number is rounded. */
const READY_ROWS = 500;

/** What a sheet says of one thing that is wrong. */
const sentence = (locale: Locale, { code, field, suggestion }: Problem): string => {
  const text = label(locale, `terms.rosterProblems.${code}`, { suggestion: suggestion ?? '' });
  const whole = suggestion !== null && code !== 'twice_in_file' ? label(locale, 'rosterSheet.maybe', { text, suggestion }) : text;
  return field === null ? whole : label(locale, 'rosterSheet.at', { column: label(locale, `terms.rosterColumns.${field}`), text: whole });
};

/** The table to fill in, and the table that comes back. */
@Injectable()
export class RosterSheets {
  constructor(
    private readonly previews: RosterPreviews, private readonly seals: RosterSeals, private readonly dictionary: DictionaryRepository, private readonly pools: PoolsService, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  async template(actor: PersonActor, locale: Locale): Promise<NamedSheet> {
    const t = (key: string) => label(locale, key);
    const today = this.clock.today();
    const [counties, terms, pools] = await Promise.all([this.dictionary.counties(today), this.dictionary.terms(today), reachOf(actor, 'pool:write') === 'all' ? this.pools.list(actor) : { data: [] }]);
    const columns = rosterColumns.filter((column) => column !== 'pool' || pools.data.length > 0);
    const book = await workbook();
    const sheet = addSheet(book, t('rosterSheet.sheet'), columns.map((column) => ({ header: t(`terms.rosterColumns.${column}`), width: widths[column] })));
    sheet.addRow(columns.map((column) => t(`rosterSheet.hints.${column}`))).font = { italic: true };
    for (let row = 2; row <= READY_ROWS; row += 1) for (let at = 1; at <= columns.length; at += 1) sheet.getCell(row, at).numFmt = '@';
    const lists: Partial<Record<RosterColumn, readonly string[]>> = {
      occupation: occupations.map((one) => t(`terms.occupations.${one}`)), county: counties.map(({ name }) => name), topics: terms.filter(({ kind }) => kind === 'topic').map(({ name }) => name), ...(pools.data.length > 0 ? { pool: pools.data.map(({ name }) => name) } : {}),
    };
    const named = Object.entries(lists);
    const values = addSheet(book, t('rosterSheet.values'), named.map(([column]) => ({ header: t(`terms.rosterColumns.${column}`), width: 24 })));
    for (let row = 0; row < Math.max(...named.map(([, list]) => list.length)); row += 1) values.addRow(named.map(([, list]) => inert(list[row] ?? '')));
    return { name: t('rosterSheet.template_file'), bytes: await bytesOf(book) };
  }

  /** The rows as they came, with a column of what is wrong. Errors: `lifecycle.not_allowed` once the rows are gone. */
  async back(actor: PersonActor, id: string, locale: Locale): Promise<NamedSheet> {
    const row = await this.previews.demand(actor, id);
    // Its numbers are whole: they go back to whoever brought them, and to nobody else.
    if (row.createdBy !== actor.accountId) throw notFound();
    const lines = [...(await this.previews.lines(id))].sort((a, b) => a.rowNo - b.rowNo);
    if (!row.kept || lines.length === 0) throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.rosterStates.${row.state}` } });
    const layout = this.seals.openLayout(id, row.layout);
    const book = await workbook();
    const columns = Array.from({ length: Math.max(layout.headers.length, ...lines.map(({ cells }) => cells.length)) }, (_, at) => at).filter((at) => !isOurs(layout.headers[at] ?? ''));
    const sheet = addSheet(book, label(locale, 'rosterSheet.sheet'), [...columns.map((at) => ({ header: layout.headers[at] ?? '', width: 18 })), { header: label(locale, 'rosterSheet.problems'), width: 60 }]);
    for (const { cells, problems } of lines) {
      const added = sheet.addRow([...columns.map((at) => cells[at] ?? ''), problems.map((problem) => sentence(locale, problem)).join('\n')]);
      // Text in the format “text”: it stays what it was, and editing it makes no formula of it.
      added.eachCell((cell: ExcelJS.Cell) => { cell.numFmt = '@'; });
      for (const { column } of problems) added.getCell(columns.findIndex((at) => letterOf(at) === column) + 1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE3B3' } };
    }
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'roster_import.downloaded', subjectKind: 'roster_import', subjectId: id, before: null, after: { rows: lines.length } }));
    return { name: label(locale, 'rosterSheet.file_back', { name: row.fileName.replace(/\.xlsx$/iu, '') }), bytes: await bytesOf(book) };
  }
}
