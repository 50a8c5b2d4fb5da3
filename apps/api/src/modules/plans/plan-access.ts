import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessSubjects } from '../identity/index.js';
import { OpenWorkRegistry, UnitDirectory } from '../units/index.js';
import { ItemsRepository } from './items.repository.js';
import { PlanOpenWork } from './open-work.repository.js';
import { PlansRepository } from './plans.repository.js';
import { ReportPeriodsRepository } from './report-periods.repository.js';
import { UnitReportsRepository } from './unit-reports.repository.js';
import { WorkEntriesRepository } from './work-entries.repository.js';

/** Who sees plans, items, work entries and reports; and what of them a liaison leaves to a successor. It belongs to the unit, so nothing moves. */
@Injectable()
export class PlanAccess implements OnModuleInit {
  constructor(
    private readonly subjects: AccessSubjects, private readonly openWork: OpenWorkRegistry, private readonly plans: PlansRepository, private readonly items: ItemsRepository, private readonly entries: WorkEntriesRepository,
    private readonly reports: UnitReportsRepository, private readonly periods: ReportPeriodsRepository,
    private readonly waiting: PlanOpenWork, private readonly units: UnitDirectory,
  ) {}

  onModuleInit(): void {
    this.subjects.register('plan', { permission: 'plan:read', find: async (actor, id) => nameless(await this.plans.findFor(actor, id), (plan) => plan.title) });
    this.subjects.register('item', { permission: 'plan:read', find: async (actor, id) => nameless(await this.items.findFor(actor, id), (item) => [...item.text].slice(0, 40).join('')) });
    this.subjects.register('work_entry', {
      permission: 'work-entry:read',
      find: async (actor, id) => {
        const found = await this.entries.findFor(actor, id, 'work-entry:read');
        return found && { name: found.row.title, unit: { id: found.row.unitId, name: (await this.units.unitsByIds([found.row.unitId])).get(found.row.unitId)?.name ?? '' } };
      },
    });
    this.subjects.register('unit_report', {
      permission: 'report:read',
      find: async (actor, id) => {
        const found = await this.reports.findFor(actor, id, 'report:read');
        const period = found && (await this.periods.findFor(actor, found.row.periodId));
        return found && period && { name: `${period.name} ${found.unitName}`, unit: { id: found.row.unitId, name: found.unitName } };
      },
    });
    this.openWork.register('unit_reports', { count: ({ unitId }) => this.waiting.unitReports(unitId) });
    this.openWork.register('assignments_to_sign', { count: ({ unitId }) => this.waiting.assignments(unitId, 'pending') });
    this.openWork.register('questions', { count: ({ unitId }) => this.waiting.assignments(unitId, 'asked') });
    this.openWork.register('work_entries', { count: ({ unitId }) => this.waiting.workEntries(unitId) });
  }
}

const nameless = <T>(found: T | null, nameOf: (found: T) => string) => found && { name: nameOf(found), unit: null };
