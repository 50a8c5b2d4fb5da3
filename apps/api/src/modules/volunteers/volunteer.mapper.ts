import { talkLanguages, type MyVolunteer, type SkillLevel, type Volunteer } from '@kepu/contracts';
import { ageBand, ageOn, chosenOf, isMinor, willingnessOf } from '@kepu/domain';
import { LENGTHS } from '../../platform/database/column-lengths.js';
import { searchKey, sortKey } from '../../platform/pinyin/pinyin.js';
import type { ServiceCount } from './service-counter.js';
import type { VolunteerEntity } from './volunteer.entity.js';
import type { VolunteerRow } from './volunteer-lists.repository.js';

/** A thing by id and name. */
export interface Named { readonly id: string; readonly name: string }

/** A topic that somebody follows, and how well they know it. */
export interface Known extends Named { readonly level: SkillLevel }

/** Days away that are not over. */
export const toCome = (absences: MyVolunteer['absences'], today: string): MyVolunteer['absences'] => absences.filter(({ to }) => to >= today);

/** The longest key: a name, its reading, its initials, and a number. */
const SEARCH_LENGTH = 1000;

/** What a volunteer sorts by and is found under. */
export const volunteerKeys = (name: string, number: string): Pick<VolunteerEntity, 'nameKey' | 'searchKey'> => ({
  nameKey: sortKey(name, LENGTHS.searchKey), searchKey: searchKey([name, number], SEARCH_LENGTH),
});

/** Rows by the person whom they are of. */
export const byPerson = <Row, T>(rows: readonly Row[], person: (row: Row) => string, value: (row: Row) => T): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(person(row));
    if (group) group.push(value(row));
    else groups.set(person(row), [value(row)]);
  }
  return groups;
};

/** A volunteer as staff see one. */
export const volunteerView = (row: VolunteerRow, more: { topics: readonly Known[]; pools: readonly Named[]; service: ServiceCount | undefined; today: string }): Volunteer => ({
  id: row.id, number: row.number, name: row.name, occupation: row.occupation, unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' },
  county: { code: row.countyCode, name: row.countyName }, topics: [...more.topics], pausedUntil: row.pausedUntil, standing: row.standing, realName: row.realName, ageBand: ageBand(ageOn(row.bornOn, more.today)), availability: row.availability,
  languages: chosenOf(talkLanguages, row.languages), monthlyHours: row.monthlyHours, absences: toCome(JSON.parse(row.absences) as MyVolunteer['absences'], more.today), willingness: willingnessOf(row.willingAskedOn, more.today), pools: [...more.pools], registeredAt: row.registeredAt, onBehalf: row.consentNote === null ? null : { by: row.registeredBy ?? '', note: row.consentNote },
  services: more.service?.services ?? 0, minutes: more.service?.minutes ?? 0, version: row.version,
  // School, interests and times of a minor are of the record that two open.
  ...(isMinor(row.bornOn, more.today) ? { unit: null, topics: [], availability: '0'.repeat(21), languages: [], monthlyHours: null, absences: [] } : {}),
});
