import type { Client } from '@kepu/api-client/slim';
import type { DataProvider, RaRecord } from 'react-admin';
import { toHttpError } from './problem.js';
import { createOnce, resourceRoutes, type Query, type ResourceRoutes, type Row } from './resources.js';

const perAnswer = 200;
const blank = (value: unknown): boolean => value === undefined || value === null || value === '';
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The filled-in filters of a list. */
const filled = (filter: Query): Query => Object.fromEntries(Object.entries(filter).filter(([, value]) => !blank(value)));
/** What a form says of the fields that may be created; an empty field is left out, so that defaults hold. */
const toCreate = (data: Query, fields: readonly string[]): Query => Object.fromEntries(fields.filter((field) => !blank(data[field])).map((field) => [field, data[field]]));
/** Only what was changed, so that what another person changed meanwhile is neither sent nor lost. */
const toChange = (data: Query, previous: Query, fields: readonly string[]): Query =>
  Object.fromEntries(fields.filter((field) => field in data && !same(data[field], previous[field])).map((field) => [field, blank(data[field]) ? null : data[field]]));

/** react-admin's verbs on the routes of the contracts. It maps names and shapes; what is allowed is decided by the API. */
export const createDataProvider = (api: Client): DataProvider => {
  const all = resourceRoutes(api);
  const routesOf = (resource: string): ResourceRoutes => {
    const routes = all[resource];
    if (!routes) throw new Error(`No routes for ${resource}`);
    return routes;
  };
  const row = (routes: ResourceRoutes, value: unknown): Row => {
    const record = value as Record<string, unknown>;
    return { ...record, id: String(record[routes.key]) };
  };
  const called = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw toHttpError(error);
    }
  };
  const list = async (resource: string, params: { pagination?: { page: number; perPage: number }; sort?: { field: string; order: string }; filter?: Query }) => {
    const routes = routesOf(resource);
    const { page = 1, perPage = 25 } = params.pagination ?? {};
    const field = params.sort?.field ?? '';
    const sort = routes.sorts.includes(field) ? `${params.sort?.order === 'DESC' ? '-' : ''}${field}` : undefined;
    const answer = await called(() => routes.list({ page, perPage: Math.min(perPage, perAnswer), ...(sort ? { sort } : {}), ...filled(params.filter ?? {}) }));
    const { data, total, ...rest } = answer;
    return { data: data.map((value) => row(routes, value)), total, meta: rest };
  };
  const many = async (resource: string, ids: readonly unknown[]): Promise<Row[]> => {
    const routes = routesOf(resource);
    const wanted = [...new Set(ids.map(String))];
    if (routes.byIds === false) {
      const one = routes.one;
      if (!one) return [];
      return Promise.all(wanted.map(async (id) => row(routes, await called(() => one(id)))));
    }
    const found: Row[] = [];
    for (let from = 0; from < wanted.length; from += perAnswer) {
      const part = wanted.slice(from, from + perAnswer);
      found.push(...(await list(resource, { pagination: { page: 1, perPage: perAnswer }, filter: { ids: part.join(',') } })).data);
    }
    return found;
  };
  const change = async (resource: string, id: unknown, data: Query, previous: Query): Promise<Row> => {
    const routes = routesOf(resource);
    const { change: rule } = routes;
    if (!rule) throw new Error(`Nothing changes ${resource}`);
    return row(routes, await called(() => rule.send(String(id), { version: previous['version'] ?? data['version'], ...toChange(data, previous, rule.fields) })));
  };
  const remove = async (resource: string, id: unknown): Promise<void> => {
    const { remove: send } = routesOf(resource);
    if (!send) throw new Error(`Nothing removes ${resource}`);
    await called(() => send(String(id)));
  };
  // The caller of a data provider names the record type; what the API answers is of that type by contract.
  const typed = <R extends RaRecord>(value: Row): R => value as unknown as R;

  return {
    async getList<R extends RaRecord>(resource: string, params: Parameters<typeof list>[1]) {
      const { data, total, meta } = await list(resource, params);
      return { data: data.map((value) => typed<R>(value)), total, meta };
    },
    async getOne<R extends RaRecord>(resource: string, { id }: { id: unknown }) {
      const routes = routesOf(resource);
      const { one } = routes;
      if (!one) {
        const [found] = await many(resource, [id]);
        if (!found) throw new Error(`No ${resource} ${String(id)}`);
        return { data: typed<R>(found) };
      }
      return { data: typed<R>(row(routes, await called(() => one(String(id))))) };
    },
    async getMany<R extends RaRecord>(resource: string, { ids }: { ids: readonly unknown[] }) {
      return { data: (await many(resource, ids)).map((value) => typed<R>(value)) };
    },
    async getManyReference<R extends RaRecord>(resource: string, params: Parameters<typeof list>[1] & { target: string; id: unknown }) {
      const { data, total } = await list(resource, { ...params, filter: { ...params.filter, [params.target]: params.id } });
      return { data: data.map((value) => typed<R>(value)), total };
    },
    async create<R extends RaRecord>(resource: string, { data }: { data: Query }) {
      const routes = routesOf(resource);
      const answer = await called(() => createOnce(resource, routes, toCreate(data, routes.create?.fields ?? [])));
      return { data: typed<R>(row(routes, answer)) };
    },
    async update<R extends RaRecord>(resource: string, params: { id: unknown; data: Query; previousData?: Query }) {
      return { data: typed<R>(await change(resource, params.id, params.data, params.previousData ?? {})) };
    },
    async updateMany(resource: string, { ids, data }: { ids: (string | number)[]; data: Query }) {
      for (const id of ids) await change(resource, id, data, {});
      return { data: ids };
    },
    async delete<R extends RaRecord>(resource: string, { id, previousData }: { id: unknown; previousData?: unknown }) {
      await remove(resource, id);
      return { data: (previousData ?? { id }) as R };
    },
    async deleteMany(resource: string, { ids }: { ids: (string | number)[] }) {
      for (const id of ids) await remove(resource, id);
      return { data: ids };
    },
  } as DataProvider;
};
