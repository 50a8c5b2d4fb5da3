import type { InvitationOver, NoThanksReason, PlaceInvitationOrigin, PlaceInvitationState, Reason, WaveRest } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, flag, foreignId, id, integer, json, optional, References, text, utc, version } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** What a round looked at, with people by numbers instead of ids, and what came out of it: enough to make it again, and nothing by which anybody is known. */
@Entity('wave_rounds')
@Index(['at'])
export class WaveRoundEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(utc()) at!: Date;
  /** Of `inputs`, SHA-256. */
  @Column(digest()) digest!: string;
  @Column(json<unknown>()) inputs!: unknown;
  @Column(integer()) policyVersion!: number;
  @Column(integer()) weightsVersion!: number;
  @Column(integer()) seed!: number;
  @Column(json<unknown>()) output!: unknown;
  /** How many were asked. */
  @Column(integer()) asked!: number;
}

/** A place offered to a person. `openKey` is position and person while it waits for an answer: there is one at most. A position that the unit takes away leaves the question, so that its link still answers. */
@Entity('place_invitations')
@Index(uniqueName('place_invitations', ['open_key']), ['openKey'], { unique: true })
@Index(['positionId', 'sentAt'])
@Index(['volunteerId', 'sentAt'])
@Index(['state', 'answerBy'])
@Index(['sentAt'])
export class PlaceInvitationEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(optional(foreignId())) @References('positions', 'SET NULL') positionId!: string | null;
  @Column(foreignId()) @References('shifts', 'CASCADE') shiftId!: string;
  @Column(foreignId()) @References('activities') activityId!: string;
  @Column(foreignId()) @References('volunteers') volunteerId!: string;
  @Column(code()) state!: PlaceInvitationState;
  @Column(optional(text(73))) openKey!: string | null;
  @Column(optional(code())) closedBecause!: InvitationOver | null;
  @Column(code()) origin!: PlaceInvitationOrigin;
  @Column(optional(integer())) wave!: number | null;
  @Column(optional(foreignId())) @References('wave_rounds') roundId!: string | null;
  /** In thousandths of a point; null where the person has switched personal features off. */
  @Column(optional(integer())) score!: number | null;
  /** That all places are filled once this wave was asked, in thousandths. */
  @Column(optional(integer())) chance!: number | null;
  @Column(integer()) weightsVersion!: number;
  /** As they were when it was sent, without words. */
  @Column(json<Reason[]>()) reasons!: Reason[];
  @Column(utc()) sentAt!: Date;
  /** Null for the system. */
  @Column(optional(foreignId())) @References('accounts') sentBy!: string | null;
  @Column(utc()) answerBy!: Date;
  @Column(optional(utc())) answeredAt!: Date | null;
  @Column(optional(code())) reason!: NoThanksReason | null;
  @Column(version()) version!: number;
}

/** Whether a unit lets the system ask for the positions of an activity. */
@Entity('activity_waves')
export class ActivityWavesEntity {
  @PrimaryColumn(id()) @References('activities') id!: string;
  @Column(flag()) switchedOn!: boolean;
  @Column(foreignId()) @References('accounts') switchedBy!: string;
  @Column(utc()) switchedAt!: Date;
  @Column(version()) version!: number;
}

/** How asking for a position stands. `dueAt`: when it is looked at again. */
@Entity('wave_steps')
export class WaveStepEntity {
  @PrimaryColumn(id()) @References('positions', 'CASCADE') id!: string;
  /** Waves sent. */
  @Column(integer()) wave!: number;
  @Column(code()) kind!: 'send' | 'wait' | 'rest';
  @Column(optional(code())) because!: WaveRest | null;
  @Column(utc()) dueAt!: Date;
  @Column(utc()) lookedAt!: Date;
}

/** That somebody no longer wants to be asked; whoever has said nothing is asked. */
@Entity('invitation_preferences')
export class InvitationPreferenceEntity {
  @PrimaryColumn(id()) @References('accounts') id!: string;
  @Column(flag()) switchedOff!: boolean;
  @Column(utc()) changedAt!: Date;
}

/** All tables of invitations. */
export const placeInvitationEntities = [WaveRoundEntity, PlaceInvitationEntity, ActivityWavesEntity, WaveStepEntity, InvitationPreferenceEntity];
