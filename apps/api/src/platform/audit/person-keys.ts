import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { FieldCipher, openWith, sealWith, type FieldPlace } from '../crypto/field-cipher.js';
import { PersonKeysRepository } from './person-keys.repository.js';

const KID = 'person';

function placeOf(personId: string): FieldPlace {
  return { table: 'person_keys', column: 'sealed_key', row: personId };
}

/** Seals under a person's own key, made when first needed. */
@Injectable()
export class PersonKeys {
  constructor(
    private readonly repository: PersonKeysRepository,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** Inside a unit. Null when the person's data was deleted: nothing may be written about them that could be read again. */
  async seal(personId: string, plain: string, place: FieldPlace): Promise<string | null> {
    const key = await this.keyFor(personId);
    return key && sealWith(key, KID, plain, place);
  }

  /** Null after a lawful deletion. */
  async open(personId: string, envelope: string, place: FieldPlace): Promise<string | null> {
    const row = await this.repository.find(personId);
    if (!row?.sealedKey) return null;
    const key = Buffer.from(this.cipher.open(row.sealedKey, placeOf(personId)), 'base64');
    return openWith(() => key, envelope, place);
  }

  /** Inside a unit: the lawful deletion. Irrevocable here; copies in backups end with the backups' own keeping. */
  async destroy(personId: string): Promise<void> {
    await this.repository.destroy(personId, this.clock.now());
  }

  private async keyFor(personId: string): Promise<Buffer | null> {
    const known = await this.repository.findForWrite(personId);
    const row =
      known ?? (await this.repository.insertOnce(personId, this.cipher.seal(randomBytes(32).toString('base64'), placeOf(personId)), this.clock.now()));
    return row.sealedKey === null ? null : Buffer.from(this.cipher.open(row.sealedKey, placeOf(personId)), 'base64');
  }
}
