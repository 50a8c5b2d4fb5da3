import { lengths } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, encrypted, foreignId, id, integer, optional, References, utc } from '../../../platform/database/columns.js';

/** What a code was sent for: to sign in, to register a phone, to add a proof to a session, to become the own phone or address. */
export type ChallengePurpose = 'sign_in' | 'register' | 'proof' | 'contact';

/** A code or link that was asked for. The code itself stands nowhere: it follows from the id. */
@Entity('session_challenges')
@Index(['accountId'])
@Index(['expiresAt'])
export class ChallengeEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(code()) purpose!: ChallengePurpose;
  @Column(code()) channel!: 'sms' | 'email';
  @Column(digest()) contactIndex!: string;
  @Column(encrypted(lengths.email)) addressSealed!: string;
  /** Whose it is; null where nobody has the address. */
  @Column(optional(foreignId())) @References('accounts') accountId!: string | null;
  /** The session that it completes. */
  @Column(optional(foreignId())) sessionId!: string | null;
  @Column(integer()) tries!: number;
  @Column(utc()) createdAt!: Date;
  @Column(utc()) expiresAt!: Date;
  @Column(optional(utc())) usedAt!: Date | null;
}
