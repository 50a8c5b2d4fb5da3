import type { ErrorCode, Place } from '@kepu/contracts';

/** One field that is wrong: its path (`body.name`), a code of `fieldErrors`, and the code's parameters. */
export interface FieldError { readonly path: string; readonly code: string; readonly params?: Readonly<Record<string, string | number>> }

/** A refusal that a client may expect. Everything else that is thrown is our bug, and answers `server.error`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly params: Readonly<Record<string, string | number>>;
  readonly fields: readonly FieldError[];
  readonly place: Place | undefined;

  constructor(readonly code: ErrorCode, detail: { params?: Readonly<Record<string, string | number>>; fields?: readonly FieldError[]; place?: Place; cause?: unknown } = {}) {
    super(code, { cause: detail.cause });
    this.params = detail.params ?? {};
    this.fields = detail.fields ?? [];
    this.place = detail.place;
  }
}

/** The row does not exist, or lies outside what the actor may see: the two are never told apart. */
export const notFound = (): Refusal => new Refusal('resource.not_found');
/** A referenced row does not exist, is closed, or lies outside the actor's scope. */
export const badReference = (field: string): Refusal => new Refusal('reference.not_found', { params: { field } });
