import { lengths, type Programme, type Term, type ThemeDay, type Workday } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, flag, foreignId, id, integer, json, optional, References, searchKey, text, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** An entry is found under its aliases as well. */
export const ENTRY_SEARCH_LENGTH = 2000;

/** A topic (of two levels) or an audience. */
@Entity('terms')
@Index(['kind', 'sortNo'])
@Index(['parentId'])
export class TermEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(code()) kind!: Term['kind'];
  @Column(text(lengths.name)) name!: string;
  @Column(searchKey()) nameKey!: string;
  @Column(searchKey(ENTRY_SEARCH_LENGTH)) searchKey!: string;
  @Column(optional(foreignId())) @References('terms') parentId!: string | null;
  @Column(json<string[]>()) aliases!: string[];
  @Column(integer()) sortNo!: number;
  @Column(optional(day())) closedOn!: string | null;
  @Column(optional(foreignId())) @References('terms') successorId!: string | null;
  @Column(version()) version!: number;
}

/** The programmes that the papers of some years use. */
@Entity('programme_sets')
@Index(uniqueName('programme_sets', ['name']), ['name'], { unique: true })
export class ProgrammeSetEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(text(lengths.name)) name!: string;
  @Column(integer()) fromYear!: number;
  @Column(optional(integer())) toYear!: number | null;
}

/** A programme of a set. Plans keep the name that they were issued with. */
@Entity('programmes')
@Index(['setId', 'sortNo'])
export class ProgrammeEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('programme_sets') setId!: string;
  @Column(text(lengths.name)) name!: string;
  @Column(searchKey()) nameKey!: string;
  @Column(searchKey(ENTRY_SEARCH_LENGTH)) searchKey!: string;
  @Column(text(20)) shortName!: string;
  @Column(code()) kind!: Programme['kind'];
  @Column(json<string[]>()) aliases!: string[];
  @Column(integer()) sortNo!: number;
  @Column(optional(day())) closedOn!: string | null;
  @Column(optional(foreignId())) @References('programmes') successorId!: string | null;
  @Column(version()) version!: number;
}

/** Which programme of another set goes on with one. `toId` is what is proposed where `ask` says that a person chooses. */
@Entity('programme_mappings')
@Index(uniqueName('programme_mappings', ['from_id', 'to_set_id']), ['fromId', 'toSetId'], { unique: true })
export class ProgrammeMappingEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('programmes') fromId!: string;
  @Column(foreignId()) @References('programme_sets') toSetId!: string;
  @Column(optional(foreignId())) @References('programmes') toId!: string | null;
  @Column(flag()) ask!: boolean;
  @Column(optional(text(lengths.note))) note!: string | null;
  @Column(version()) version!: number;
}

/** A day, week or month with a theme. */
@Entity('theme_days')
@Index(['nameKey'])
export class ThemeDayEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(text(lengths.name)) name!: string;
  @Column(searchKey()) nameKey!: string;
  @Column(searchKey(ENTRY_SEARCH_LENGTH)) searchKey!: string;
  @Column(json<string[]>()) aliases!: string[];
  @Column(json<ThemeDay['rule']>()) rule!: ThemeDay['rule'];
  @Column(optional(text(lengths.note))) note!: string | null;
  @Column(optional(day())) closedOn!: string | null;
  @Column(version()) version!: number;
}

/** A day that differs from its weekday. */
@Entity('workdays')
@Index(uniqueName('workdays', ['date']), ['date'], { unique: true })
export class WorkdayEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(day()) date!: string;
  @Column(code()) kind!: Workday['kind'];
  @Column(text(lengths.name)) name!: string;
}
