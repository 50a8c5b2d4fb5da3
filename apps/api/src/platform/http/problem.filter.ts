import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { errorStatus, type ErrorCode, type Problem } from '@kepu/contracts';
import { flatLabels, label, localeOf, type Locale } from '@kepu/contracts/labels';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../errors/refusal.js';
import { refusalOfDatabase } from './database-refusals.js';
import { LOGGER, type Logger } from '../logging/logger.js';

/** Statuses that Fastify and Nest give by themselves, as codes of ours. */
const codeOfStatus: Readonly<Record<number, ErrorCode>> = { 400: 'input.malformed', 404: 'route.not_found', 413: 'input.too_large', 415: 'input.unsupported_type', 503: 'server.busy' };

const refusalOf = (error: unknown): Refusal | null => {
  if (error instanceof Refusal) return error;
  const fromDatabase = refusalOfDatabase(error);
  if (fromDatabase) return fromDatabase;
  const status = error instanceof HttpException ? error.getStatus()
    : error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  const code = codeOfStatus[status];
  return code ? new Refusal(code, { params: code === 'input.too_large' ? { max: '8 MB' } : {}, cause: error }) : null;
};

/** An error as the problem that leaves the process. Unknown errors say nothing of their inside. */
export const problemOf = (error: unknown, locale: Locale, requestId: string): { problem: Problem; unexpected: boolean } => {
  const refusal = refusalOf(error);
  const code = refusal?.code ?? 'server.error';
  const params = { ...refusal?.params, requestId };
  const translated = Object.fromEntries(Object.entries(params).map(([name, value]) => {
    // A parameter may itself be a key of the catalogue, such as the name of a state.
    return [name, typeof value === 'string' && flatLabels[locale].has(value) ? label(locale, value) : value];
  }));
  const problem: Problem = {
    type: `urn:kepu:problem:${code}`, title: code, status: errorStatus[code], code, detail: label(locale, `errors.${code}`, translated), requestId,
    ...(refusal && Object.keys(refusal.params).length > 0 ? { params: { ...refusal.params } } : {}),
    ...(refusal?.place ? { place: refusal.place } : {}),
    ...(refusal && refusal.fields.length > 0
      ? { errors: refusal.fields.map((field) => ({ path: field.path, code: field.code, message: label(locale, `fieldErrors.${field.code}`, field.params) })) } : {}),
  };
  return { problem, unexpected: !refusal };
};

/** Turns whatever is thrown into an RFC 9457 problem in the language asked for. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { problem, unexpected } = problemOf(error, localeOf(request.headers['accept-language']), request.id);
    if (unexpected) this.logger.error({ err: error, requestId: request.id }, 'unexpected error');
    else if (problem.status === 503) this.logger.warn({ err: error, requestId: request.id }, 'too much to do');
    if (reply.sent) return;
    if (problem.code === 'rate.limited' && typeof problem.params?.['minutes'] === 'number') void reply.header('retry-after', String(problem.params['minutes'] * 60));
    void reply.status(problem.status).header('cache-control', 'no-store').type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  }
}
