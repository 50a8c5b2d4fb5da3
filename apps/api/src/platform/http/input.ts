import type { InputOf, Route } from '@kepu/contracts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Refusal, type FieldError } from '../errors/refusal.js';

const part = (value: unknown): string | number => (typeof value === 'number' || typeof value === 'string' ? value : String(value));

/** A zod issue as one of our field codes, with the parameters that its sentence needs. */
const fieldError = (issue: z.core.$ZodIssue, where: string): FieldError => {
  const path = [where, ...issue.path.map(String)].join('.');
  switch (issue.code) {
    case 'invalid_type': return { path, code: issue.input === undefined ? 'required' : 'wrong_type' };
    case 'unrecognized_keys': return { path, code: 'unknown_key', params: { keys: issue.keys.slice(0, 5).join(', ').slice(0, 100) } };
    case 'too_small': return issue.origin === 'string' || issue.origin === 'array'
      ? { path, code: 'too_short', params: { minimum: part(issue.minimum) } } : { path, code: 'too_small', params: { minimum: part(issue.minimum) } };
    case 'too_big': return issue.origin === 'string' || issue.origin === 'array'
      ? { path, code: 'too_long', params: { maximum: part(issue.maximum) } } : { path, code: 'too_big', params: { maximum: part(issue.maximum) } };
    case 'invalid_value': return { path, code: 'not_an_option' };
    case 'invalid_format': return { path, code: issue.format === 'email' ? 'bad_email' : issue.format === 'date' ? 'bad_date' : 'bad_format' };
    case 'custom': return { path, code: issue.message === 'Invalid input' ? 'bad_format' : issue.message };
    default: return { path, code: 'wrong_type' };
  }
};

/** Parses parameters, query and body of a request together. Errors: `input.invalid` naming every wrong field. */
export const parseInput = <R extends Route>(route: R, request: Pick<FastifyRequest, 'params' | 'query' | 'body' | 'headers'>): InputOf<R> => {
  // A form is read where a route takes a file; anywhere else nobody would read it.
  if (route.body && !route.upload && /^\s*multipart\//i.test(request.headers['content-type'] ?? '')) throw new Refusal('input.unsupported_type');
  const fields: FieldError[] = [];
  const parse = (where: 'params' | 'query' | 'body', schema: z.ZodType | undefined, value: unknown): unknown => {
    if (!schema) {
      // What a route does not declare, it does not take: a stray key is an error here as anywhere.
      const keys = value !== null && typeof value === 'object' ? Object.keys(value) : value === undefined || value === null ? [] : ['body'];
      if (keys.length > 0) fields.push({ path: where, code: 'unknown_key', params: { keys: keys.slice(0, 5).join(', ').slice(0, 100) } });
      return undefined;
    }
    const parsed = schema.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    fields.push(...parsed.error.issues.map((issue) => fieldError(issue, where)));
    return undefined;
  };
  const input = {
    params: parse('params', route.params, request.params),
    query: parse('query', route.query, request.query),
    body: route.upload ? undefined : parse('body', route.body, request.body ?? undefined),
  };
  if (fields.length > 0) throw new Refusal('input.invalid', { params: { count: fields.length }, fields });
  return input as InputOf<R>;
};
