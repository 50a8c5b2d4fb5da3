import { readXml } from './xml.js';
import type { Archive } from './zip.js';

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const DAY = 86_400_000;

/** Which cell styles show a number as a date, by their index. */
export async function readDateStyles(archive: Archive, part: string | null): Promise<ReadonlySet<number>> {
  const dates = new Set<number>();
  if (part === null || !archive.has(part)) return dates;
  const custom = new Set<number>();
  let inFormats = false;
  let index = 0;
  await readXml(archive, part, {
    open(name, attribute) {
      if (name === 'numFmt') {
        const code = (attribute('formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '');
        if (/[ymd]/iu.test(code)) custom.add(Number(attribute('numFmtId')));
      } else if (name === 'cellXfs') inFormats = true;
      else if (name === 'xf' && inFormats) {
        const format = Number(attribute('numFmtId') ?? 0);
        if (BUILT_IN_DATES.has(format) || custom.has(format)) dates.add(index);
        index += 1;
      }
    },
    close(name) {
      if (name === 'cellXfs') inFormats = false;
    },
  });
  return dates;
}

/** A spreadsheet's day number as `YYYY-MM-DD`; null where it is no day. The 1900 system counts a 29 February 1900 that never was. */
export function serialDate(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return null;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return new Date(epoch + Math.floor(serial) * DAY).toISOString().slice(0, 10);
}
