import { Global, Module } from '@nestjs/common';
import { ConsentLedger } from './consent-ledger.js';
import { ConsentsRepository } from './consents.repository.js';

/** The ledger of consents. Global: modules keep things by what people agreed to. */
@Global()
@Module({ providers: [ConsentLedger, ConsentsRepository], exports: [ConsentLedger] })
export class ConsentsModule {}
