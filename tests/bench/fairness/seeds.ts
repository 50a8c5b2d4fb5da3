import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ActivityKind, Occupation } from '@kepu/contracts';

export interface Township { readonly code: string; readonly name: string; readonly kind: 'subdistrict' | 'town' | 'township' }
export interface County { readonly code: string; readonly name: string; readonly urbanCore: boolean; readonly island: boolean; readonly mountain: boolean; readonly townships: readonly Township[] }
interface Group { readonly occupation: Occupation; readonly share: number; readonly ages: readonly [number, number]; readonly counties?: readonly { code: string; weight: number }[]; readonly times: readonly string[]; readonly topics: readonly string[] }
interface Post { readonly role: string; readonly minimum: number; readonly maximum: number; readonly occupations: readonly Occupation[]; readonly minAge: number | null }
export interface Template { readonly kind: ActivityKind; readonly topics: readonly string[]; readonly audiences: readonly string[]; readonly days: 'any' | 'weekday' | 'weekend'; readonly startsAt: string; readonly minutes: number; readonly positions: readonly Post[] }

/** What the repository's seeds say of the city, and of who and what its demo is made of. */
export interface CitySeeds {
  readonly counties: readonly County[];
  /** Minutes between the seats of two counties. */
  readonly minutes: (from: string, to: string) => number;
  readonly parentTopic: ReadonlyMap<string, string>;
  readonly topics: readonly string[];
  readonly fit: Readonly<Partial<Record<Occupation, Readonly<Record<string, number>>>>>;
  readonly groups: readonly Group[];
  readonly times: Readonly<Record<string, string>>;
  readonly travelLimits: readonly number[];
  readonly templates: readonly Template[];
  /** Of the activities, by county. */
  readonly shares: ReadonlyMap<string, number>;
}

/** The repository's root, from wherever this file stands. */
function root(from: string): string {
  return existsSync(path.join(from, 'turbo.json')) ? from : root(path.dirname(from));
}

export function readSeeds(): CitySeeds {
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(root(import.meta.dirname), 'seeds', name), 'utf8'));
  const divisions = read('divisions.json') as { counties: County[]; minutesBetweenSeats: { order: string[]; minutes: number[][] } };
  const { order, minutes } = divisions.minutesBetweenSeats;
  const ways = new Map(order.map((from, row) => [from, new Map(order.map((to, column) => [to, minutes[row]![column]!]))]));
  const { topics } = read('topics.json') as { topics: { key: string; children: { key: string }[] }[] };
  const people = read('demo/volunteers.json') as { groups: Group[]; times: Record<string, string>; travelLimits: number[] };
  const offered = read('demo/activities.json') as { templates: Template[]; counties: { code: string; share: number }[] };
  return {
    counties: divisions.counties, minutes: (from, to) => ways.get(from)?.get(to) ?? NaN,
    parentTopic: new Map(topics.flatMap(({ key, children }) => children.map((child) => [child.key, key] as const))), topics: topics.flatMap(({ children }) => children.map(({ key }) => key)),
    fit: (read('audience-fit.json') as { fit: CitySeeds['fit'] }).fit, groups: people.groups, times: people.times, travelLimits: people.travelLimits,
    templates: offered.templates, shares: new Map(offered.counties.map(({ code, share }) => [code, share])),
  };
}

/**
 * Residents at the end of 2021 in ten thousands, and per cent of them in towns: main data of the population of Wenzhou in 2021, the city's bureau of statistics, 1 March 2022
 * (wztjj.wenzhou.gov.cn/art/2022/3/1/art_1243860_58726707.html).
 */
export const residents: Readonly<Record<string, readonly [people: number, inTowns: number]>> = {
  330302: [118.95, 90.7], 330303: [73.29, 99.9], 330304: [97.82, 83.8], 330305: [15.03, 54.3], 330324: [87, 56.5], 330326: [86.59, 62.3], 330327: [84.58, 68.7], 330328: [28.85, 44.3], 330329: [26.64, 45.8], 330381: [152.58, 67.2], 330382: [146.4, 65.9],
  330383: [46.77, 97.2],
};

/** The towns in which the seats of the counties without subdistricts lie. */
export const seatTowns: ReadonlySet<string> = new Set(['昆阳镇', '灵溪镇', '大峃镇', '罗阳镇']);
