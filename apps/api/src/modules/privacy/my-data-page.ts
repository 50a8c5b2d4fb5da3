import type { MyData, Notice } from '@kepu/contracts';
import { flatLabels, label, type Locale } from '@kepu/contracts/labels';
import { noticeParams } from '@kepu/contracts/notices';
import { shanghaiTime } from '@kepu/domain';
import type { Gathered } from './my-data.service.js';

type Cell = string | number | boolean | null;

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const FLAGS = new Set(['toIslands', 'toMountains', 'recommendationsOff', 'onDuty', 'accompanies', 'approved']);
/** Written for this one page, which has to be read without the network. */
const style = 'body{font:16px/1.7 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1c2b2d}h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid #b9c9cb}dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.2rem 1rem;margin:.6rem 0 1.2rem}dt{color:#51666a}dd{margin:0;overflow-wrap:anywhere}.none{color:#51666a}';

/** One readable page in one file: no script, nothing that is loaded. */
export const myDataPage = ({ data, words }: Gathered, locale: Locale): string => {
  const say = (key: string, params: Record<string, string | number> = {}) => label(locale, `myData.${key}`, params);
  const known = (key: string): string | undefined => flatLabels[locale].get(key);
  const time = (instant: string): string => {
    const { day, minute } = shanghaiTime(instant);
    return `${day} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  };
  const cell = (section: string, field: string, value: Cell): string => {
    if (value === null || value === '') return '—';
    if (typeof value === 'boolean' || FLAGS.has(field)) return say(value === true || value === 1 ? 'yes' : 'no');
    const word = words.get(section)?.[field];
    const spoken = word ? known(`${word}.${String(value)}`) : undefined;
    return spoken ?? (typeof value === 'string' && INSTANT.test(value) ? time(value) : String(value));
  };
  const fieldName = (field: string): string => known(`myData.fields.${field}`) ?? field;
  /** A message as its sentence: the person read it so. */
  const spoken = (row: MyData['sections'][number]['rows'][number]): MyData['sections'][number]['rows'][number] => {
    const { kind, params, ...rest } = row;
    if (typeof kind !== 'string' || typeof params !== 'string') return row;
    return { params: label(locale, `notices.${kind}`, noticeParams({ params: JSON.parse(params) as Notice['params'] }, { term: (key) => label(locale, key), day: (day) => day, instant: time })), ...rest };
  };
  const sections = data.sections.map(({ key, rows: found }) => {
    const rows = key === 'notices' ? found.map(spoken) : found;
    const body = rows.length === 0 ? `<p class="none">${escape(say('none'))}</p>` : rows.map((row) => `<dl>${Object.entries(row).map(([field, value]) => `<dt>${escape(fieldName(field))}</dt><dd>${escape(cell(key, field, value))}</dd>`).join('')}</dl>`).join('');
    return `<h2>${escape(known(`myData.sections.${key}`) ?? key)}</h2>${body}`;
  });
  const acts = data.acts.length === 0 ? '' : `<h2>${escape(say('acts'))}</h2><p>${escape(say('actsText'))}</p><dl>${data.acts.map(({ column, count }) => `<dt>${escape(column)}</dt><dd>${escape(say('count', { count }))}</dd>`).join('')}</dl>`;
  const name = String(data.sections.find(({ key }) => key === 'account')?.rows[0]?.['name'] ?? '');
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(say('title'))}</title><style>${style}</style></head><body><h1>${escape(say('title'))}</h1><p>${escape(say('lead', { name, at: time(data.madeAt) }))}</p>${sections.join('')}${acts}</body></html>`;
};
