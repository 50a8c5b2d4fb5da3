/**
 * Sees every SQL statement of the process. Tests count them (the number of a list's statements must not grow with its rows), metrics time the slow ones.
 * Nothing is printed here: statements carry personal data in their parameters.
 */
import type { Logger } from 'typeorm';

export type StatementListener = (sql: string) => void;
export type SlowStatementListener = (sql: string, ms: number) => void;

export class Statements implements Logger {
  private readonly listeners = new Set<StatementListener>();
  private readonly slowListeners = new Set<SlowStatementListener>();

  /** Calls `listener` with each statement before it runs. Answers the function that ends it. */
  listen(listener: StatementListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Calls `listener` with each statement that took longer than the configured limit. */
  listenSlow(listener: SlowStatementListener): () => void {
    this.slowListeners.add(listener);
    return () => this.slowListeners.delete(listener);
  }

  /** The statements that ran while `fn` did, those of other requests in the same process included. */
  async during<T>(fn: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
    const statements: string[] = [];
    const stop = this.listen((sql) => statements.push(sql));
    try {
      return { result: await fn(), statements };
    } finally {
      stop();
    }
  }

  logQuery(sql: string): void {
    for (const listener of this.listeners) listener(sql);
  }

  logQuerySlow(ms: number, sql: string): void {
    for (const listener of this.slowListeners) listener(sql, ms);
  }

  logQueryError(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
