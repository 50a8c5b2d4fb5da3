import { lengths, type JointGroup } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, foreignId, id, longText, optional, References, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** Items of several units that are one piece of work, confirmed by a person; or clauses that look like it and are not. The rows of the paper stay as they are. */
@Entity('joint_groups')
@Index(['planId', 'state'])
export class JointGroupEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  @Column(code()) state!: JointGroup['state'];
  @Column(text(lengths.name)) name!: string;
  /** None for what was set aside. */
  @Column(optional(foreignId())) @References('units') leadUnitId!: string | null;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(version()) version!: number;
}

/** A clause of an item, as it was when it was put there. It belongs to one group at most. */
@Entity('joint_parts')
@Index(uniqueName('joint_parts', ['item_id', 'clause_key']), ['itemId', 'clauseKey'], { unique: true })
@Index(['groupId'])
export class JointPartEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('joint_groups') groupId!: string;
  @Column(foreignId()) @References('items') itemId!: string;
  @Column(longText()) clause!: string;
  /** Of the clause without blanks and in one width: an edition that only sets it anew leaves it the same. */
  @Column(digest()) clauseKey!: string;
}
