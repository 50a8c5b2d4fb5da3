import { lengths, talkLimits } from '@kepu/contracts';
import type { TalkState } from '@kepu/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, flag, foreignId, id, integer, longText, optional, References, searchKey, text, utc, version } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** A talk of a lecturer's menu (宣讲题目). Equipment, languages and months are signs 0 and 1 in the order of the contracts. */
@Entity('talks')
@Index(['poolId', 'state'])
@Index(['lecturerId', 'poolId'])
@Index(['state', 'updatedAt'])
export class TalkEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('pools') poolId!: string;
  @Column(foreignId()) @References('accounts') lecturerId!: string;
  @Column(text(lengths.title)) title!: string;
  @Column(searchKey()) titleKey!: string;
  @Column(longText()) searchKey!: string;
  @Column(text(talkLimits.summary)) summary!: string;
  @Column(integer()) minutes!: number;
  @Column(optional(integer())) mostPeople!: number | null;
  @Column(code()) equipment!: string;
  @Column(optional(text(lengths.note))) needs!: string | null;
  @Column(code()) languages!: string;
  @Column(code()) months!: string;
  /** The lecturer agrees to be named. */
  @Column(flag()) nameShown!: boolean;
  /** Staff wrote it for the lecturer: its draft is theirs to see. */
  @Column(flag()) staffWritten!: boolean;
  @Column(code()) state!: TalkState;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(utc()) updatedAt!: Date;
  @Column(optional(utc())) submittedAt!: Date | null;
  /** For the first or the last time: whoever was on the menu may be ordered. */
  @Column(optional(utc())) publishedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') publishedBy!: string | null;
  @Column(optional(text(lengths.note))) returnedReason!: string | null;
  @Column(optional(utc())) returnedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') returnedBy!: string | null;
  @Column(optional(text(lengths.note))) withdrawnReason!: string | null;
  @Column(optional(utc())) withdrawnAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') withdrawnBy!: string | null;
  @Column(version()) version!: number;
}

/** A topic or an audience of a talk. */
@Entity('talk_terms')
@Index(uniqueName('talk_terms', ['talk_id', 'term_id']), ['talkId', 'termId'], { unique: true })
@Index(['termId'])
export class TalkTermEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('talks') talkId!: string;
  @Column(foreignId()) @References('terms') termId!: string;
  @Column(code()) kind!: 'topic' | 'audience';
}
