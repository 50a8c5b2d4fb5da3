import { readFileSync } from 'node:fs';
import path from 'node:path';
import { divisionKinds, occupations, programmeKinds, roles, roleScopes, themeDayRule, unitKinds, workdayInput, type Role, type ScopeKind } from '@kepu/contracts';
import { addDays, byProtocol, coveredYears, isWithin, workdayCalendar, type DayException } from '@kepu/domain';

const text = (file: string) => readFileSync(path.join(import.meta.dirname, file), 'utf8');
const load = <T>(file: string) => JSON.parse(text(file)) as T;

interface Entry { key: string; name: string; sortNo: number; aliases?: string[] }
interface UnitEntry extends Entry { fullName: string; aliases: string[]; kind: string; divisionCode: string; hostsOffice?: boolean }
interface ProgrammeSet { key: string; programmes: (Entry & { kind: string; shortName: string })[] }
interface Scope { kind: ScopeKind; code?: string; unit?: string }
interface Person { email: string; name: string; grants: { role: Role; scope: Scope; fromDaysAgo: number; toInDays: number | null }[] }

const divisions = load<{
  city: { code: string };
  counties: { code: string; name: string; townships: { code: string; name: string; kind: string }[] }[];
  minutesBetweenSeats: { order: string[]; minutes: number[][] };
}>('divisions.json');
const { office, units } = load<{ office: { hostUnit: string; divisionCode: string }; units: UnitEntry[] }>('units.json');
const programmes = load<{
  sets: ProgrammeSet[];
  mappings: { from: string; to: string; pairs: { from: string; to: string; fit: string }[]; withoutOrigin: string[] }[];
}>('programmes.json');
const members = units.filter((unit) => unit.kind !== 'county_office');

/** Every value once; the message names those that come twice. */
function expectUnique(values: readonly string[]) {
  expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([]);
}

/** Keys, names and aliases of one list: no two entries may answer to the same name. */
function expectList(entries: readonly Entry[]) {
  expectUnique(entries.map((entry) => entry.key));
  expectUnique(entries.flatMap((entry) => [entry.name, ...(entry.aliases ?? [])]));
  for (const entry of entries) {
    expect(entry.key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(entry.name).toBe(entry.name.trim());
  }
  expect(entries.map((entry) => entry.sortNo)).toEqual(entries.map((entry) => entry.sortNo).sort((a, b) => a - b));
}

describe('divisions', () => {
  const townships = divisions.counties.flatMap((county) => county.townships);

  test('12 counties, 185 townships by kind, 龙港市 with none', () => {
    expect(divisions.counties).toHaveLength(12);
    const count = (kind: string) => townships.filter((township) => township.kind === kind).length;
    expect([townships.length, count('subdistrict'), count('town'), count('township')]).toEqual([185, 67, 92, 26]);
    expect(divisions.counties.filter((county) => county.townships.length === 0).map((county) => county.name)).toEqual(['龙港市']);
    for (const { kind } of townships) expect(divisionKinds).toContain(kind);
  });

  test('codes are unique and lie in their county', () => {
    expectUnique([...divisions.counties, ...townships].map(({ code }) => code));
    for (const county of divisions.counties) for (const { code } of county.townships) expect(isWithin(code, county.code)).toBe(true);
  });

  test('travel takes as long there as back', () => {
    const { order, minutes } = divisions.minutesBetweenSeats;
    expect(order).toEqual(divisions.counties.map(({ code }) => code));
    for (const [a, row] of minutes.entries()) for (const [b, value] of row.entries()) expect(value).toBe(minutes[b]?.[a]);
  });
});

describe('units', () => {
  test('23 in protocol order and 12 county offices', () => {
    expectList(units);
    expect(members).toHaveLength(23);
    expect([...units].map((unit) => ({ ...unit, id: unit.key })).sort(byProtocol).map(({ key }) => key)).toEqual(units.map(({ key }) => key));
    const offices = units.filter((unit) => unit.kind === 'county_office');
    expect(offices.map((unit) => unit.divisionCode)).toEqual(divisions.counties.map(({ code }) => code));
    for (const unit of units) expect(unitKinds).toContain(unit.kind);
  });

  test('the office sits at one unit of the city', () => {
    expect(units.filter((unit) => unit.hostsOffice === true).map(({ key }) => key)).toEqual([office.hostUnit]);
    expect(office.divisionCode).toBe(divisions.city.code);
  });

  test('a full name can stand in the column', () => {
    for (const unit of units) expect([unit.name, ...unit.aliases]).toContain(unit.fullName);
  });
});

describe('programmes', () => {
  test('two sets of ten, one alias known from the paper', () => {
    expect(programmes.sets.map((set) => [set.key, set.programmes.length])).toEqual([['2016-2020', 10], ['2021-2035', 10]]);
    for (const set of programmes.sets) {
      expectList(set.programmes);
      expectUnique(set.programmes.map(({ shortName }) => shortName));
      for (const { kind } of set.programmes) expect(programmeKinds).toContain(kind);
    }
    const talent = programmes.sets[0]?.programmes.find(({ key }) => key === 'talent');
    expect(talent?.name).toBe('科普人才队伍工程建设');
    expect(talent?.aliases).toContain('科普人才工程建设');
  });

  test('the mapping takes every old programme to a new one, and names the new ones without origin', () => {
    const keys = (set: string) => programmes.sets.find(({ key }) => key === set)?.programmes.map(({ key }) => key) ?? [];
    for (const { from, to, pairs, withoutOrigin } of programmes.mappings) {
      expect(pairs.map((pair) => pair.from)).toEqual(keys(from));
      expect(keys(to).filter((key) => !pairs.some((pair) => pair.to === key)).sort()).toEqual([...withoutOrigin].sort());
      for (const pair of pairs) expect(keys(to)).toContain(pair.to);
    }
  });
});

describe('dictionaries', () => {
  const { topics } = load<{ topics: (Entry & { children: Entry[] })[] }>('topics.json');
  const { audiences } = load<{ audiences: (Entry & { programmes: string[] })[] }>('audiences.json');
  const { themeDays } = load<{ themeDays: (Entry & { rule: unknown; source: string })[] }>('theme-days.json');
  const talent = load<{ pools: Entry[]; tags: Entry[]; modelPosts: Entry[]; teamKinds: Entry[] }>('talent-kinds.json');

  test('topics: 8 with 49 below, every name once', () => {
    expectList(topics);
    for (const topic of topics) expectList(topic.children);
    expect([topics.length, topics.flatMap((topic) => topic.children).length]).toEqual([8, 49]);
    expectUnique(topics.flatMap((topic) => [topic, ...topic.children]).map(({ key }) => key));
    expectUnique(topics.flatMap((topic) => [topic, ...topic.children]).flatMap((entry) => [entry.name, ...(entry.aliases ?? [])]));
  });

  test('audiences point to programmes that exist', () => {
    expectList(audiences);
    const keys = programmes.sets[1]?.programmes.map(({ key }) => key);
    for (const { programmes: served } of audiences) for (const key of served) expect(keys).toContain(key);
  });

  test('every occupation suits some audience, and no audience that does not exist; every audience is suited by somebody', () => {
    const { fit } = load<{ fit: Record<string, Record<string, number>> }>('audience-fit.json');
    expect(Object.keys(fit)).toEqual([...occupations]);
    const order = audiences.map(({ key }) => key);
    for (const row of Object.values(fit)) {
      expect(Object.keys(row)).toEqual(order.filter((key) => key in row));
      expect(Object.keys(row).length).toBeGreaterThan(0);
      for (const value of Object.values(row)) expect(value > 0 && value <= 1).toBe(true);
    }
    expect(order.filter((key) => !Object.values(fit).some((row) => (row[key] ?? 0) >= 0.5))).toEqual([]);
  });

  test('theme days follow the rules of contracts', () => {
    expectUnique(themeDays.flatMap((entry) => [entry.name, ...(entry.aliases ?? [])]));
    for (const { rule, source } of themeDays) {
      expect(themeDayRule.safeParse(rule).success).toBe(true);
      expect(['printed', 'known']).toContain(source);
    }
    expect(themeDays.filter(({ source }) => source === 'printed')).toHaveLength(10);
  });

  test('talent kinds', () => [talent.pools, talent.tags, talent.modelPosts, talent.teamKinds].forEach(expectList));
});

describe('workdays', () => {
  const { years, days } = load<{ years: number[]; days: DayException[] }>('workdays.json');

  test('three years, in order, each day once', () => {
    for (const day of days) expect(workdayInput.safeParse(day).success).toBe(true);
    expect(coveredYears(days)).toEqual(years);
    expect(days.map(({ date }) => date)).toEqual([...new Set(days.map(({ date }) => date))].sort());
    expect(workdayCalendar(days).years).toEqual(new Set(years));
  });

  test('a make-up workday is a Saturday or Sunday; the Spring Festival of 2026 has nine days off', () => {
    for (const { date, kind } of days) {
      if (kind === 'workday') expect([0, 6]).toContain(new Date(`${date}T00:00:00Z`).getUTCDay());
    }
    expect(addDays('2026-02-15', 8)).toBe('2026-02-23');
    expect(days.filter(({ date, kind }) => kind === 'holiday' && date >= '2026-02-15' && date <= '2026-02-23')).toHaveLength(9);
  });
});

describe('the demo city', () => {
  const { people } = load<{ people: Person[] }>('demo/people.json');
  const { current } = load<{
    current: {
      paper: string;
      programmeSet: string;
      signOff: { unit: string; state: string; how?: string; note?: string; daysAfterIssue?: number }[];
      questions: { unit: string; item: number; answer: { daysAfterIssue: number } | null; daysAfterIssue: number }[];
    };
  }>('demo/plan.json');

  test('fixed accounts, one liaison for each unit', () => {
    expectUnique(people.flatMap(({ email, name }) => [email, name]));
    const emails = people.map(({ email }) => email);
    for (const who of ['office', 'editor', 'county', 'liaison', 'reader']) expect(emails).toContain(`${who}@demo.kepu`);
    const served = people.flatMap(({ grants }) => grants.filter(({ role }) => role === 'liaison').map(({ scope }) => scope.unit));
    expect([...served].sort()).toEqual(units.map(({ key }) => key).sort());
    // A telephone number of the demo could be somebody's.
    for (const person of people) expect(person).not.toHaveProperty('phone');
  });

  test('grants keep to the scopes of their roles', () => {
    for (const { grants } of people) {
      for (const { role, scope, fromDaysAgo } of grants) {
        expect(roles).toContain(role);
        expect(roleScopes[role]).toContain(scope.kind);
        expect(fromDaysAgo).toBeGreaterThanOrEqual(40);
        if (scope.kind === 'division') expect(divisions.counties.map(({ code }) => code)).toContain(scope.code);
        if (scope.kind === 'unit') expect(units.map(({ key }) => key)).toContain(scope.unit);
      }
    }
    expect(people.find(({ email }) => email === 'reader@demo.kepu')?.grants[0]?.toInDays).toBe(30);
  });

  const { affiliations } = load<{ affiliations: { key: string; name: string; fullName: string; kind: string; divisionCode: string; parent: string | null }[] }>('demo/affiliations.json');

  test('invented bodies: five in each county, under a unit of the city or the county’s office', () => {
    expectUnique([...affiliations, ...units].map(({ key }) => key));
    expectUnique([...affiliations, ...units].flatMap(({ name, fullName }) => [...new Set([name, fullName])]));
    const codes = new Set([divisions.city.code, ...divisions.counties.flatMap((county) => [county.code, ...county.townships.map(({ code }) => code)])]);
    for (const { kind, divisionCode, parent } of affiliations) {
      expect(unitKinds).toContain(kind);
      expect(codes).toContain(divisionCode);
      if (parent === null) continue;
      const above = units.find((unit) => unit.key === parent);
      expect([divisions.city.code, divisionCode.slice(0, 6)]).toContain(above?.divisionCode);
    }
    for (const { code } of divisions.counties) {
      const here = affiliations.filter((one) => one.divisionCode.startsWith(code) && one.kind !== 'enterprise');
      expect(here.map(({ kind }) => kind)).toEqual(['school', 'school', 'hospital', 'community', 'village']);
    }
  });

  test('volunteers are made of what there is, and have no telephone', () => {
    const { topics } = load<{ topics: (Entry & { children: Entry[] })[] }>('topics.json');
    const file = load<{
      count: number; times: Record<string, string>; surnames: string[]; givenNames: string[]; counties: { code: string; weight: number }[];
      fixed: { email: string; name: string; affiliation: string | null; countyCode: string; topics: string[]; times: string; onBehalf: { by: string } | null }[];
      groups: { occupation: string; share: number; kinds: string[]; units: string[]; counties?: { code: string; weight: number }[]; times: string[]; topics: string[] }[];
    }>('demo/volunteers.json');
    const bodies = new Set([...units, ...affiliations].map(({ key }) => key));
    const second = new Set(topics.flatMap((topic) => topic.children).map(({ key }) => key));
    const counties = divisions.counties.map(({ code }) => code);
    const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
    expect(file.count).toBeGreaterThanOrEqual(300);
    expectUnique(file.fixed.flatMap(({ email, name }) => [email, name]));
    expectUnique([...people, ...file.fixed].map(({ name }) => name));
    expect(file.fixed.slice(0, 3).map(({ email }) => email)).toEqual(['teacher@demo.kepu', 'doctor@demo.kepu', 'student@demo.kepu']);
    for (const one of file.fixed) {
      if (one.affiliation !== null) expect(bodies).toContain(one.affiliation);
      expect(counties).toContain(one.countyCode);
      for (const key of one.topics) expect(second).toContain(key);
      expect(Object.keys(file.times)).toContain(one.times);
      if (one.onBehalf) expect(people.map(({ email }) => email)).toContain(one.onBehalf.by);
    }
    expectUnique(file.groups.map(({ occupation }) => occupation));
    expect(sum(file.groups.map(({ share }) => share))).toBe(100);
    for (const weights of [file.counties, ...file.groups.flatMap((group) => (group.counties ? [group.counties] : []))]) {
      expect(sum(weights.map(({ weight }) => weight))).toBe(100);
      for (const { code } of weights) expect(counties).toContain(code);
    }
    expect(file.counties.map(({ code }) => code)).toEqual(counties);
    for (const group of file.groups) {
      for (const key of group.topics) expect(second).toContain(key);
      for (const key of group.units) expect(bodies).toContain(key);
      for (const kind of group.kinds) expect(affiliations.map((one) => one.kind)).toContain(kind);
      for (const key of group.times) expect(Object.keys(file.times)).toContain(key);
    }
    expect(text('demo/volunteers.json')).not.toMatch(/\d{7,}(?!\d*")|phone/);
  });

  const lines = text(current.paper).split('\n');
  const table = lines.slice(lines.findIndex((line) => line.startsWith('责任单位\t')) + 1).filter((line) => line.includes('\t'));
  const items = new Map<string, number>();
  let unit = '';
  for (const line of table) {
    const [first = '', , work = ''] = line.split('\t');
    unit = first === '' ? unit : first;
    items.set(unit, (items.get(unit) ?? 0) + Math.max(1, [...work.matchAll(/(?:^| )\d\. /g)].length));
  }

  test('its paper names the units in order and the programmes of its set', () => {
    expect([...items.keys()]).toEqual(members.map(({ name }) => name));
    const names = programmes.sets.find(({ key }) => key === current.programmeSet)?.programmes.map(({ name }) => name) ?? [];
    expect(new Set(table.map((line) => line.split('\t')[1]))).toEqual(new Set(names));
    expect([table.length, [...items.values()].reduce((sum, n) => sum + n, 0)]).toEqual([65, 88]);
    for (const line of table) expect(line.split('\t')[2]).toMatch(/。$/);
    expect(text(current.paper).match(/\{\w+\}/g)?.filter((mark) => mark !== '{year}' && mark !== '{issuedOn}')).toEqual([]);
  });

  test('every unit has its way of signing, every question its item', () => {
    expect(current.signOff.map((row) => row.unit)).toEqual(members.map(({ key }) => key));
    for (const row of current.signOff) {
      expect(row.state === 'pending' || (row.state === 'signed' && row.daysAfterIssue !== undefined)).toBe(true);
      expect(row.note !== undefined).toBe(row.how === 'recorded');
    }
    expect(current.signOff.find((row) => row.unit === 'youth-league')?.state).toBe('pending');
    for (const question of current.questions) {
      const name = members.find(({ key }) => key === question.unit)?.name ?? '';
      expect(items.get(name)).toBeGreaterThanOrEqual(question.item);
      if (question.answer) {
        const signed = current.signOff.find((row) => row.unit === question.unit)?.daysAfterIssue ?? -1;
        expect(question.answer.daysAfterIssue).toBeGreaterThanOrEqual(question.daysAfterIssue);
        expect(signed).toBeGreaterThanOrEqual(question.answer.daysAfterIssue);
      }
    }
  });
});
