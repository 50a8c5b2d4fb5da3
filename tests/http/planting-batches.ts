import type { Client } from '@kepu/api-client';
import { addDays } from '@kepu/domain';
import type { Markers } from './marking.js';
import { until } from './papers.js';

/** What was planted, by kind. */
export interface PlantedBatches { readonly batches: readonly string[]; readonly batchPositions: readonly string[]; readonly batchPlaces: readonly string[] }

const WAIT_MS = 60_000;

/** A draft of a batch of the whole city, which no county sees, with somebody settled in it. */
export const plantBatches = async (office: Client, markers: Markers): Promise<PlantedBatches> => {
  const { today } = await office.getSession();
  const ordered = await office.createBatch({ body: { title: markers.text('batchtitle', ['office'], 'createBatch.title'), from: addDays(today, 3), to: addDays(today, 30) } });
  const made = await until(() => office.getBatch({ params: { id: ordered.id } }), ({ state }) => !['waiting', 'running'].includes(state), WAIT_MS);
  if (made.state !== 'draft') throw new Error(`No draft came of the batch: ${made.failure ?? made.state}`);
  const [row] = (await office.listBatchPositions({ params: { id: made.id }, query: { perPage: 200 } })).data.filter(({ people }) => people.length > 0);
  const [place] = row?.people ?? [];
  if (!row || !place) throw new Error('Nobody stands in the draft');
  await office.lockBatchPlace({ params: { id: made.id, placeId: place.id }, body: { lock: 'fixed' } });
  // A step of its own tells whoever has ordered it, and the title stands in what is told.
  await until(() => office.listNotices({ query: { perPage: 200 } }), ({ data }) => data.some(({ kind }) => kind === 'batch_ready'));
  return { batches: [made.id], batchPositions: [row.positionId], batchPlaces: [place.id] };
};
