import { ApiProblem } from '@kepu/api-client/slim';
import type { ReportLine, ReportWords, UnitReport } from '@kepu/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { api } from '../providers/api.js';
import { messageOf } from '../providers/problem.js';

type Edits = Readonly<Record<string, ReportWords>>;
/** Longest text of a field. */
export const WORDS_MAX = 500;
const filled = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);
/** What a line says, as it stands on the page. */
export const wordsOn = (line: ReportLine, edits: Edits): ReportWords => edits[line.itemId] ?? { progress: line.progress, problems: line.problems, nextStep: line.nextStep, nothingNew: line.nothingNew };
/** Whether something is said of an item. */
export const isSaid = (words: ReportWords): boolean => filled(words.progress) !== null || words.nothingNew;

/**
 * Writes a report. What is typed stays on the page until it is saved, whatever goes wrong: where somebody else was here meanwhile, the newest is loaded
 * around it. `save` and `ahead` answer the report as it is kept, or undefined where it was refused; that is said.
 */
export const useReportWriting = (report: UnitReport) => {
  const client = useQueryClient();
  const notify = useNotify();
  const [edits, setEdits] = useState<Edits>({});
  const [pending, setPending] = useState(false);
  const latest = useRef(edits);
  latest.current = edits;
  const dirty = Object.keys(edits).length > 0;
  useEffect(() => {
    if (!dirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);

  const change = useCallback((line: ReportLine, words: Partial<ReportWords>) => setEdits((all) => ({ ...all, [line.itemId]: { ...wordsOn(line, all), ...words } })), []);
  const send = async (restNothingNew: boolean): Promise<UnitReport> => {
    const sent = latest.current;
    if (Object.keys(sent).length === 0 && !restNothingNew) return report;
    const known = new Set(report.lines.map((line) => line.itemId));
    const entries = Object.entries(sent).filter(([itemId]) => known.has(itemId)).map(([itemId, words]) => ({ itemId, progress: filled(words.progress), problems: filled(words.problems), nextStep: filled(words.nextStep), nothingNew: words.nothingNew }));
    const kept = await api.saveUnitReport({ params: { id: report.id }, body: { version: report.version, entries, restNothingNew } });
    client.setQueryData(['kepu', 'unit-report', report.id], kept);
    // What was typed while it was on its way is not saved yet.
    setEdits((all) => Object.fromEntries(Object.entries(all).filter(([itemId, words]) => words !== sent[itemId])));
    return kept;
  };
  const guarded = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setPending(true);
    try {
      return await work();
    } catch (error) {
      const stale = error instanceof ApiProblem && error.problem.code === 'version.stale';
      await client.invalidateQueries({ queryKey: ['kepu', 'unit-report', report.id] });
      const message = stale ? 'admin.reports.stale' : messageOf(error);
      notify(message, { type: stale ? 'warning' : 'error', autoHideDuration: 10_000, messageArgs: { _: message } });
      return undefined;
    } finally {
      setPending(false);
    }
  };
  return {
    edits, dirty, pending, change,
    /** Saves what is on the page; `restNothingNew` ticks all that is empty. */
    save: (restNothingNew = false) => guarded(async () => {
      const kept = await send(restNothingNew);
      notify('admin.reports.saved', { type: 'success' });
      return kept;
    }),
    /** Saves, without a word where it went well, before a step that takes the report on. Throws what was refused. */
    ahead: () => send(false),
  };
};
