import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ChildAnswer, Reading, ReadOptions } from '@kepu/breakdown';
import { planImportLifecycle } from '@kepu/domain';
import { AuditTrail } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Files, runInSandbox, SandboxError } from '../../platform/files/index.js';
import { JobWorker, Jobs, type JobRun } from '../../platform/jobs/index.js';
import { ProgrammeDirectory } from '../units/index.js';
import type { ImportColumns, ImportContent, ImportFailure } from './import-content.js';
import { PlanImportsRepository } from './plan-imports.repository.js';
import { ReadingDictionary } from './reading-dictionary.js';
import { contentOf } from './reading.mapper.js';
import { transition } from './transition.js';

const system = { kind: 'system', task: 'plan_import.read' } as const;
/** What one paper may cost: an untrusted document has its own process, which ends at these limits. */
const limits = { timeoutMs: 60_000, memoryMb: 300 };
/** From when on the person who uploaded it has left the page and wants to be told. */
const PATIENCE_MS = 15_000;

/** The reader as a program of its own, found through the package's exports. */
const childEntry = (): URL => pathToFileURL(createRequire(import.meta.url).resolve('@kepu/breakdown/child'));

/** Reads the papers that wait, each in a process of its own. */
@Injectable()
export class PaperReader implements OnModuleInit {
  constructor(
    private readonly imports: PlanImportsRepository, private readonly dictionary: ReadingDictionary, private readonly files: Files, private readonly programmes: ProgrammeDirectory,
    private readonly worker: JobWorker, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<{ importId: string }>({ kind: 'plan_import.read', maxAttempts: 3, run: (run) => this.read(run) });
  }

  private async read(run: JobRun<{ importId: string }>): Promise<void> {
    const { importId } = run.payload;
    const row = await this.imports.findFor(system, importId);
    if (!row) return;
    // A process that died while reading left the import in this state; the one that took over the job goes on from here.
    if (row.state === 'queued') {
      const reading = transition(planImportLifecycle, row.state, 'start', 'importStates');
      await this.work.run(() => this.imports.advance(importId, 'queued', { state: reading ?? 'reading', progressPermille: 100 }));
    } else if (row.state !== 'reading') return;
    const bytes = await this.files.read(row.fileId);
    const known = await this.dictionary.of(row.divisionId);
    const dictionary = { ...known, headings: [...(row.columns?.headings ?? []), ...(known.headings ?? [])] };
    const columns = row.columns?.roles ?? null;
    const answer = await this.parse({ fileName: row.fileName, pasted: row.origin === 'pasted', ...(columns ? { columns } : {}), dictionary }, bytes, run.signal);
    if ('rows' in answer) await this.ask(run, row.createdAt, answer.rows);
    else if ('code' in answer) await this.fail(run, row.createdAt, answer);
    else await this.finish(run, row.createdAt, contentOf(answer, await this.programmes.namesForReading(answer.paper.year)));
  }

  private async parse(options: ReadOptions, bytes: Buffer, signal: AbortSignal): Promise<Reading | ImportFailure | Pick<ImportColumns, 'rows'>> {
    try {
      const answer = (await runInSandbox({ entry: childEntry(), header: options, input: bytes, ...limits, signal })) as ChildAnswer;
      if (!answer.ok && answer.problem.rows) return { rows: answer.problem.rows };
      return answer.ok ? answer.reading : { code: answer.problem.code, place: answer.problem.place, params: answer.problem.params };
    } catch (error) {
      if (error instanceof SandboxError && error.code !== 'aborted') return { code: 'paper.reader_failed', place: null, params: {} };
      throw error;
    }
  }

  private async finish(run: JobRun, createdAt: Date, content: ImportContent): Promise<void> {
    const importId = run.payload['importId'] as string;
    await this.work.run(async () => {
      if (!(await this.imports.advance(importId, 'reading', { state: 'ready', content, progressPermille: 1000 }))) return;
      await this.audit.record({ actor: { kind: 'system', id: null, ip: null }, action: 'plan_import.read', subjectKind: 'plan_import', subjectId: importId, before: null, after: { items: content.items.length, warnings: content.warnings.length } });
      await this.tell(createdAt, importId);
      await run.finish();
    });
  }

  /** The columns are not understood: whoever uploaded it says what they hold. */
  private async ask(run: JobRun, createdAt: Date, rows: ImportColumns['rows']): Promise<void> {
    const importId = run.payload['importId'] as string;
    await this.work.run(async () => {
      if (!(await this.imports.advance(importId, 'reading', { state: 'asking', columns: { rows, roles: null }, progressPermille: 1000 }))) return;
      await this.audit.record({ actor: { kind: 'system', id: null, ip: null }, action: 'plan_import.read', subjectKind: 'plan_import', subjectId: importId, before: null, after: { state: 'asking' } });
      await this.tell(createdAt, importId);
      await run.finish();
    });
  }

  private async fail(run: JobRun, createdAt: Date, failure: ImportFailure): Promise<void> {
    const importId = run.payload['importId'] as string;
    await this.work.run(async () => {
      if (!(await this.imports.advance(importId, 'reading', { state: 'failed', failure, progressPermille: 1000 }))) return;
      await this.audit.record({ actor: { kind: 'system', id: null, ip: null }, action: 'plan_import.failed', subjectKind: 'plan_import', subjectId: importId, before: null, after: { code: failure.code } });
      await this.tell(createdAt, importId);
      await run.finish();
    });
  }

  private async tell(createdAt: Date, importId: string): Promise<void> {
    if (this.clock.now().getTime() - createdAt.getTime() > PATIENCE_MS) await this.jobs.enqueue('notice.plan_import', { importId }, { key: `notice.plan_import:${importId}` });
  }
}
