/**
 * The one clock of the server.
 *
 * `now()` is an instant; `today()` is the calendar day in Asia/Shanghai, `YYYY-MM-DD`. Nothing else in the API may ask the machine for the time, so
 * that a test can move it and the TZ of the host never matters.
 */
import { Injectable } from '@nestjs/common';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The calendar day of an instant in Asia/Shanghai, which has had no daylight saving since 1991. */
export function shanghaiDay(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** Day and minute of an instant in Asia/Shanghai, `YYYY-MM-DD HH:MM`. */
export function shanghaiMinute(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

export abstract class Clock {
  abstract now(): Date;

  today(): string {
    return shanghaiDay(this.now());
  }
}

@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/**
 * A clock that can be moved, bound in place of SystemClock under TEST_CONTROL=1 (which production refuses).
 * Shifted, it keeps running from the new time; frozen, it stands until `advance`, `shiftTo` or `reset`.
 */
@Injectable()
export class TestClock extends Clock {
  private offsetMs = 0;
  private frozenAt: number | null = null;

  now(): Date {
    return new Date(this.frozenAt ?? Date.now() + this.offsetMs);
  }

  /** Runs on from `instant`. */
  shiftTo(instant: Date): void {
    this.frozenAt = null;
    this.offsetMs = instant.getTime() - Date.now();
  }

  freeze(instant: Date = this.now()): void {
    this.frozenAt = instant.getTime();
  }

  advance(ms: number): void {
    if (this.frozenAt === null) this.offsetMs += ms;
    else this.frozenAt += ms;
  }

  /** Back to the machine's time. */
  reset(): void {
    this.frozenAt = null;
    this.offsetMs = 0;
  }
}
