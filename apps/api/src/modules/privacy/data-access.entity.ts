import { lengths, type DataAccess } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, foreignId, id, optional, References, text, utc } from '../../platform/database/columns.js';

/** Somebody of the staff saw what is not shown to everybody who works here. Append-only; the reason goes with the person. */
@Entity('data_accesses')
@Index(['personId', 'id'])
@Index(['at'])
export class DataAccessEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(utc()) at!: Date;
  @Column(foreignId()) @References('accounts') actorId!: string;
  @Column(code()) role!: DataAccess['role'];
  /** The name of the office or unit, as it was then. */
  @Column(text(lengths.fullName)) body!: string;
  @Column(foreignId()) @References('accounts') personId!: string;
  @Column(code()) field!: DataAccess['field'];
  @Column(optional(text(lengths.note))) reason!: string | null;
  /** The export in which the person stood. */
  @Column(optional(foreignId())) exportId!: string | null;
}
