import type { WorkEntry } from '@kepu/contracts';
import { useNotify } from 'react-admin';
import { api } from '../providers/api.js';
import { messageOf } from '../providers/problem.js';

/** Hands a draft in; what is still missing is said on its own page, and the draft is kept. */
export const useWorkHandIn = () => {
  const notify = useNotify();
  return async ({ id, version }: Pick<WorkEntry, 'id' | 'version'>): Promise<void> => {
    try {
      await api.submitWorkEntry({ params: { id }, body: { version } });
      notify('admin.activities.submitted', { type: 'success' });
    } catch (error) {
      notify(messageOf(error), { type: 'warning', autoHideDuration: 10_000, messageArgs: { _: messageOf(error) } });
    }
  };
};
