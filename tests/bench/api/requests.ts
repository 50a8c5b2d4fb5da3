import type { Request } from 'autocannon';
import { kinds, type Dataset } from './dataset.js';

export const operations = ['list', 'one', 'create'] as const;
export type Operation = (typeof operations)[number];

let created = 0;

/** The same requests for both sides; `prefix` is where the side keeps its units. */
export function requestsOf(operation: Operation, prefix: string, { ids, counties, townships }: Dataset): Request[] {
  if (operation === 'list') {
    return counties.flatMap((county) => kinds.map((kind) => ({ method: 'GET', path: `${prefix}/units?kind=${kind}&divisionCode=${county}&sort=name&page=1&perPage=25` })));
  }
  if (operation === 'one') return ids.filter((_, index) => index % 10 === 0).map((id) => ({ method: 'GET', path: `${prefix}/units/${id}` }));
  return townships.map((divisionCode) => ({
    method: 'POST', path: `${prefix}/units`, headers: { 'content-type': 'application/json' },
    setupRequest: (request) => {
      const n = ++created;
      return { ...request, body: JSON.stringify({ name: `新单位${n}`, fullName: `某市新单位第${n}号`, kind: kinds[n % kinds.length], divisionCode, sortNo: 30_000 + (n % 60_000) }) };
    },
  }));
}
