import { lengths } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, foreignId, id, integer, optional, References, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** Item × unit, in the role that the paper prints. The question asked last, and its answer, stand with it; earlier ones stand in the history. */
@Entity('assignments')
@Index(uniqueName('assignments', ['item_id', 'unit_id', 'role']), ['itemId', 'unitId', 'role'], { unique: true })
@Index(['planId', 'unitId', 'state'])
@Index(['unitId', 'state'])
export class AssignmentEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('items') itemId!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(text(lengths.name)) unitPrinted!: string;
  /** Order in the paper: the item's, so that a unit's own list needs no join to sort. */
  @Column(integer()) seq!: number;
  @Column(code()) role!: 'responsible' | 'lead' | 'cooperating';
  @Column(code()) state!: 'pending' | 'asked' | 'signed' | 'withdrawn';
  @Column(optional(utc())) signedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') signedBy!: string | null;
  @Column(optional(code())) signedHow!: 'self' | 'recorded' | null;
  @Column(optional(text(lengths.note))) signedNote!: string | null;
  @Column(optional(text(lengths.note))) question!: string | null;
  @Column(optional(foreignId())) @References('accounts') askedBy!: string | null;
  @Column(optional(utc())) askedAt!: Date | null;
  @Column(optional(text(lengths.note))) answer!: string | null;
  @Column(optional(foreignId())) @References('accounts') answeredBy!: string | null;
  @Column(optional(utc())) answeredAt!: Date | null;
  /** The day in force after extensions; the printed one stays with the item. */
  @Column(optional(day())) extendedTo!: string | null;
  /** Set while it is closed out (销号). */
  @Column(optional(utc())) doneAt!: Date | null;
  @Column(version()) version!: number;
}
