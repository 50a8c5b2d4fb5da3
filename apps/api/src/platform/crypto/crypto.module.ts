import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { APP_CONFIG, type AppConfig } from '../config/config.js';
import { BlindIndex } from './blind-index.js';
import { DerivedCodes } from './derived-codes.js';
import { CryptoKeysRepository } from './crypto-keys.repository.js';
import { FieldCipher } from './field-cipher.js';
import { Keyring } from './keyring.js';
import { loadKeyring } from './keyring.file.js';
import { KeyRegister } from './key-register.js';

function keyring(config: AppConfig, clock: Clock): Keyring {
  return loadKeyring({ file: config.keyringFile ?? null, dataDir: config.dataDir, mayCreate: !config.production }, clock.now());
}

/** Needs `APP_CONFIG`, `Clock` and a migrated database. The application does not start with keys that do not fit its data. */
@Global()
@Module({
  providers: [{ provide: Keyring, useFactory: keyring, inject: [APP_CONFIG, Clock] }, FieldCipher, BlindIndex, DerivedCodes, CryptoKeysRepository, KeyRegister],
  exports: [Keyring, FieldCipher, BlindIndex, DerivedCodes, KeyRegister],
})
export class CryptoModule implements OnModuleInit {
  constructor(private readonly register: KeyRegister) {}

  async onModuleInit(): Promise<void> {
    await this.register.admit();
  }
}
