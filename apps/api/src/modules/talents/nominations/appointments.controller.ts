import { Controller, Req, Res, type StreamableFile } from '@nestjs/common';
import { appointmentRoutes as routes, type AppointmentCheck, type HistoryEntry, type MyPools, type Page, type PoolTermDetail } from '@kepu/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { documentAnswer } from '../../../platform/documents/official-document.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { deviceOf } from '../../identity/index.js';
import { LettersService } from '../letters/letters.service.js';
import { OwnPools } from './own-pools.service.js';
import { TermKeeping } from './term-keeping.service.js';

/** Terms with their letters, one's own pools, and the check of a letter by anybody. */
@Controller()
export class AppointmentsController {
  constructor(private readonly keeping: TermKeeping, private readonly own: OwnPools, private readonly letters: LettersService) {}

  @ContractRoute(routes.getPoolTerm)
  getPoolTerm(@CurrentActor() actor: PersonActor, @Input(routes.getPoolTerm) input: Given<typeof routes.getPoolTerm>): Promise<PoolTermDetail> { return this.keeping.get(actor, input.params.id); }

  @ContractRoute(routes.getPoolTermHistory)
  getPoolTermHistory(@CurrentActor() actor: PersonActor, @Input(routes.getPoolTermHistory) input: Given<typeof routes.getPoolTermHistory>): Promise<Page<HistoryEntry>> { return this.keeping.historyOf(actor, input.params.id); }

  @ContractRoute(routes.suspendPoolTerm)
  suspendPoolTerm(@CurrentActor() actor: PersonActor, @Input(routes.suspendPoolTerm) input: Given<typeof routes.suspendPoolTerm>): Promise<PoolTermDetail> { return this.keeping.suspend(actor, input.params.id, input.body); }

  @ContractRoute(routes.resumePoolTerm)
  resumePoolTerm(@CurrentActor() actor: PersonActor, @Input(routes.resumePoolTerm) input: Given<typeof routes.resumePoolTerm>): Promise<PoolTermDetail> { return this.keeping.resume(actor, input.params.id); }

  @ContractRoute(routes.renewPoolTerm)
  renewPoolTerm(@CurrentActor() actor: PersonActor, @Input(routes.renewPoolTerm) input: Given<typeof routes.renewPoolTerm>): Promise<PoolTermDetail> { return this.keeping.renew(actor, input.params.id, input.body); }

  @ContractRoute(routes.askPoolTerm)
  askPoolTerm(@CurrentActor() actor: PersonActor, @Input(routes.askPoolTerm) input: Given<typeof routes.askPoolTerm>): Promise<PoolTermDetail> { return this.keeping.ask(actor, input.params.id); }

  @ContractRoute(routes.applyToPool)
  applyToPool(@CurrentActor() actor: PersonActor, @Input(routes.applyToPool) input: Given<typeof routes.applyToPool>): Promise<MyPools> { return this.own.apply(actor, input.body); }

  @ContractRoute(routes.answerNomination)
  answerNomination(@CurrentActor() actor: PersonActor, @Input(routes.answerNomination) input: Given<typeof routes.answerNomination>): Promise<MyPools> { return this.own.answer(actor, input.params.id, input.body.yes); }

  @ContractRoute(routes.withdrawMyNomination)
  withdrawMyNomination(@CurrentActor() actor: PersonActor, @Input(routes.withdrawMyNomination) input: Given<typeof routes.withdrawMyNomination>): Promise<MyPools> { return this.own.withdraw(actor, input.params.id); }

  @ContractRoute(routes.leavePool)
  leavePool(@CurrentActor() actor: PersonActor, @Input(routes.leavePool) input: Given<typeof routes.leavePool>): Promise<MyPools> { return this.own.leave(actor, input.params.id); }

  @ContractRoute(routes.answerPoolTerm)
  answerPoolTerm(@CurrentActor() actor: PersonActor, @Input(routes.answerPoolTerm) input: Given<typeof routes.answerPoolTerm>): Promise<MyPools> { return this.own.willing(actor, input.params.id, input.body.yes); }

  @ContractRoute(routes.getPoolTermLetter)
  async getPoolTermLetter(@CurrentActor() actor: PersonActor, @Input(routes.getPoolTermLetter) input: Given<typeof routes.getPoolTermLetter>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.keeping.letter(actor, input.params.id);
    return documentAnswer(reply, name, bytes, 'application/pdf');
  }

  @ContractRoute(routes.getMyPoolLetter)
  async getMyPoolLetter(@CurrentActor() actor: PersonActor, @Input(routes.getMyPoolLetter) input: Given<typeof routes.getMyPoolLetter>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.own.letter(actor, input.params.id);
    return documentAnswer(reply, name, bytes, 'application/pdf');
  }

  @ContractRoute(routes.getMyPools)
  getMyPools(@CurrentActor() actor: PersonActor): Promise<MyPools> { return this.own.get(actor); }

  @ContractRoute(routes.checkAppointment)
  checkAppointment(@Input(routes.checkAppointment) input: Given<typeof routes.checkAppointment>, @Req() request: FastifyRequest): Promise<AppointmentCheck> { return this.letters.check(deviceOf(request).ip, input.params.number, input.query.code); }
}
