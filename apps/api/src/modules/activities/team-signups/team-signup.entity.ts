import { lengths } from '@kepu/contracts';
import type { TeamSignupState } from '@kepu/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, foreignId, id, optional, References, text, utc, version } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** A team and a position (整队报名): asked, or coming. One row however often it comes and goes. */
@Entity('team_signups')
@Index(uniqueName('team_signups', ['team_id', 'position_id']), ['teamId', 'positionId'], { unique: true })
@Index(['positionId', 'state'])
@Index(['activityId', 'state'])
@Index(['shiftId'])
export class TeamSignupEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('teams') teamId!: string;
  @Column(foreignId()) @References('positions') positionId!: string;
  @Column(foreignId()) @References('shifts') shiftId!: string;
  @Column(foreignId()) @References('activities') activityId!: string;
  @Column(code()) state!: TeamSignupState;
  @Column(optional(text(lengths.remark))) note!: string | null;
  @Column(optional(text(lengths.note))) reason!: string | null;
  @Column(optional(foreignId())) @References('accounts') invitedBy!: string | null;
  @Column(optional(utc())) invitedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') answeredBy!: string | null;
  @Column(optional(utc())) answeredAt!: Date | null;
  @Column(utc()) createdAt!: Date;
  @Column(version()) version!: number;
}

/**
 * Whom a team chose for a position. The place itself is the person's own sign-up for that position, found by the same two columns: a child whose guardian agrees later, or somebody who comes back, is with the
 * team again without anybody writing it down.
 */
@Entity('team_places')
@Index(uniqueName('team_places', ['position_id', 'volunteer_id']), ['positionId', 'volunteerId'], { unique: true })
@Index(['teamSignupId'])
@Index(['volunteerId'])
export class TeamPlaceEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('team_signups') teamSignupId!: string;
  @Column(foreignId()) @References('positions') positionId!: string;
  @Column(foreignId()) @References('volunteers') volunteerId!: string;
  @Column(utc()) createdAt!: Date;
}
