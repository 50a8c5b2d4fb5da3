import { ApiProblem } from '@kepu/api-client/slim';
import type { AssessmentLink, AssessmentSheet, File as HandedIn } from '@kepu/contracts';
import { criteriaOf } from '@kepu/domain';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { api } from '../providers/api.js';
import { messageOf } from '../providers/problem.js';
import { useKeptWork } from '../ui/useKeptWork.js';

/** What is written about a criterion; points are the text that was typed. */
export interface TypedEntry { readonly points: string; readonly words: string; readonly links: readonly AssessmentLink[]; readonly files: readonly HandedIn[] }
interface Work { readonly base: number; readonly entries: Readonly<Record<string, TypedEntry>> }

const typedEntries = ({ lines }: AssessmentSheet): Work['entries'] => Object.fromEntries(lines.map(({ key, points, words, links, files }) => [key, { points: points === null ? '' : String(points), words: words ?? '', links, files }]));
const pointsOf = (text: string): number | null => (text.trim() === '' || !Number.isFinite(Number(text.trim())) ? null : Number(text.trim()));

/** Fills in a sheet. What is typed stays in this tab until it is saved; where somebody else has written meanwhile, one chooses before anything is sent. */
export const useSheetWriting = (sheet: AssessmentSheet, writes: boolean) => {
  const client = useQueryClient();
  const notify = useNotify();
  const { typed, setTyped, dirty: kept, restored } = useKeptWork<Work>(`sheet-${sheet.id}`);
  const [pending, setPending] = useState(false);
  const [asked, setAsked] = useState(false);
  const dirty = writes && kept;
  const current: Work = writes && typed ? typed : { base: sheet.version, entries: typedEntries(sheet) };
  const criteria = criteriaOf(sheet.assessment.rubric);
  /** What is wrong with the points of a criterion; what must be filled only once it is to be handed in. */
  const faultOf = (key: string, whole: boolean): 'required' | 'wrong' | null => {
    const criterion = criteria.find((one) => one.key === key);
    const text = current.entries[key]?.points ?? '';
    if (!criterion || criterion.source !== null) return null;
    if (text.trim() === '') return whole && criterion.kind === 'score' ? 'required' : null;
    const points = pointsOf(text);
    return points === null || points < 0 || points > criterion.most || Math.abs(points * 10 - Math.round(points * 10)) > 1e-9 ? 'wrong' : null;
  };
  const fresh = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      await client.invalidateQueries({ queryKey: ['kepu', 'assessment-sheet', sheet.id] });
      throw error;
    }
  };
  const send = async (): Promise<AssessmentSheet> => {
    if (!dirty) return sheet;
    const entries = Object.entries(current.entries).flatMap(([key, { points, words, links, files }]) => {
      const said = { key, points: pointsOf(points), words: words.trim() === '' ? null : words.trim(), links: links.map(({ kind, id }) => ({ kind, id })), fileIds: files.map(({ id }) => id) };
      return said.points === null && said.words === null && links.length === 0 && files.length === 0 ? [] : [said];
    });
    const saved = await api.saveAssessmentSheet({ params: { id: sheet.id }, body: { version: current.base, entries } });
    client.setQueryData(['kepu', 'assessment-sheet', sheet.id], saved);
    setTyped((now) => (now === null || now === typed ? null : { ...now, base: saved.version }));
    return saved;
  };
  return {
    entries: current.entries, dirty, restored, pending, fresh, contested: dirty && current.base !== sheet.version, faultOf: (key: string) => faultOf(key, asked),
    set: (key: string, part: Partial<TypedEntry>) => setTyped({ ...current, entries: { ...current.entries, [key]: { points: '', words: '', links: [], files: [], ...current.entries[key], ...part } } }),
    choose: (whose: 'theirs' | 'mine') => setTyped(whose === 'theirs' ? null : { ...current, base: sheet.version }),
    /** Marks what is not whole; answers how many criteria that are. */
    ask: (): number => { setAsked(true); return criteria.filter(({ key }) => faultOf(key, true) !== null).length; },
    wrong: criteria.filter(({ key }) => faultOf(key, false) !== null).length,
    save: async (): Promise<void> => {
      setPending(true);
      try {
        await fresh(send);
        notify('admin.assessments.sheet_saved', { type: 'success' });
      } catch (error) {
        const stale = error instanceof ApiProblem && error.problem.code === 'version.stale';
        notify(stale ? 'admin.assessments.stale' : messageOf(error), { type: stale ? 'warning' : 'error', autoHideDuration: 10_000, messageArgs: { _: messageOf(error) } });
      } finally {
        setPending(false);
      }
    },
    /** Saves, without a word where it went well, before a step that takes the sheet on. */
    ahead: send,
  };
};
