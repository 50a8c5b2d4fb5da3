import { Controller } from '@nestjs/common';
import { recordRoutes as routes, type MyService, type Page, type ServiceRecord } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { HoursService } from './hours.service.js';
import { RecordsService } from './records.service.js';
import { ServiceFacts } from './service-facts.js';

/** The two ledgers. */
@Controller()
export class RecordsController {
  constructor(private readonly hours: HoursService, private readonly records: RecordsService, private readonly facts: ServiceFacts) {}

  @ContractRoute(routes.confirmHours)
  confirmHours(@CurrentActor() actor: PersonActor, @Input(routes.confirmHours) input: Given<typeof routes.confirmHours>): Promise<{ records: number; minutes: number }> { return this.hours.confirm(actor, input.params.id, input.body); }

  @ContractRoute(routes.listServiceRecords)
  listServiceRecords(@CurrentActor() actor: PersonActor, @Input(routes.listServiceRecords) input: Given<typeof routes.listServiceRecords>): Promise<Page<ServiceRecord>> { return this.records.list(actor, input.query); }

  @ContractRoute(routes.reverseServiceRecord)
  reverseServiceRecord(@CurrentActor() actor: PersonActor, @Input(routes.reverseServiceRecord) input: Given<typeof routes.reverseServiceRecord>): Promise<Page<ServiceRecord>> { return this.records.reverse(actor, input.params.id, input.body); }

  @ContractRoute(routes.listMyServiceRecords)
  listMyServiceRecords(@CurrentActor() actor: PersonActor, @Input(routes.listMyServiceRecords) input: Given<typeof routes.listMyServiceRecords>): Promise<Page<ServiceRecord>> { return this.records.mine(actor, input.query); }

  @ContractRoute(routes.getMyService)
  getMyService(@CurrentActor() actor: PersonActor): Promise<MyService> { return this.facts.mine(actor); }
}
