import { lengths, type Occupation, type Position } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, encrypted, flag, foreignId, id, integer, json, optional, References, text, utc } from '../../platform/database/columns.js';

/** One time at which an activity happens (场次), with what was counted there. */
@Entity('shifts')
@Index(['activityId', 'startsAt'])
@Index(['startsAt'])
@Index(['leaderId'])
export class ShiftEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('activities') activityId!: string;
  @Column(utc()) startsAt!: Date;
  @Column(utc()) endsAt!: Date;
  @Column(optional(foreignId())) @References('accounts') leaderId!: string | null;
  /** Key of the rotating code. */
  @Column(encrypted(64)) secret!: string;
  @Column(optional(text(lengths.note))) cancelledReason!: string | null;
  @Column(optional(utc())) cancelledAt!: Date | null;
  @Column(optional(utc())) movedFrom!: Date | null;
  @Column(optional(text(lengths.note))) movedReason!: string | null;
  @Column(optional(flag())) held!: boolean | null;
  @Column(optional(integer())) turnout!: number | null;
  @Column(optional(code())) turnoutMethod!: string | null;
}

/** Whom a shift wants, and how many (岗位). `confirmed` is raised by a conditional update alone. */
@Entity('positions')
@Index(['shiftId', 'sortNo'])
@Index(['activityId'])
export class PositionEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('shifts') shiftId!: string;
  @Column(foreignId()) @References('activities') activityId!: string;
  @Column(code()) role!: Position['role'];
  @Column(text(lengths.name)) name!: string;
  @Column(integer()) minimum!: number;
  @Column(integer()) maximum!: number;
  @Column(integer()) confirmed!: number;
  @Column(flag()) paid!: boolean;
  @Column(json()) occupations!: Occupation[];
  /** Kinds of certificates, all of which are to be held on the day. */
  @Column(json()) credentialIds!: string[];
  /** Pools, one of which the person is to be in on the day. */
  @Column(json()) poolIds!: string[];
  @Column(optional(integer())) minAge!: number | null;
  @Column(optional(text(lengths.remark))) note!: string | null;
  @Column(integer()) sortNo!: number;
}
