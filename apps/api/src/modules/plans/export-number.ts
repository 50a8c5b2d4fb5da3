import { label, type Locale } from '@kepu/contracts/labels';
import type { PersonActor } from '../../platform/auth/actor.js';
import { shanghaiDay, shanghaiMinute } from '../../platform/clock/index.js';
import { newId } from '../../platform/database/index.js';

/** The number of an export, and the last line that it has. The number stands in the log entry of the export, with who made it and when. */
export interface Numbered { readonly number: string; readonly stamp: string }

/** Numbers an export. `filter`: what it is of, in words. */
export const numbered = (actor: PersonActor, filter: string, now: Date, locale: Locale): Numbered => {
  const number = `${shanghaiDay(now).replaceAll('-', '')}-${newId().slice(-8).toUpperCase()}`;
  return { number, stamp: label(locale, 'documents.stamp', { at: shanghaiMinute(now), filter, name: actor.name, number }) };
};
