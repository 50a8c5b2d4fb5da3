import type { Occupation } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import { AccountEntity } from '../../apps/api/src/modules/identity/index.js';
import { plainProfile, VolunteerEntity, VolunteerTopicEntity } from '../../apps/api/src/modules/volunteers/index.js';
import { volunteerKeys } from '../../apps/api/src/modules/volunteers/volunteer.mapper.js';
import { insertRows, newId, readRows } from '../../apps/api/src/platform/database/index.js';
import { searchKey, sortKey } from '../../apps/api/src/platform/pinyin/pinyin.js';
import type { OpenStore } from './store.js';

/** Somebody of a crowd. */
export interface OneOfMany { readonly id: string; readonly name: string; readonly email: string; readonly countyId: string }

const surnames = [...'陈林黄张李王吴周郑叶徐杨胡潘金朱孙章董谢'];
const given = [...'文建晓海春秀明国丽华志雪云平思佳子雨浩静敏强霞涵'];
const occupations: readonly Occupation[] = ['teacher', 'medical', 'university_student', 'researcher', 'employee', 'retired', 'other'];
/** When people can come, Monday morning first: weekends, evenings and weekends, workdays, and whenever it is. */
const times = ['000000000000000111111', '001001001001001111111', '110110110110110000000', '000000000000000000000'] as const;
/** A unit of work of so many people takes a second at most. */
const AT_ONCE = 500;
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
const nameAt = (at: number): string => pick(surnames, at) + pick(given, Math.floor(at / surnames.length)) + pick(given, Math.floor(at / (surnames.length * given.length)) + at);

/**
 * Grown-up volunteers in all counties of a city that runs, as rows that say what registering leaves: account with a sealed address, profile, topics, and the row of their turns. They differ in job, times, way and
 * topics. Registering each by the route would hash two thousand passwords; how people register is tested elsewhere. `today`: YYYY-MM-DD.
 */
export async function addCrowd(store: OpenStore, count: number, today: string): Promise<OneOfMany[]> {
  const read = async (sql: string): Promise<string[]> => (await readRows<{ id: string }>(store.database.reader, sql)).map(({ id }) => id);
  const [counties, topics] = [await read("SELECT d.id AS id FROM divisions d WHERE d.kind = 'county' ORDER BY d.id"), await read("SELECT t.id AS id FROM terms t WHERE t.kind = 'topic' ORDER BY t.id")];
  const people = Array.from({ length: count }, (_, at): OneOfMany => ({ id: newId(), name: nameAt(at), email: `crowd${at + 1}@demo.kepu`, countyId: pick(counties, at) }));
  for (let from = 0; from < count; from += AT_ONCE) {
    const portion = people.slice(from, from + AT_ONCE).map((person, at) => ({ ...person, at: from + at, createdAt: new Date(`${addDays(today, -1 - ((from + at) % 300))}T03:00:00.000Z`) }));
    await store.unitOfWork.run(async () => {
      const { writer } = store.database;
      await insertRows(writer, AccountEntity, portion.map(({ id, name, email, createdAt }) => ({
        id, name, nameKey: sortKey(name, 200), searchKey: searchKey([name], 200), emailSealed: null, emailIndex: null, phoneSealed: null, phoneIndex: null, ...store.contacts.seal(id, { email }), passwordHash: 'none', mustChangePassword: false, state: 'active' as const, lastSignInAt: null, createdAt, version: 1,
      })));
      await insertRows(writer, VolunteerEntity, portion.map(({ id, name, countyId, at, createdAt }) => {
        const number = `WZ${today.slice(0, 4)}9${String(at).padStart(5, '0')}`;
        return {
          id, number, ...volunteerKeys(name, number), bornOn: `${1960 + (at % 44)}-0${1 + (at % 9)}-15`, occupation: pick(occupations, at), unitId: null, countyId, availability: pick(times, at), travelLimit: pick([45, 90, 150], at), toIslands: at % 3 === 0, toMountains: at % 4 !== 0,
          ...plainProfile, absences: [], recommendationsOff: false, pausedUntil: null, consentVersion: 'test', consentNote: null, registeredBy: null, standing: 'good' as const, createdAt, version: 1,
        };
      }));
      await insertRows(writer, VolunteerTopicEntity, portion.flatMap(({ id, at }) => [0, 1].map((which) => ({ id: newId(), volunteerId: id, termId: pick(topics, at * 2 + which * 3 + 1), level: 'interested' as const }))));
      await writer.query(`INSERT INTO guard_rows (id, turn) VALUES ${portion.map(() => '(?, 0)').join(', ')}`, portion.map(({ id }) => id));
    }, { unitMs: 30_000 });
  }
  return people;
}
