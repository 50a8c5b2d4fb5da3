import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { UnitOfWork } from '../database/index.js';
import { CryptoError } from './crypto.error.js';
import { CryptoKeysRepository } from './crypto-keys.repository.js';
import { Keyring } from './keyring.js';

/** A key id holds at most 32 characters of its own alphabet, without a colon. */
const INDEX = 'index:1';

/** Remembers in the database which keys its data needs. Run before anything is sealed. */
@Injectable()
export class KeyRegister {
  constructor(
    private readonly keyring: Keyring,
    private readonly repository: CryptoKeysRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** At the start, after migrations: throws `unknown_key` or `wrong_key`, naming the key id, and puts the active key on the list. */
  async admit(activeKid: string = this.keyring.activeKid): Promise<void> {
    await this.check();
    await this.unitOfWork.run(async () => {
      const firstUsedAt = this.clock.now();
      await this.repository.insertOnce({ kid: INDEX, fingerprint: this.keyring.indexFingerprint(), firstUsedAt });
      await this.repository.insertOnce({ kid: activeKid, fingerprint: this.keyring.fingerprint(activeKid), firstUsedAt });
    });
    // Another process may have been first, with other keys under the same id.
    await this.check();
  }

  /** After everything was sealed anew: the start no longer asks for this key. The caller has proved that no value needs it. Answers whether it was on the list. */
  async retire(kid: string): Promise<boolean> {
    if (kid === this.keyring.activeKid || kid === INDEX) throw new CryptoError('keyring_invalid', `key "${kid}" is in use`, kid);
    return this.unitOfWork.run(() => this.repository.remove(kid));
  }

  /** The keys that data of this database may be sealed with, and since when. */
  async inUse(): Promise<readonly { readonly kid: string; readonly firstUsedAt: Date }[]> {
    return (await this.repository.all()).filter(({ kid }) => kid !== INDEX);
  }

  private async check(): Promise<void> {
    for (const { kid, fingerprint } of await this.repository.all()) {
      if (kid === INDEX) {
        this.compare(kid, fingerprint, this.keyring.indexFingerprint());
      } else if (this.keyring.has(kid)) {
        this.compare(kid, fingerprint, this.keyring.fingerprint(kid));
      } else {
        throw new CryptoError('unknown_key', `this database holds data sealed with key "${kid}", which is not in the keyring: add it, or set KEYRING_FILE to the right one`, kid);
      }
    }
  }

  private compare(kid: string, expected: string, actual: string): void {
    if (expected === actual) return;
    throw new CryptoError('wrong_key', `key "${kid}" of the keyring is not the one that sealed this database: set KEYRING_FILE to the right one`, kid);
  }
}
