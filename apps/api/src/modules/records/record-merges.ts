import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Holdings } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { Jobs } from '../../platform/jobs/index.js';
import { PersonMerges, type PersonMerge, type PersonMover } from '../identity/index.js';
import { RecordTakeBack } from './record-take-back.js';
import { RecordTakeBackRepository } from './record-take-back.repository.js';
import type { ServiceRecordEntity } from './service-record.entity.js';

/** Lines of the ledgers follow the person. Who was at one shift under both registrations was there once: the shorter line is taken back, as any line is, and never deleted. */
@Injectable()
export class RecordMerges implements PersonMover, OnModuleInit {
  readonly moves = ['service_records.volunteer_id'];
  readonly stays = [];

  constructor(private readonly merges: PersonMerges, private readonly rows: RecordTakeBackRepository, private readonly taking: RecordTakeBack, private readonly jobs: Jobs) {}

  onModuleInit(): void { this.merges.register(this); }

  async count(personIds: readonly string[]): Promise<ReadonlyMap<string, Partial<Holdings>>> {
    const found = new Map<string, Partial<Holdings>>();
    for (const { volunteerId, ledger, records, minutes } of await this.rows.holdings(personIds)) {
      const held = found.get(volunteerId) ?? {};
      found.set(volunteerId, { ...held, records: (held.records ?? 0) + records, [ledger === 'work' ? 'workMinutes' : 'volunteerMinutes']: minutes });
    }
    return found;
  }

  async merge({ actor, from, into }: PersonMerge): Promise<Partial<Holdings>> {
    const surplus = shorter(await this.rows.besides(into, from), await this.rows.besides(from, into));
    await this.rows.movePerson(from, into);
    await this.taking.reverse(actor.accountId, surplus.map((record) => ({ ...record, volunteerId: into })), label('zh-CN', 'terms.mergeReasons.record'));
    for (const { id } of surplus) await this.jobs.enqueue('notice.record_reversed', { recordId: id });
    const minutes = (ledger: ServiceRecordEntity['ledger']) => surplus.filter((record) => record.ledger === ledger).reduce((sum, record) => sum + record.minutes, 0);
    return { records: surplus.length, volunteerMinutes: minutes('volunteer'), workMinutes: minutes('work') };
  }
}

/** Of lines for one shift the longest stays, and among equals that of the registration that stays; every other one is surplus. */
const shorter = (own: readonly ServiceRecordEntity[], others: readonly ServiceRecordEntity[]): ServiceRecordEntity[] => {
  const longest = new Map<string, ServiceRecordEntity>();
  for (const record of [...own, ...others]) if (record.minutes > (longest.get(record.shiftId)?.minutes ?? -1)) longest.set(record.shiftId, record);
  return [...own, ...others].filter((record) => longest.get(record.shiftId) !== record);
};
