import { Column, Entity, PrimaryColumn } from 'typeorm';
import { id, integer } from '../../platform/database/columns.js';

/**
 * A row that units update before they check a rule over many rows, so that two of them cannot pass the check side by side.
 * Updated, not locked: a lock on a row that is not written does not hold on a Galera cluster.
 */
@Entity('guard_rows')
export class GuardRowEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(integer()) turn!: number;
}
