import fc from 'fast-check';
import { icalendar, type CalendarEvent } from './icalendar.js';

const day: CalendarEvent = { uid: 'item.1@kepu', from: '2026-02-28', until: null, title: '办好田间学校', text: '任务', url: 'https://kepu.example/admin' };
const made = (...events: CalendarEvent[]) => icalendar({ name: '2026年, 分解表', stamp: new Date('2026-01-02T03:04:05.678Z'), events });
const octets = (line: string) => Buffer.byteLength(line);
/** As a reader takes it in (RFC 5545 3.1). */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
const valueOf = (text: string, name: string) => unfolded(text).find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1).replaceAll(/\\([\\;,nN])/gu, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

describe('a calendar file', () => {
  it('has whole days, whose end is the day after', () => {
    const text = made(day, { ...day, uid: 'theme.2', from: '2026-12-30', until: '2026-12-31' });
    expect(unfolded(text)).toEqual([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Kepu//Kepu//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'X-WR-CALNAME:2026年\\, 分解表',
      'BEGIN:VEVENT', 'UID:item.1@kepu', 'DTSTAMP:20260102T030405Z', 'DTSTART;VALUE=DATE:20260228', 'DTEND;VALUE=DATE:20260301', 'SUMMARY:办好田间学校', 'DESCRIPTION:任务', 'URL:https://kepu.example/admin', 'TRANSP:TRANSPARENT', 'END:VEVENT',
      'BEGIN:VEVENT', 'UID:theme.2', 'DTSTAMP:20260102T030405Z', 'DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270101', 'SUMMARY:办好田间学校', 'DESCRIPTION:任务', 'URL:https://kepu.example/admin', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR',
    ]);
  });

  it('escapes what has a meaning, and lets no text become a line of its own', () => {
    const text = made({ ...day, title: 'a;b,c\\d\r\nEND:VEVENT\rX\u0000\u0007Y' });
    expect(text).toContain('SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT\\nXY\r\n');
    expect(unfolded(text).filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });

  it('folds lines at 75 octets and cuts no sign', () => {
    const text = made({ ...day, title: '科'.repeat(24) + '😀'.repeat(30) });
    for (const line of text.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
    expect(text).toContain(`SUMMARY:${'科'.repeat(22)}\r\n ${'科'.repeat(2)}`);
    expect(text).not.toContain('\ufffd');
  });

  it('reads back as it was, whatever is written', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('科', '😀', 'é', 'a', ' ', ';', ',', '\\', '\n', ':', 'n'), maxLength: 200 }), (title) => {
      const text = made({ ...day, title });
      expect(text.split('\r\n').every((line) => octets(line) <= 75)).toBe(true);
      expect(valueOf(text, 'SUMMARY')).toBe(title);
    }));
  });
});
