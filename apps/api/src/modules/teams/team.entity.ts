import { lengths, teamLimits } from '@kepu/contracts';
import type { TeamMemberState, TeamState } from '@kepu/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, flag, foreignId, id, integer, longText, optional, References, searchKey, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A kind of team, as the office keeps them. */
@Entity('team_kinds')
@Index(uniqueName('team_kinds', ['seed_key']), ['seedKey'], { unique: true })
@Index(uniqueName('team_kinds', ['name']), ['name'], { unique: true })
export class TeamKindEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(text(lengths.key)) seedKey!: string;
  @Column(text(lengths.name)) name!: string;
  @Column(optional(text(lengths.note))) note!: string | null;
  @Column(integer()) sortNo!: number;
  @Column(flag()) closed!: boolean;
  @Column(version()) version!: number;
}

/** A team (服务队). Whoever holds its code may join; `turn` is written by whoever changes its people, so that they wait for each other. */
@Entity('teams')
@Index(uniqueName('teams', ['unit_id', 'name']), ['unitId', 'name'], { unique: true })
@Index(uniqueName('teams', ['code']), ['code'], { unique: true })
@Index(['unitId', 'state'])
@Index(['kindId', 'state'])
@Index(['leaderId'])
export class TeamEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('team_kinds') kindId!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(text(lengths.name)) name!: string;
  @Column(searchKey()) nameKey!: string;
  @Column(longText()) searchKey!: string;
  @Column(optional(text(teamLimits.about))) about!: string | null;
  @Column(optional(foreignId())) @References('accounts') leaderId!: string | null;
  @Column(code()) state!: TeamState;
  @Column(optional(text(lengths.note))) reason!: string | null;
  @Column(code()) code!: string;
  @Column(integer()) turn!: number;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(version()) version!: number;
}

/** Somebody in a team (队员). One row however often the person comes and goes. */
@Entity('team_members')
@Index(uniqueName('team_members', ['team_id', 'volunteer_id']), ['teamId', 'volunteerId'], { unique: true })
@Index(['volunteerId', 'state'])
@Index(['teamId', 'state'])
export class TeamMemberEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('teams') teamId!: string;
  @Column(foreignId()) @References('volunteers') volunteerId!: string;
  @Column(code()) state!: TeamMemberState;
  @Column(optional(text(lengths.note))) reason!: string | null;
  @Column(optional(foreignId())) @References('accounts') invitedBy!: string | null;
  /** By whose word a minor is in it. */
  @Column(optional(foreignId())) @References('accounts') guardianId!: string | null;
  @Column(utc()) askedAt!: Date;
  @Column(optional(utc())) joinedAt!: Date | null;
  @Column(optional(utc())) leftAt!: Date | null;
  @Column(version()) version!: number;
}
