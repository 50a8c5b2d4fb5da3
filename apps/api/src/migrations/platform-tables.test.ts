import { eachDatabase } from '../../test-support/databases.js';
import { AuditEntryEntity, AuditSealEntity, PersonKeyEntity } from '../platform/audit/index.js';
import { CryptoKeyEntity } from '../platform/crypto/index.js';
import { schemaDrift } from '../platform/database/drift.js';
import { StoredFileEntity } from '../platform/files/index.js';
import { JobEntity, LeaseEntity } from '../platform/jobs/index.js';
import { CreateAuditJobsFiles1795460122203 } from './1795460122203-create-audit-jobs-files.js';

eachDatabase('the tables of audit, jobs, files and keys', (makeDb) => {
  it('are what their entities say', async () => {
    const entities = [AuditEntryEntity, AuditSealEntity, PersonKeyEntity, CryptoKeyEntity, StoredFileEntity, JobEntity, LeaseEntity];
    const { opened } = await makeDb({ entities, migrations: [CreateAuditJobsFiles1795460122203] });
    expect(await schemaDrift(opened.writer)).toEqual([]);
  });
});
