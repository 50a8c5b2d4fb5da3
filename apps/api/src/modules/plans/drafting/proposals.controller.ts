import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { proposalRoutes as routes, type Page, type PlanImport, type Proposal, type ProposalAnswer, type ProposalAnswerRow, type ProposalCall } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { sheetAnswer } from '../../../platform/sheets/sheet.js';
import { ProposalAnswersService } from './proposal-answers.service.js';
import { ProposalCallsService } from './proposal-calls.service.js';
import { ProposalPaper } from './proposal-paper.service.js';

/** Calls for proposals, and what units propose. */
@Controller()
export class ProposalsController {
  constructor(private readonly calls: ProposalCallsService, private readonly answers: ProposalAnswersService, private readonly papers: ProposalPaper) {}

  @ContractRoute(routes.listProposalCalls)
  listProposalCalls(@CurrentActor() actor: PersonActor, @Input(routes.listProposalCalls) input: Given<typeof routes.listProposalCalls>): Promise<Page<ProposalCall>> { return this.calls.list(actor, input.query); }

  @ContractRoute(routes.createProposalCall)
  createProposalCall(@CurrentActor() actor: PersonActor, @Input(routes.createProposalCall) input: Given<typeof routes.createProposalCall>): Promise<ProposalCall> { return this.calls.create(actor, input.body); }

  @ContractRoute(routes.getProposalCall)
  getProposalCall(@CurrentActor() actor: PersonActor, @Input(routes.getProposalCall) input: Given<typeof routes.getProposalCall>): Promise<ProposalCall> { return this.calls.get(actor, input.params.id); }

  @ContractRoute(routes.updateProposalCall)
  updateProposalCall(@CurrentActor() actor: PersonActor, @Input(routes.updateProposalCall) input: Given<typeof routes.updateProposalCall>): Promise<ProposalCall> { return this.calls.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.closeProposalCall)
  closeProposalCall(@CurrentActor() actor: PersonActor, @Input(routes.closeProposalCall) input: Given<typeof routes.closeProposalCall>): Promise<ProposalCall> { return this.calls.close(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.reopenProposalCall)
  reopenProposalCall(@CurrentActor() actor: PersonActor, @Input(routes.reopenProposalCall) input: Given<typeof routes.reopenProposalCall>): Promise<ProposalCall> { return this.calls.reopen(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.listProposalAnswers)
  listProposalAnswers(@CurrentActor() actor: PersonActor, @Input(routes.listProposalAnswers) input: Given<typeof routes.listProposalAnswers>): Promise<Page<ProposalAnswerRow>> { return this.calls.answers(actor, input.params.id); }

  @ContractRoute(routes.listProposals)
  listProposals(@CurrentActor() actor: PersonActor, @Input(routes.listProposals) input: Given<typeof routes.listProposals>): Promise<Page<Proposal>> { return this.calls.proposals(actor, input.params.id, input.query); }

  @ContractRoute(routes.exportProposals)
  async exportProposals(@CurrentActor() actor: PersonActor, @Input(routes.exportProposals) input: Given<typeof routes.exportProposals>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.papers.sheet(actor, input.params.id, input.query, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.makeProposalPaper)
  async makeProposalPaper(@CurrentActor() actor: PersonActor, @Input(routes.makeProposalPaper) input: Given<typeof routes.makeProposalPaper>, @Res({ passthrough: true }) reply: FastifyReply): Promise<PlanImport> {
    const { ready, view } = await this.papers.make(actor, input.params.id);
    // Still being read: the client asks again.
    if (!ready) void reply.status(202);
    return view;
  }

  @ContractRoute(routes.getProposalAnswer)
  getProposalAnswer(@CurrentActor() actor: PersonActor, @Input(routes.getProposalAnswer) input: Given<typeof routes.getProposalAnswer>): Promise<ProposalAnswer> { return this.answers.get(actor, input.params.id); }

  @ContractRoute(routes.saveProposalAnswer)
  saveProposalAnswer(@CurrentActor() actor: PersonActor, @Input(routes.saveProposalAnswer) input: Given<typeof routes.saveProposalAnswer>): Promise<ProposalAnswer> { return this.answers.save(actor, input.params.id, input.body); }

  @ContractRoute(routes.copyEarlierItems)
  copyEarlierItems(@CurrentActor() actor: PersonActor, @Input(routes.copyEarlierItems) input: Given<typeof routes.copyEarlierItems>): Promise<ProposalAnswer> { return this.answers.copyEarlier(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.submitProposalAnswer)
  submitProposalAnswer(@CurrentActor() actor: PersonActor, @Input(routes.submitProposalAnswer) input: Given<typeof routes.submitProposalAnswer>): Promise<ProposalAnswer> { return this.answers.submit(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.declineProposalAnswer)
  declineProposalAnswer(@CurrentActor() actor: PersonActor, @Input(routes.declineProposalAnswer) input: Given<typeof routes.declineProposalAnswer>): Promise<ProposalAnswer> { return this.answers.decline(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.recallProposalAnswer)
  recallProposalAnswer(@CurrentActor() actor: PersonActor, @Input(routes.recallProposalAnswer) input: Given<typeof routes.recallProposalAnswer>): Promise<ProposalAnswer> { return this.answers.recall(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.decideProposal)
  decideProposal(@CurrentActor() actor: PersonActor, @Input(routes.decideProposal) input: Given<typeof routes.decideProposal>): Promise<Proposal> { return this.calls.decide(actor, input.params.id, input.body); }
}
