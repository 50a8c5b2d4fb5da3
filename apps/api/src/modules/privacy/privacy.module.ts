import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { DataAccessLog } from './data-access-log.js';
import { DataAccessesRepository } from './data-accesses.repository.js';
import { PrivacyController } from './privacy.controller.js';
import { RevealsRepository } from './reveals.repository.js';
import { Reveals } from './reveals.service.js';

/** Personal data: who looks at it, what people agreed to, what they may have, and when it goes. */
@Module({ imports: [IdentityModule], controllers: [PrivacyController], providers: [DataAccessLog, DataAccessesRepository, Reveals, RevealsRepository] })
export class PrivacyModule {}
