import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { statisticsRoutes as routes, type Page, type TalentRecord, type TalentStatistics, type VolunteerStatistics, type VolunteerStatisticsRecord } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { documentAnswer } from '../../../platform/documents/official-document.js';
import { ContractRoute, CurrentActor, Input, type Given } from '../../../platform/http/contract-route.js';
import { sheetAnswer } from '../../../platform/sheets/sheet.js';
import { StatisticsPapers } from './statistics-papers.js';
import { StatisticsSheets } from './statistics-sheets.js';
import { TalentStatisticsService } from './talent-statistics.service.js';
import { VolunteerStatisticsService } from './volunteer-statistics.service.js';

/** Yearly statistics of pools and of volunteers. */
@Controller()
export class StatisticsController {
  constructor(private readonly talents: TalentStatisticsService, private readonly volunteers: VolunteerStatisticsService, private readonly sheets: StatisticsSheets, private readonly papers: StatisticsPapers) {}

  @ContractRoute(routes.getTalentStatistics)
  async getTalentStatistics(@CurrentActor() actor: PersonActor, @Input(routes.getTalentStatistics) input: Given<typeof routes.getTalentStatistics>): Promise<TalentStatistics> { return (await this.talents.of(actor, input.query)).statistics; }

  @ContractRoute(routes.exportTalentStatistics)
  async exportTalentStatistics(@CurrentActor() actor: PersonActor, @Input(routes.exportTalentStatistics) input: Given<typeof routes.exportTalentStatistics>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.sheets.talent(actor, input.query, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.exportTalentStatisticsPaper)
  async exportTalentStatisticsPaper(@CurrentActor() actor: PersonActor, @Input(routes.exportTalentStatisticsPaper) input: Given<typeof routes.exportTalentStatisticsPaper>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.papers.talent(actor, input.query);
    return documentAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.listTalentRecords)
  listTalentRecords(@CurrentActor() actor: PersonActor, @Input(routes.listTalentRecords) input: Given<typeof routes.listTalentRecords>): Promise<Page<TalentRecord>> { return this.talents.records(actor, input.query); }

  @ContractRoute(routes.getVolunteerStatistics)
  getVolunteerStatistics(@CurrentActor() actor: PersonActor, @Input(routes.getVolunteerStatistics) input: Given<typeof routes.getVolunteerStatistics>): Promise<VolunteerStatistics> { return this.volunteers.of(actor, input.query); }

  @ContractRoute(routes.exportVolunteerStatistics)
  async exportVolunteerStatistics(@CurrentActor() actor: PersonActor, @Input(routes.exportVolunteerStatistics) input: Given<typeof routes.exportVolunteerStatistics>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.sheets.volunteer(actor, input.query, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.exportVolunteerStatisticsPaper)
  async exportVolunteerStatisticsPaper(@CurrentActor() actor: PersonActor, @Input(routes.exportVolunteerStatisticsPaper) input: Given<typeof routes.exportVolunteerStatisticsPaper>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.papers.volunteer(actor, input.query);
    return documentAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.listVolunteerStatisticsRecords)
  listVolunteerStatisticsRecords(@CurrentActor() actor: PersonActor, @Input(routes.listVolunteerStatisticsRecords) input: Given<typeof routes.listVolunteerStatisticsRecords>): Promise<Page<VolunteerStatisticsRecord>> { return this.volunteers.records(actor, input.query); }
}
