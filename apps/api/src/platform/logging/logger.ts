import type { LoggerService } from '@nestjs/common';
import { pino, type Logger as PinoLogger } from 'pino';

/** Injection token of the process's structured log. */
export const LOGGER = Symbol('Logger');
/** The structured log. No personal data: objects are logged by id, requests without query or body. */
export type Logger = PinoLogger;

/** Keys that must not reach a log even when somebody logs a whole object. */
const secrets = ['password', 'initialPassword', 'current', 'next', 'identifier', 'email', 'phone', 'token', 'cookie', 'authorization', 'name', 'idempotencyKey'];

/** The log of the process: JSON lines on standard output. Errors carry their stack, never the parameters of a statement. */
export const createLogger = (level: string): Logger => pino({
  level,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: [...secrets, ...secrets.map((key) => `*.${key}`), 'req.headers', 'err.parameters', 'err.query', 'err.driverError.sql', 'err.sql'], censor: '[removed]' },
  serializers: { err: (error: unknown) => (error instanceof Error ? { type: error.name, message: firstLine(error.message), stack: error.stack, cause: error.cause instanceof Error ? firstLine(error.cause.message) : undefined } : { message: typeof error }) },
});
/** The same log for lines whose fields are known one by one, such as those of requests: nothing in them is to be looked for and removed. */
export const withoutRedaction = (logger: Logger): Logger => logger.child({}, { redact: [] });

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

/** Nest's own messages in the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}
  log(message: unknown, context?: string): void { this.logger.debug({ context }, String(message)); }
  warn(message: unknown, context?: string): void { this.logger.warn({ context }, String(message)); }
  error(message: unknown, stack?: string, context?: string): void { this.logger.error({ context, stack }, String(message)); }
}
