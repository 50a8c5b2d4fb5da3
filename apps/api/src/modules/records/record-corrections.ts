import { Injectable } from '@nestjs/common';
import { LateCorrections, type LateCorrection } from '../activities/index.js';
import { RecordTakeBackRepository } from './record-take-back.repository.js';

/** Hours of an activity that were taken back after its close was accepted: added up from the ledger, so that nothing has to be kept in step. */
@Injectable()
export class RecordCorrections extends LateCorrections {
  constructor(private readonly rows: RecordTakeBackRepository) { super(); }

  async of(activityId: string, since: Date): Promise<LateCorrection | null> {
    const found = await this.rows.since(activityId, since);
    return found.records === 0 ? null : found;
  }
}
