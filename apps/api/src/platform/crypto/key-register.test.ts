import { eachDatabase } from '../../../test-support/databases.js';
import { CreateAuditJobsFiles1795460122203 } from '../../migrations/1795460122203-create-audit-jobs-files.js';
import { TestClock } from '../clock/index.js';
import { CryptoKeyEntity } from './crypto-key.entity.js';
import { CryptoKeysRepository } from './crypto-keys.repository.js';
import { Keyring } from './keyring.js';
import { KeyRegister } from './key-register.js';

const bytes = (fill: number): string => Buffer.alloc(32, fill).toString('base64');
const ring = (active: string, keys: Record<string, number>, index = 9): Keyring =>
  Keyring.parse({ active, keys: Object.fromEntries(Object.entries(keys).map(([kid, fill]) => [kid, bytes(fill)])), indexKey: bytes(index) });

eachDatabase('KeyRegister', (makeDb) => {
  it('lets a database be opened with its own keys only, and names the one that is missing', async () => {
    const { database, unitOfWork } = await makeDb({ entities: [CryptoKeyEntity], migrations: [CreateAuditJobsFiles1795460122203] });
    const register = (keyring: Keyring): KeyRegister => new KeyRegister(keyring, new CryptoKeysRepository(database), unitOfWork, new TestClock());

    await register(ring('k1', { k1: 1 })).admit();
    await register(ring('k1', { k1: 1 })).admit();
    // Rotated: the old key has to stay until everything is sealed anew.
    await register(ring('k2', { k1: 1, k2: 2 })).admit();
    await expect(register(ring('k2', { k2: 2 })).admit()).rejects.toMatchObject({ code: 'unknown_key', kid: 'k1' });
    await expect(register(ring('k2', { k2: 2 })).admit()).rejects.toThrow('"k1", which is not in the keyring');
    // The key file of another installation, with the same name in it.
    await expect(register(ring('k2', { k1: 7, k2: 2 })).admit()).rejects.toMatchObject({ code: 'wrong_key', kid: 'k1' });
    await expect(register(ring('k2', { k1: 1, k2: 2 }, 8)).admit()).rejects.toMatchObject({ code: 'wrong_key' });

    await expect(register(ring('k2', { k1: 1, k2: 2 })).retire('k2')).rejects.toMatchObject({ code: 'keyring_invalid' });
    await register(ring('k2', { k1: 1, k2: 2 })).retire('k1');
    await register(ring('k2', { k2: 2 })).admit();
  });
});
