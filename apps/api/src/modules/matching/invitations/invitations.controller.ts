import { Controller, Headers, Req } from '@nestjs/common';
import { placeInvitationRoutes as routes, type ActivityWaves, type InvitationPage, type Invited, type MyInvitations, type Page, type PositionInvitation } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyRequest } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { ActivityWavesService } from './activity-waves.service.js';
import { InvitationAnswers } from './invitation-answers.service.js';
import { PositionInvitations } from './position-invitations.service.js';

/** Invitations to places: asked by units and in waves, answered by signed links. Reasons come in the language that is asked for. */
@Controller()
export class PlaceInvitationsController {
  constructor(private readonly answers: InvitationAnswers, private readonly invitations: PositionInvitations, private readonly waves: ActivityWavesService) {}

  @ContractRoute(routes.getInvitationPage)
  getInvitationPage(@Input(routes.getInvitationPage) input: Given<typeof routes.getInvitationPage>, @Headers('accept-language') language: string | undefined): Promise<InvitationPage> { return this.answers.page(input.params.token, localeOf(language)); }

  @ContractRoute(routes.answerInvitation)
  answerInvitation(@Input(routes.answerInvitation) input: Given<typeof routes.answerInvitation>, @Req() request: FastifyRequest, @Headers('accept-language') language: string | undefined): Promise<InvitationPage> {
    return this.answers.answer({ kind: 'public', ip: request.ip }, input.params.token, input.body, localeOf(language));
  }

  @ContractRoute(routes.stopInvitations)
  stopInvitations(@Input(routes.stopInvitations) input: Given<typeof routes.stopInvitations>, @Req() request: FastifyRequest, @Headers('accept-language') language: string | undefined): Promise<InvitationPage> {
    return this.answers.stop({ kind: 'public', ip: request.ip }, input.params.token, localeOf(language));
  }

  @ContractRoute(routes.listMyInvitations)
  listMyInvitations(@CurrentActor() actor: PersonActor): Promise<MyInvitations> { return this.answers.mine(actor); }

  @ContractRoute(routes.setMyInvitations)
  setMyInvitations(@CurrentActor() actor: PersonActor, @Input(routes.setMyInvitations) input: Given<typeof routes.setMyInvitations>): Promise<MyInvitations> { return this.answers.setMine(actor, input.body.off); }

  @ContractRoute(routes.listPositionInvitations)
  listPositionInvitations(@CurrentActor() actor: PersonActor, @Input(routes.listPositionInvitations) input: Given<typeof routes.listPositionInvitations>): Promise<Page<PositionInvitation>> { return this.invitations.list(actor, input.params.id, input.query); }

  @ContractRoute(routes.createPositionInvitations)
  createPositionInvitations(@CurrentActor() actor: PersonActor, @Input(routes.createPositionInvitations) input: Given<typeof routes.createPositionInvitations>, @Headers('accept-language') language: string | undefined): Promise<Invited> {
    return this.invitations.invite(actor, input.params.id, input.body.volunteerIds, localeOf(language));
  }

  @ContractRoute(routes.callInvitationBack)
  callInvitationBack(@CurrentActor() actor: PersonActor, @Input(routes.callInvitationBack) input: Given<typeof routes.callInvitationBack>): Promise<PositionInvitation> { return this.invitations.callBack(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.getActivityWaves)
  getActivityWaves(@CurrentActor() actor: PersonActor, @Input(routes.getActivityWaves) input: Given<typeof routes.getActivityWaves>): Promise<ActivityWaves> { return this.waves.get(actor, input.params.id); }

  @ContractRoute(routes.setActivityWaves)
  setActivityWaves(@CurrentActor() actor: PersonActor, @Input(routes.setActivityWaves) input: Given<typeof routes.setActivityWaves>): Promise<ActivityWaves> { return this.waves.set(actor, input.params.id, input.body); }
}
