import { lengths, type Division } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, flag, foreignId, id, integer, optional, References, searchKey, text, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A city, county or township. Its id is its code, so that a scope is a prefix. */
@Entity('divisions')
@Index(['parentId'])
@Index(['nameKey'])
export class DivisionEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(text(lengths.name)) name!: string;
  @Column(searchKey()) nameKey!: string;
  @Column(searchKey()) searchKey!: string;
  @Column(code()) kind!: Division['kind'];
  @Column(optional(foreignId())) @References('divisions') parentId!: string | null;
  @Column(flag()) urbanCore!: boolean;
  @Column(flag()) island!: boolean;
  @Column(flag()) mountain!: boolean;
  @Column(optional(day())) openedOn!: string | null;
  @Column(optional(day())) closedOn!: string | null;
  @Column(optional(foreignId())) @References('divisions') successorId!: string | null;
  @Column(version()) version!: number;
}

/** Minutes between the seats of two counties, kept once: `fromId` is the smaller code. */
@Entity('division_travel')
@Index(uniqueName('division_travel', ['from_id', 'to_id']), ['fromId', 'toId'], { unique: true })
export class DivisionTravelEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('divisions') fromId!: string;
  @Column(foreignId()) @References('divisions') toId!: string;
  @Column(integer()) minutes!: number;
}
