export { answerJob, encodeJob, type ChildAnswer } from './child-job.js';
export { paperFingerprint } from './fingerprint.js';
export { normaliseName, normaliseText } from './normalise.js';
export { PAPER_PROBLEM_CODES, PaperProblem, problemData, type PaperProblemCode, type PaperProblemData, type PaperRemedy } from './problem.js';
export { readPaper } from './read-paper.js';
export { readTables, type PlainCell, type PlainRow, type PlainTable, type TablesAnswer } from './read-tables.js';
export { comparable, likeness, type Comparable } from './similarity.js';
export { readTargets } from './targets.js';
export * from './types.js';
