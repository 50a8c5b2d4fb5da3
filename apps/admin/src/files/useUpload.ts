import type { File as HandedIn } from '@kepu/contracts';
import { useCallback, useState } from 'react';
import { useLogoutIfAccessDenied } from 'react-admin';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { messageOf } from '../providers/problem.js';
import { refusedBefore } from './file-rules.js';

/** A file on its way, or one that did not get there: `problem` is a key or a sentence of the API; `again` whether another try may help. */
export interface Pending { key: string; file: File; problem: string | null; again: boolean }

/** Hands files in, one after the other: on a weak network two at once are none. Each that arrived is told at once. */
export const useUpload = (onDone: (file: HandedIn) => void) => {
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  const change = useCallback((key: string, next: Pending | null) => setPending((all) => all.flatMap((each) => (each.key === key ? (next ? [next] : []) : [each]))), []);

  const send = useCallback(async ({ key, file }: Pick<Pending, 'key' | 'file'>) => {
    change(key, { key, file, problem: null, again: true });
    try {
      const done = await once(`file ${file.name} ${file.size} ${file.lastModified}`, (idempotencyKey) => api.createFile({ file, fileName: file.name, idempotencyKey }));
      change(key, null);
      onDone(done);
    } catch (error) {
      change(key, { key, file, problem: messageOf(error), again: true });
      await logoutIfAccessDenied(error);
    }
  }, [change, logoutIfAccessDenied, onDone]);

  const add = useCallback(async (files: readonly File[]) => {
    const added = files.map((file, index) => ({ key: `${Date.now()}-${index}-${file.name}`, file, problem: refusedBefore(file), again: false }));
    setPending((all) => [...all, ...added]);
    for (const each of added) if (each.problem === null) await send(each);
  }, [send]);

  return { pending, sending: pending.some(({ problem }) => problem === null), add, retry: send, drop: (key: string) => change(key, null) };
};
