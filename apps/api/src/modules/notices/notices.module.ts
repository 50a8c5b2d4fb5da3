import { Global, Module } from '@nestjs/common';
import { IdentityModule, UnreadCounter } from '../identity/index.js';
import { UnitsModule } from '../units/index.js';
import { AdmissionNotices } from './admission-notices.js';
import { GrantNotices } from './grant-notices.js';
import { NoticePersonData } from './notice-person-data.repository.js';
import { NoticesController } from './notices.controller.js';
import { NoticesRepository } from './notices.repository.js';
import { NoticesService } from './notices.service.js';
import { SecurityNotices } from './security-notices.js';

/** Messages inside the app. Global, because identity, which stands to its left, shows in a session how many wait. */
@Global()
@Module({
  imports: [IdentityModule, UnitsModule],
  controllers: [NoticesController],
  providers: [NoticePersonData, NoticesRepository, NoticesService, AdmissionNotices, GrantNotices, SecurityNotices, { provide: UnreadCounter, useExisting: NoticesService }],
  exports: [NoticesService, UnreadCounter],
})
export class NoticesModule {}
