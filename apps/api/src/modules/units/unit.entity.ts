import { lengths, type Unit } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, flag, foreignId, id, integer, optional, References, searchKey, text, version } from '../../platform/database/columns.js';

/** Longest path: ten units from the top down. */
export const PATH_LENGTH = 400;
/** A unit is found under all the names that it ever had. */
export const UNIT_SEARCH_LENGTH = 2000;

/** A body that acts. `path` holds the ids from the top of the tree down to its own: `/…/…/`. */
@Entity('units')
@Index(['path'])
@Index(['divisionId', 'sortNo'])
@Index(['parentId'])
@Index(['sortNo'])
@Index(['nameKey'])
@Index(['name'])
@Index(['fullName'])
@Index(['successorId'])
export class UnitEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(text(lengths.name)) name!: string;
  @Column(searchKey()) nameKey!: string;
  @Column(searchKey(UNIT_SEARCH_LENGTH)) searchKey!: string;
  @Column(text(lengths.fullName)) fullName!: string;
  @Column(code()) kind!: Unit['kind'];
  @Column(foreignId()) @References('divisions') divisionId!: string;
  @Column(optional(foreignId())) @References('units') parentId!: string | null;
  @Column(text(PATH_LENGTH)) path!: string;
  @Column(integer()) sortNo!: number;
  @Column(flag()) hostsOffice!: boolean;
  @Column(optional(day())) openedOn!: string | null;
  @Column(optional(day())) closedOn!: string | null;
  @Column(optional(foreignId())) @References('units') successorId!: string | null;
  @Column(version()) version!: number;
}

/** Another name of a unit: an alias that a paper may print, or a former name with its last day. */
@Entity('unit_names')
@Index(['unitId'])
@Index(['name'])
export class UnitNameEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(code()) kind!: 'alias' | 'former';
  @Column(text(lengths.fullName)) name!: string;
  @Column(optional(day())) untilDay!: string | null;
}
