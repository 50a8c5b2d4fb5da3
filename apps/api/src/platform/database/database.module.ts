/**
 * Gives the whole application `Database` and `UnitOfWork`.
 *
 * A server opens its database itself, migrates it and hands it over, so that nothing is served before the schema is there:
 * ```ts
 * const opened = await openOwnedDatabase(config, entities, clock.now());
 * await migrate(opened, migrations, { now: () => clock.now() });
 * DatabaseModule.forRoot({ opened })
 * ```
 * A small program or a test may leave the opening to the module: `DatabaseModule.forRoot({ config, entities })`.
 */
import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Database } from './database.js';
import { openDatabase, type DatabaseConfig, type EntityClass, type OpenDatabase } from './data-source.js';
import { UnitOfWork } from './unit-of-work.js';

/** Injects the `OpenDatabase`: for health, metrics and migrations. Features take `Database`. */
export const OPEN_DATABASE = Symbol('OpenDatabase');

/** The name of SQLite's read-only data source in @nestjs/typeorm. */
export const READER = 'reader';

export type DatabaseModuleOptions =
  | { readonly opened: OpenDatabase }
  | { readonly config: DatabaseConfig; readonly entities: readonly EntityClass[] };

@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(OPEN_DATABASE) private readonly opened: OpenDatabase) {}

  static forRoot(options: DatabaseModuleOptions): DynamicModule {
    let opening: Promise<OpenDatabase> | undefined;
    const open = (): Promise<OpenDatabase> => {
      opening ??= 'opened' in options ? Promise.resolve(options.opened) : openDatabase(options.config, options.entities);
      return opening;
    };
    const hasReader = ('opened' in options ? options.opened.kind : options.config.kind) === 'sqlite';
    // The data sources are open when @nestjs/typeorm gets them: trying again is for whoever opens them.
    const source = (name: string | undefined, pick: (opened: OpenDatabase) => OpenDatabase['writer']): DynamicModule =>
      TypeOrmModule.forRootAsync({
        ...(name === undefined ? {} : { name }),
        useFactory: async () => ({ ...pick(await open()).options, retryAttempts: 0 }),
        dataSourceFactory: async () => pick(await open()),
      });
    return {
      module: DatabaseModule,
      imports: [source(undefined, ({ writer }) => writer), ...(hasReader ? [source(READER, ({ reader, writer }) => reader ?? writer)] : [])],
      providers: [
        { provide: OPEN_DATABASE, useFactory: open },
        { provide: UnitOfWork, useFactory: (opened: OpenDatabase) => new UnitOfWork(opened), inject: [OPEN_DATABASE] },
        { provide: Database, useFactory: (opened: OpenDatabase, unit: UnitOfWork) => new Database(opened, unit), inject: [OPEN_DATABASE, UnitOfWork] },
      ],
      exports: [OPEN_DATABASE, UnitOfWork, Database],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.opened.close();
  }
}
