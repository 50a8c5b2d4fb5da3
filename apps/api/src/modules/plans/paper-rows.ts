import { Injectable } from '@nestjs/common';
import { lengths } from '@kepu/contracts';
import { isWithin } from '@kepu/domain';
import { Clock } from '../../platform/clock/index.js';
import { newId } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { searchKey } from '../../platform/pinyin/pinyin.js';
import { ProgrammeDirectory, UnitDirectory } from '../units/index.js';
import type { AssignmentEntity } from './assignment.entity.js';
import { summaryOf, type ImportContent } from './import-content.js';
import type { ItemEntity } from './item.entity.js';
import { paperMeasureRows } from './paper-measure-rows.js';
import type { PlanProgrammeEntity, PlanUnitEntity } from './plan-axis.entity.js';
import type { PlanEntity } from './plan.entity.js';
import { placeColumns } from './plan.mapper.js';
import type { PlanRows } from './plans.repository.js';

/** The import that a paper came by, and whose plan it makes. */
export interface PaperSource { readonly id: string; readonly divisionId: string }
const roles = ['responsible', 'lead', 'cooperating'] as const;
/** How long the search text of one item may be: the longest item with its pinyin stays well below. */
export const SEARCH_MAX = 60_000;

/** The rows that a preview makes: a plan of its own, or what a plan in force is held against. Items stand in the order of the paper. */
@Injectable()
export class PaperRows {
  constructor(private readonly units: UnitDirectory, private readonly programmes: ProgrammeDirectory, private readonly clock: Clock) {}

  /** Errors: `plan_import.unresolved`, `plan.unit_outside`. */
  async of(content: ImportContent, year: number, { id: importId, divisionId }: PaperSource): Promise<PlanRows> {
    const planId = newId();
    const now = this.clock.now();
    const unitRows = new Map<string, PlanUnitEntity>();
    const programmeIds = [...new Set(content.items.flatMap((item) => (item.programme.programmeId ? [item.programme.programmeId] : [])))];
    const dictionary = await this.programmes.programmesByIds(programmeIds);
    // A unit may have been merged since the paper was read.
    const known = await this.units.standingFor(content.items.flatMap((item) => roles.flatMap((role) => item[role].flatMap((unit) => (unit.unitId ? [unit.unitId] : [])))));
    const items: ItemEntity[] = [];
    const assignments: AssignmentEntity[] = [];
    const assigned = new Set<string>();
    for (const [index, source] of content.items.entries()) {
      const programme = dictionary.get(source.programme.programmeId ?? '');
      if (!programme) throw new Refusal('plan_import.unresolved', { params: { count: 1 } });
      const itemId = newId();
      const seq = index + 1;
      const unitsPrinted = roles.flatMap((role) => source[role].map((unit) => ({ role, printed: unit.name })));
      items.push({
        id: itemId, planId, seq, number: source.number, programmeId: programme.id, programmePrinted: source.programme.printed.slice(0, lengths.name), unitsPrinted, text: source.text, raw: source.raw,
        ...placeColumns(source.source), dueText: source.due?.text.slice(0, lengths.name) ?? null, dueOn: source.due?.date ?? null, targets: source.targets, targetCount: source.targets.length, standing: 'printed', revisedIn: null,
        // A unit is also looked for by its full name: `wzskx` finds what 市科协 has to do.
        searchKey: searchKey([source.text, programme.name, ...roles.flatMap((role) => source[role].flatMap((unit) => [unit.name, known.get(unit.unitId ?? '')?.fullName ?? '']))], SEARCH_MAX), version: 1,
      });
      for (const role of roles) {
        for (const unit of source[role]) {
          const unitId = known.get(unit.unitId ?? '')?.id;
          if (!unitId) throw new Refusal('plan_import.unresolved', { params: { count: 1 } });
          if (!isWithin(known.get(unit.unitId ?? '')?.divisionId ?? '', divisionId)) throw new Refusal('plan.unit_outside', { params: { unit: unit.name } });
          if (!unitRows.has(unitId)) unitRows.set(unitId, { id: newId(), planId, unitId, printed: unit.name, sortNo: unitRows.size + 1 });
          // The paper may name a unit twice in one cell; it has the work once.
          const once = `${itemId} ${unitId} ${role}`;
          if (assigned.has(once)) continue;
          assigned.add(once);
          assignments.push({
            id: newId(), itemId, planId, unitId, unitPrinted: unit.name, seq, role, state: 'pending', signedAt: null, signedBy: null, signedHow: null, signedNote: null,
            question: null, askedBy: null, askedAt: null, answer: null, answeredBy: null, answeredAt: null, extendedTo: null, doneAt: null, version: 1,
          });
        }
      }
    }
    const programmes: PlanProgrammeEntity[] = [...dictionary.values()].sort((a, b) => a.sortNo - b.sortNo)
      .map((programme, index) => ({ id: newId(), planId, programmeId: programme.id, name: programme.name, shortName: programme.shortName, sortNo: index + 1 }));
    const counts = summaryOf(content);
    const plan: PlanEntity = {
      id: planId, divisionId, officeId: divisionId, year, edition: 1, docNumber: content.paper.docNumber, issuer: content.paper.issuer, title: (content.paper.title ?? `${year}`).slice(0, lengths.title),
      issuedOn: content.paper.issuedOn, state: 'draft', unitCount: counts.units, programmeCount: counts.programmes, cellCount: counts.cells, itemCount: counts.items, targetCount: counts.targets,
      signBy: null, signByUncertain: false, importId, createdAt: now, issuedAt: null, closedAt: null, version: 1,
    };
    return { plan, units: [...unitRows.values()], programmes, items, assignments, measures: paperMeasureRows(items, year, now) };
  }
}
