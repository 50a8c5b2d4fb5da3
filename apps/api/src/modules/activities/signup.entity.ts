import { lengths, type MySignup } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, flag, foreignId, id, integer, optional, References, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A person and a position (报名). One row however often the person comes and goes. */
@Entity('signups')
@Index(uniqueName('signups', ['position_id', 'volunteer_id']), ['positionId', 'volunteerId'], { unique: true })
@Index(['volunteerId', 'state'])
@Index(['shiftId', 'state'])
@Index(['activityId', 'state'])
@Index(['positionId', 'state', 'queuedAt'])
@Index(['state', 'heldUntil'])
export class SignupEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('positions') positionId!: string;
  @Column(foreignId()) @References('shifts') shiftId!: string;
  @Column(foreignId()) @References('activities') activityId!: string;
  @Column(foreignId()) @References('volunteers') volunteerId!: string;
  @Column(code()) state!: MySignup['state'];
  /** Order of the waiting list. */
  @Column(optional(utc())) queuedAt!: Date | null;
  /** Of somebody who waits and is asked whether they still want the place: it stays taken until then. */
  @Column(optional(utc())) heldUntil!: Date | null;
  @Column(flag()) onDuty!: boolean;
  /** Children under 8 who come along: a number, and nothing else of them. */
  @Column(integer()) companions!: number;
  /** Of the risks that the person has read for them. */
  @Column(optional(digest())) companionsHash!: string | null;
  @Column(optional(text(lengths.remark))) note!: string | null;
  @Column(optional(text(lengths.note))) reason!: string | null;
  @Column(optional(foreignId())) @References('accounts') placedBy!: string | null;
  @Column(utc()) signedUpAt!: Date;
  @Column(optional(utc())) decidedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') decidedBy!: string | null;
  @Column(version()) version!: number;
}

/** Proof of presence (签到签退): one for each sign-up. */
@Entity('attendances')
@Index(uniqueName('attendances', ['signup_id']), ['signupId'], { unique: true })
@Index(['shiftId'])
@Index(['volunteerId'])
export class AttendanceEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('signups') signupId!: string;
  @Column(foreignId()) @References('shifts') shiftId!: string;
  @Column(foreignId()) @References('volunteers') volunteerId!: string;
  @Column(code()) state!: 'present' | 'left' | 'absent' | 'settled';
  @Column(optional(utc())) inAt!: Date | null;
  @Column(optional(code())) inBy!: 'list' | 'code' | null;
  @Column(optional(utc())) outAt!: Date | null;
  @Column(optional(code())) outBy!: 'list' | 'self' | 'assumed' | null;
  /** As settled. */
  @Column(optional(integer())) minutes!: number | null;
  @Column(optional(foreignId())) @References('accounts') markedBy!: string | null;
  @Column(utc()) createdAt!: Date;
  @Column(version()) version!: number;
}
