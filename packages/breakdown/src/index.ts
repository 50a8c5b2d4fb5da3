export { answerJob, encodeJob, type ChildAnswer } from './child-job.js';
export { paperFingerprint } from './fingerprint.js';
export { normaliseName, normaliseText } from './normalise.js';
export { PAPER_PROBLEM_CODES, PaperProblem, problemData, type PaperProblemCode, type PaperProblemData, type PaperRemedy } from './problem.js';
export { readPaper } from './read-paper.js';
export { readTargets } from './targets.js';
export * from './types.js';
