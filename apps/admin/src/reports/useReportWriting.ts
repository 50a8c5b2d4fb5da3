import type { ReportLine, ReportWords, UnitReport } from '@kepu/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import { api } from '../providers/api.js';
import { isStale, messageOf } from '../providers/problem.js';
import { useKeptState } from '../ui/useKeptWork.js';

/** What is typed on an item and not saved, and the words that it began from. */
export interface Edit { readonly words: ReportWords; readonly base: ReportWords }
/** Edits of a report, by item. */
export type Edits = Readonly<Record<string, Edit>>;

/** Longest text of a field. */
export const WORDS_MAX = 500;
const none: Edits = {};
const isNone = (edits: Edits): boolean => Object.keys(edits).length === 0;
const filled = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);
const kept = ({ progress, problems, nextStep, nothingNew }: ReportWords): ReportWords => ({ progress, problems, nextStep, nothingNew });
const same = (a: ReportWords, b: ReportWords): boolean => filled(a.progress) === filled(b.progress) && filled(a.problems) === filled(b.problems) && filled(a.nextStep) === filled(b.nextStep) && a.nothingNew === b.nothingNew;
/** What a line says, as it stands on the page. */
export const wordsOn = (line: ReportLine, edits: Edits): ReportWords => edits[line.itemId]?.words ?? kept(line);
/** Whether something is said of an item. */
export const isSaid = (words: ReportWords): boolean => filled(words.progress) !== null || words.nothingNew;
/** Whether somebody else has written on the item since one began, and something else. */
export const isContested = (line: ReportLine, edits: Edits): boolean => {
  const edit = edits[line.itemId];
  return edit !== undefined && !same(edit.base, line) && !same(edit.words, line);
};

/**
 * Writes a report. What is typed stays, on the page and in this tab, until it is saved, whatever goes wrong; each edit remembers the words that it began
 * from, and what somebody else wrote meanwhile is not written over before one has chosen. `save` and `ahead` answer the report as it is kept, or undefined
 * where it was refused; that is said.
 */
export const useReportWriting = (report: UnitReport, writes: boolean) => {
  const client = useQueryClient();
  const notify = useNotify();
  const { typed, setTyped, restored } = useKeptState<Edits>(`report.${report.id}`, none, isNone, writes);
  const [pending, setPending] = useState(false);
  const edits = writes ? typed : {};
  const latest = useRef(edits);
  latest.current = edits;
  const dirty = Object.keys(edits).length > 0;

  const change = useCallback((line: ReportLine, words: Partial<ReportWords>) => setTyped((all) => ({ ...all, [line.itemId]: { words: { ...wordsOn(line, all), ...words }, base: all[line.itemId]?.base ?? kept(line) } })), [setTyped]);
  /** Of two texts on one item: the other one's, or one's own. */
  const choose = useCallback((line: ReportLine, whose: 'theirs' | 'mine') => setTyped(({ [line.itemId]: own, ...rest }) => (whose === 'theirs' || !own ? rest : { ...rest, [line.itemId]: { words: own.words, base: kept(line) } })), [setTyped]);
  const send = async (restNothingNew: boolean): Promise<UnitReport> => {
    const sent = latest.current;
    if (Object.keys(sent).length === 0 && !restNothingNew) return report;
    const known = new Set(report.lines.map((line) => line.itemId));
    const entries = Object.entries(sent).filter(([itemId]) => known.has(itemId)).map(([itemId, { words }]) => ({ itemId, progress: filled(words.progress), problems: filled(words.problems), nextStep: filled(words.nextStep), nothingNew: words.nothingNew }));
    const answer = await api.saveUnitReport({ params: { id: report.id }, body: { version: report.version, entries, restNothingNew } });
    client.setQueryData(['kepu', 'unit-report', report.id], answer);
    const now = new Map(answer.lines.map((line) => [line.itemId, kept(line)]));
    // What was typed while it was on its way is not saved yet: it goes on from what is kept now.
    setTyped((all) => Object.fromEntries(Object.entries(all).flatMap(([itemId, edit]) => (edit === sent[itemId] ? [] : [[itemId, { ...edit, base: now.get(itemId) ?? edit.base }]]))));
    return answer;
  };
  /** Loads the newest where a step was refused; the refusal goes on to whoever shows it. */
  const fresh = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      await client.invalidateQueries({ queryKey: ['kepu', 'unit-report', report.id] });
      throw error;
    }
  };
  return {
    edits, dirty, pending, change, choose, fresh, restored: restored && dirty, contested: report.lines.filter((line) => isContested(line, edits)).length,
    /** Saves what is on the page; `restNothingNew` ticks all that is empty. */
    save: async (restNothingNew = false): Promise<UnitReport | undefined> => {
      setPending(true);
      try {
        const answer = await fresh(() => send(restNothingNew));
        notify('admin.reports.saved', { type: 'success' });
        return answer;
      } catch (error) {
        const stale = isStale(error);
        const message = stale ? 'admin.reports.stale' : messageOf(error);
        notify(message, { type: stale ? 'warning' : 'error', autoHideDuration: 10_000, messageArgs: { _: message } });
        return undefined;
      } finally {
        setPending(false);
      }
    },
    /** Saves, without a word where it went well, before a step that takes the report on. Throws what was refused. */
    ahead: () => send(false),
  };
};
