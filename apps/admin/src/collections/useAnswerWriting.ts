import { ApiProblem } from '@kepu/api-client/slim';
import type { CollectionAnswer } from '@kepu/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { messageOf } from '../providers/problem.js';
import { readRows, typedRows, type TypedCell, type TypedRow } from './cells.js';
import { useKeptWork } from '../ui/useKeptWork.js';

interface Work { readonly base: number; readonly none: boolean; readonly rows: readonly TypedRow[] }

/**
 * Fills in an answer. What is typed stays, on the page and in this tab, until it is saved, right or wrong. Where somebody else has written meanwhile, one chooses before anything is sent.
 * `save` answers undefined where it was refused, which is said; `ahead` throws.
 */
export const useAnswerWriting = (answer: CollectionAnswer, writes: boolean) => {
  const client = useQueryClient();
  const notify = useNotify();
  const t = useTranslate();
  const { typed, setTyped, dirty: kept, restored } = useKeptWork<Work>(answer.id);
  const [pending, setPending] = useState(false);
  const [asked, setAsked] = useState(false);
  const dirty = writes && kept;
  const current = useMemo<Work>(() => (writes && typed ? typed : { base: answer.version, none: answer.none, rows: typedRows(answer) }), [writes, typed, answer]);
  const latest = useRef(current);
  latest.current = current;
  const contested = dirty && current.base !== answer.version;
  const read = useMemo(() => (current.none ? { rows: [], faults: new Map(), filled: 0 } : readRows(answer.collection.fields, current.rows, asked)), [answer.collection.fields, current, asked]);
  const change = (next: Partial<Omit<Work, 'base'>>) => setTyped({ ...latest.current, ...next });

  /** Loads the newest where a step was refused; the refusal goes on to whoever shows it. */
  const fresh = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      await client.invalidateQueries({ queryKey: ['kepu', 'collection-answer', answer.id] });
      throw error;
    }
  };
  const send = async (): Promise<CollectionAnswer> => {
    const sent = latest.current;
    if (!dirty) return answer;
    const { rows } = readRows(answer.collection.fields, sent.rows, false);
    const saved = await api.saveCollectionAnswer({ params: { id: answer.id }, body: { version: sent.base, none: sent.none, rows: sent.none ? [] : rows } });
    client.setQueryData(['kepu', 'collection-answer', answer.id], saved);
    // What was typed while it was on its way is not saved yet.
    setTyped((now) => (now === null || now === sent ? null : { ...now, base: saved.version }));
    return saved;
  };
  return {
    ...current, faults: read.faults, filled: read.filled, dirty, restored, contested, pending, fresh,
    setRow: (at: number, key: string, value: TypedCell) => change({ rows: latest.current.rows.map((row, index) => (index === at ? { ...row, [key]: value } : row)) }),
    setRows: (rows: readonly TypedRow[]) => change({ rows: rows.length === 0 ? [{}] : rows, none: false }),
    setNone: (none: boolean) => change({ none }),
    choose: (whose: 'theirs' | 'mine') => setTyped((now) => (whose === 'theirs' || now === null ? null : { ...now, base: answer.version })),
    /** Marks what is not whole; answers how many cells that are. */
    ask: (): number => { setAsked(true); return latest.current.none ? 0 : readRows(answer.collection.fields, latest.current.rows, true).faults.size; },
    save: async (): Promise<CollectionAnswer | undefined> => {
      if (read.faults.size > 0) {
        notify(t('admin.collections.submit_gaps', { count: read.faults.size }), { type: 'warning' });
        return undefined;
      }
      setPending(true);
      try {
        const saved = await fresh(send);
        notify('admin.collections.answer_saved', { type: 'success' });
        return saved;
      } catch (error) {
        const stale = error instanceof ApiProblem && error.problem.code === 'version.stale';
        const message = stale ? 'admin.collections.stale' : messageOf(error);
        notify(message, { type: stale ? 'warning' : 'error', autoHideDuration: 10_000, messageArgs: { _: message } });
        return undefined;
      } finally {
        setPending(false);
      }
    },
    /** Saves, without a word where it went well, before a step that takes the answer on. */
    ahead: send,
  };
};
