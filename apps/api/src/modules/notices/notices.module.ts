import { Global, Module } from '@nestjs/common';
import { IdentityModule, UnreadCounter } from '../identity/index.js';
import { GrantNotices } from './grant-notices.js';
import { NoticesController } from './notices.controller.js';
import { NoticesRepository } from './notices.repository.js';
import { NoticesService } from './notices.service.js';
import { SecurityNotices } from './security-notices.js';

/** Messages inside the app. Global, because identity, which stands to its left, shows in a session how many wait. */
@Global()
@Module({
  imports: [IdentityModule],
  controllers: [NoticesController],
  providers: [NoticesRepository, NoticesService, GrantNotices, SecurityNotices, { provide: UnreadCounter, useExisting: NoticesService }],
  exports: [NoticesService, UnreadCounter],
})
export class NoticesModule {}
