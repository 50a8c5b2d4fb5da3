import type { BatchPosition } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { addSheet, bytesOf, inert, workbook } from '../../../platform/sheets/sheet.js';
import { spokenTime } from '../../activities/index.js';

const widths = { batchActivity: 32, batchPosition: 14, batchUnit: 26, batchCounty: 12, batchTime: 30, batchPlaces: 8, batchFilled: 10, batchMissing: 12, batchCause: 40 } as const;

/** The positions of a draft on paper, with what is missing and why: to be given to units, so without names. */
export const batchWorkbook = async (positions: readonly BatchPosition[], locale: Locale): Promise<Buffer> => {
  const book = await workbook();
  const sheet = addSheet(book, label(locale, 'documents.batchSheet'), Object.entries(widths).map(([column, width]) => ({ header: label(locale, `documents.${column}`), width })));
  for (const { activity, name, unit, countyName, startsAt, endsAt, places, filled, minimum, open } of positions) {
    sheet.addRow([...[activity.name, name, unit.name, countyName, spokenTime({ startsAt, endsAt }, locale)].map(inert), places, filled, Math.max(0, minimum - filled), open ? label(locale, `terms.batchCauses.${open.cause}`) : '']);
  }
  return bytesOf(book);
};
