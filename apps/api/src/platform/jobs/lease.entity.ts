import { Column, Entity, PrimaryColumn } from 'typeorm';
import { code, id, utc } from '../database/columns.js';

/** Who may do a thing that only one process at a time may do, and until when. */
@Entity('leases')
export class LeaseEntity {
  @PrimaryColumn(code(60)) name!: string;
  @Column(id()) owner!: string;
  @Column(utc()) heldUntil!: Date;
}
