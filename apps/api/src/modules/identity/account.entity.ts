import { lengths } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, encrypted, flag, id, optional, searchKey, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A person who can sign in. Contact data are sealed; their blind indexes find them. */
@Entity('accounts')
@Index(uniqueName('accounts', ['email_index']), ['emailIndex'], { unique: true })
@Index(uniqueName('accounts', ['phone_index']), ['phoneIndex'], { unique: true })
@Index(['nameKey'])
@Index(['state'])
@Index(['searchKey'])
export class AccountEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(text(lengths.personName)) name!: string;
  @Column(searchKey()) nameKey!: string;
  @Column(searchKey()) searchKey!: string;
  @Column(optional(encrypted(lengths.email))) emailSealed!: string | null;
  @Column(optional(digest())) emailIndex!: string | null;
  @Column(optional(encrypted(lengths.phone))) phoneSealed!: string | null;
  @Column(optional(digest())) phoneIndex!: string | null;
  @Column(text(200)) passwordHash!: string;
  @Column(flag()) mustChangePassword!: boolean;
  @Column(code()) state!: 'active' | 'disabled' | 'closed';
  @Column(optional(utc())) lastSignInAt!: Date | null;
  @Column(utc()) createdAt!: Date;
  @Column(version()) version!: number;
}
