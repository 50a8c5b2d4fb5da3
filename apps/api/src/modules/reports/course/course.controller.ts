import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { courseRoutes as routes, type PlanChanges, type Timeline } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { documentAnswer } from '../../../platform/documents/official-document.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { sheetAnswer } from '../../../platform/sheets/sheet.js';
import { CourseCalendar } from './course-calendar.js';
import { CourseService } from './course.service.js';
import { CourseSheets } from './course-sheets.js';

/** The days of a plan, and what changed. */
@Controller()
export class CourseController {
  constructor(private readonly course: CourseService, private readonly sheets: CourseSheets, private readonly calendar: CourseCalendar) {}

  @ContractRoute(routes.getTimeline)
  getTimeline(@CurrentActor() actor: PersonActor, @Input(routes.getTimeline) input: Given<typeof routes.getTimeline>, @Headers('accept-language') language: string | undefined): Promise<Timeline> { return this.course.timeline(actor, input.params.id, input.query, localeOf(language)); }

  @ContractRoute(routes.exportTimeline)
  async exportTimeline(@CurrentActor() actor: PersonActor, @Input(routes.exportTimeline) input: Given<typeof routes.exportTimeline>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.calendar.of(actor, input.params.id, input.query, localeOf(language));
    return documentAnswer(reply, name, bytes, routes.exportTimeline.file);
  }

  @ContractRoute(routes.listPlanChanges)
  listPlanChanges(@CurrentActor() actor: PersonActor, @Input(routes.listPlanChanges) input: Given<typeof routes.listPlanChanges>): Promise<PlanChanges> { return this.course.changes(actor, input.params.id, input.query); }

  @ContractRoute(routes.exportPlanChanges)
  async exportPlanChanges(@CurrentActor() actor: PersonActor, @Input(routes.exportPlanChanges) input: Given<typeof routes.exportPlanChanges>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.sheets.of(actor, input.params.id, input.query, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }
}
