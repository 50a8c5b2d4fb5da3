import type { ColumnRole } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, foreignId, id, References, text, utc } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** What a heading of a paper means, as a person said; known for every paper after it. `headingKey` is what headings are compared by. */
@Entity('column_meanings')
@Index(uniqueName('column_meanings', ['heading_key']), ['headingKey'], { unique: true })
export class ColumnMeaningEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(text(60)) heading!: string;
  @Column(text(60)) headingKey!: string;
  @Column(code()) role!: ColumnRole;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
}
