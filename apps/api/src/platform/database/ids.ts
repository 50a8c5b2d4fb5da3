/**
 * Ids are UUIDv7, made by the application: they sort by time, so that inserts go to the end of an index, and they are known before the row is written.
 * Two ids of one process never sort against the order in which they were made (RFC 9562, 6.2: monotonic counter within a millisecond).
 */
import { v7 } from 'uuid';

export function newId(): string {
  return v7();
}
