import { rolePermissions, type AssignmentRow, type LightPage, type ImportItem, type Plan, type PlanImport, type Role, type Session } from '@kepu/contracts';

/** A UUID that is easy to tell from the others. */
export const uuid = (no: number): string => `00000000-0000-7000-8000-${String(no).padStart(12, '0')}`;
const instant = '2026-03-02T01:00:00.000Z';

/** A session of somebody with one role. */
export const sessionOf = (role: Role): Session => ({
  account: { id: uuid(1), name: '林一', identifier: 'l***@kepu.test', mustChangePassword: false },
  grants: [{ id: uuid(2), role, scope: role === 'liaison' ? { kind: 'unit', id: uuid(101), name: '市教育局' } : { kind: 'city', id: null, name: '' }, to: null }],
  permissions: [...rolePermissions[role]], unreadNotices: 0, today: '2026-03-03', expiresAt: instant, proofs: ['password' as const], missing: null, ways: [],
});

/** A plan in force. */
export const planOf = (change: Partial<Plan> = {}): Plan => ({
  id: uuid(10), divisionId: '330300', officeId: '330300', kept: true, year: 2026, edition: 1, docNumber: '样字〔2026〕1号', issuer: '样例办公室', title: '2026 年任务分解表', issuedOn: '2026-03-01', state: 'issued',
  counts: { units: 2, programmes: 2, cells: 3, items: 30, targets: 1 }, signOff: { total: 30, signed: 10, asked: 1, pending: 19 }, signBy: '2026-03-05', issuedAt: instant,
  closedAt: null, importId: uuid(20), createdAt: instant, takenBack: null, version: 3, ...change,
});

/** One item as a preview shows it. */
export const importItemOf = (position: number, change: Partial<ImportItem> = {}): ImportItem => ({
  position, programme: { name: '青少年行动', printed: '青少年行动', programmeId: uuid(201) }, responsible: [{ name: '市教育局', unitId: uuid(101) }], lead: [], cooperating: [],
  text: `第 ${position} 件样例工作。`, raw: `${position}. 第 ${position} 件样例工作。`, number: null, due: null, targets: [], roleHint: null, source: { line: position + 10 }, warnings: [], corrected: false, ...change,
});

/** A preview of thirty items: one without final stop, one with an unknown unit. */
export const importOf = (change: Partial<PlanImport> = {}): PlanImport => ({
  id: uuid(20), state: 'ready', progress: 1, fileName: '样例.docx', createdAt: instant, createdBy: '林一', planId: null, version: 4,
  summary: { units: 2, programmes: 2, cells: 3, items: 30, targets: 1, warnings: 2 }, paper: { docNumber: null, issuer: '样例办公室', title: '样例分解表', year: 2026, issuedOn: '2026-03-01' },
  items: Array.from({ length: 30 }, (_, index) => importItemOf(index + 1, index === 28 ? { warnings: ['no_final_stop'], text: '没有句号的样例工作' } : index === 4 ? { warnings: ['unknown_unit'], responsible: [{ name: '市教委', unitId: null }] } : {})),
  warnings: [
    { code: 'unknown_unit', place: { line: 15 }, value: '市教委', suggestion: '市教育局', suggestionId: uuid(101), position: 5 },
    { code: 'no_final_stop', place: { line: 39 }, value: '没有句号的样例工作', suggestion: null, suggestionId: null, position: 29 },
  ],
  problem: null, question: null, ...change,
});

/** One piece of a unit's own work. */
export const assignmentOf = (no: number, change: Partial<AssignmentRow> = {}): AssignmentRow => ({
  id: uuid(300 + no), role: 'responsible', unit: { id: uuid(101), name: '市教育局', printed: '市教育局' }, state: 'pending', signedAt: null, signedBy: null, signedHow: null, signedNote: null,
  question: null, extendedTo: null, doneAt: null, version: 1,
  item: {
    id: uuid(400 + no), planId: uuid(10), year: 2026, seq: no, number: null, programme: { id: uuid(200 + (no % 2)), name: no % 2 ? '青少年行动' : '信息化工程', printed: '青少年行动' },
    units: [{ role: 'responsible', printed: '市教育局' }], text: `第 ${no} 件样例工作。`, raw: `第 ${no} 件样例工作。`, source: { line: no }, due: null, targets: [], measures: { total: 0, done: 0 }, joint: [], standing: 'printed', revisedIn: null, version: 1,
  },
  ...change,
});

/** No lights at all. */
export const noLights = (): LightPage => ({ data: [], total: 0, counts: { red: 0, yellow: 0, green: 0, blue: 0, grey: 0 }, today: '2026-03-03' });
