import { createHash } from 'node:crypto';
import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Route } from '@kepu/contracts';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Clock } from '../clock/index.js';
import { UniqueViolation, UnitOfWork } from '../database/index.js';
import { Refusal } from '../errors/refusal.js';
import { answerOf } from './contract-adapter.js';
import type { KepuRequest } from './contract-route.js';
import { IdempotencyRepository } from './idempotency.repository.js';

/** A claim older than this belongs to a process that died. */
const CLAIM_MS = 60_000;
const digestOf = (...parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** Answers a repeated write with the first answer, of routes that say so. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    @Inject(IdempotencyRepository) private readonly keys: IdempotencyRepository,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<KepuRequest>();
    const header = request.headers['idempotency-key'];
    const route = request.kepuRoute;
    if (!route?.repeatable || header === undefined) return next.handle();
    if (typeof header !== 'string' || !/^[\w.:-]{8,100}$/.test(header)) {
      throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'headers.idempotency-key', code: 'bad_format' }] });
    }
    const actor = request.kepuActor?.kind === 'person' ? request.kepuActor.accountId : `public ${request.ip}`;
    const id = digestOf(actor, route.name, header);
    // The body of an upload is a stream that nobody has read yet: its length stands in for it.
    const asked = digestOf(request.url, route.upload ? String(request.headers['content-length']) : JSON.stringify(request.body ?? null));
    return from(this.once(route, id, asked, context.switchToHttp().getResponse<FastifyReply>(), next));
  }

  private async once(route: Route, id: string, asked: string, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const now = this.clock.now();
    try {
      await this.work.run(() => this.keys.insert({ id, request: asked, state: 'running', status: null, answer: null, createdAt: now }));
    } catch (error) {
      if (!(error instanceof UniqueViolation)) throw error;
      const earlier = await this.keys.find(id);
      if (earlier && earlier.request !== asked) throw new Refusal('idempotency.mismatch');
      if (earlier?.state === 'done') {
        void reply.status(earlier.status ?? 200).header('idempotent-replayed', 'true');
        return JSON.parse(earlier.answer ?? 'null') as unknown;
      }
      const taken = await this.work.run(() => this.keys.takeOver(id, new Date(now.getTime() - CLAIM_MS), now));
      if (!taken) throw new Refusal('idempotency.in_progress');
    }
    try {
      // Kept as it is sent: what the schema does not name is not kept either.
      const answer = answerOf(route, reply.statusCode, await lastValueFrom(next.handle()));
      await this.work.run(() => this.keys.finish(id, reply.statusCode, JSON.stringify(answer ?? null)));
      return answer;
    } catch (error) {
      await this.work.run(() => this.keys.remove(id));
      throw error;
    }
  }
}
