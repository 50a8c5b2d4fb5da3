import { Injectable } from '@nestjs/common';
import { dueDate, readTargets, writeLetter, writeTable, type PaperItem } from '@kepu/breakdown';
import { lengths, paperMaxBytes, type ImportItem, type ImportWarning, type planCopyInput, type PlanCopyView, type PlanImport } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { moveYear, shiftYears, timeWords } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../../platform/errors/refusal.js';
import { Files } from '../../../platform/files/index.js';
import { ProgrammeDirectory, UnitDirectory, type ProgrammeBrief, type UnitBrief } from '../../units/index.js';
import { numbered } from '../export-number.js';
import type { ImportContent } from '../import-content.js';
import { ItemsRepository } from '../items.repository.js';
import { JointGroupsRepository } from '../joint-groups.repository.js';
import { MeasuresRepository } from '../measures.repository.js';
import type { BareItem } from '../plan.mapper.js';
import type { PlanEntity } from '../plan.entity.js';
import { paperXlsx } from '../plan-paper.js';
import { PlanImportsRepository } from '../plan-imports.repository.js';
import { PlanImportsService } from '../plan-imports.service.js';
import { PlansRepository } from '../plans.repository.js';
import { PlansService } from '../plans.service.js';
import { ReadingDictionary } from '../reading-dictionary.js';

const roles = ['responsible', 'lead', 'cooperating'] as const;
type Role = (typeof roles)[number];
/** A unit of the old plan as it stands today. `id` is that of who has the work now. */
interface CopiedUnit { readonly role: Role; readonly id: string; readonly name: string; readonly standing: 'open' | 'renamed' | 'closed'; readonly was: string | null }
interface Successor { readonly to: ProgrammeBrief | null; readonly suggestion: ProgrammeBrief | null; readonly note: string | null }
interface Source { readonly plan: PlanEntity; readonly items: readonly BareItem[]; readonly units: (item: BareItem) => CopiedUnit[]; readonly programmes: ReadonlyMap<string, Successor> }

/** The plan of one year as the preview for another: nothing else makes a plan, so that it is corrected, committed and undone as a paper is. */
@Injectable()
export class PlanCopies {
  constructor(
    private readonly plans: PlansRepository, private readonly plan: PlansService, private readonly items: ItemsRepository, private readonly measures: MeasuresRepository, private readonly joint: JointGroupsRepository, private readonly imports: PlanImportsRepository, private readonly previews: PlanImportsService,
    private readonly units: UnitDirectory, private readonly programmes: ProgrammeDirectory, private readonly dictionary: ReadingDictionary, private readonly files: Files, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `resource.not_found`, `lifecycle.not_allowed`, `plan_copy.*`. */
  async view(actor: PersonActor, planId: string, year: number): Promise<PlanCopyView> {
    const { plan, items, units, programmes } = await this.source(actor, planId, year);
    const measures = await this.measures.wordsOf(items.map(({ id }) => id));
    const groups = await this.joint.groupsFor(actor, { planId, state: 'confirmed' });
    const named = (programme: ProgrammeBrief | null | undefined) => (programme ? { id: programme.id, name: programme.name } : null);
    const own = new Map<string, number>();
    for (const { itemId, raw } of measures) if (raw === null) own.set(itemId, (own.get(itemId) ?? 0) + 1);
    return {
      year, title: titleOf(plan, year), joint: groups.length,
      items: items.map((item) => {
        const next = programmes.get(item.programme.id);
        const moved = moveYear(item.text, plan.year, year);
        return {
          id: item.id, seq: item.seq, units: units(item).map(({ id, name, standing, was }) => ({ id, name, standing, was })), programme: { id: item.programme.id, name: item.programme.name, to: named(next?.to), suggestion: named(next?.suggestion), note: next?.note ?? null },
          text: item.text, moved: moved === item.text ? null : moved, timeWords: timeWords(item.text, plan.year), measures: own.get(item.id) ?? 0,
        };
      }),
    };
  }

  /** Errors: as above, and `reference.not_found`, `storage.full`. */
  async copy(actor: PersonActor, planId: string, given: z.output<typeof planCopyInput>): Promise<PlanImport> {
    const source = await this.source(actor, planId, given.year);
    const content = await this.content(source, given);
    const title = content.paper.title ?? '';
    const { stamp } = numbered(actor, source.plan.title, this.clock.now(), 'zh-CN');
    const table = writeTable(content.items.map((item) => paperItem(item)), given.year, await this.dictionary.of(source.plan.divisionId));
    const bytes = await paperXlsx({ letter: writeLetter({ ...content.paper, title, year: given.year }), table, mark: label('zh-CN', 'documents.draftStamp'), stamp });
    const file = await this.files.put(bytes, `${[...title].slice(0, lengths.fileName - 10).join('')}.xlsx`, { maxBytes: paperMaxBytes });
    const id = newId();
    await this.work.run(async () => {
      const fileId = await this.files.record(file, { purpose: 'plan_import', createdBy: actor.accountId });
      // It is read already: what a reader could say of the file is known, and who each unit is as well.
      await this.imports.insert({ id, divisionId: source.plan.divisionId, state: 'ready', fileId, fileName: file.name, origin: 'file', progressPermille: 1000, content, failure: null, columns: null, planId: null, createdAt: this.clock.now(), createdBy: actor.accountId, version: 1 });
      await this.audit.record({ actor: auditActor(actor), action: 'plan.copied', subjectKind: 'plan_import', subjectId: id, before: null, after: { planId, year: given.year, items: content.items.length, measures: given.measures, joint: given.joint } });
    });
    return this.previews.get(actor, id);
  }

  private async content({ plan, items, units, programmes }: Source, given: z.output<typeof planCopyInput>): Promise<ImportContent> {
    const wanted = given.itemIds && new Set(given.itemIds);
    const known = new Set(items.map(({ id }) => id));
    if ([...(given.itemIds ?? []), ...given.moveYearsOf, ...given.programmes.map(({ itemId }) => itemId)].some((id) => !known.has(id))) throw badReference('admin.items.text');
    const picked = new Map(given.programmes.map(({ itemId, programmeId }) => [itemId, programmeId]));
    const chosen = await this.programmes.programmesByIds([...picked.values()]);
    for (const id of picked.values()) if (chosen.get(id)?.closedOn !== null) throw badReference('admin.items.programme');
    const moving = new Set(given.moveYearsOf);
    const warnings: ImportWarning[] = [];
    const copied = items.filter(({ id }) => wanted?.has(id) ?? true);
    const made = copied.map((item, index): ImportItem => {
      const position = index + 1;
      const place = { row: position };
      const warn = (code: string, value: string, suggestion: { id: string; name: string } | null = null): string => {
        warnings.push({ code, place, value, suggestion: suggestion?.name ?? null, suggestionId: suggestion?.id ?? null, position });
        return code;
      };
      const next = programmes.get(item.programme.id);
      const programme = chosen.get(picked.get(item.id) ?? '') ?? next?.to ?? null;
      const own = units(item);
      const moves = moving.has(item.id);
      const move = (text: string): string => (moves ? moveYear(text, plan.year, given.year) : text);
      const text = move(item.text);
      const of = (role: Role): ImportItem['responsible'] => own.filter((unit) => unit.role === role).map((unit) => ({ name: unit.name, unitId: unit.standing === 'closed' ? null : unit.id }));
      const codes = [
        ...(programme ? [] : [warn('unknown_programme', item.programme.name, next?.suggestion)]), ...own.flatMap((unit) => (unit.standing === 'closed' ? [warn('unknown_unit', unit.name)] : unit.was === null ? [] : [warn('unit_renamed', unit.was, unit)])),
        ...timeWords(text, given.year).map((word) => warn('time_word', word)),
      ];
      return {
        position, programme: { printed: programme?.name ?? item.programme.name, name: programme?.name ?? item.programme.name, programmeId: programme?.id ?? null }, responsible: of('responsible'), lead: of('lead'), cooperating: of('cooperating'),
        text, raw: text, number: item.number, due: dueOf(item, move, plan.year, given.year), targets: [...item.targets], roleHint: null, source: place, warnings: [...new Set(codes)], corrected: false,
      };
    });
    const positions = copied.map(({ id }, index) => [index + 1, id] as const);
    return {
      paper: { docNumber: null, issuer: plan.issuer, title: titleOf(plan, given.year), year: given.year, issuedOn: null }, items: made, warnings,
      copy: { planId: plan.id, year: plan.year, measures: given.measures, joint: given.joint, items: Object.fromEntries(positions), moved: positions.flatMap(([position, id]) => (moving.has(id) ? [position] : [])) },
    };
  }

  private async source(actor: PersonActor, planId: string, year: number): Promise<Source> {
    const plan = await this.plan.findKept(actor, planId, 'plan-import:write');
    // What is read in becomes a plan of the own office: that of a division below is begun from the items above.
    if (plan.divisionId !== plan.officeId) throw notFound();
    if (plan.state === 'draft') throw new Refusal('lifecycle.not_allowed', { params: { state: 'terms.planStates.draft' } });
    if (year <= plan.year) throw new Refusal('plan_copy.year_earlier', { params: { year: plan.year } });
    const taken = (await this.plans.editionsOf(plan.divisionId, year)).find(({ state }) => state !== 'closed');
    if (taken) throw new Refusal('plan_copy.year_taken', { params: { year, state: `terms.planStates.${taken.state}` } });
    const { rows: items } = await this.items.listFor(actor, planId, { sort: 'seq' });
    const ids = items.flatMap(({ assignments }) => assignments.map(({ unit }) => unit.id));
    const [standing, programmes] = [await this.units.standingFor(ids), await this.programmes.successorsIn(year, items.map(({ programme }) => programme.id))];
    const today = this.clock.today();
    return { plan, items, units: (item) => unitsOf(item, standing, today), programmes };
  }
}

const titleOf = (plan: PlanEntity, year: number): string => moveYear(plan.title, plan.year, year).slice(0, lengths.title);

/** The units that an item is asked of, in the order of the paper, each once in a role, by whom the work has today. */
const unitsOf = (item: BareItem, standing: ReadonlyMap<string, UnitBrief>, today: string): CopiedUnit[] => {
  const once = new Set<string>();
  return item.assignments.filter(({ state }) => state !== 'withdrawn').flatMap(({ role, unit }): CopiedUnit[] => {
    const now = standing.get(unit.id);
    const [id, name] = [now?.id ?? unit.id, now?.name ?? unit.printed];
    if (once.has(`${role} ${id}`)) return [];
    once.add(`${role} ${id}`);
    const closed = !now || (now.closedOn !== null && now.closedOn <= today);
    // Work moves to the successor when units are merged, and the paper still prints the old name.
    const was = unit.printed === name || unit.printed === now?.fullName ? null : unit.printed;
    return [{ role, id, name, standing: closed ? 'closed' : was === null ? 'open' : 'renamed', was }];
  });
};

/** A day moves with its words: where they name the old year and nobody has moved it, it stays as it is printed. */
const dueOf = ({ due }: BareItem, move: (text: string) => string, from: number, to: number): ImportItem['due'] => {
  if (due === null) return null;
  const text = move(due.text);
  const stays = moveYear(text, from, to) !== text;
  return { text, date: stays ? due.date : (dueDate(text, to) ?? (due.date === null ? null : shiftYears(due.date, to - from))) };
};

const paperItem = (item: ImportItem): PaperItem => ({
  number: item.number, programme: item.programme.printed, units: roles.flatMap((role) => item[role].map(({ name }) => ({ role, printed: name }))), text: item.text, due: item.due, targets: readTargets(item.text),
});
