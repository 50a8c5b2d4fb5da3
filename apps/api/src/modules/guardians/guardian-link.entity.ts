import { lengths, type LinkMethod, type Relation } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, encrypted, foreignId, id, optional, References, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A guardian of a minor, asked or confirmed. `activeKey` lets a pair be linked once at a time; name and phone are as the child wrote them. */
@Entity('guardian_links')
@Index(uniqueName('guardian_links', ['active_key']), ['activeKey'], { unique: true })
@Index(uniqueName('guardian_links', ['token_hash']), ['tokenHash'], { unique: true })
@Index(['minorId'])
@Index(['guardianId'])
export class GuardianLinkEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('volunteers') minorId!: string;
  @Column(optional(foreignId())) @References('accounts') guardianId!: string | null;
  @Column(optional(text(80))) activeKey!: string | null;
  @Column(optional(encrypted(lengths.personName))) nameSealed!: string | null;
  @Column(optional(encrypted(lengths.phone))) phoneSealed!: string | null;
  @Column(optional(digest())) phoneIndex!: string | null;
  @Column(code()) relation!: Relation;
  @Column(code()) method!: LinkMethod;
  @Column(optional(digest())) tokenHash!: string | null;
  @Column(utc()) askedAt!: Date;
  @Column(optional(utc())) expiresAt!: Date | null;
  @Column(optional(utc())) confirmedAt!: Date | null;
  @Column(optional(utc())) declinedAt!: Date | null;
  @Column(optional(utc())) endedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') endedBy!: string | null;
  @Column(version()) version!: number;
}
