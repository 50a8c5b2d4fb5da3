import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Light } from '@kepu/contracts';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { dailyAt, JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { GrantsRepository } from '../../identity/index.js';
import { NoticesService } from '../../notices/index.js';
import { PlansRepository } from '../plans.repository.js';
import { UnitReportsRepository } from '../unit-reports.repository.js';
import { LightReader, type LitAssignment } from './light-reader.js';
import { LightsRepository } from './lights.repository.js';

const system = { kind: 'system', task: 'lights' } as const;
/** Lights that ask for something. */
const warning = (light: Light): boolean => light === 'red' || light === 'yellow';

/** Looks at all lights each morning: keeps which of them changed, and tells the units and the office of those that became red or yellow. */
@Injectable()
export class LightWatch implements OnModuleInit {
  constructor(
    private readonly rows: LightsRepository, private readonly reader: LightReader, private readonly plans: PlansRepository, private readonly reports: UnitReportsRepository, private readonly grants: GrantsRepository, private readonly notices: NoticesService,
    private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register({ kind: 'lights.daily', run: (run) => this.daily(run) });
    this.worker.every('lights.daily', dailyAt('07:30'));
  }

  private async daily(run: JobRun): Promise<void> {
    const today = this.clock.today();
    for (const { id, title } of await this.rows.issuedPlans()) {
      const plan = await this.plans.findFor(system, id);
      if (!plan) continue;
      const lit = await this.reader.read(system, plan);
      const before = new Map((await this.rows.latestOf(id)).map((row) => [row.assignmentId, row]));
      const changed = lit.filter(({ row, light }) => before.get(row.id)?.light !== light && before.get(row.id)?.day !== today);
      const worse = changed.filter(({ light }) => warning(light));
      const units = [...new Map(worse.map(({ row }) => [row.unitId, { id: row.unitId, path: row.unitPath }])).values()];
      const [liaisons, office] = await Promise.all([this.reports.liaisonsFor(units, today), this.grants.officeAccountsOf(plan.officeId, today)]);
      await this.work.run(async () => {
        await this.rows.insertChanges(changed.map(({ row, light, rule }) => ({ id: newId(), assignmentId: row.id, day: today, lightBefore: before.get(row.id)?.light ?? null, light, reasons: [...rule.reasons] })));
        const counts = (some: readonly LitAssignment[]) => ({ red: some.filter(({ light }) => light === 'red').length, yellow: some.filter(({ light }) => light === 'yellow').length });
        for (const unit of units) {
          await this.notices.deliver(liaisons.get(unit.id) ?? [], { eventKey: `lights:${id}:${unit.id}:${today}`, kind: 'lights_turned', link: `/my-items?plan=${id}`, params: { title, ...counts(worse.filter(({ row }) => row.unitId === unit.id)) } });
        }
        if (worse.length > 0) await this.notices.deliver(office, { eventKey: `lights:${id}:${today}`, kind: 'lights_office', link: `/plans/${id}/lights`, params: { title, ...counts(worse) } });
      });
    }
    await this.work.run(() => run.finish());
  }
}
