import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Unit } from './unit.entity.js';
import { UnitsController } from './units.controller.js';

/** The plainest NestJS on Fastify with TypeORM that reads and writes units: no sign-in, no rights, no checks, no trail, no log. */
const { DATABASE_FILE = '', SQLITE_ADAPTER = '', PORT = '0', HOST } = process.env;
// Our own adapter and settings of the connection (WAL, FULL): the two differ in nothing below TypeORM.
const { SqliteConnection, prepareWriter } = (await import(SQLITE_ADAPTER)) as { SqliteConnection: unknown; prepareWriter: (connection: unknown) => void };

@Module({
  imports: [
    TypeOrmModule.forRoot({ type: 'better-sqlite3', database: DATABASE_FILE, driver: SqliteConnection, prepareDatabase: prepareWriter, entities: [Unit], logging: false }),
    TypeOrmModule.forFeature([Unit]),
  ],
  controllers: [UnitsController],
})
class BaselineModule {}

const app = await NestFactory.create<NestFastifyApplication>(BaselineModule, new FastifyAdapter(), { logger: false });
app.enableShutdownHooks();
await app.listen(Number(PORT), HOST ?? '127.0.0.1');
