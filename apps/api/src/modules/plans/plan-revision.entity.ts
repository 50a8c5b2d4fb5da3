import { lengths, type RevisionLine, type RevisionSide } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, foreignId, id, integer, json, optional, References, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** What is decided of the items of two papers. `pairs` holds, for each place of the new paper from the first, the item that it stands for, or null for new work. */
export interface RevisionDecisions { readonly pairs: readonly (string | null)[]; readonly keep: readonly string[]; readonly withdraw: readonly string[] }
/** What an issued edition did, by kind. */
export interface RevisionCounts { readonly same: number; readonly changed: number; readonly added: number; readonly withdrawn: number; readonly kept: number; readonly signing: number; readonly units: number }

/** A later edition of a plan's paper. One draft at a time: the next edition's number can be taken once. */
@Entity('plan_revisions')
@Index(uniqueName('plan_revisions', ['plan_id', 'edition']), ['planId', 'edition'], { unique: true })
export class PlanRevisionEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  @Column(foreignId()) @References('plan_imports') importId!: string;
  @Column(integer()) edition!: number;
  @Column(code()) state!: 'draft' | 'issued';
  @Column(optional(text(lengths.docNumber))) docNumber!: string | null;
  @Column(text(lengths.title)) title!: string;
  @Column(optional(day())) issuedOn!: string | null;
  @Column(json<RevisionDecisions>()) decisions!: RevisionDecisions;
  /** As issued; a draft is counted when it is looked at. */
  @Column(optional(json<RevisionCounts>())) counts!: RevisionCounts | null;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(optional(utc())) issuedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') issuedBy!: string | null;
  @Column(version()) version!: number;
}

/** What an edition did to an item, in the words of both papers. Written once, with the edition. */
@Entity('item_revisions')
@Index(uniqueName('item_revisions', ['revision_id', 'item_id']), ['revisionId', 'itemId'], { unique: true })
@Index(['itemId'])
export class ItemRevisionEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('plan_revisions') revisionId!: string;
  @Column(foreignId()) @References('items') itemId!: string;
  /** Place in the new paper; null for what it no longer prints. */
  @Column(optional(integer())) position!: number | null;
  @Column(code()) kind!: Exclude<RevisionLine['kind'], 'same'>;
  @Column(json<RevisionLine['fields']>()) fields!: RevisionLine['fields'];
  @Column(optional(json<RevisionSide>())) oldSide!: RevisionSide | null;
  @Column(optional(json<RevisionSide>())) newSide!: RevisionSide | null;
  @Column(integer()) signing!: number;
}
