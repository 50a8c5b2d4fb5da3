import { Controller, Req } from '@nestjs/common';
import { complaintRoutes as routes, type Complaint, type OwnComplaint, type Page } from '@kepu/contracts';
import type { FastifyRequest } from 'fastify';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { deviceOf } from '../identity/index.js';
import { ComplaintsService } from './complaints.service.js';
import { OwnComplaints } from './own-complaints.service.js';

/** 投诉: what anybody may say, and what those who answer may ask. */
@Controller()
export class ComplaintsController {
  constructor(private readonly own: OwnComplaints, private readonly complaints: ComplaintsService) {}

  @ContractRoute(routes.createComplaint)
  createComplaint(@Input(routes.createComplaint) input: Given<typeof routes.createComplaint>, @Req() request: FastifyRequest): Promise<OwnComplaint & { link: string }> { return this.own.create(input.body, deviceOf(request)); }

  @ContractRoute(routes.lookUpComplaint)
  lookUpComplaint(@Input(routes.lookUpComplaint) input: Given<typeof routes.lookUpComplaint>, @Req() request: FastifyRequest): Promise<OwnComplaint> { return this.own.lookUp(input.body.token, deviceOf(request)); }

  @ContractRoute(routes.disputeComplaint)
  disputeComplaint(@Input(routes.disputeComplaint) input: Given<typeof routes.disputeComplaint>, @Req() request: FastifyRequest): Promise<OwnComplaint> { return this.own.dispute(input.body.token, input.body.reason, deviceOf(request)); }

  @ContractRoute(routes.acceptComplaintAnswer)
  acceptComplaintAnswer(@Input(routes.acceptComplaintAnswer) input: Given<typeof routes.acceptComplaintAnswer>, @Req() request: FastifyRequest): Promise<OwnComplaint> { return this.own.accept(input.body.token, deviceOf(request)); }

  @ContractRoute(routes.listComplaints)
  listComplaints(@CurrentActor() actor: PersonActor, @Input(routes.listComplaints) input: Given<typeof routes.listComplaints>): Promise<Page<Complaint>> { return this.complaints.list(actor, input.query); }

  @ContractRoute(routes.getComplaint)
  getComplaint(@CurrentActor() actor: PersonActor, @Input(routes.getComplaint) input: Given<typeof routes.getComplaint>): Promise<Complaint> { return this.complaints.get(actor, input.params.id); }

  @ContractRoute(routes.revealComplainantContact)
  revealComplainantContact(@CurrentActor() actor: PersonActor, @Input(routes.revealComplainantContact) input: Given<typeof routes.revealComplainantContact>): Promise<{ contact: string }> { return this.complaints.reveal(actor, input.params.id); }

  @ContractRoute(routes.answerComplaint)
  answerComplaint(@CurrentActor() actor: PersonActor, @Input(routes.answerComplaint) input: Given<typeof routes.answerComplaint>): Promise<Complaint> { return this.complaints.answer(actor, input.params.id, input.body); }
}
