import { lengths, type Light, type LightReason, type Prompt, type PromptKind } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, flag, foreignId, id, integer, json, longText, optional, References, text, utc, version } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** A numbered letter to one unit with a day to reply by (工作提示函、督办单). */
@Entity('prompts')
@Index(['planId', 'state'])
@Index(['unitId', 'state'])
@Index(uniqueName('prompts', ['number_key']), ['numberKey'], { unique: true })
export class PromptEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(code()) kind!: PromptKind;
  @Column(code()) state!: Prompt['state'];
  @Column(optional(text(lengths.docNumber))) number!: string | null;
  /** Year and number of what was sent: a number stands once a year, whoever sends at the same moment. */
  @Column(optional(text(lengths.docNumber + 5))) numberKey!: string | null;
  @Column(text(lengths.title)) title!: string;
  @Column(longText()) text!: string;
  @Column(day()) replyBy!: string;
  @Column(flag()) replyUncertain!: boolean;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(optional(utc())) approvedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') approvedBy!: string | null;
  @Column(optional(text(lengths.note))) turnedDownReason!: string | null;
  @Column(optional(utc())) turnedDownAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') turnedDownBy!: string | null;
  @Column(optional(utc())) sentAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') sentBy!: string | null;
  @Column(optional(utc())) readAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') readBy!: string | null;
  @Column(optional(utc())) closedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') closedBy!: string | null;
  @Column(optional(text(lengths.note))) closedNote!: string | null;
  @Column(optional(text(lengths.note))) endedReason!: string | null;
  /** The prompt that it has taken the place of. */
  @Column(optional(foreignId())) @References('prompts') beforeId!: string | null;
  @Column(version()) version!: number;
}

/** What a prompt is about, with the light of that day. */
@Entity('prompt_items')
@Index(uniqueName('prompt_items', ['prompt_id', 'assignment_id']), ['promptId', 'assignmentId'], { unique: true })
@Index(['assignmentId'])
export class PromptItemEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('prompts') promptId!: string;
  @Column(foreignId()) @References('assignments') assignmentId!: string;
  @Column(integer()) seq!: number;
  @Column(code()) light!: Light;
  @Column(json<LightReason[]>()) reasons!: LightReason[];
}

/** What the unit replied: kept, also when it was given back or taken back. */
@Entity('prompt_replies')
@Index(['promptId'])
export class PromptReplyEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('prompts') promptId!: string;
  @Column(text(lengths.note)) reason!: string;
  @Column(text(lengths.note)) measures!: string;
  @Column(optional(day())) newDay!: string | null;
  @Column(utc()) repliedAt!: Date;
  @Column(foreignId()) @References('accounts') repliedBy!: string;
  /** After the day as it stood then. */
  @Column(flag()) late!: boolean;
  @Column(optional(text(lengths.note))) returnedReason!: string | null;
  @Column(optional(utc())) returnedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') returnedBy!: string | null;
  @Column(flag()) takenBack!: boolean;
}

/** Tables of prompts. */
export const promptEntities = [PromptEntity, PromptItemEntity, PromptReplyEntity];
