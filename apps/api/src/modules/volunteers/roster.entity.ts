import { lengths, type Occupation, type RosterState, type ScopeKind } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, digest, encrypted, encryptedText, flag, foreignId, id, integer, json, optional, References, searchKey, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A list of people that somebody brought. `scope` says in whose name; `layout` is the sealed header. */
@Entity('roster_imports')
@Index(['createdBy'])
@Index(['createdAt'])
export class RosterImportEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(code()) state!: RosterState;
  @Column(text(lengths.fileName)) fileName!: string;
  @Column(digest()) fileHash!: string;
  @Column(code()) scopeKind!: ScopeKind;
  @Column(optional(foreignId())) scopeId!: string | null;
  @Column(text(lengths.fullName)) body!: string;
  @Column(encryptedText()) layout!: string;
  @Column(integer()) rowsRead!: number;
  @Column(integer()) faultyRows!: number;
  /** Whether its rows are still there. */
  @Column(flag()) kept!: boolean;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(utc()) createdAt!: Date;
  @Column(version()) version!: number;
}

/** A row of a preview: all that was read of a person, in one sealed piece. */
@Entity('roster_rows')
@Index(uniqueName('roster_rows', ['import_id', 'row_no']), ['importId', 'rowNo'], { unique: true })
export class RosterRowEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('roster_imports') importId!: string;
  @Column(integer()) rowNo!: number;
  @Column(flag()) faulty!: boolean;
  @Column(encryptedText()) sealed!: string;
}

/**
 * Somebody who is asked. What was entered of them goes as soon as the question is answered or taken back; the blind index stays, so that who declined is not asked again.
 * `open_key` is that index while the question is open: one question per number, whatever runs at the same time.
 */
@Entity('roster_entries')
@Index(uniqueName('roster_entries', ['token_hash']), ['tokenHash'], { unique: true })
@Index(uniqueName('roster_entries', ['open_key']), ['openKey'], { unique: true })
@Index(['importId'])
@Index(['unitId'])
@Index(['countyId'])
@Index(['phoneIndex'])
@Index(['createdAt'])
@Index(['expiresAt'])
@Index(['accountId'])
export class RosterEntryEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('roster_imports') importId!: string;
  @Column(code()) state!: 'pending' | 'accepted' | 'declined' | 'withdrawn' | 'expired';
  @Column(digest()) tokenHash!: string;
  @Column(optional(digest())) openKey!: string | null;
  @Column(digest()) phoneIndex!: string;
  @Column(optional(encrypted(lengths.phone))) phoneSealed!: string | null;
  @Column(optional(text(lengths.personName))) name!: string | null;
  @Column(searchKey()) nameKey!: string;
  @Column(searchKey()) searchKey!: string;
  @Column(optional(day())) bornOn!: string | null;
  @Column(optional(code())) occupation!: Occupation | null;
  @Column(optional(foreignId())) @References('units') unitId!: string | null;
  @Column(foreignId()) @References('divisions') countyId!: string;
  @Column(json<string[]>()) topicIds!: string[];
  @Column(optional(foreignId())) @References('pools') poolId!: string | null;
  @Column(code()) scopeKind!: ScopeKind;
  @Column(optional(foreignId())) scopeId!: string | null;
  @Column(text(lengths.fullName)) body!: string;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(utc()) createdAt!: Date;
  @Column(utc()) expiresAt!: Date;
  @Column(optional(utc())) sentAt!: Date | null;
  @Column(optional(utc())) remindedAt!: Date | null;
  @Column(optional(utc())) answeredAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') accountId!: string | null;
}
