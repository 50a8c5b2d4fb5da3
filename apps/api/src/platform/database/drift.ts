/** Compares the entities with the schema that the migrations made. */
import type { DataSource } from 'typeorm';

/** The SQL that TypeORM would need to make the schema equal to the entities: nothing, or a migration is missing. */
export async function schemaDrift(source: DataSource): Promise<string[]> {
  const pending = await source.driver.createSchemaBuilder().log();
  return pending.upQueries.map((query) => query.query);
}
