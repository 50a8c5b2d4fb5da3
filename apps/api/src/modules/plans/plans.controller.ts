import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { planRoutes as routes, publicRoutes, type AssignmentRow, type HistoryEntry, type Home, type Item, type Matrix, type Page, type Plan, type PlanImport, type PlanOpenWork, type Reminder, type SignOff } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../platform/http/contract-route.js';
import { sheetAnswer } from '../../platform/sheets/sheet.js';
import { AssignmentsService } from './assignments.service.js';
import { PlanCommitService } from './plan-commit.service.js';
import { itemsWorkbook, signOffsWorkbook } from './plan-export.js';
import { PlansService } from './plans.service.js';
import { SignOffsService } from './sign-offs.service.js';

/** Plans, items, and who signed for them. */
@Controller()
export class PlansController {
  constructor(private readonly plans: PlansService, private readonly commits: PlanCommitService, private readonly signOffs: SignOffsService, private readonly assignments: AssignmentsService) {}

  @ContractRoute(routes.listPlans)
  listPlans(@CurrentActor() actor: PersonActor, @Input(routes.listPlans) input: Given<typeof routes.listPlans>): Promise<Page<Plan>> { return this.plans.list(actor, input.query); }

  @ContractRoute(routes.getPlan)
  getPlan(@CurrentActor() actor: PersonActor, @Input(routes.getPlan) input: Given<typeof routes.getPlan>): Promise<Plan> { return this.plans.get(actor, input.params.id); }

  @ContractRoute(routes.updatePlan)
  updatePlan(@CurrentActor() actor: PersonActor, @Input(routes.updatePlan) input: Given<typeof routes.updatePlan>): Promise<Plan> { return this.plans.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.undoPlan)
  undoPlan(@CurrentActor() actor: PersonActor, @Input(routes.undoPlan) input: Given<typeof routes.undoPlan>): Promise<PlanImport> { return this.commits.undo(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.issuePlan)
  issuePlan(@CurrentActor() actor: PersonActor, @Input(routes.issuePlan) input: Given<typeof routes.issuePlan>): Promise<Plan> { return this.plans.issue(actor, input.params.id, input.body.version); }

  @ContractRoute(routes.getPlanOpenWork)
  getPlanOpenWork(@CurrentActor() actor: PersonActor, @Input(routes.getPlanOpenWork) input: Given<typeof routes.getPlanOpenWork>): Promise<PlanOpenWork> { return this.plans.openWork(actor, input.params.id); }

  @ContractRoute(routes.reopenPlan)
  reopenPlan(@CurrentActor() actor: PersonActor, @Input(routes.reopenPlan) input: Given<typeof routes.reopenPlan>): Promise<Plan> { return this.plans.reopen(actor, input.params.id, input.body); }

  @ContractRoute(routes.closePlan)
  closePlan(@CurrentActor() actor: PersonActor, @Input(routes.closePlan) input: Given<typeof routes.closePlan>): Promise<Plan> { return this.plans.close(actor, input.params.id, input.body); }

  @ContractRoute(routes.listItems)
  listItems(@CurrentActor() actor: PersonActor, @Input(routes.listItems) input: Given<typeof routes.listItems>): Promise<Page<Item>> { return this.plans.listItems(actor, input.params.id, input.query); }

  @ContractRoute(routes.exportItems)
  async exportItems(@CurrentActor() actor: PersonActor, @Input(routes.exportItems) input: Given<typeof routes.exportItems>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { plan, items } = await this.plans.allItems(actor, input.params.id, input.query);
    return sheetAnswer(reply, `${plan.title}.xlsx`, await itemsWorkbook(items, localeOf(language)));
  }

  @ContractRoute(routes.getMatrix)
  getMatrix(@CurrentActor() actor: PersonActor, @Input(routes.getMatrix) input: Given<typeof routes.getMatrix>): Promise<Matrix> { return this.signOffs.matrix(actor, input.params.id); }

  @ContractRoute(routes.listSignOffs)
  listSignOffs(@CurrentActor() actor: PersonActor, @Input(routes.listSignOffs) input: Given<typeof routes.listSignOffs>): Promise<Page<SignOff> & { signBy: string | null; signByUncertain: boolean }> { return this.signOffs.list(actor, input.params.id, input.query); }

  @ContractRoute(routes.recordSignOffs)
  recordSignOffs(@CurrentActor() actor: PersonActor, @Input(routes.recordSignOffs) input: Given<typeof routes.recordSignOffs>): Promise<{ changed: number }> { return this.signOffs.record(actor, input.params.id, input.body); }

  @ContractRoute(routes.exportSignOffs)
  async exportSignOffs(@CurrentActor() actor: PersonActor, @Input(routes.exportSignOffs) input: Given<typeof routes.exportSignOffs>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { data } = await this.signOffs.list(actor, input.params.id, input.query);
    const plan = await this.plans.get(actor, input.params.id);
    return sheetAnswer(reply, `${plan.year} ${plan.docNumber ?? ''}.xlsx`, await signOffsWorkbook(data, localeOf(language)));
  }

  @ContractRoute(routes.getReminder)
  getReminder(@CurrentActor() actor: PersonActor, @Input(routes.getReminder) input: Given<typeof routes.getReminder>, @Headers('accept-language') language: string | undefined): Promise<Reminder> {
    return this.signOffs.reminder(actor, input.params.id, localeOf(language));
  }

  @ContractRoute(routes.getItem)
  getItem(@CurrentActor() actor: PersonActor, @Input(routes.getItem) input: Given<typeof routes.getItem>): Promise<Item> { return this.plans.getItem(actor, input.params.id); }

  @ContractRoute(routes.getItemHistory)
  getItemHistory(@CurrentActor() actor: PersonActor, @Input(routes.getItemHistory) input: Given<typeof routes.getItemHistory>): Promise<Page<HistoryEntry>> { return this.plans.itemHistory(actor, input.params.id); }

  @ContractRoute(routes.listAssignments)
  listAssignments(@CurrentActor() actor: PersonActor, @Input(routes.listAssignments) input: Given<typeof routes.listAssignments>): Promise<Page<AssignmentRow>> { return this.assignments.list(actor, input.query); }

  @ContractRoute(routes.signAssignments)
  signAssignments(@CurrentActor() actor: PersonActor, @Input(routes.signAssignments) input: Given<typeof routes.signAssignments>): Promise<{ changed: number }> { return this.assignments.sign(actor, input.body); }

  @ContractRoute(routes.askAboutAssignment)
  askAboutAssignment(@CurrentActor() actor: PersonActor, @Input(routes.askAboutAssignment) input: Given<typeof routes.askAboutAssignment>): Promise<AssignmentRow> { return this.assignments.ask(actor, input.params.id, input.body); }

  @ContractRoute(routes.answerAssignment)
  answerAssignment(@CurrentActor() actor: PersonActor, @Input(routes.answerAssignment) input: Given<typeof routes.answerAssignment>): Promise<AssignmentRow> { return this.assignments.answer(actor, input.params.id, input.body); }

  @ContractRoute(routes.reopenAssignment)
  reopenAssignment(@CurrentActor() actor: PersonActor, @Input(routes.reopenAssignment) input: Given<typeof routes.reopenAssignment>): Promise<AssignmentRow> { return this.assignments.reopen(actor, input.params.id, input.body); }

  @ContractRoute(publicRoutes.getHome)
  getHome(): Promise<Home> { return this.plans.home(); }
}
