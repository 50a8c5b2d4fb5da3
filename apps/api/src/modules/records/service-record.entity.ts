import { lengths, type Ledger, type LedgerRule } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, foreignId, id, integer, optional, References, text, utc } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A line of the two ledgers (服务记录). Append-only; `onceKey` lets a presence be recorded once, `reversesId` lets a line be taken back once. */
@Entity('service_records')
@Index(uniqueName('service_records', ['once_key']), ['onceKey'], { unique: true })
@Index(uniqueName('service_records', ['reverses_id']), ['reversesId'], { unique: true })
@Index(['volunteerId', 'day'])
@Index(['ledger', 'volunteerId', 'minutes'])
@Index(['activityId'])
@Index(['unitId', 'day'])
export class ServiceRecordEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(text(80)) onceKey!: string;
  @Column(foreignId()) @References('volunteers') volunteerId!: string;
  @Column(foreignId()) @References('activities') activityId!: string;
  @Column(foreignId()) @References('shifts') shiftId!: string;
  @Column(foreignId()) @References('signups') signupId!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(day()) day!: string;
  @Column(integer()) minutes!: number;
  @Column(code()) ledger!: Ledger;
  @Column(code()) rule!: LedgerRule;
  @Column(optional(foreignId())) @References('service_records') reversesId!: string | null;
  @Column(optional(text(lengths.note))) reason!: string | null;
  @Column(foreignId()) @References('accounts') confirmedBy!: string;
  @Column(utc()) createdAt!: Date;
}
