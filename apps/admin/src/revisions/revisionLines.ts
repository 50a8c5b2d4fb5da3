import type { PlanRevision, RevisionLine } from '@kepu/contracts';
import { missingDemands, planRevisionLifecycle } from '@kepu/domain';

/** Which lines to show. */
export const lineChoices = ['all', 'changed', 'added', 'withdrawn', 'kept', 'same', 'undecided'] as const;
/** One of them. */
export type LineChoice = (typeof lineChoices)[number];

const fits = (line: RevisionLine, only: LineChoice): boolean => (only === 'all' ? line.kind !== 'same' : only === 'undecided' ? !line.decided : line.kind === only);
const holds = ({ before, after }: RevisionLine, wanted: string): boolean =>
  wanted === '' || [before, after].some((side) => side !== null && [side.text, side.programme, ...side.units.map(({ printed }) => printed)].some((part) => part.toLowerCase().includes(wanted)));

/** The lines that a choice and a word leave. What waits for a decision and has most behind it comes first where it is asked for. */
export const shownLines = (lines: readonly RevisionLine[], only: LineChoice, text: string): RevisionLine[] => {
  const wanted = text.trim().toLowerCase();
  const shown = lines.filter((line) => fits(line, only) && holds(line, wanted));
  return only === 'undecided' ? shown.sort((a, b) => b.evidence - a.evidence) : shown;
};

/** How many lines each choice shows. */
export const lineCounts = (lines: readonly RevisionLine[]): Readonly<Record<LineChoice, number>> =>
  Object.fromEntries(lineChoices.map((only) => [only, lines.filter((line) => fits(line, only)).length])) as Record<LineChoice, number>;

/** A line stays the same one, whatever is decided of it. */
export const lineKey = ({ itemId, position }: RevisionLine): string => (position === null ? `old ${itemId ?? ''}` : `new ${position}`);

/** Old items that no line of the new paper stands for, those with the same unit as `like` first. */
export const unprintedLines = (lines: readonly RevisionLine[], like: RevisionLine, text: string): RevisionLine[] => {
  const units = new Set(like.after?.units.map(({ printed }) => printed));
  const near = ({ before }: RevisionLine): number => (before?.units.some(({ printed }) => units.has(printed)) ? 0 : 1);
  return lines.filter((line) => line.position === null && holds(line, text.trim().toLowerCase())).sort((a, b) => near(a) - near(b));
};

/** What of the paper is still missing before it can be issued. */
export const missingOf = ({ docNumber, issuedOn }: Pick<PlanRevision, 'docNumber' | 'issuedOn'>) => missingDemands(planRevisionLifecycle, 'issue', { docNumber, issuedOn });
