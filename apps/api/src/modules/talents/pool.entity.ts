import { lengths, poolLimits, type CollectionField, type PoolSettings } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, flag, foreignId, id, integer, json, longText, optional, References, searchKey, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A pool of people (人才队伍) and what is set for it. `seedKey` is its name in the seeds, or its id. Nobody named as owner: the city office. */
@Entity('pools')
@Index(uniqueName('pools', ['seed_key']), ['seedKey'], { unique: true })
@Index(uniqueName('pools', ['name']), ['name'], { unique: true })
export class PoolEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(text(lengths.key)) seedKey!: string;
  @Column(text(lengths.name)) name!: string;
  @Column(optional(text(lengths.note))) note!: string | null;
  @Column(integer()) sortNo!: number;
  @Column(json<string[]>()) aliases!: string[];
  @Column(optional(foreignId())) @References('divisions') ownerDivisionId!: string | null;
  @Column(optional(foreignId())) @References('units') ownerUnitId!: string | null;
  @Column(code()) entry!: PoolSettings['entry'];
  @Column(flag()) unitsRecommend!: boolean;
  @Column(flag()) peopleApply!: boolean;
  @Column(flag()) countyReviews!: boolean;
  @Column(optional(integer())) quota!: number | null;
  @Column(optional(integer())) countyQuota!: number | null;
  @Column(optional(integer())) termMonths!: number | null;
  @Column(integer()) renewDays!: number;
  @Column(flag()) letter!: boolean;
  @Column(optional(longText())) letterWords!: string | null;
  @Column(optional(text(poolLimits.pattern))) numberPattern!: string | null;
  @Column(json<CollectionField[]>()) questions!: CollectionField[];
  @Column(integer()) questionsVersion!: number;
  /** Its members offer talks. */
  @Column(flag()) menu!: boolean;
  /** Lecturers who agree are named on the menu. */
  @Column(flag()) menuNames!: boolean;
  /** Ratings can be read by anybody. */
  @Column(flag()) menuRatings!: boolean;
  /** Raised by whoever takes somebody in: the quota is looked at by one after the other. */
  @Column(integer()) turn!: number;
  @Column(version()) version!: number;
}

/** A person in a pool, from a day on (聘期). `unitId` is the body that the person belongs to, for whom the term counts. */
@Entity('pool_terms')
@Index(['poolId', 'unitId', 'fromDay', 'toDay', 'endedOn'])
@Index(['poolId', 'nameKey', 'id', 'fromDay', 'toDay', 'endedOn'])
@Index(['nameKey'])
@Index(['accountId', 'poolId'])
@Index(['toDay'])
export class PoolTermEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('pools') poolId!: string;
  @Column(foreignId()) @References('accounts') accountId!: string;
  @Column(optional(foreignId())) @References('units') unitId!: string | null;
  @Column(day()) fromDay!: string;
  @Column(optional(day())) toDay!: string | null;
  /** The first day on which it no longer holds. */
  @Column(optional(day())) endedOn!: string | null;
  @Column(optional(text(lengths.note))) endedReason!: string | null;
  @Column(utc()) createdAt!: Date;
  @Column(optional(foreignId())) @References('accounts') createdBy!: string | null;
  @Column(optional(foreignId())) nominationId!: string | null;
  /** Goes along where a term goes on as another one, such as after a change of unit. */
  @Column(optional(foreignId())) @References('pool_letters') letterId!: string | null;
  @Column(optional(day())) suspendedFrom!: string | null;
  @Column(optional(day())) suspendedTo!: string | null;
  @Column(optional(text(lengths.note))) suspendedReason!: string | null;
  /** Whether the person goes on, once asked. */
  @Column(optional(flag())) willing!: boolean | null;
  @Column(optional(utc())) willingAskedAt!: Date | null;
  /** That of the person, so that a list of many is read in its order (ADR 36). Kept by the repository. */
  @Column(searchKey()) nameKey!: string;
}

/** What a term begins with where nothing was nominated, issued or asked. */
export const plainTerm = { nominationId: null, letterId: null, suspendedFrom: null, suspendedTo: null, suspendedReason: null, willing: null, willingAskedAt: null, nameKey: '' } as const;

/** Words of a letter as they were issued: it is made of them again, whatever changes later. Without a name the person is gone. */
export interface LetterWords { readonly title: string; readonly body: string; readonly name: string; readonly pool: string; readonly unit: string | null; readonly fromDay: string; readonly toDay: string | null; readonly issuer: string }

/** A letter of appointment (聘书). */
@Entity('pool_letters')
@Index(uniqueName('pool_letters', ['number']), ['number'], { unique: true })
@Index(uniqueName('pool_letters', ['series', 'seq']), ['series', 'seq'], { unique: true })
@Index(['accountId'])
export class PoolLetterEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('pools') poolId!: string;
  @Column(foreignId()) @References('accounts') accountId!: string;
  @Column(text(lengths.docNumber)) number!: string;
  @Column(text(lengths.docNumber)) series!: string;
  @Column(integer()) seq!: number;
  /** Stands in the address of the check beside the number: numbers can be guessed. */
  @Column(text(poolLimits.code)) code!: string;
  @Column(json<LetterWords>()) words!: LetterWords;
  @Column(utc()) issuedAt!: Date;
  @Column(optional(foreignId())) @References('accounts') issuedBy!: string | null;
}
