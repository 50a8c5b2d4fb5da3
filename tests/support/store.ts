import 'reflect-metadata';
import path from 'node:path';
import { entities } from '../../apps/api/src/entities.js';
import { FieldCipher, loadKeyring } from '../../apps/api/src/platform/crypto/index.js';
import { Database, databaseConfigOf, openDatabase, UnitOfWork } from '../../apps/api/src/platform/database/index.js';
import type { Store } from '../../apps/api/test-support/shifts.js';
import type { TestServer } from './server.js';

/** The database of a server that runs. Closed by the suite that opened it. */
export interface OpenStore extends Store { close(): Promise<void> }

/** Opens it a second time: for rows that a test needs and no route makes, and for looking behind an answer. */
export async function openStoreOf(server: TestServer): Promise<OpenStore> {
  const opened = await openDatabase(databaseConfigOf(server.databaseUrl, path.join(server.dataDir, 'kepu.sqlite'), 4), entities);
  const unitOfWork = new UnitOfWork(opened);
  const cipher = new FieldCipher(loadKeyring({ file: null, dataDir: server.dataDir, mayCreate: false }, new Date()));
  return { database: new Database(opened, unitOfWork), unitOfWork, cipher, close: () => opened.close() };
}
