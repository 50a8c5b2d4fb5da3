import 'reflect-metadata';
import path from 'node:path';
import { entities } from '../../apps/api/src/entities.js';
import { Contacts } from '../../apps/api/src/modules/identity/contacts.js';
import { AuditRepository, AuditTrail, PersonKeys, PersonKeysRepository } from '../../apps/api/src/platform/audit/index.js';
import { SystemClock } from '../../apps/api/src/platform/clock/index.js';
import { BlindIndex, FieldCipher, loadKeyring } from '../../apps/api/src/platform/crypto/index.js';
import { Database, databaseConfigOf, openDatabase, UnitOfWork } from '../../apps/api/src/platform/database/index.js';
import type { Store } from '../../apps/api/test-support/shifts.js';
import type { TestServer } from './server.js';

/** The database of a server that runs. Closed by the suite that opened it. */
export interface OpenStore extends Store {
  /** Seals addresses as accounts hold them. */
  readonly contacts: Contacts;
  /** Writes into the trail that rows of some subjects were changed: what a test writes past the services stands in none, and the server's indexes in memory would know nothing of it. */
  tell(subjectKind: 'volunteer' | 'activity' | 'signup', ids: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens it a second time: for rows that a test needs and no route makes, and for looking behind an answer. */
export async function openStoreOf(server: TestServer): Promise<OpenStore> {
  const opened = await openDatabase(databaseConfigOf(server.databaseUrl, path.join(server.dataDir, 'kepu.sqlite'), 4), entities);
  const unitOfWork = new UnitOfWork(opened);
  const keyring = loadKeyring({ file: null, dataDir: server.dataDir, mayCreate: false }, new Date());
  const cipher = new FieldCipher(keyring);
  const [database, clock] = [new Database(opened, unitOfWork), new SystemClock()];
  const audit = new AuditTrail(new AuditRepository(database), new PersonKeys(new PersonKeysRepository(database), cipher, clock), clock);
  const tell: OpenStore['tell'] = (subjectKind, ids) => unitOfWork.run(async () => {
    for (const subjectId of ids) await audit.record({ actor: { kind: 'system', id: null, ip: null }, action: `${subjectKind}.changed`, subjectKind, subjectId, before: null, after: null });
  });
  return { database, unitOfWork, cipher, contacts: new Contacts(cipher, new BlindIndex(keyring)), tell, close: () => opened.close() };
}
