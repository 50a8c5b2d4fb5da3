import type { Assessment, AssessmentAppeal, AssessmentLine, AssessmentLink, AssessmentSheet, AssessmentStanding, File, RubricSection } from '@kepu/contracts';
import { criteriaOf, gradeOf, pointsBetween, scoredPoints, sheetTotal } from '@kepu/domain';
import { can, reaches, reachOf, type Actor } from '../../../platform/auth/actor.js';
import { shanghaiDay } from '../../../platform/clock/index.js';
import { fromDbTime } from '../../../platform/database/index.js';
import type { ByCriterion, CountedEntry, ReviewEntry, SheetEntry } from './assessment.entity.js';
import type { AppealRow, LinkRow, SheetBrief, SheetRow } from './assessment-sheets.repository.js';
import type { AssessmentRow } from './assessments.repository.js';

const act = (at: string | null, by: string | null): { by: string; at: string } | null => (at === null ? null : { by: by ?? '', at: fromDbTime(at) });
const tenths = (points: number): number => points / 10;
/** The rubric of a row as the database keeps it. */
export const rubricOf = ({ rubric }: Pick<AssessmentRow, 'rubric'>): RubricSection[] => JSON.parse(rubric) as RubricSection[];
export const gradesOf = ({ grades }: Pick<AssessmentRow, 'grades'>): Assessment['grades'] => JSON.parse(grades) as Assessment['grades'];
export const entriesOf = ({ entries }: Pick<SheetRow, 'entries'>): ByCriterion<SheetEntry> => JSON.parse(entries) as ByCriterion<SheetEntry>;
export const reviewsOf = ({ reviews }: Pick<SheetRow, 'reviews'>): ByCriterion<ReviewEntry> => JSON.parse(reviews) as ByCriterion<ReviewEntry>;
const countedOf = (text: string): ByCriterion<CountedEntry> => JSON.parse(text) as ByCriterion<CountedEntry>;

/** Whether the office has it. */
export const isIn = ({ state }: Pick<SheetRow, 'state'>): boolean => state === 'submitted' || state === 'accepted';
/** Whether those who read the unit's sheets read what is written on it: once it was handed in, also while it is with the unit again to be mended. */
export const isShown = ({ state }: Pick<SheetRow, 'state'>): boolean => isIn({ state }) || state === 'returned';
/** What the reader may do for a unit. */
export const mayFor = (actor: Actor, { path, divisionId }: Pick<SheetRow, 'path' | 'divisionId'>): AssessmentSheet['may'] => ({ write: reaches(reachOf(actor, 'assessment:answer'), { path, divisionId }), submit: reaches(reachOf(actor, 'assessment:submit'), { path, divisionId }), decide: can(actor, 'assessment:write') });
/** Whether the reader belongs to those who write or hand in. */
export const isInside = (actor: Actor, row: Pick<SheetRow, 'path' | 'divisionId'>): boolean => { const { write, submit } = mayFor(actor, row); return write || submit; };
const isTold = ({ state }: Pick<AssessmentRow, 'state'>): boolean => state === 'announced' || state === 'final';
/** Whether points of the office may be known: by office and leader at once, by the unit itself when results are told, and by whoever else reads the sheet once a table of all is out. */
export const seesPoints = (actor: Actor, assessment: Pick<AssessmentRow, 'state' | 'publication'>, row: Pick<SheetRow, 'path' | 'divisionId'>): boolean => can(actor, 'assessment:write') || can(actor, 'assessment:results') || (isTold(assessment) && isInside(actor, row)) || seesTable(actor, assessment);
const isOverdue = (row: Pick<SheetRow, 'state'>, { state, dueOn }: Pick<AssessmentRow, 'state' | 'dueOn'>, today: string): boolean => state === 'open' && dueOn < today && !isIn(row) && row.state !== 'released';

/** What each criterion comes to. `live` is what is counted now; of a sheet that was reviewed it is not asked for. */
export interface Points { readonly key: string; readonly frozen: CountedEntry | null; readonly counted: CountedEntry | null; readonly self: number; readonly proposed: number; readonly result: number }
export const pointsOf = (rubric: readonly RubricSection[], row: SheetRow, live: ByCriterion<CountedEntry> | undefined): Points[] => {
  const [entries, frozen, settled, reviews] = [entriesOf(row), countedOf(row.frozen), countedOf(row.settled), reviewsOf(row)];
  return criteriaOf(rubric).map(({ key, source }) => {
    const [then, now] = [frozen[key] ?? null, settled[key] ?? live?.[key] ?? null];
    const own = entries[key]?.points ?? 0;
    const proposed = source === null ? own : ((now ?? then)?.points ?? 0);
    return { key, frozen: then, counted: now, self: source === null ? own : ((then ?? now)?.points ?? 0), proposed, result: reviews[key]?.points ?? proposed };
  });
};
export const totalsOf = (rubric: readonly RubricSection[], points: readonly Points[]): { self: number; total: number } => ({ self: sheetTotal(rubric, new Map(points.map(({ key, self }) => [key, self]))), total: sheetTotal(rubric, new Map(points.map(({ key, result }) => [key, result]))) });

/** How one unit stands, as its reader sees it. */
export const standingView = (actor: Actor, row: SheetRow, assessment: AssessmentRow, live: ByCriterion<CountedEntry> | undefined, today: string): AssessmentStanding => {
  const rubric = rubricOf(assessment);
  const { self, total } = totalsOf(rubric, pointsOf(rubric, row, live));
  const known = isIn(row) && seesPoints(actor, assessment, row);
  return {
    id: row.id, unit: { id: row.unitId, name: row.unitName }, county: { code: row.countyCode, name: row.countyName ?? '' }, state: row.state, late: Number(row.late) === 1, overdue: isOverdue(row, assessment, today), sampled: known && row.sampledAt !== null, submitted: isIn(row) ? act(row.submittedAt, row.submittedBy) : null,
    selfTotal: isIn(row) ? self : null, total: known ? total : null, grade: known ? gradeOf(total, gradesOf(assessment)) : null, appeals: Number(row.appeals), version: row.version,
  };
};

/** An assessment, with counts over the sheets in the reader's reach. */
export const assessmentView = (actor: Actor, row: AssessmentRow, sheets: readonly SheetBrief[], today: string): Assessment => {
  const rubric = rubricOf(row);
  const own = sheets.filter((sheet) => sheet.assessmentId === row.id && sheet.state !== 'released');
  const count = (test: (sheet: SheetBrief) => boolean): number => own.filter(test).length;
  return {
    id: row.id, plan: { id: row.planId, title: row.planTitle, year: row.planYear, state: row.planState }, title: row.title, state: row.state, rubric, totalPoints: tenths(row.totalTenths), scoredPoints: scoredPoints(rubric), grades: gradesOf(row), dueOn: row.dueOn, dueUncertain: Number(row.dueUncertain) === 1, objectionWorkdays: row.objectionWorkdays,
    objectionUntil: row.objectionUntil, publication: row.publication, copiedFrom: row.copiedFromId === null ? null : { id: row.copiedFromId, title: row.copiedFromTitle ?? '' },
    counts: { units: own.length, submitted: count(isIn), accepted: count(({ state }) => state === 'accepted'), missing: count((sheet) => !isIn(sheet)), late: count(({ late }) => Number(late) === 1), appeals: own.reduce((sum, { appeals }) => sum + Number(appeals), 0) },
    own: own.filter((sheet) => isInside(actor, sheet)).map((sheet) => ({ id: sheet.id, unit: { id: sheet.unitId, name: sheet.unitName }, state: sheet.state, overdue: isOverdue(sheet, row, today) })), created: { by: row.createdByName, at: fromDbTime(row.createdAt) },
    openedAt: row.openedAt && fromDbTime(row.openedAt), announcedAt: row.announcedAt && fromDbTime(row.announcedAt), finalAt: row.finalAt && fromDbTime(row.finalAt), endedReason: row.endedReason, may: { table: seesTable(actor, row) }, version: row.version,
  };
};
/** Whether the reader may know all results: the office, and everybody who has a sheet once the office has published them. */
export const seesTable = (actor: Actor, { state, publication }: Pick<AssessmentRow, 'state' | 'publication'>): boolean => isTold({ state }) && (can(actor, 'assessment:results') || (state === 'final' && publication === 'table'));

/** A thing that a unit points to. */
export const linkView = ({ kind, id, title, at }: LinkRow): AssessmentLink => ({ kind, id, title, day: at === null ? null : at.length > 10 ? shanghaiDay(new Date(fromDbTime(at))) : at });

/** What a sheet shows besides its own row. */
export interface SheetExtras { readonly live: ByCriterion<CountedEntry> | undefined; readonly links: readonly LinkRow[]; readonly files: readonly File[]; readonly appeals: readonly AppealRow[]; readonly appealFiles: ReadonlyMap<string, readonly File[]>; readonly names: ReadonlyMap<string, string>; readonly approvers: readonly string[]; readonly today: string }

/** The sheet of one unit, as its reader sees it: nothing of the content before it is handed in, but for those inside; no points of the office before results are told. */
export const sheetView = (actor: Actor, row: SheetRow, assessment: AssessmentRow, extras: SheetExtras): AssessmentSheet => {
  const inside = isInside(actor, row);
  const shown = inside || isShown(row);
  const known = isIn(row) && seesPoints(actor, assessment, row);
  const rubric = rubricOf(assessment);
  const points = pointsOf(rubric, row, extras.live);
  const { self, total } = totalsOf(rubric, points);
  const [entries, reviews] = [entriesOf(row), reviewsOf(row)];
  const links = new Map(extras.links.map((link) => [`${link.kind} ${link.id}`, linkView(link)]));
  const files = new Map(extras.files.map((file) => [file.id, file]));
  const lineOf = ({ key, frozen, counted, proposed, result }: Points): AssessmentLine => {
    const [entry, review] = [entries[key], reviews[key]];
    return {
      key, points: entry?.points ?? null, words: entry?.words ?? null, links: (entry?.links ?? []).flatMap(({ kind, id }) => links.get(`${kind} ${id}`) ?? []), files: (entry?.fileIds ?? []).flatMap((id) => files.get(id) ?? []), frozen: frozen && view(actor, frozen), counted: counted && view(actor, counted),
      difference: frozen && counted ? pointsBetween(frozen.points, counted.points) : null, proposed, review: known && review ? { points: review.points, reason: review.reason, by: extras.names.get(review.by) ?? '', at: review.at } : null, result: known ? result : null,
    };
  };
  const { id, planId, planTitle, planYear, planState, title, state, dueOn, objectionUntil, publication, version } = assessment;
  return {
    id: row.id, assessment: { id, plan: { id: planId, title: planTitle, year: planYear, state: planState }, title, state, rubric, totalPoints: tenths(assessment.totalTenths), grades: gradesOf(assessment), dueOn, dueUncertain: Number(assessment.dueUncertain) === 1, objectionUntil, publication, version }, unit: { id: row.unitId, name: row.unitName }, state: row.state,
    lines: shown ? points.map(lineOf) : [], selfTotal: shown ? self : null, total: known ? total : null, grade: known ? gradeOf(total, gradesOf(assessment)) : null, late: Number(row.late) === 1, overdue: isOverdue(row, assessment, extras.today), sample: known && row.sampledAt !== null ? { note: row.sampleNote ?? '', by: row.sampledBy ?? '', at: fromDbTime(row.sampledAt) } : null,
    submitted: isIn(row) ? act(row.submittedAt, row.submittedBy) : null, returned: row.returnedAt !== null && (inside || Number(row.returnedInside) === 0) ? { reason: row.returnedReason ?? '', by: row.returnedBy ?? '', at: fromDbTime(row.returnedAt), inside: Number(row.returnedInside) === 1 } : null,
    approvers: inside ? [...extras.approvers] : [], appeals: inside || can(actor, 'assessment:results') ? extras.appeals.map((appeal) => appealView(appeal, extras.appealFiles.get(appeal.id) ?? [])) : [], may: mayFor(actor, row), version: row.version,
  };
};
/** Letters are between the office and the unit: whoever may not read them is told how many there are, and no more. */
const view = (actor: Actor, { done, asked, points, records }: CountedEntry) => ({ done, asked, points, records: records.filter(({ kind }) => kind !== 'prompt' || can(actor, 'prompt:read')) });
const appealView = (row: AppealRow, files: readonly File[]): AssessmentAppeal => ({
  id: row.id, key: row.criterionKey, state: row.state, words: row.words, files: [...files], made: { by: row.madeBy, at: fromDbTime(row.madeAt) }, before: tenths(row.beforeTenths), answer: row.answeredAt === null ? null : { points: row.answerTenths === null ? null : tenths(row.answerTenths), reason: row.answerReason ?? '', by: row.answeredBy ?? '', at: fromDbTime(row.answeredAt) }, version: row.version,
});
