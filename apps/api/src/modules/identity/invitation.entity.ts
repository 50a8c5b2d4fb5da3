import { lengths, type Post, type UnitRole } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, encrypted, foreignId, id, optional, References, searchKey, text, utc } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A person whom somebody asked to speak or write for a unit. The token is with the holder of the link only; the contact says whom the link is for. */
@Entity('invitations')
@Index(uniqueName('invitations', ['token_hash']), ['tokenHash'], { unique: true })
@Index(['unitId'])
@Index(['contactIndex'])
@Index(['createdAt'])
export class InvitationEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(digest()) tokenHash!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(code()) role!: UnitRole;
  @Column(optional(code())) post!: Post | null;
  @Column(text(lengths.personName)) name!: string;
  @Column(searchKey()) nameKey!: string;
  @Column(searchKey()) searchKey!: string;
  @Column(code()) contactKind!: 'phone' | 'email';
  @Column(encrypted(lengths.email)) contactSealed!: string;
  @Column(digest()) contactIndex!: string;
  @Column(foreignId()) @References('accounts') invitedBy!: string;
  @Column(utc()) createdAt!: Date;
  @Column(utc()) expiresAt!: Date;
  @Column(optional(utc())) acceptedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') acceptedBy!: string | null;
  @Column(optional(utc())) withdrawnAt!: Date | null;
}
