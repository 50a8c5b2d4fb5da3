import type { AssignmentRow, RevisionLine } from '@kepu/contracts';
import { api } from '../providers/api.js';
import { useApi } from '../ui/useApi.js';

const keyOf = (edition: number, itemId: string | null): string => `${edition} ${itemId ?? ''}`;

/** What editions changed of items that wait to be signed for. Asked for only where there is one, once for all of them. */
export const useNews = (planId: string, waiting: readonly AssignmentRow[]): ((row: AssignmentRow) => RevisionLine | null) => {
  const editions = [...new Set(waiting.map(({ item }) => item.revisedIn))].filter((edition) => edition !== null).sort();
  const lines = useApi(['my-news', planId, editions], async () => {
    const { data } = await api.listPlanRevisions({ params: { id: planId } });
    const found = new Map<string, RevisionLine>();
    for (const { id, edition } of data.filter((revision) => editions.includes(revision.edition))) {
      for (const line of (await api.getPlanRevision({ params: { id } })).lines) found.set(keyOf(edition, line.itemId), line);
    }
    return found;
  }, { enabled: editions.length > 0 }).data;
  return ({ item }) => (item.revisedIn === null ? null : lines?.get(keyOf(item.revisedIn, item.id)) ?? null);
};
