import type { z } from 'zod';
import type { ErrorCode } from './error-codes.js';
import { paths, type PathName } from './paths.js';
import type { Permission } from './permissions.js';

/** `public`: anyone. `signed-in`: any person with a session, on their own things. Else the permission that a grant must give. */
export type Access = 'public' | 'signed-in' | Permission;

/** What a route demands and answers, apart from its method and path. */
export interface RouteContract {
  /** One line for the API document. */
  summary: string;
  access: Access;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** A multipart route: the name of its file field and the largest file in bytes. `body` then describes the other fields. */
  upload?: { field: string; maxBytes: number };
  /** The JSON answer. Keys that it does not name are stripped. */
  response?: z.ZodType;
  /** Media type of an answer that is a file. */
  file?: string;
  /** A page that a browser opens on its way: the answer is 303 and an address. */
  redirect?: true;
  /** Success status; 200 when absent. */
  status?: 200 | 201 | 202 | 204;
  /** Further success answers by status. */
  also?: Readonly<Record<number, z.ZodType>>;
  /** Refusals that a client may expect beyond the ones every route shares. */
  errors?: readonly ErrorCode[];
  /** The client may repeat this write under one `Idempotency-Key`. */
  repeatable?: boolean;
}

/** A route: its contract, with name, method and path (below `/api/v1`). */
export type Route<C extends RouteContract = RouteContract, N extends PathName = PathName> = C & {
  readonly name: N; readonly method: (typeof paths)[N][0]; readonly path: (typeof paths)[N][1];
};

/** Binds a contract to the method and path that `paths` gives its name. */
export const defineRoute = <const N extends PathName, const C extends RouteContract>(name: N, contract: C): Route<C, N> => {
  const [method, path] = paths[name];
  return { ...contract, name, method, path } as Route<C, N>;
};

type OutputOf<S> = S extends z.ZodType ? z.output<S> : undefined;
type SentOf<S> = S extends z.ZodType ? z.input<S> : undefined;

/** What a handler receives: parsed parameters, query and body. */
export interface InputOf<R extends RouteContract> {
  params: OutputOf<R['params']>; query: OutputOf<R['query']>; body: OutputOf<R['body']>;
}
/** A file as a browser's or Node's `Blob` gives it; named here because this package knows neither. */
export interface Bytes { readonly size: number; readonly type: string; arrayBuffer(): Promise<ArrayBuffer> }
/** What a client gives. */
export type ArgumentsOf<R extends RouteContract> =
  (R['params'] extends z.ZodType ? { params: SentOf<R['params']> } : { params?: undefined }) &
  (R['query'] extends z.ZodType ? { query?: SentOf<R['query']> } : { query?: undefined }) &
  (R['body'] extends z.ZodType ? (undefined extends SentOf<R['body']> ? { body?: SentOf<R['body']> } : { body: SentOf<R['body']> }) : { body?: undefined }) &
  (R['upload'] extends object ? { file: Bytes; fileName: string } : { file?: undefined; fileName?: undefined });
/** What the route answers. */
export type AnswerOf<R extends RouteContract> =
  R['also'] extends Readonly<Record<number, z.ZodType>> ? OutputOf<R['response']> | z.output<R['also'][Extract<keyof R['also'], number>]> : OutputOf<R['response']>;
