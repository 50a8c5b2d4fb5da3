import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { EvidenceLedger } from '../plans/index.js';
import { RecordsRepository } from './records.repository.js';
import type { ServiceRecordEntity } from './service-record.entity.js';

const sourceKind = 'service_record';

/** Volunteer hours as evidence for the items of the paper that an activity serves. Work achievements are none: the paper counts what was given freely. Inside a unit. */
@Injectable()
export class ServiceEvidence {
  constructor(private readonly rows: RecordsRepository, private readonly ledger: EvidenceLedger) {}

  async add(actor: Actor, records: readonly ServiceRecordEntity[], activity: { readonly activityId: string; readonly title: string }): Promise<void> {
    const counted = records.filter(({ ledger, minutes }) => ledger === 'volunteer' && minutes > 0);
    const items = counted.length > 0 ? await this.rows.itemsServed(activity.activityId) : [];
    if (items.length === 0) return;
    await this.ledger.add(actor, counted.flatMap((record) => items.map((itemId) => ({
      itemId, measureId: null, metric: 'volunteer_minutes' as const, quantity: record.minutes, manual: false, unitId: record.unitId, occurredOn: record.day, sourceKind, sourceId: record.id,
      activityId: activity.activityId, title: activity.title,
    }))));
  }

  /** Whatever the record was counted for is taken back; nothing where it was counted for nothing. */
  reverse(actor: Actor, recordId: string, reason: string): Promise<number> { return this.ledger.reverse(actor, sourceKind, recordId, reason); }
}
