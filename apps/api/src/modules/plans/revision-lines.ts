import { diffPapers, normaliseName, normaliseText } from '@kepu/breakdown';
import type { RevisionLine, RevisionSide } from '@kepu/contracts';
import type { AssignmentEntity } from './assignment.entity.js';
import type { ItemEntity } from './item.entity.js';
import type { RevisionCounts, RevisionDecisions } from './plan-revision.entity.js';

/** An item of the plan in force, or of the new paper, with its parts; `evidence` counts what was done for it. */
export interface ItemWithParts { readonly item: ItemEntity; readonly assignments: readonly AssignmentEntity[]; readonly evidence: number }
/** One line of the comparison, with the rows that it stands for. */
export interface ComparedLine extends Pick<RevisionLine, 'kind' | 'fields' | 'decided'> { readonly old: ItemWithParts | null; readonly printed: ItemWithParts | null; readonly signing: readonly AssignmentEntity[] }

const inForce = (assignments: readonly AssignmentEntity[]): AssignmentEntity[] => assignments.filter(({ state }) => state !== 'withdrawn');
/** A unit's part in an item, as one key. */
export const partOf = ({ unitId, role }: Pick<AssignmentEntity, 'unitId' | 'role'>): string => `${role} ${unitId}`;
const partsOf = (assignments: readonly AssignmentEntity[]): string => inForce(assignments).map(partOf).sort().join('\n');
const dueOf = ({ dueOn, dueText }: ItemEntity): string => dueOn ?? normaliseText(dueText ?? '');
const targetsOf = ({ targets }: ItemEntity): string => JSON.stringify(targets.map(({ min, max, approx, unit }) => [min, max, approx, normaliseText(unit)]));

/** The item that each place of a new paper most probably stands for. What was withdrawn earlier may come back. */
export function proposedPairs(present: readonly ItemWithParts[], paper: readonly ItemWithParts[]): (string | null)[] {
  const compared = ({ item, assignments }: ItemWithParts) => ({ units: (item.standing === 'withdrawn' ? assignments : inForce(assignments)).map(partOf), programme: item.programmeId, text: item.text, due: dueOf(item) });
  const pairs = paper.map((): string | null => null);
  const { same, changed } = diffPapers(present.map(compared), paper.map(compared));
  for (const { before, after } of [...same, ...changed]) pairs[after] = present[before]?.item.id ?? null;
  return pairs;
}

/** The two papers line by line: the new one in its order, then what it no longer prints. */
export function compareItems(present: readonly ItemWithParts[], paper: readonly ItemWithParts[], decisions: RevisionDecisions): ComparedLine[] {
  const byId = new Map(present.map((one) => [one.item.id, one]));
  const [keep, withdraw] = [new Set(decisions.keep), new Set(decisions.withdraw)];
  const paired = new Set(decisions.pairs);
  return [
    ...paper.map((printed, at) => pairOf(byId.get(decisions.pairs[at] ?? '') ?? null, printed)),
    ...present.filter(({ item }) => item.standing !== 'withdrawn' && !paired.has(item.id)).map((old): ComparedLine => {
      // What an earlier edition kept stays kept until somebody says otherwise.
      const stays = keep.has(old.item.id) || (old.item.standing === 'kept' && !withdraw.has(old.item.id));
      // Nothing that somebody has worked for goes without a word.
      return { kind: stays ? 'kept' : 'withdrawn', old, printed: null, fields: [], signing: [], decided: stays || withdraw.has(old.item.id) || old.evidence === 0 };
    }),
  ];
}

function pairOf(old: ItemWithParts | null, printed: ItemWithParts): ComparedLine {
  if (!old) return { kind: 'added', old, printed, fields: [], signing: printed.assignments, decided: true };
  const [before, after] = [old.item, printed.item];
  const fields: RevisionLine['fields'] = [];
  // Blanks and a stop at the end are no other words.
  if (normaliseName(before.text) !== normaliseName(after.text)) fields.push('text');
  if (before.programmeId !== after.programmeId) fields.push('programme');
  if (partsOf(old.assignments) !== partsOf(printed.assignments)) fields.push('units');
  if (dueOf(before) !== dueOf(after)) fields.push('due');
  if (targetsOf(before) !== targetsOf(after)) fields.push('targets');
  const parts = new Map(inForce(old.assignments).map((part) => [partOf(part), part]));
  // Whoever was there before signs anew for other words; another unit beside it changes nothing for it.
  const anew = fields.some((field) => field !== 'units');
  // What was kept without being printed, or was withdrawn, stands in the paper again.
  const back = before.standing !== 'printed';
  return { kind: fields.length === 0 && !back ? 'same' : 'changed', old, printed, fields, signing: printed.assignments.filter((part) => anew || !parts.has(partOf(part))), decided: true };
}

/** An item as one of the papers has it. */
export const sideOf = ({ item }: ItemWithParts): RevisionSide => ({
  number: item.number, programme: item.programmePrinted, units: item.unitsPrinted, text: item.text, due: item.dueText === null ? null : { text: item.dueText, date: item.dueOn }, targets: item.targets,
});

/** How many lines of each kind, and who is to sign. */
export function countLines(lines: readonly ComparedLine[]): RevisionCounts & { undecided: number } {
  const of = (kind: RevisionLine['kind']): number => lines.filter((line) => line.kind === kind).length;
  const signing = lines.flatMap((line) => line.signing);
  return {
    same: of('same'), changed: of('changed'), added: of('added'), withdrawn: of('withdrawn'), kept: of('kept'), undecided: lines.filter((line) => !line.decided).length,
    signing: signing.length, units: new Set(signing.map(({ unitId }) => unitId)).size,
  };
}
