/** Gate: the migrations make the schema that the entities describe, on both engines, and nothing else makes one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataArgsStorage } from 'typeorm';
import { eachDatabase } from '../../test-support/databases.js';
import { migrate, pendingMigrations, schemaDrift, type EntityClass } from '../platform/database/index.js';
import { migrations } from './index.js';

const source = join(__dirname, '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

/** Every entity of the API, whether or not a module has registered it. */
async function allEntities(): Promise<EntityClass[]> {
  const found: EntityClass[] = [];
  for (const file of files.filter((name) => name.endsWith('.entity.ts'))) {
    const exported = (await import(join(source, file.replace(/\.ts$/, '')))) as Record<string, unknown>;
    const tables = new Set(getMetadataArgsStorage().tables.map(({ target }) => target));
    found.push(...Object.values(exported).filter((value): value is EntityClass => typeof value === 'function' && tables.has(value)));
  }
  return [...new Set(found)];
}

eachDatabase('the schema', (makeDb) => {
  it('does not drift from the entities', async () => {
    const entities = await allEntities();
    expect(entities.length).toBeGreaterThan(0);
    const { opened } = await makeDb({ entities, migrations });
    expect(await schemaDrift(opened.writer)).toEqual([]);
    expect(await pendingMigrations(opened, migrations)).toEqual([]);
    expect(await migrate(opened, migrations, { now: () => new Date() })).toEqual([]);
  });
});

describe('the migrations', () => {
  it('are all in the list, in the order of their files', () => {
    const present = files.filter((file) => /^migrations[\\/]\d{13}-.+\.ts$/.test(file)).map((file) => /(\d{13})/.exec(file)?.[1]);
    expect(migrations.map(({ name }) => /(\d{13})$/.exec(name)?.[1])).toEqual(present.sort());
  });

  it('are the only thing that makes a schema: nothing synchronizes', () => {
    const guilty = files.filter((file) => /synchronize\s*:\s*true|\.synchronize\s*\(/.test(readFileSync(join(source, file), 'utf8')));
    expect(guilty).toEqual([]);
  });

  it('declare no relation, no default and no generated value', async () => {
    await allEntities();
    const { relations, generations, columns } = getMetadataArgsStorage();
    expect(relations.map(({ target, propertyName }) => [target, propertyName])).toEqual([]);
    expect(generations).toEqual([]);
    expect(columns.filter(({ options, mode }) => options.default !== undefined || mode !== 'regular').map(({ propertyName }) => propertyName)).toEqual([]);
  });
});
