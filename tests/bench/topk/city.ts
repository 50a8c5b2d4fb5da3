import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ActivityKind, Occupation } from '@kepu/contracts';
import { activityKinds } from '@kepu/contracts';
import { ADULT_AGE, ageOn, bandOf, civilDate, dayNumber } from '@kepu/domain';
import type { Held, MatchingContext, PositionFacts, Standing, VolunteerFacts } from '@kepu/matching';
import { chance } from '../assign/city-week.js';
import { root } from '../api/dataset.js';

/** Saturday, 28 November 2026, 8:00 in Shanghai: nothing of the city hangs on the clock. */
export const NOW = '2026-11-28T00:00:00.000Z';
export const TODAY = '2026-11-28';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PARTS = 21;

interface Seeds {
  readonly divisions: { readonly counties: readonly { readonly code: string; readonly urbanCore: boolean; readonly island: boolean; readonly mountain: boolean }[]; readonly minutesBetweenSeats: { readonly order: readonly string[]; readonly minutes: readonly (readonly number[])[] } };
  readonly topics: { readonly topics: readonly { readonly key: string; readonly children: readonly { readonly key: string }[] }[] };
  readonly audiences: { readonly audiences: readonly { readonly key: string }[] };
  readonly fit: { readonly fit: Readonly<Record<string, Readonly<Record<string, number>>>> };
  readonly kinds: { readonly kinds: readonly { readonly key: string; readonly implies: readonly string[] }[] };
}
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(root, 'seeds', `${name}.json`), 'utf8'));
const seeds = { divisions: read('divisions'), topics: read('topics'), audiences: read('audiences'), fit: read('audience-fit'), kinds: read('credential-kinds') } as Seeds;

export const counties = seeds.divisions.counties;
export const countyCodes = counties.map(({ code }) => code);
/** Topics of the second level first, for that is what people follow and positions have. */
const fields = seeds.topics.topics;
export const topicIds = [...fields.flatMap(({ children }) => children.map(({ key }) => key)), ...fields.map(({ key }) => key)];
const second = topicIds.length - fields.length;
const parentOf = new Map(fields.flatMap(({ key, children }) => children.map((child) => [child.key, key] as const)));
const audienceIds = seeds.audiences.audiences.map(({ key }) => key);
export const kindIds = seeds.kinds.kinds.map(({ key }) => key);
const implied = new Map<string, ReadonlySet<string>>();
const implies = (key: string): string[] => [key, ...(seeds.kinds.kinds.find((kind) => kind.key === key)?.implies ?? []).flatMap(implies)];
for (const key of kindIds) implied.set(key, new Set(implies(key)));
const { order, minutes } = seeds.divisions.minutesBetweenSeats;
const ways = new Map(order.flatMap((from, row) => order.map((to, column) => [`${from} ${to}`, minutes[row]![column]!] as const)));

export const context: MatchingContext = {
  now: NOW, adultAge: ADULT_AGE, ageOn,
  minorBand: (age) => bandOf(age, [{ fromAge: 8, toAge: 13, registersAlone: false, accompanied: true, mostMinutes: 180, latestHour: 19 }, { fromAge: 14, toAge: 17, registersAlone: true, accompanied: false, mostMinutes: 360, latestHour: 20 }]),
  travel: (from, to) => (from === to ? 0 : ways.get(`${from} ${to}`) ?? null),
  terrain: (code) => counties.find((county) => county.code === code) ?? { island: false, mountain: false },
  parentTopic: (id) => parentOf.get(id) ?? null,
  implied: (kindId) => implied.get(kindId) ?? new Set([kindId]),
  audienceFit: (occupation, audienceId) => seeds.fit.fit[occupation]?.[audienceId] ?? 0,
};

/** Of all people, by county: about what the census has of Wenzhou, in thousandths. */
const shares = [122, 76, 101, 15, 90, 87, 88, 30, 27, 159, 152, 53];
const work: readonly (readonly [Occupation, number])[] = [['university_student', 260], ['teacher', 170], ['medical', 110], ['employee', 160], ['retired', 100], ['pupil', 60], ['village_official', 40], ['technology_envoy', 20], ['agronomist', 20], ['researcher', 20], ['media_arts', 20], ['other', 20]];
/** Certificates that people of an occupation have, by the beginning of their keys. */
const certificates: Readonly<Partial<Record<Occupation, readonly string[]>>> = { teacher: ['teacher'], medical: ['physician', 'nurse', 'chief-physician'], agronomist: ['agronomist', 'senior-agronomist'], retired: ['physician', 'teacher'] };
const limits = [30, 45, 60, 60, 60, 90, 90, 120, 180, 240];

/** How many people a position is for. */
export type Breadth = 'open' | 'broad' | 'medium' | 'narrow';

const iso = (ms: number): string => new Date(ms).toISOString();
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/**
 * A made-up city after the seeds: 12 counties with their ways and ground, 57 topics, 24 kinds of certificate. Of a thousand people 60 are minors; they follow 2.5 topics, have a third of the week free; 450 have served up to three kinds of activity, 120 of them of late;
 * 140 hold a place to come, 280 a certificate, 100 give so many hours a month, 40 are away for some days, 20 pause, 40 have switched personal features off, 400 belong to one of 3,000 units, half of all have been asked before.
 */
export class City {
  private readonly next: () => number;
  private madeAt = Date.parse('2024-01-01T00:00:00.000Z');

  constructor(seed: number) {
    this.next = chance(seed);
  }

  /** The next person of the city. */
  standing(): Standing {
    const { next } = this;
    const occupation = this.share(work);
    const served = next() < 0.45 ? 1 + this.below(3) : 0;
    const recently = served > 0 && next() < 0.27 ? 30 * (2 + this.below(28)) : 0;
    const bornOn = occupation === 'pupil' ? this.day('2009-01-01', '2018-12-31') : occupation === 'university_student' ? this.day('2004-01-01', '2008-12-31') : occupation === 'retired' ? this.day('1945-01-01', '1966-12-31') : this.day('1962-01-01', '2003-12-31');
    const facts: VolunteerFacts = {
      id: this.id(), bornOn, guarded: occupation === 'pupil' && next() < 0.9, occupation, countyCode: countyCodes[this.weighted(shares)]!, credentials: this.credentials(occupation), memberships: [],
      topicIds: this.some(this.below(6), () => topicIds[next() < 0.9 ? this.below(second) : second + this.below(fields.length)]!), availability: this.availability(), travelLimit: limits[this.below(limits.length)]!,
      toIslands: next() < 0.3, toMountains: next() < 0.6, pausedUntil: next() < 0.02 ? this.day('2026-11-20', '2027-02-28') : null, absences: next() < 0.04 ? [this.absence()] : [], monthlyHours: next() < 0.1 ? 4 * (1 + this.below(5)) : null,
      frozen: next() < 0.005, personal: next() >= 0.04, held: next() < 0.14 ? Array.from({ length: 1 + Number(next() < 0.2) }, () => this.held()) : [], kindsServed: this.some(served, () => activityKinds[this.below(activityKinds.length)]!),
      services: served === 0 ? 0 : served + this.below(8), missed: next() < 0.08 ? 1 + this.below(3) : 0, recentMinutes: recently, monthMinutes: recently > 0 && next() < 0.7 ? 30 * this.below(recently / 30 + 1) : 0,
      lastAskedAt: next() < 0.5 ? iso(Date.parse(NOW) - 60_000 * this.below(500_000)) : null,
    };
    return { facts, unitPath: next() < 0.4 ? `/u${hex(this.below(3000), 4)}/` : null, silentFrom: next() < 0.03 ? this.day('2026-11-01', '2027-03-31') : null };
  }

  /** A position of a breadth: for minors too (`open`), any adult, two occupations for two parts of the week from an age on, or certificates and an occupation for a whole day. */
  position(breadth: Breadth, id: string, activityId = id): PositionFacts {
    const { next } = this;
    const parts = { open: 1, broad: 1, medium: 2, narrow: 3 }[breadth];
    const county = counties[breadth === 'narrow' ? this.below(counties.length) : this.weighted(shares)]!;
    const day = dayNumber(TODAY) + 1 + this.below(45);
    const part = this.below(4 - parts);
    const from = Date.parse(`${civilDate(day)}T00:00:00.000+08:00`) + [9, 14, 18.5][part]! * HOUR_MS;
    const firstPart = ((((day + 3) % 7) + 7) % 7) * 3 + part;
    const minimum = this.below(6);
    const medical = next() < 0.5;
    return {
      id, shiftId: id, activityId, activityTitle: `活动${id}`, kind: activityKinds[this.below(activityKinds.length)] as ActivityKind, open: true, startsAt: iso(from), endsAt: iso(from + [2, 5, 8][parts - 1]! * HOUR_MS), day: civilDate(day),
      weekParts: Array.from({ length: parts }, (_, index) => firstPart + index), countyCode: county.code, island: county.island, mountain: county.mountain, urbanCore: county.urbanCore,
      topicIds: [topicIds[this.below(second)]!], audienceIds: this.some(1 + this.below(2), () => audienceIds[this.below(audienceIds.length)]!),
      occupations: breadth === 'medium' ? this.some(2, () => this.share(work)) : breadth === 'narrow' ? [medical ? 'medical' : 'teacher'] : [],
      poolIds: [], credentialIds: breadth !== 'narrow' ? [] : medical ? ['physician', ...(next() < 0.3 ? ['first-aid'] : [])] : ['teacher', ...(next() < 0.3 ? ['first-aid'] : [])], minAge: breadth === 'broad' || breadth === 'open' ? null : 18 + this.below(13), minors: breadth === 'open', dangerous: false,
      minimum, maximum: minimum + 1 + this.below(10), confirmed: this.below(minimum + 1), connections: this.below(20),
    };
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  private weighted(parts: readonly number[]): number {
    let left = this.next() * parts.reduce((sum, part) => sum + part, 0);
    return Math.max(0, parts.findIndex((part) => (left -= part) < 0));
  }

  private share<T>(parts: readonly (readonly [T, number])[]): T {
    return parts[this.weighted(parts.map(([, part]) => part))]![0];
  }

  private some<T>(count: number, one: () => T): T[] {
    return [...new Set(Array.from({ length: count }, one))];
  }

  private day(from: string, to: string): string {
    return civilDate(dayNumber(from) + this.below(dayNumber(to) - dayNumber(from) + 1));
  }

  private absence(): { from: string; to: string } {
    const from = dayNumber(TODAY) + this.below(60) - 10;
    return { from: civilDate(from), to: civilDate(from + this.below(15)) };
  }

  private held(): Held {
    const from = Date.parse(`${TODAY}T00:00:00.000+08:00`) + (1 + this.below(60)) * DAY_MS + [9, 14, 18.5][this.below(3)]! * HOUR_MS;
    return { activityTitle: `活动${this.below(4000)}`, startsAt: iso(from), endsAt: iso(from + HOUR_MS * (1 + this.below(4))), countyCode: countyCodes[this.weighted(shares)]! };
  }

  /** One in ten has said nothing; to others a part is free in four of ten cases. */
  private availability(): string {
    const silent = this.next() < 0.1;
    let text = '';
    for (let part = 0; part < PARTS; part++) text += !silent && this.next() < 0.38 ? '1' : '0';
    return text;
  }

  private credentials(occupation: Occupation): VolunteerFacts['credentials'] {
    const { next } = this;
    const own = certificates[occupation];
    const kinds = [...(own && next() < 0.7 ? [own[this.below(own.length)]!] : []), ...(next() < 0.08 ? ['first-aid'] : []), ...(next() < 0.03 ? [kindIds[this.below(kindIds.length)]!] : [])];
    return [...new Set(kinds)].map((kindId) => ({ kindId, seen: next() < 0.9, fromDay: this.day('2005-01-01', '2026-12-10'), toDay: next() < 0.5 ? null : this.day('2026-06-01', '2031-12-31') }));
  }

  /** UUIDv7 as the application makes them: a growing time, then chance. */
  private id(): string {
    this.madeAt += this.below(200);
    const time = hex(this.madeAt, 12);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(this.below(4096), 3)}-${hex(0x8000 + this.below(0x4000), 4)}-${hex(this.below(2 ** 32), 8)}${hex(this.below(65_536), 4)}`;
  }
}
