import { z } from 'zod';
import { lengths } from '../lengths.js';
import { pageOf } from '../paging.js';
import { byId, done, id, line } from '../primitives.js';
import { defineRoute } from '../route.js';

/** How many filters a person keeps for one list. */
export const SAVED_FILTERS_PER_LIST = 20;
const list = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/).max(40).describe('the list that it is of, as the back office calls it');
const value = z.union([z.string().max(lengths.q), z.boolean(), z.number()]);
// What is typed into a search may be a name or a number of somebody, which is kept nowhere in plain.
const filter = z.record(z.string().regex(/^(?!q$)[A-Za-z]{1,40}$/), value).refine((given) => Object.keys(given).length > 0 && Object.keys(given).length <= 20, { message: 'required' });

/** A filter of a list that a person has kept under a name, on every device. */
export const savedFilter = z.object({ id, list: z.string(), name: z.string(), filter: z.record(z.string(), value) }).meta({ id: 'SavedFilter' });
/** A filter of a list that a person has kept. */
export type SavedFilter = z.output<typeof savedFilter>;
/** A filter to keep. One of the same name takes its place. */
export const savedFilterInput = z.strictObject({ list, name: line(lengths.personName), filter }).meta({ id: 'SavedFilterInput' });

/** Routes of filters that a person keeps. */
export const savedFilterRoutes = {
  listSavedFilters: defineRoute('listSavedFilters', { summary: 'Own kept filters of a list', access: 'signed-in', query: z.strictObject({ list }), response: pageOf(savedFilter) }),
  saveFilter: defineRoute('saveFilter', { summary: 'Keep a filter under a name; one of the same name is replaced', access: 'signed-in', body: savedFilterInput, response: savedFilter, status: 201, errors: ['saved_filter.too_many'] }),
  deleteSavedFilter: defineRoute('deleteSavedFilter', { summary: 'Keep a filter no more', access: 'signed-in', params: byId, response: done }),
} as const;
