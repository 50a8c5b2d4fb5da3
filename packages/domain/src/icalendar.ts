import { addDays, type CivilDate } from './civil-date.js';

/** Whole days of a calendar. `uid` stays the same when the day moves; `until` is the last day, null for one day. */
export interface CalendarEvent { readonly uid: string; readonly from: CivilDate; readonly until: CivilDate | null; readonly title: string; readonly text: string; readonly url: string }

/** Longest line in octets, without its end (RFC 5545 3.1). */
const LINE = 75;
const octets = (sign: string): number => { const code = sign.codePointAt(0) ?? 0; return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4; };
/** A line by pieces that are short enough: a sign of several octets is never cut, and what follows a break begins with a blank. */
const folded = (line: string): string => {
  let length = 0;
  return [...line].map((sign) => {
    const wide = octets(sign);
    const breaks = length + wide > LINE;
    length = breaks ? 1 + wide : length + wide;
    return breaks ? `\r\n ${sign}` : sign;
  }).join('');
};
/** Text as a value (RFC 5545 3.3.11); what is no text at all is left out. */
const value = (text: string): string => text.replaceAll(/\r\n?/gu, '\n').replaceAll(/[^\P{Cc}\n]/gu, '').replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll('\n', '\\n');
const compact = (day: CivilDate): string => day.replaceAll('-', '');

/** Days as an iCalendar file (RFC 5545): whole days, free of any zone, which make nobody busy. `stamp`: when it was made. */
export const icalendar = ({ name, stamp, events }: { readonly name: string; readonly stamp: Date; readonly events: readonly CalendarEvent[] }): string => {
  const at = stamp.toISOString().replaceAll(/[-:]|\.\d+/gu, '');
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Kepu//Kepu//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${value(name)}`,
    ...events.flatMap(({ uid, from, until, title, text, url }) => [
      // The end of whole days is the first that is none of them (RFC 5545 3.6.1).
      'BEGIN:VEVENT', `UID:${value(uid)}`, `DTSTAMP:${at}`, `DTSTART;VALUE=DATE:${compact(from)}`, `DTEND;VALUE=DATE:${compact(addDays(until ?? from, 1))}`, `SUMMARY:${value(title)}`, `DESCRIPTION:${value(text)}`, `URL:${url}`, 'TRANSP:TRANSPARENT', 'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
};
