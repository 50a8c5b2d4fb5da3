import { Controller, Headers, Res, StreamableFile } from '@nestjs/common';
import { planImportRoutes as routes, type Page, type PlanImport } from '@kepu/contracts';
import { label, localeOf } from '@kepu/contracts/labels';
import type { FastifyReply } from 'fastify';
import type { PersonActor } from '../../platform/auth/actor.js';
import { ContractRoute, CurrentActor, Input, UploadedFile, type Given } from '../../platform/http/contract-route.js';
import type { Upload } from '../../platform/http/upload.js';
import { sheetAnswer } from '../../platform/sheets/sheet.js';
import { importWorkbook } from './import-sheet.js';
import { PlanCommitService } from './plan-commit.service.js';
import { PlanImportsService } from './plan-imports.service.js';

/** Still being read: the client asks again. */
const accepted = (reply: FastifyReply, result: { ready: boolean; view: PlanImport }): PlanImport => {
  if (!result.ready) void reply.status(202);
  return result.view;
};

/** The way from a paper to a plan. */
@Controller()
export class PlanImportsController {
  constructor(private readonly imports: PlanImportsService, private readonly commits: PlanCommitService) {}

  @ContractRoute(routes.listPlanImports)
  listPlanImports(@CurrentActor() actor: PersonActor, @Input(routes.listPlanImports) input: Given<typeof routes.listPlanImports>): Promise<Page<Omit<PlanImport, 'items' | 'warnings'>>> { return this.imports.list(actor, input.query); }

  @ContractRoute(routes.createPlanImport)
  async createPlanImport(@CurrentActor() actor: PersonActor, @UploadedFile(routes.createPlanImport) upload: Upload, @Res({ passthrough: true }) reply: FastifyReply): Promise<PlanImport> {
    return accepted(reply, await this.imports.create(actor, { bytes: upload.bytes, fileName: upload.fileName, origin: 'file' }));
  }

  @ContractRoute(routes.pastePlanImport)
  async pastePlanImport(@CurrentActor() actor: PersonActor, @Input(routes.pastePlanImport) input: Given<typeof routes.pastePlanImport>, @Res({ passthrough: true }) reply: FastifyReply): Promise<PlanImport> {
    return accepted(reply, await this.imports.paste(actor, input.body));
  }

  @ContractRoute(routes.getPlanImport)
  getPlanImport(@CurrentActor() actor: PersonActor, @Input(routes.getPlanImport) input: Given<typeof routes.getPlanImport>): Promise<PlanImport> { return this.imports.get(actor, input.params.id); }

  @ContractRoute(routes.updatePlanImport)
  updatePlanImport(@CurrentActor() actor: PersonActor, @Input(routes.updatePlanImport) input: Given<typeof routes.updatePlanImport>): Promise<PlanImport> { return this.imports.update(actor, input.params.id, input.body); }

  @ContractRoute(routes.correctImportItem)
  correctImportItem(@CurrentActor() actor: PersonActor, @Input(routes.correctImportItem) input: Given<typeof routes.correctImportItem>): Promise<PlanImport> {
    return this.imports.correct(actor, input.params.id, input.params.position, input.body);
  }

  @ContractRoute(routes.explainColumns)
  async explainColumns(@CurrentActor() actor: PersonActor, @Input(routes.explainColumns) input: Given<typeof routes.explainColumns>, @Res({ passthrough: true }) reply: FastifyReply): Promise<PlanImport> {
    return accepted(reply, await this.imports.explain(actor, input.params.id, input.body));
  }

  @ContractRoute(routes.resolveImportName)
  resolveImportName(@CurrentActor() actor: PersonActor, @Input(routes.resolveImportName) input: Given<typeof routes.resolveImportName>): Promise<PlanImport> { return this.imports.resolve(actor, input.params.id, input.body); }

  @ContractRoute(routes.commitPlanImport)
  commitPlanImport(@CurrentActor() actor: PersonActor, @Input(routes.commitPlanImport) input: Given<typeof routes.commitPlanImport>): ReturnType<PlanCommitService['commit']> {
    return this.commits.commit(actor, input.params.id, input.body?.version);
  }

  @ContractRoute(routes.discardPlanImport)
  discardPlanImport(@CurrentActor() actor: PersonActor, @Input(routes.discardPlanImport) input: Given<typeof routes.discardPlanImport>): Promise<PlanImport> { return this.imports.discard(actor, input.params.id); }

  @ContractRoute(routes.exportPlanImport)
  async exportPlanImport(@CurrentActor() actor: PersonActor, @Input(routes.exportPlanImport) input: Given<typeof routes.exportPlanImport>, @Headers('accept-language') language: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const locale = localeOf(language);
    const preview = await this.imports.read(actor, input.params.id);
    return sheetAnswer(reply, `${preview.paper.title ?? preview.fileName} ${label(locale, 'documents.problem')}.xlsx`, await importWorkbook(preview, locale));
  }

  @ContractRoute(routes.getPaper)
  async getPaper(@CurrentActor() actor: PersonActor, @Input(routes.getPaper) input: Given<typeof routes.getPaper>, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const file = await this.imports.paper(actor, input.params.id);
    void reply.headers(file.headers);
    return new StreamableFile(file.stream());
  }
}
