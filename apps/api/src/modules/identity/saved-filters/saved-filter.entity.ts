import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { lengths, type SavedFilter } from '@kepu/contracts';
import { foreignId, id, json, References, text, utc } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** A filter of a list that a person keeps under a name. */
@Entity('saved_filters')
@Index(uniqueName('saved_filters', ['account_id', 'list', 'name']), ['accountId', 'list', 'name'], { unique: true })
export class SavedFilterEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('accounts') accountId!: string;
  @Column(text(40)) list!: string;
  @Column(text(lengths.personName)) name!: string;
  @Column(json<SavedFilter['filter']>()) filter!: SavedFilter['filter'];
  @Column(utc()) createdAt!: Date;
}
