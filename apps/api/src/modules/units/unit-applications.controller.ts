import { Controller, Req } from '@nestjs/common';
import { unitApplicationRoutes as routes, type OwnApplication, type Page, type UnitApplication } from '@kepu/contracts';
import type { FastifyRequest } from 'fastify';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { deviceOf } from '../identity/index.js';
import { UnitApplications } from './unit-applications.service.js';

/** 单位入驻: what applicants and what those who decide may ask. */
@Controller()
export class UnitApplicationsController {
  constructor(private readonly applications: UnitApplications) {}

  @ContractRoute(routes.createUnitApplication)
  createUnitApplication(@CurrentActor() actor: Actor, @Input(routes.createUnitApplication) input: Given<typeof routes.createUnitApplication>, @Req() request: FastifyRequest): Promise<OwnApplication & { link: string }> { return this.applications.create(actor, input.body, deviceOf(request)); }

  @ContractRoute(routes.lookUpUnitApplication)
  lookUpUnitApplication(@Input(routes.lookUpUnitApplication) input: Given<typeof routes.lookUpUnitApplication>, @Req() request: FastifyRequest): Promise<OwnApplication> { return this.applications.lookUp(input.body.token, deviceOf(request)); }

  @ContractRoute(routes.reviseUnitApplication)
  reviseUnitApplication(@CurrentActor() actor: Actor, @Input(routes.reviseUnitApplication) input: Given<typeof routes.reviseUnitApplication>, @Req() request: FastifyRequest): Promise<OwnApplication> { return this.applications.revise(actor, input.body, deviceOf(request)); }

  @ContractRoute(routes.withdrawUnitApplication)
  async withdrawUnitApplication(@CurrentActor() actor: Actor, @Input(routes.withdrawUnitApplication) input: Given<typeof routes.withdrawUnitApplication>, @Req() request: FastifyRequest): Promise<{ done: true }> {
    await this.applications.withdraw(actor, input.body.token, deviceOf(request));
    return { done: true };
  }

  @ContractRoute(routes.listUnitApplications)
  listUnitApplications(@CurrentActor() actor: PersonActor, @Input(routes.listUnitApplications) input: Given<typeof routes.listUnitApplications>): Promise<Page<UnitApplication>> { return this.applications.list(actor, input.query); }

  @ContractRoute(routes.getUnitApplication)
  getUnitApplication(@CurrentActor() actor: PersonActor, @Input(routes.getUnitApplication) input: Given<typeof routes.getUnitApplication>): Promise<UnitApplication> { return this.applications.get(actor, input.params.id); }

  @ContractRoute(routes.revealApplicantContact)
  revealApplicantContact(@CurrentActor() actor: PersonActor, @Input(routes.revealApplicantContact) input: Given<typeof routes.revealApplicantContact>): Promise<{ contact: string }> { return this.applications.reveal(actor, input.params.id); }

  @ContractRoute(routes.approveUnitApplication)
  approveUnitApplication(@CurrentActor() actor: PersonActor, @Input(routes.approveUnitApplication) input: Given<typeof routes.approveUnitApplication>): Promise<UnitApplication> { return this.applications.approve(actor, input.params.id, input.body); }

  @ContractRoute(routes.returnUnitApplication)
  returnUnitApplication(@CurrentActor() actor: PersonActor, @Input(routes.returnUnitApplication) input: Given<typeof routes.returnUnitApplication>): Promise<UnitApplication> { return this.applications.giveBack(actor, input.params.id, input.body); }

  @ContractRoute(routes.refuseUnitApplication)
  refuseUnitApplication(@CurrentActor() actor: PersonActor, @Input(routes.refuseUnitApplication) input: Given<typeof routes.refuseUnitApplication>): Promise<UnitApplication> { return this.applications.refuse(actor, input.params.id, input.body); }
}
