import { Controller } from '@nestjs/common';
import { rightRoutes, unitRoutes, type Division, type Grant, type HistoryEntry, type OpenWork, type Page, type Travel, type Unit } from '@kepu/contracts';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { DivisionsService } from './divisions.service.js';
import { HandOver } from './hand-over.service.js';
import { UnitSuccession } from './unit-succession.service.js';
import { UnitsService } from './units.service.js';

const routes = { ...unitRoutes, getOpenWork: rightRoutes.getOpenWork, handOver: rightRoutes.handOver };

/** Divisions and units. */
@Controller()
export class UnitsController {
  constructor(private readonly divisions: DivisionsService, private readonly units: UnitsService, private readonly succession: UnitSuccession, private readonly handing: HandOver) {}

  @ContractRoute(routes.getOpenWork)
  getOpenWork(@CurrentActor() actor: PersonActor, @Input(routes.getOpenWork) input: Given<typeof routes.getOpenWork>): Promise<OpenWork> { return this.handing.openWork(actor, input.params.id, input.query.accountId); }

  @ContractRoute(routes.handOver)
  handOver(@CurrentActor() actor: PersonActor, @Input(routes.handOver) input: Given<typeof routes.handOver>): Promise<{ grant: Grant; work: OpenWork }> { return this.handing.handOver(actor, input.params.id, input.body); }

  @ContractRoute(routes.listDivisions)
  listDivisions(@CurrentActor() actor: PersonActor, @Input(routes.listDivisions) input: Given<typeof routes.listDivisions>): Promise<Page<Division>> { return this.divisions.list(actor, input.query); }

  @ContractRoute(routes.getDivision)
  getDivision(@CurrentActor() actor: PersonActor, @Input(routes.getDivision) input: Given<typeof routes.getDivision>): Promise<Division> { return this.divisions.get(actor, input.params.code); }

  @ContractRoute(routes.createDivision)
  createDivision(@CurrentActor() actor: PersonActor, @Input(routes.createDivision) input: Given<typeof routes.createDivision>): Promise<Division> { return this.divisions.create(actor, input.body); }

  @ContractRoute(routes.updateDivision)
  updateDivision(@CurrentActor() actor: PersonActor, @Input(routes.updateDivision) input: Given<typeof routes.updateDivision>): Promise<Division> { return this.divisions.update(actor, input.params.code, input.body); }

  @ContractRoute(routes.closeDivision)
  closeDivision(@CurrentActor() actor: PersonActor, @Input(routes.closeDivision) input: Given<typeof routes.closeDivision>): Promise<Division> { return this.divisions.close(actor, input.params.code, input.body); }

  @ContractRoute(routes.mergeDivision)
  mergeDivision(@CurrentActor() actor: PersonActor, @Input(routes.mergeDivision) input: Given<typeof routes.mergeDivision>): Promise<Division> { return this.divisions.merge(actor, input.params.code, input.body); }

  @ContractRoute(routes.getTravel)
  getTravel(@CurrentActor() actor: PersonActor): Promise<Page<Travel>> { return this.divisions.travel(actor); }

  @ContractRoute(routes.updateTravel)
  updateTravel(@CurrentActor() actor: PersonActor, @Input(routes.updateTravel) input: Given<typeof routes.updateTravel>): Promise<Travel> { return this.divisions.updateTravel(actor, input.body); }

  @ContractRoute(routes.listUnits)
  listUnits(@CurrentActor() actor: PersonActor, @Input(routes.listUnits) input: Given<typeof routes.listUnits>): Promise<Page<Unit>> { return this.units.list(actor, input.query); }

  @ContractRoute(routes.createUnit)
  createUnit(@CurrentActor() actor: PersonActor, @Input(routes.createUnit) input: Given<typeof routes.createUnit>): Promise<Unit> { return this.units.create(actor, input.body); }

  @ContractRoute(routes.getUnit)
  getUnit(@CurrentActor() actor: PersonActor, @Input(routes.getUnit) input: Given<typeof routes.getUnit>): Promise<Unit> { return this.units.get(actor, input.params.id); }

  @ContractRoute(routes.updateUnit)
  updateUnit(@CurrentActor() actor: PersonActor, @Input(routes.updateUnit) input: Given<typeof routes.updateUnit>): Promise<Unit> { return this.units.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.renameUnit)
  renameUnit(@CurrentActor() actor: PersonActor, @Input(routes.renameUnit) input: Given<typeof routes.renameUnit>): Promise<Unit> { return this.units.rename(actor, input.params.id, input.body); }

  @ContractRoute(routes.closeUnit)
  closeUnit(@CurrentActor() actor: PersonActor, @Input(routes.closeUnit) input: Given<typeof routes.closeUnit>): Promise<Unit> { return this.units.close(actor, input.params.id, input.body); }

  @ContractRoute(routes.mergeUnit)
  mergeUnit(@CurrentActor() actor: PersonActor, @Input(routes.mergeUnit) input: Given<typeof routes.mergeUnit>): Promise<Unit> { return this.succession.merge(actor, input.params.id, input.body); }

  @ContractRoute(routes.getUnitHistory)
  getUnitHistory(@CurrentActor() actor: PersonActor, @Input(routes.getUnitHistory) input: Given<typeof routes.getUnitHistory>): Promise<Page<HistoryEntry>> { return this.units.historyOf(actor, input.params.id); }
}
