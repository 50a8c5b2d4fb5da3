import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, id, integer, utc } from '../database/columns.js';

/** What a rule has removed on a day. */
@Entity('retention_runs')
@Index(['rule', 'id'])
export class RetentionRunEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(code()) rule!: string;
  @Column(utc()) ranAt!: Date;
  @Column(integer()) removed!: number;
}
