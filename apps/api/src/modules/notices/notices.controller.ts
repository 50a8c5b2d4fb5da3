import { Controller } from '@nestjs/common';
import { noticeRoutes as routes, type Notice, type Page } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { NoticesService } from './notices.service.js';

/** Own messages. */
@Controller()
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @ContractRoute(routes.listNotices)
  listNotices(@CurrentActor() actor: PersonActor, @Input(routes.listNotices) input: Given<typeof routes.listNotices>): Promise<Page<Notice> & { unread: number }> { return this.notices.list(actor, input.query); }

  @ContractRoute(routes.readNotices)
  readNotices(@CurrentActor() actor: PersonActor, @Input(routes.readNotices) input: Given<typeof routes.readNotices>): Promise<{ changed: number }> { return this.notices.markRead(actor, input.body.ids); }
}
