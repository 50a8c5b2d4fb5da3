import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { eachDatabase } from '../../../test-support/databases.js';
import { Database, UnitOfWork } from './index.js';
import { DatabaseModule, OPEN_DATABASE } from './database.module.js';
import type { OpenDatabase } from './data-source.js';

@Injectable()
class Notes {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async add(body: string): Promise<void> {
    await this.unitOfWork.run(() => this.database.writer.query('INSERT INTO notes (body) VALUES (?)', [body]));
  }

  all(): Promise<{ body: string }[]> {
    return this.database.reader.query('SELECT body FROM notes');
  }
}

@Module({ providers: [Notes] })
class NotesModule {}

eachDatabase('the database module', (makeDb) => {
  it('gives a feature its database, and closes it with the application', async () => {
    const { opened, config } = await makeDb({ entities: [] });
    await opened.writer.query('CREATE TABLE notes (body varchar(40))');

    @Module({ imports: [DatabaseModule.forRoot({ config, entities: [] }), NotesModule] })
    class AppModule {}
    const app = await NestFactory.createApplicationContext(AppModule, { logger: false });
    const notes = app.get(Notes, { strict: false });
    await notes.add('one');
    expect(await notes.all()).toEqual([{ body: 'one' }]);
    const own = app.get<OpenDatabase>(OPEN_DATABASE, { strict: false });
    expect(app.get(DataSource, { strict: false })).toBe(own.writer);
    await app.close();
    expect(own.writer.isInitialized).toBe(false);
    expect(own.reader?.isInitialized ?? false).toBe(false);
  });

  it('takes over a database that is open and migrated', async () => {
    const { again } = await makeDb({ entities: [] });
    const { opened } = await again();
    await opened.writer.query('CREATE TABLE notes (body varchar(40))');

    @Module({ imports: [DatabaseModule.forRoot({ opened }), NotesModule] })
    class AppModule {}
    const app = await NestFactory.createApplicationContext(AppModule, { logger: false });
    await app.get(Notes, { strict: false }).add('two');
    expect(await opened.writer.query('SELECT body FROM notes')).toEqual([{ body: 'two' }]);
    await app.close();
    expect(opened.writer.isInitialized).toBe(false);
  });
});
