import { lengths } from '@kepu/contracts';
import type { StandingAction } from '@kepu/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, foreignId, id, optional, References, text, utc } from '../../platform/database/columns.js';

/** A step in the standing of a registration. Append-only; where it stands now is in the volunteer's own row. */
@Entity('standing_acts')
@Index(['volunteerId', 'id'])
export class StandingActEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('volunteers') volunteerId!: string;
  @Column(code()) action!: StandingAction;
  @Column(text(lengths.note)) note!: string;
  /** Null for the system. */
  @Column(optional(foreignId())) @References('accounts') actorId!: string | null;
  @Column(utc()) at!: Date;
}
