import type { KeyStates } from '@kepu/contracts';
import type { KeyStates as Read } from '../../platform/keys/index.js';

const figure = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Keys as administrators see them. */
export const keyStatesView = ({ keys, columns, job }: Read): KeyStates => ({
  keys: keys.map((key) => ({ ...key, firstUsedAt: key.firstUsedAt?.toISOString() ?? null })), columns: columns.map((count) => ({ ...count })),
  job: job && {
    state: job.state, progress: job.progress, resealed: figure(job.result?.['resealed']), unreadable: figure(job.result?.['unreadable']), createdAt: job.createdAt.toISOString(),
    finishedAt: job.finishedAt?.toISOString() ?? null,
  },
});
