import type { PlanImport } from '@kepu/contracts';
import { summaryOf } from './import-content.js';
import type { PlanImportEntity } from './plan-import.entity.js';

const nothing = { units: 0, programmes: 0, cells: 0, items: 0, targets: 0, warnings: 0 };
const unknownPaper = { docNumber: null, issuer: null, title: null, year: null, issuedOn: null };

/** An import as the API shows it. */
export const importView = (row: PlanImportEntity, createdBy: string): PlanImport => ({
  id: row.id, state: row.state, progress: row.progressPermille / 1000, fileName: row.fileName, createdAt: row.createdAt.toISOString(), createdBy, planId: row.planId, version: row.version,
  summary: row.content ? summaryOf(row.content) : nothing, paper: row.content?.paper ?? unknownPaper, items: [...(row.content?.items ?? [])], warnings: [...(row.content?.warnings ?? [])],
  question: row.columns ? { rows: row.columns.rows.map((cells) => [...cells]) } : null,
  problem: row.failure ? { code: row.failure.code, params: { ...row.failure.params }, ...(row.failure.place ? { place: row.failure.place } : {}) } : null,
});
