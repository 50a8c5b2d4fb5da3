import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { promptRoutes as routes, type HistoryEntry, type Page, type Prompt } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { documentAnswer } from '../../../platform/documents/official-document.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { sheetAnswer } from '../../../platform/sheets/sheet.js';
import { PromptDocuments } from './prompt-documents.js';
import { PromptsService } from './prompts.service.js';

/** 工作提示函 and 督办单. */
@Controller()
export class PromptsController {
  constructor(private readonly prompts: PromptsService, private readonly documents: PromptDocuments) {}

  @ContractRoute(routes.listPrompts)
  listPrompts(@CurrentActor() actor: PersonActor, @Input(routes.listPrompts) input: Given<typeof routes.listPrompts>): Promise<Page<Prompt>> { return this.prompts.list(actor, input.query); }

  @ContractRoute(routes.exportPrompts)
  async exportPrompts(@CurrentActor() actor: PersonActor, @Input(routes.exportPrompts) input: Given<typeof routes.exportPrompts>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.documents.sheet(actor, input.query, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.createPrompts)
  createPrompts(@CurrentActor() actor: PersonActor, @Input(routes.createPrompts) input: Given<typeof routes.createPrompts>): Promise<Page<Prompt>> { return this.prompts.create(actor, input.params.id, input.body); }

  @ContractRoute(routes.getPrompt)
  getPrompt(@CurrentActor() actor: PersonActor, @Input(routes.getPrompt) input: Given<typeof routes.getPrompt>): Promise<Prompt> { return this.prompts.get(actor, input.params.id); }

  @ContractRoute(routes.getPromptHistory)
  getPromptHistory(@CurrentActor() actor: PersonActor, @Input(routes.getPromptHistory) input: Given<typeof routes.getPromptHistory>): Promise<Page<HistoryEntry>> { return this.prompts.historyOf(actor, input.params.id); }

  @ContractRoute(routes.exportPrompt)
  async exportPrompt(@CurrentActor() actor: PersonActor, @Input(routes.exportPrompt) input: Given<typeof routes.exportPrompt>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.documents.letter(actor, input.params.id);
    return documentAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.updatePrompt)
  updatePrompt(@CurrentActor() actor: PersonActor, @Input(routes.updatePrompt) input: Given<typeof routes.updatePrompt>): Promise<Prompt> { return this.prompts.change(actor, input.params.id, input.body); }

  @ContractRoute(routes.deletePrompt)
  deletePrompt(@CurrentActor() actor: PersonActor, @Input(routes.deletePrompt) input: Given<typeof routes.deletePrompt>): Promise<{ done: true }> { return this.prompts.remove(actor, input.params.id); }

  @ContractRoute(routes.requestPromptApproval)
  requestPromptApproval(@CurrentActor() actor: PersonActor, @Input(routes.requestPromptApproval) input: Given<typeof routes.requestPromptApproval>): Promise<Prompt> { return this.prompts.request(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.takePromptBack)
  takePromptBack(@CurrentActor() actor: PersonActor, @Input(routes.takePromptBack) input: Given<typeof routes.takePromptBack>): Promise<Prompt> { return this.prompts.takeBack(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.approvePrompt)
  approvePrompt(@CurrentActor() actor: PersonActor, @Input(routes.approvePrompt) input: Given<typeof routes.approvePrompt>): Promise<Prompt> { return this.prompts.approve(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.turnPromptDown)
  turnPromptDown(@CurrentActor() actor: PersonActor, @Input(routes.turnPromptDown) input: Given<typeof routes.turnPromptDown>): Promise<Prompt> { return this.prompts.turnDown(actor, input.params.id, input.body); }

  @ContractRoute(routes.sendPrompt)
  sendPrompt(@CurrentActor() actor: PersonActor, @Input(routes.sendPrompt) input: Given<typeof routes.sendPrompt>): Promise<Prompt> { return this.prompts.send(actor, input.params.id, input.body); }

  @ContractRoute(routes.readPrompt)
  readPrompt(@CurrentActor() actor: PersonActor, @Input(routes.readPrompt) input: Given<typeof routes.readPrompt>): Promise<Prompt> { return this.prompts.read(actor, input.params.id); }

  @ContractRoute(routes.replyToPrompt)
  replyToPrompt(@CurrentActor() actor: PersonActor, @Input(routes.replyToPrompt) input: Given<typeof routes.replyToPrompt>): Promise<Prompt> { return this.prompts.reply(actor, input.params.id, input.body); }

  @ContractRoute(routes.amendPromptReply)
  amendPromptReply(@CurrentActor() actor: PersonActor, @Input(routes.amendPromptReply) input: Given<typeof routes.amendPromptReply>): Promise<Prompt> { return this.prompts.amend(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.acceptPromptReply)
  acceptPromptReply(@CurrentActor() actor: PersonActor, @Input(routes.acceptPromptReply) input: Given<typeof routes.acceptPromptReply>): Promise<Prompt> { return this.prompts.accept(actor, input.params.id, input.body); }

  @ContractRoute(routes.returnPromptReply)
  returnPromptReply(@CurrentActor() actor: PersonActor, @Input(routes.returnPromptReply) input: Given<typeof routes.returnPromptReply>): Promise<Prompt> { return this.prompts.giveBack(actor, input.params.id, input.body); }

  @ContractRoute(routes.escalatePrompt)
  escalatePrompt(@CurrentActor() actor: PersonActor, @Input(routes.escalatePrompt) input: Given<typeof routes.escalatePrompt>): Promise<Prompt> { return this.prompts.escalate(actor, input.params.id, input.body); }

  @ContractRoute(routes.withdrawPrompt)
  withdrawPrompt(@CurrentActor() actor: PersonActor, @Input(routes.withdrawPrompt) input: Given<typeof routes.withdrawPrompt>): Promise<Prompt> { return this.prompts.withdraw(actor, input.params.id, input.body); }
}
