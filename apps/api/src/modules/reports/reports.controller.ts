import { Controller } from '@nestjs/common';
import { reportRoutes as routes, type Desk } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor } from '../../platform/http/contract-route.js';
import { DeskService } from './desk.service.js';

/** What people look at first. */
@Controller()
export class ReportsController {
  constructor(private readonly desk: DeskService) {}

  @ContractRoute(routes.getDesk)
  getDesk(@CurrentActor() actor: PersonActor): Promise<Desk> { return this.desk.of(actor); }
}
