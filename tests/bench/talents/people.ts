import { v7 } from 'uuid';

/** A value of a row, on either database. */
export type Cell = string | number | null;
/** Where rows go: one database, many rows at a time. */
export interface Sink { insert(table: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): Promise<void>; read(sql: string): Promise<Record<string, unknown>[]>; exec(sql: string): Promise<void> }

/** Surnames and given names with their readings, so that keys are what the application writes. */
const surnames = '陈chen 林lin 黄huang 张zhang 李li 王wang 吴wu 周zhou 郑zheng 叶ye 徐xu 杨yang 胡hu 潘pan 金jin 朱zhu 孙sun 章zhang 董dong 谢xie'.split(' ');
const given = '文wen 建jian 晓xiao 海hai 春chun 秀xiu 明ming 国guo 丽li 华hua 志zhi 雪xue 云yun 平ping 思si 佳jia 子zi 雨yu 浩hao 静jing 敏min 强qiang 霞xia 涵han'.split(' ');
const occupations = ['teacher', 'medical', 'university_student', 'researcher', 'technology_envoy', 'agronomist', 'village_official', 'employee', 'media_arts', 'retired', 'other'];
const levels = ['interested', 'interested', 'practised', 'teaching'];
const AT_ONCE = 500;

const signs = (part: string): string => [...part][0] ?? '';
const reading = (part: string): string => part.slice(signs(part).length);

/** A name with what it sorts by and is found under. */
const nameOf = (at: number): { name: string; nameKey: string; searchKey: string } => {
  const parts = [surnames[at % surnames.length] ?? '', given[Math.floor(at / surnames.length) % given.length] ?? '', given[Math.floor(at / (surnames.length * given.length)) % given.length] ?? ''];
  const [name, readings] = [parts.map(signs).join(''), parts.map(reading)];
  return { name, nameKey: readings.join(' '), searchKey: `${name}|${readings.join('')}|${readings.map((one) => one[0] ?? '').join('')}` };
};

/** Every other person has served once. */
const minutesOf = (at: number): number => (at % 2 === 0 ? 60 + (at % 300) : 0);

const inParts = async (sink: Sink, table: string, columns: readonly string[], rows: readonly (readonly Cell[])[]): Promise<void> => {
  for (let at = 0; at < rows.length; at += AT_ONCE) await sink.insert(table, columns, rows.slice(at, at + AT_ONCE));
};

/** What the city has, that people are spread over. */
interface City { readonly counties: readonly string[]; readonly units: readonly string[]; readonly topics: readonly string[]; readonly pools: ReadonlyMap<string, string>; readonly kinds: readonly string[]; readonly served: { readonly activity: string; readonly shift: string; readonly signup: string; readonly unit: string; readonly by: string } }
const column = async (sink: Sink, sql: string): Promise<string[]> => (await sink.read(sql)).map((row) => String(row['id']));
const cityOf = async (sink: Sink): Promise<City> => {
  const [record] = await sink.read('SELECT activity_id, shift_id, signup_id, unit_id, confirmed_by FROM service_records LIMIT 1');
  const text = (key: string): string => String(record?.[key]);
  return {
    counties: await column(sink, "SELECT id FROM divisions WHERE kind = 'county' ORDER BY id"), units: await column(sink, 'SELECT id FROM units WHERE closed_on IS NULL ORDER BY id'), topics: await column(sink, "SELECT id FROM terms WHERE kind = 'topic' ORDER BY id"),
    pools: new Map((await sink.read('SELECT seed_key, id FROM pools')).map((row) => [String(row['seed_key']), String(row['id'])])), kinds: await column(sink, 'SELECT id FROM credential_kinds ORDER BY id'),
    served: { activity: text('activity_id'), shift: text('shift_id'), signup: text('signup_id'), unit: text('unit_id'), by: text('confirmed_by') },
  };
};

/** Fills a city of the demo with so many people, their topics, terms, certificates and hours; the same on both databases. */
export async function addPeople(sink: Sink, count: number, today: string): Promise<void> {
  const { counties, units, topics, pools, kinds, served } = await cityOf(sink);
  const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
  const moment = (at: number): string => `2026-0${1 + (at % 9)}-${String(1 + (at % 28)).padStart(2, '0')} 0${at % 8}:00:00.000`;
  const ids = Array.from({ length: count }, () => v7());
  const idAt = (at: number): string => ids[at] ?? '';
  const every = (step: number): number[] => Array.from({ length: Math.floor(count / step) }, (_, at) => at * step);
  await sink.exec('BEGIN');
  await inParts(sink, 'accounts', ['id', 'name', 'name_key', 'search_key', 'password_hash', 'must_change_password', 'state', 'created_at', 'version'], ids.map((id, at) => {
    const { name, nameKey, searchKey } = nameOf(at * 7919);
    return [id, name, nameKey, searchKey, '-', 0, at % 997 === 0 ? 'closed' : 'active', moment(at), 1];
  }));
  await inParts(sink, 'volunteers', ['id', 'number', 'name_key', 'search_key', 'born_on', 'occupation', 'unit_id', 'county_id', 'availability', 'travel_limit', 'to_islands', 'to_mountains', 'recommendations_off', 'consent_version', 'created_at', 'version', 'standing', 'languages', 'absences', 'served_minutes'], ids.map((id, at) => {
    const [{ nameKey, searchKey }, number] = [nameOf(at * 7919), `WZ2027${String(at).padStart(6, '0')}`];
    return [id, number, nameKey, `${searchKey}|${number.toLowerCase()}|w`, `${1950 + (at % 55)}-0${1 + (at % 9)}-15`, pick(occupations, at), at % 3 === 0 ? null : pick(units, at), pick(counties, at), '010010000000000110110', 60, 0, 1, 0, '2026-11-27', moment(at), 1, 'good', at % 5 === 0 ? '110' : '100', '[]', minutesOf(at)];
  }));
  await inParts(sink, 'volunteer_topics', ['id', 'volunteer_id', 'term_id', 'level'], ids.flatMap((id, at) => [0, 1].map((which) => [v7(), id, pick(topics, at * 2 + which * 5 + 1), pick(levels, at + which)])));
  const term = (pool: string, at: number, toDay: string | null): Cell[] => [v7(), pools.get(pool) ?? '', idAt(at), at % 3 === 0 ? null : pick(units, at), `2026-0${1 + (at % 9)}-01`, toDay, moment(at), nameOf(at * 7919).nameKey];
  await inParts(sink, 'pool_terms', ['id', 'pool_id', 'account_id', 'unit_id', 'from_day', 'to_day', 'created_at', 'name_key'], [
    ...ids.map((_, at) => term('science-volunteers', at, null)), ...every(11).map((at) => term('student-volunteers', at, null)), ...every(50).map((at) => term('lecturers', at, at % 100 === 0 ? today : '2028-12-31')),
  ]);
  await inParts(sink, 'credentials', ['id', 'account_id', 'kind_id', 'issuer', 'from_day', 'to_day', 'state', 'declared_at', 'version'],
    every(3).map((at) => [v7(), idAt(at), pick(kinds, at), '市教育局', '2024-01-01', at % 4 === 0 ? null : `202${7 + (at % 2)}-0${1 + (at % 9)}-10`, at % 20 === 0 ? 'declared' : 'confirmed', moment(at), 1]));
  await inParts(sink, 'service_records', ['id', 'once_key', 'volunteer_id', 'activity_id', 'shift_id', 'signup_id', 'unit_id', 'day', 'minutes', 'ledger', 'rule', 'confirmed_by', 'created_at'],
    every(2).map((at) => [v7(), `bench:${at}`, idAt(at), served.activity, served.shift, served.signup, served.unit, `2026-0${1 + (at % 9)}-12`, minutesOf(at), 'volunteer', 'own_time', served.by, moment(at)]));
  await sink.exec('COMMIT');
}
