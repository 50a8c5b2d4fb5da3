import { z } from 'zod';
import { lengths } from './lengths.js';

/** A UUIDv7 made by the application. */
export const id = z.uuid().meta({ description: 'UUID' });
/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export const day = z.iso.date();
/** An instant in UTC, ISO 8601 with milliseconds. */
export const instant = z.iso.datetime();
/** The row's version; a stale one is refused with `version.stale`. */
export const version = z.int().min(1);
/** Text of one line: trimmed, no control characters, not empty. */
export const line = (max: number) =>
  z.string().trim().min(1).max(max).regex(/^[^\p{Cc}]*$/u);
/** Text of several lines: trimmed, not empty; line feeds and tabs are the only control characters. */
export const paragraph = (max: number) => z.string().trim().min(1).max(max).regex(/^(?:[^\p{Cc}]|[\n\t])*$/u);
/** A six-digit county code, a nine-digit township code or the city's own. */
export const divisionCode = z.string().regex(/^\d{6}(\d{3})?$/).max(lengths.code);
/** Route parameters of one object. */
export const byId = z.strictObject({ id });
/** What a route answers that has nothing else to say. */
export const done = z.object({ done: z.literal(true) });
/** A query flag: `true` or `false` spelled out. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
/** A thing by id and name, as lists show it. */
export const named = z.object({ id: z.string(), name: z.string() });
