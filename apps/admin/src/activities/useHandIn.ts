import type { Activity } from '@kepu/contracts';
import { useNotify } from 'react-admin';
import { api } from '../providers/api.js';
import { messageOf } from '../providers/problem.js';

/** Hands a draft in. The draft is kept whatever comes of it: what is still missing is said on its own page. */
export const useHandIn = () => {
  const notify = useNotify();
  return async ({ id, version }: Pick<Activity, 'id' | 'version'>): Promise<void> => {
    try {
      await api.submitActivity({ params: { id }, body: { version } });
      notify('admin.activities.submitted', { type: 'success' });
    } catch (error) {
      notify(messageOf(error), { type: 'warning', autoHideDuration: 10_000, messageArgs: { _: messageOf(error) } });
    }
  };
};
