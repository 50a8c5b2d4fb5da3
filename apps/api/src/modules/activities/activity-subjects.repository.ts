import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, readRows } from '../../platform/database/index.js';
import { ComplaintSubjects, type ComplaintSubject } from '../complaints/index.js';

/** Which activity a complaint is about, by the page that it was begun on. Drafts are nobody's page. */
@Injectable()
export class ActivitySubjects implements OnModuleInit {
  constructor(private readonly subjects: ComplaintSubjects, private readonly database: Database) {}

  onModuleInit(): void {
    this.subjects.register('activities', (id) => this.find('a.id = :id', id));
    for (const noun of ['checkin', 'lead']) this.subjects.register(noun, (id) => this.find('a.id = (SELECT h.activity_id FROM shifts h WHERE h.id = :id)', id));
  }

  private async find(where: string, id: string): Promise<ComplaintSubject | null> {
    const [row] = await readRows<ComplaintSubject>(this.database.reader, `SELECT a.title AS title, a.county_id AS countyId, a.unit_id AS unitId FROM activities a WHERE a.state <> 'draft' AND ${where}`, { id });
    return row ?? null;
  }
}
