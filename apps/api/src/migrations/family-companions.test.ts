import { eachDatabase } from '../../test-support/databases.js';
import { entities } from '../entities.js';
import { migrate, newId, schemaDrift } from '../platform/database/index.js';
import { FamilyCompanions1796800000000 } from './1796800000000-family-companions.js';
import { migrations } from './index.js';

eachDatabase('children under 8 who come along', (makeDb) => {
  it('come into a city that is at work: sign-ups stay with all that hangs on them, and bring none', async () => {
    const before = migrations.slice(0, migrations.indexOf(FamilyCompanions1796800000000));
    const { opened } = await makeDb({ entities, migrations: before });
    const runner = opened.writer.createQueryRunner();
    /** A row as the release before kept it: what is not given is something of the column's kind. */
    const row = async (table: string, given: Record<string, unknown>): Promise<void> => {
      const columns = (await runner.getTable(table))?.columns ?? [];
      const values = columns.flatMap(({ name, type, isNullable }) => {
        if (name in given) return [[name, given[name]] as const];
        if (isNullable) return [];
        return [[name, /int/.test(type) ? 1 : /date/.test(type) ? '2026-03-12 01:00:00.000' : 'x'] as const];
      });
      const quoted = values.map(([name]) => `\`${name}\``).join(', ');
      await runner.query(`INSERT INTO ${table} (${quoted}) VALUES (${values.map(() => '?').join(', ')})`, values.map(([, value]) => value));
    };
    const [unit, account, activity, shift, position, signup, attendance] = Array.from({ length: 7 }, () => newId());
    await row('divisions', { id: '330302' });
    await row('units', { id: unit, division_id: '330302' });
    await row('accounts', { id: account });
    await row('volunteers', { id: account, county_id: '330302' });
    await row('activities', { id: activity, unit_id: unit, county_id: '330302', created_by: account, minors: 1 });
    await row('shifts', { id: shift, activity_id: activity });
    await row('positions', { id: position, shift_id: shift, activity_id: activity });
    await row('signups', { id: signup, position_id: position, shift_id: shift, activity_id: activity, volunteer_id: account, note: '坐轮椅来' });
    await row('attendances', { id: attendance, signup_id: signup, shift_id: shift, volunteer_id: account });
    await runner.release();

    await migrate(opened, migrations, { now: () => new Date('2026-11-27T00:00:00.000Z') });
    const read = (sql: string) => opened.writer.query(sql) as Promise<Record<string, unknown>[]>;
    expect(await read('SELECT s.id AS id, s.note AS note, s.companions AS companions, s.companions_hash AS hash, t.id AS attendance FROM signups s JOIN attendances t ON t.signup_id = s.id')).toEqual([{ id: signup, note: '坐轮椅来', companions: 0, hash: null, attendance }]);
    expect(await read('SELECT a.minors AS minors, a.companions AS companions FROM activities a')).toEqual([{ minors: 1, companions: 0 }]);
    expect(await schemaDrift(opened.writer)).toEqual([]);
    await expect(read(`DELETE FROM signups WHERE id = '${signup ?? ''}'`)).rejects.toThrow();
  });
});
