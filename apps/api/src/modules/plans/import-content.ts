import type { ColumnMap, HeadingMeaning } from '@kepu/breakdown';
import type { ErrorCode, ImportItem, ImportWarning, Paper, Place, PlanImport } from '@kepu/contracts';
import { Refusal } from '../../platform/errors/refusal.js';

/** What is kept of a reading: the preview, as corrected so far. */
export interface ImportContent { readonly paper: Paper; readonly items: readonly ImportItem[]; readonly warnings: readonly ImportWarning[]; readonly copy?: CopiedFrom }
/** The plan that a preview was copied from, and what of it goes along. `items`: the old item by its position in the preview; `moved`: positions whose year was moved. */
export interface CopiedFrom { readonly planId: string; readonly year: number; readonly measures: boolean; readonly joint: boolean; readonly items: Readonly<Record<number, string>>; readonly moved: readonly number[] }
/** Why a paper was refused. */
export interface ImportFailure { readonly code: ErrorCode; readonly place: Place | null; readonly params: Readonly<Record<string, string | number>> }
/** A table whose columns the reader asks about, and where each role stands as a person said, by column from 0. */
export interface ImportColumns { readonly rows: readonly (readonly string[])[]; readonly roles: ColumnMap | null; /** Of this paper alone, where they are not for every office. */ readonly headings?: readonly HeadingMeaning[] }

const unitsOf = (item: ImportItem) => [...item.responsible, ...item.lead, ...item.cooperating];

/** The counts that stand above a preview. A cell is a unit × programme that has work. */
export const summaryOf = (content: ImportContent): PlanImport['summary'] => {
  const units = new Set<string>();
  const programmes = new Set<string>();
  const cells = new Set<string>();
  let targets = 0;
  for (const item of content.items) {
    const programme = item.programme.programmeId ?? item.programme.printed;
    programmes.add(programme);
    targets += item.targets.length;
    for (const unit of unitsOf(item)) {
      units.add(unit.unitId ?? unit.name);
      cells.add(`${unit.unitId ?? unit.name}\n${programme}`);
    }
  }
  return { units: units.size, programmes: programmes.size, cells: cells.size, items: content.items.length, targets, warnings: content.warnings.length };
};

/** Names that nobody has matched yet, each once. */
const unresolvedNames = (content: ImportContent): { kind: 'unit' | 'programme'; name: string }[] => {
  const found = new Map<string, { kind: 'unit' | 'programme'; name: string }>();
  for (const item of content.items) {
    if (!item.programme.programmeId) found.set(`programme ${item.programme.printed}`, { kind: 'programme', name: item.programme.printed });
    for (const unit of unitsOf(item)) if (!unit.unitId) found.set(`unit ${unit.name}`, { kind: 'unit', name: unit.name });
    if (unitsOf(item).length === 0) found.set(`item ${item.position}`, { kind: 'unit', name: '' });
  }
  return [...found.values()];
};

/** A preview can become a plan, or an edition of one, when every name is matched and it is the whole paper. Errors: `plan_import.unresolved`, `plan_import.extract`. */
export function demandWholePaper(content: ImportContent): void {
  if (content.warnings.some(({ code }) => code === 'extract')) throw new Refusal('plan_import.extract');
  const unresolved = unresolvedNames(content);
  if (unresolved.length > 0) throw new Refusal('plan_import.unresolved', { params: { count: unresolved.length } });
}
