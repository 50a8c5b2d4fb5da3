import { Injectable, type OnModuleInit } from '@nestjs/common';
import { changeRows, Database, readRows, toDbTime } from '../../platform/database/index.js';
import { Retention } from '../../platform/retention/index.js';
import { PersonData } from '../identity/index.js';
import { UnitDirectory } from '../units/index.js';
import { ComplaintSubjects } from './complaint-subjects.js';

/** How long complaints are kept, who stands in them, and which unit a page is about. */
@Injectable()
export class ComplaintKeeping implements OnModuleInit {
  constructor(private readonly database: Database, private readonly retention: Retention, private readonly data: PersonData, private readonly subjects: ComplaintSubjects, private readonly units: UnitDirectory) {}

  onModuleInit(): void {
    this.retention.register('complaints', (before) => this.retention.inPortions((limit) => changeRows(
      this.database.writer, "DELETE FROM complaints WHERE id IN (SELECT o.id FROM (SELECT c.id AS id FROM complaints c WHERE c.state = 'closed' AND c.submitted_at < :before LIMIT :limit) o)", { before: toDbTime(before), limit })));
    this.data.registerActs('complaints.answered_by', 'complaints.reviewed_by');
    this.subjects.register('units', async (id) => {
      const unit = (await this.units.unitsByIds([id])).get(id);
      return unit ? { title: unit.name, unitId: unit.id, countyId: await this.countyOf(unit.divisionId) } : null;
    });
  }

  /** The county of a unit: the city's own bodies lie in none. */
  private async countyOf(divisionId: string): Promise<string | null> {
    const [row] = await readRows<{ id: string }>(this.database.reader, "SELECT d.id AS id FROM divisions d WHERE d.id = :code AND d.kind = 'county'", { code: divisionId.slice(0, 6) });
    return row?.id ?? null;
  }
}
