import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Notice } from '@kepu/contracts';
import { code, foreignId, id, json, optional, References, text, utc } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A message inside the app. `eventKey` names what happened, so that a repeated delivery finds its message there already. */
@Entity('notices')
@Index(uniqueName('notices', ['account_id', 'event_key']), ['accountId', 'eventKey'], { unique: true })
@Index(['accountId', 'readAt'])
export class NoticeEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('accounts') accountId!: string;
  @Column(text(120)) eventKey!: string;
  @Column(code()) kind!: Notice['kind'];
  @Column(json<Notice['params']>()) params!: Notice['params'];
  @Column(optional(text(200))) link!: string | null;
  @Column(utc()) createdAt!: Date;
  @Column(optional(utc())) readAt!: Date | null;
}
