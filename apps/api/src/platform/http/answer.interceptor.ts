import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { KepuRequest } from './contract-route.js';

/** Sends what the route's schema names and nothing else; a value that does not fit is our bug and becomes `server.error`. */
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = context.switchToHttp().getRequest<KepuRequest>().kepuRoute;
    if (!route || route.file) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    void reply.header('cache-control', 'no-store');
    return next.handle().pipe(map((value: unknown) => (route.also?.[reply.statusCode] ?? route.response)?.parse(value)));
  }
}
