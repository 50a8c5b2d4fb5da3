import type {} from '@fastify/multipart';
import type { Route } from '@kepu/contracts';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.js';

/** A file as it came, held in memory within the route's limit. */
export interface Upload { readonly fileName: string; readonly bytes: Buffer }

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
const tooLarge = (maxBytes: number, cause?: unknown): Refusal => new Refusal('input.too_large', { params: { max: megabytes(maxBytes) }, cause });

/** Reads the one file of a multipart request. Errors: `input.unsupported_type`, `input.invalid`, `input.too_large`. */
export const readUpload = async (route: Route, request: FastifyRequest): Promise<Upload> => {
  const limit = route.upload;
  if (!limit) throw new Error(`${route.name} declares no upload`);
  if (!request.isMultipart()) throw new Refusal('input.unsupported_type');
  const missing = new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: `body.${limit.field}`, code: 'required' }] });
  try {
    const file = await request.file({ limits: { fileSize: limit.maxBytes, files: 1, fields: 5, fieldSize: 10_000, parts: 6 } });
    if (!file || file.fieldname !== limit.field) throw missing;
    const bytes = await file.toBuffer();
    // The parser notices a cut only while pieces still come: one that ends with the limit would pass for a whole file.
    if (file.file.truncated) throw tooLarge(limit.maxBytes);
    // A form may give a file without a name; its type does not say so.
    return { fileName: (file.filename as string | undefined) ?? '', bytes };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge(limit.maxBytes, error);
    if (typeof code === 'string' && code.startsWith('FST_')) throw missing;
    throw new Refusal('input.malformed', { cause: error });
  }
};
