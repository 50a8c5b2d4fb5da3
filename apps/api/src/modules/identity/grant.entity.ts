import type { Post, Role, ScopeKind } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, foreignId, id, optional, References, utc } from '../../platform/database/columns.js';

/** A role that a person holds in a scope, between two days. Never deleted: a withdrawn right has an end. */
@Entity('account_grants')
@Index(['accountId'])
@Index(['scopeKind', 'scopeId'])
export class GrantEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('accounts') accountId!: string;
  @Column(code()) role!: Role;
  @Column(code()) scopeKind!: ScopeKind;
  @Column(optional(foreignId())) scopeId!: string | null;
  @Column(optional(code())) post!: Post | null;
  @Column(day()) fromDay!: string;
  @Column(optional(day())) toDay!: string | null;
  @Column(optional(utc())) endedAt!: Date | null;
  @Column(utc()) createdAt!: Date;
  @Column(optional(foreignId())) createdBy!: string | null;
}
