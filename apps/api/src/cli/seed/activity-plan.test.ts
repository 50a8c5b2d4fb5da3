import { readFileSync } from 'node:fs';
import path from 'node:path';
import { makeActivities, type MadeActivity } from './activity-plan.js';
import { demoActivities, divisionsFile, readSeed, unitsFile } from './shapes.js';

const folder = path.resolve(import.meta.dirname, '../../../../../seeds');
const file = readSeed(folder, 'demo/activities.json', demoActivities);
const divisions = readSeed(folder, 'divisions.json', divisionsFile);
const townships = new Map(divisions.counties.flatMap((county) => county.townships.map((township) => [township.code, township.name])));
const DAYS = ['2026-01-03', '2026-07-01', '2027-02-28'];
const made = (today: string) => makeActivities(file, townships, today);
const startOf = (today: string, days: number) => Date.parse(`${today}T00:00:00+08:00`) + days * 86_400_000;

describe.each(DAYS)('the demo’s activities as of %s', (today) => {
  const all = made(today);
  const of = (state: MadeActivity['state']) => all.filter((one) => one.state === state);

  it('are the same however often they are made, and each has a title of its own', () => {
    expect(made(today)).toEqual(all);
    expect(new Set(all.map((one) => one.title)).size).toBe(all.length);
  });

  it('are at least 64 to come within six weeks, in all twelve counties and more where more people live', () => {
    const open = of('open');
    expect(open.length).toBeGreaterThanOrEqual(64);
    for (const one of open) {
      expect(Date.parse(one.shifts[0]?.startsAt ?? '')).toBeGreaterThan(startOf(today, 1));
      expect(Date.parse(one.shifts[0]?.startsAt ?? '')).toBeLessThan(startOf(today, 43));
    }
    const count = (code: string) => open.filter((one) => one.countyCode === code).length;
    expect(divisions.counties.map((county) => [county.name, count(county.code) >= 4])).toEqual(divisions.counties.map((county) => [county.name, true]));
    expect(count('330302')).toBeGreaterThan(count('330329'));
    const taken = (code: string) => file.counties.find((county) => county.code === code)?.taken ?? 0;
    for (const { code, urbanCore, island, mountain } of divisions.counties) expect([code, urbanCore ? taken(code) >= 80 : island || mountain ? taken(code) <= 40 : true]).toEqual([code, true]);
  });

  it('are forty that are over, written when this year’s paper was known, and some that wait', () => {
    expect([of('past').length, of('submitted').length, of('draft').length]).toEqual([40, 8, 9]);
    for (const one of of('past')) {
      for (const shift of one.shifts) expect(Date.parse(shift.endsAt)).toBeLessThan(startOf(today, 0));
      expect(Date.parse(`${one.writtenOn}T00:00:00+08:00`)).toBeGreaterThanOrEqual(startOf(today, -39));
      // A day for the approval, and then people still need some to sign up.
      expect(Date.parse(one.shifts[0]?.startsAt ?? '')).toBeGreaterThan(Date.parse(`${one.writtenOn}T00:00:00+08:00`) + 4 * 86_400_000);
    }
    for (const one of all) for (const shift of one.shifts) expect(Date.parse(shift.endsAt)).toBeGreaterThan(Date.parse(shift.startsAt));
  });

  it('stand where they can be, with a township where the county has any', () => {
    for (const { countyCode, townshipCode, place, template } of all) {
      const county = divisions.counties.find((one) => one.code === countyCode);
      expect(county?.townships.some((township) => township.code === townshipCode) ?? false).toBe(countyCode !== '330383');
      const venues = template.venues.flatMap((kind) => file.venues[kind] ?? []);
      expect(venues.some((venue) => place.endsWith(venue))).toBe(true);
    }
  });
});

describe('the parts that they are made of', () => {
  const keysOf = (name: string) => new Set([...readFileSync(path.join(folder, name), 'utf8').matchAll(/"key": "([a-z0-9-]+)"/g)].map(([, key]) => key));

  it('name units, topics, audiences, venues and townships that there are, and work that the paper gives', () => {
    const [topics, audiences, units] = [keysOf('topics.json'), keysOf('audiences.json'), new Map(readSeed(folder, 'units.json', unitsFile).units.map((unit) => [unit.key, unit.name]))];
    const rows = readFileSync(path.join(folder, 'demo/paper-current.txt'), 'utf8').split('\n').map((line) => line.split('\t')).filter((cells) => cells.length === 3);
    const work = new Map<string, string>();
    let unit = '';
    for (const [name = '', , text = ''] of rows) {
      unit = name === '' ? unit : name;
      work.set(unit, (work.get(unit) ?? '') + text);
    }
    for (const template of file.templates) {
      expect([template.key, template.topics.every((key) => topics.has(key)), template.audiences.every((key) => audiences.has(key)), template.venues.every((kind) => file.venues[kind] !== undefined)]).toEqual([template.key, true, true, true]);
      expect([template.key, work.get(units.get(template.unit) ?? '')?.includes(template.serves)]).toEqual([template.key, true]);
      expect(template.title).toContain('{place}');
      for (const position of template.positions) expect(position.minimum).toBeLessThanOrEqual(position.maximum);
    }
    for (const county of file.counties) {
      expect(county.venues.filter((kind) => file.venues[kind] === undefined)).toEqual([]);
      expect(county.townships.every((code) => code.startsWith(county.code) && townships.has(code))).toBe(true);
    }
    expect(file.counties.map((county) => county.code).sort()).toEqual(divisions.counties.map((county) => county.code).sort());
  });

  it('are thirty templates at least, each with a key of its own', () => {
    expect(file.templates.length).toBeGreaterThanOrEqual(30);
    expect(new Set(file.templates.map((template) => template.key)).size).toBe(file.templates.length);
  });
});
