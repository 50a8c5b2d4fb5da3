import type { PlanRevisionDetail, RevisionLine, RevisionSide } from '@kepu/contracts';
import { uuid } from './samples.js';

/** An item as a paper has it. */
export const sideOf = (text: string, change: Partial<RevisionSide> = {}): RevisionSide => ({ number: null, programme: '青少年行动', units: [{ role: 'responsible', printed: '市教育局' }], text, due: null, targets: [], ...change });

/** An item that both papers have, with other words in the new one. */
export const changedLine = (position: number, change: Partial<RevisionLine> = {}): RevisionLine => ({
  kind: 'changed', itemId: uuid(400 + position), position, fields: ['text'], before: sideOf(`第 ${position} 件工作，不少于 60 场。`), after: sideOf(`第 ${position} 件工作，不少于 160 场。`), signing: 1, evidence: 0, decided: true, ...change,
});
/** An item that only the new paper has. */
export const addedLine = (position: number, change: Partial<RevisionLine> = {}): RevisionLine => changedLine(position, { kind: 'added', itemId: null, fields: [], before: null, after: sideOf(`新的第 ${position} 件工作。`), ...change });
/** An item that only the plan in force has. */
export const goneLine = (no: number, change: Partial<RevisionLine> = {}): RevisionLine => changedLine(no, { kind: 'withdrawn', position: null, fields: [], before: sideOf(`不再列出的第 ${no} 件工作。`), after: null, signing: 0, ...change });

/** A new paper that is being compared. What it counts follows from its lines. */
export const revisionOf = (lines: RevisionLine[], change: Partial<PlanRevisionDetail> = {}): PlanRevisionDetail => {
  const of = (kind: RevisionLine['kind']) => lines.filter((line) => line.kind === kind).length;
  return {
    id: uuid(30), planId: uuid(10), importId: uuid(20), edition: 2, state: 'draft', docNumber: '样字〔2026〕9号', title: '2026 年任务分解表（第二版）', issuedOn: '2026-07-10', createdAt: '2026-07-01T01:00:00.000Z', createdBy: '林一', issuedAt: null, version: 1,
    counts: { same: of('same'), changed: of('changed'), added: of('added'), withdrawn: of('withdrawn'), kept: of('kept'), undecided: lines.filter(({ decided }) => !decided).length, signing: lines.reduce((sum, { signing }) => sum + signing, 0), units: 1 },
    lines, ...change,
  };
};
