import { Controller, Headers, Res, type StreamableFile } from '@nestjs/common';
import { measureSheetRoutes as routes, type MeasureOverlap, type MeasureSheet, type MeasureSheetTaken, type MeasureSuggestions, type Page } from '@kepu/contracts';
import { localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, UploadedFile, type Given } from '../../../platform/http/contract-route.js';
import type { Upload } from '../../../platform/http/upload.js';
import { sheetAnswer } from '../../../platform/sheets/sheet.js';
import { MeasureSheetFiles } from './measure-sheet-files.js';
import { MeasureSheets } from './measure-sheets.service.js';
import { MeasureOverlapsService } from './measure-overlaps.service.js';
import { MeasureSuggestionsService } from './measure-suggestions.service.js';

/** Measures of a plan in bulk: by a sheet, and as the words of its items suggest. */
@Controller()
export class MeasureSheetsController {
  constructor(private readonly sheets: MeasureSheets, private readonly files: MeasureSheetFiles, private readonly suggestions: MeasureSuggestionsService, private readonly overlaps: MeasureOverlapsService) {}

  @ContractRoute(routes.suggestMeasures)
  suggestMeasures(@CurrentActor() actor: PersonActor, @Input(routes.suggestMeasures) input: Given<typeof routes.suggestMeasures>): Promise<MeasureSuggestions> { return this.suggestions.list(actor, input.params.id); }

  @ContractRoute(routes.listMeasureOverlaps)
  listMeasureOverlaps(@CurrentActor() actor: PersonActor, @Input(routes.listMeasureOverlaps) input: Given<typeof routes.listMeasureOverlaps>): Promise<Page<MeasureOverlap>> { return this.overlaps.list(actor, input.params.id); }

  @ContractRoute(routes.separateMeasures)
  separateMeasures(@CurrentActor() actor: PersonActor, @Input(routes.separateMeasures) input: Given<typeof routes.separateMeasures>): Promise<MeasureOverlap> { return this.overlaps.separate(actor, input.params.id, input.body); }

  @ContractRoute(routes.rejoinMeasures)
  rejoinMeasures(@CurrentActor() actor: PersonActor, @Input(routes.rejoinMeasures) input: Given<typeof routes.rejoinMeasures>): Promise<MeasureOverlap> { return this.overlaps.rejoin(actor, input.params.id, input.body); }

  @ContractRoute(routes.takeMeasures)
  takeMeasures(@CurrentActor() actor: PersonActor, @Input(routes.takeMeasures) input: Given<typeof routes.takeMeasures>): Promise<MeasureSheetTaken> { return this.suggestions.take(actor, input.params.id, input.body); }

  @ContractRoute(routes.exportMeasureSheet)
  async exportMeasureSheet(@CurrentActor() actor: PersonActor, @Input(routes.exportMeasureSheet) input: Given<typeof routes.exportMeasureSheet>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.files.template(actor, input.params.id);
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.readMeasureSheet)
  readMeasureSheet(@CurrentActor() actor: PersonActor, @Input(routes.readMeasureSheet) input: Given<typeof routes.readMeasureSheet>, @UploadedFile(routes.readMeasureSheet) upload: Upload, @Headers('accept-language') language: string | undefined): Promise<MeasureSheet> {
    return this.sheets.read(actor, input.params.id, upload, localeOf(language));
  }

  @ContractRoute(routes.markMeasureSheet)
  async markMeasureSheet(@CurrentActor() actor: PersonActor, @Input(routes.markMeasureSheet) input: Given<typeof routes.markMeasureSheet>, @UploadedFile(routes.markMeasureSheet) upload: Upload, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { name, bytes } = await this.files.marked(actor, input.params.id, upload, localeOf(language));
    return sheetAnswer(reply, name, bytes);
  }

  @ContractRoute(routes.takeMeasureSheet)
  takeMeasureSheet(@CurrentActor() actor: PersonActor, @Input(routes.takeMeasureSheet) input: Given<typeof routes.takeMeasureSheet>, @UploadedFile(routes.takeMeasureSheet) upload: Upload, @Headers('accept-language') language: string | undefined): Promise<MeasureSheetTaken> {
    return this.sheets.take(actor, input.params.id, input.query, upload, localeOf(language));
  }
}
