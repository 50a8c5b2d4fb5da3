import path from 'node:path';
import { eachDatabase } from '../../../test-support/databases.js';
import { furnishUnits, office } from '../../../test-support/units.js';
import { readReferenceFiles, seedReference } from './reference.js';
import { demoAffiliations, demoPeople, demoPlan, readSeed, unitsFile } from './shapes.js';

const folder = path.resolve(import.meta.dirname, '../../../../../seeds');

test('all files have their shape, and a misspelt key is an error', async () => {
  const files = await readReferenceFiles(folder);
  expect(files.units.units).toHaveLength(35);
  expect(files['theme-days'].themeDays).toHaveLength(28);
  expect(readSeed(folder, 'demo/people.json', demoPeople).people).toHaveLength(42);
  expect(readSeed(folder, 'demo/affiliations.json', demoAffiliations).affiliations).toHaveLength(68);
  expect(files['talent-kinds'].pools).toHaveLength(12);
  expect(readSeed(folder, 'demo/plan.json', demoPlan).current.signOff).toHaveLength(23);
  const { units: [unit], ...rest } = files.units;
  expect(unitsFile.safeParse({ ...rest, units: [unit] }).success).toBe(true);
  expect(unitsFile.safeParse({ ...rest, units: [{ ...unit, fulName: '名' }] }).success).toBe(false);
});

eachDatabase('reference data', (makeDb) => {
  it('loads everything once, and a second run adds nothing', async () => {
    const { services, database } = await furnishUnits(makeDb);
    const files = await readReferenceFiles(folder);
    const ids = await seedReference(services, files);
    expect([ids.units.size, ids.programmeSets.size, ids.programmes.size, ids.terms.size, ids.pools.size]).toEqual([35, 2, 20, 8 + 49 + 24, 12]);

    const page = { page: 1, perPage: 200 };
    expect((await services.divisions.list(office, { ...page, kind: 'county' })).total).toBe(12);
    expect((await services.divisions.get(office, '330300')).townships).toBe(185);
    expect((await services.divisions.get(office, '330383')).townships).toBe(0);
    expect((await services.divisions.travel(office)).data).toHaveLength(66);
    const units = await services.units.list(office, { ...page, divisionCode: '330300' });
    expect(units.data.map((unit) => unit.name)).toEqual(files.units.units.slice(0, 23).map((unit) => unit.name));
    expect((await services.units.list(office, { ...page, q: 'wzskx' })).data.map((unit) => unit.name)).toEqual(['市科技局', '市科协']);
    expect((await services.terms.list(office, { ...page, kind: 'topic', open: true })).data.slice(0, 3).map((term) => [term.name, term.parent?.name])).toEqual([
      ['农业与乡村', undefined], ['种植技术', '农业与乡村'], ['养殖技术', '农业与乡村'],
    ]);
    expect((await services.workdays.list(office, page)).years).toEqual([2024, 2025, 2026]);
    expect((await services.themeDays.list(office, page)).total).toBe(28);

    const count = async () => (await database.reader.query<{ total: number | string }[]>('SELECT COUNT(*) AS total FROM audit_entries')).map((row) => Number(row.total))[0];
    const before = await count();
    expect(await seedReference(services, files)).toEqual(ids);
    expect(await count()).toBe(before);
  });

  it('loads the 198 divisions where the other lists are empty', async () => {
    const { services } = await furnishUnits(makeDb);
    const files = await readReferenceFiles(folder);
    await seedReference(services, { ...files, units: { ...files.units, units: [] }, programmes: { ...files.programmes, sets: [] }, topics: { ...files.topics, topics: [] }, audiences: { ...files.audiences, audiences: [] }, 'theme-days': { ...files['theme-days'], themeDays: [] }, workdays: { ...files.workdays, days: [] } });
    expect((await services.divisions.list(office, { page: 1, perPage: 1 })).total).toBe(198);
  });
});
