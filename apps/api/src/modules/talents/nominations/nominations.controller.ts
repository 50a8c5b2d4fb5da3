import { Controller } from '@nestjs/common';
import { nominationRoutes as routes, type HistoryEntry, type Nomination, type Page, type PoolSettings } from '@kepu/contracts';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { NominationsService } from './nominations.service.js';
import { PoolSettingsService } from './pool-settings.service.js';

/** Pools as they are set, and who is to come into them. */
@Controller()
export class NominationsController {
  constructor(private readonly settings: PoolSettingsService, private readonly nominations: NominationsService) {}

  @ContractRoute(routes.getPool)
  getPool(@CurrentActor() actor: PersonActor, @Input(routes.getPool) input: Given<typeof routes.getPool>): Promise<PoolSettings> { return this.settings.get(actor, input.params.id); }

  @ContractRoute(routes.createPool)
  createPool(@CurrentActor() actor: PersonActor, @Input(routes.createPool) input: Given<typeof routes.createPool>): Promise<PoolSettings> { return this.settings.create(actor, input.body); }

  @ContractRoute(routes.updatePool)
  updatePool(@CurrentActor() actor: PersonActor, @Input(routes.updatePool) input: Given<typeof routes.updatePool>): Promise<PoolSettings> { return this.settings.change(actor, input.params.id, input.body); }

  @ContractRoute(routes.listNominations)
  listNominations(@CurrentActor() actor: PersonActor, @Input(routes.listNominations) input: Given<typeof routes.listNominations>): Promise<Page<Nomination>> { return this.nominations.list(actor, input.query); }

  @ContractRoute(routes.createNomination)
  createNomination(@CurrentActor() actor: PersonActor, @Input(routes.createNomination) input: Given<typeof routes.createNomination>): Promise<Nomination> { return this.nominations.create(actor, input.body); }

  @ContractRoute(routes.getNomination)
  getNomination(@CurrentActor() actor: PersonActor, @Input(routes.getNomination) input: Given<typeof routes.getNomination>): Promise<Nomination> { return this.nominations.get(actor, input.params.id); }

  @ContractRoute(routes.updateNomination)
  updateNomination(@CurrentActor() actor: PersonActor, @Input(routes.updateNomination) input: Given<typeof routes.updateNomination>): Promise<Nomination> { return this.nominations.change(actor, input.params.id, input.body); }

  @ContractRoute(routes.recommendNomination)
  recommendNomination(@CurrentActor() actor: PersonActor, @Input(routes.recommendNomination) input: Given<typeof routes.recommendNomination>): Promise<Nomination> { return this.nominations.recommend(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.withdrawNomination)
  withdrawNomination(@CurrentActor() actor: PersonActor, @Input(routes.withdrawNomination) input: Given<typeof routes.withdrawNomination>): Promise<Nomination> { return this.nominations.withdraw(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.reviewNomination)
  reviewNomination(@CurrentActor() actor: PersonActor, @Input(routes.reviewNomination) input: Given<typeof routes.reviewNomination>): Promise<Nomination> { return this.nominations.review(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.appointNomination)
  appointNomination(@CurrentActor() actor: PersonActor, @Input(routes.appointNomination) input: Given<typeof routes.appointNomination>): Promise<Nomination> { return this.nominations.appoint(actor, input.params.id, input.body); }

  @ContractRoute(routes.returnNomination)
  returnNomination(@CurrentActor() actor: PersonActor, @Input(routes.returnNomination) input: Given<typeof routes.returnNomination>): Promise<Nomination> { return this.nominations.refuse(actor, input.params.id, 'return', input.body); }

  @ContractRoute(routes.declineNomination)
  declineNomination(@CurrentActor() actor: PersonActor, @Input(routes.declineNomination) input: Given<typeof routes.declineNomination>): Promise<Nomination> { return this.nominations.refuse(actor, input.params.id, 'decline', input.body); }

  @ContractRoute(routes.getNominationHistory)
  getNominationHistory(@CurrentActor() actor: PersonActor, @Input(routes.getNominationHistory) input: Given<typeof routes.getNominationHistory>): Promise<Page<HistoryEntry>> { return this.nominations.historyOf(actor, input.params.id); }

  @ContractRoute(routes.getPoolHistory)
  getPoolHistory(@Input(routes.getPoolHistory) input: Given<typeof routes.getPoolHistory>): Promise<Page<HistoryEntry>> { return this.settings.historyOf(input.params.id); }
}
