import { lengths, type Occupation } from '@kepu/contracts';
import type { Standing } from '@kepu/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, flag, foreignId, id, integer, longText, optional, References, searchKey, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A citizen who serves. The id is that of the account; name, phone and password stand there. */
@Entity('volunteers')
@Index(uniqueName('volunteers', ['number']), ['number'], { unique: true })
@Index(['countyId'])
@Index(['unitId'])
@Index(['nameKey'])
@Index(['createdAt'])
@Index(['standing'])
export class VolunteerEntity {
  @PrimaryColumn(id()) @References('accounts') id!: string;
  @Column(text(20)) number!: string;
  @Column(searchKey()) nameKey!: string;
  @Column(longText()) searchKey!: string;
  @Column(day()) bornOn!: string;
  @Column(code()) occupation!: Occupation;
  @Column(optional(foreignId())) @References('units') unitId!: string | null;
  @Column(foreignId()) @References('divisions') countyId!: string;
  /** 21 signs, Monday morning first. */
  @Column(text(21)) availability!: string;
  /** Minutes. */
  @Column(integer()) travelLimit!: number;
  @Column(flag()) toIslands!: boolean;
  @Column(flag()) toMountains!: boolean;
  @Column(flag()) recommendationsOff!: boolean;
  @Column(optional(day())) pausedUntil!: string | null;
  @Column(text(40)) consentVersion!: string;
  /** How the person agreed, where somebody else registered them. */
  @Column(optional(text(lengths.note))) consentNote!: string | null;
  @Column(optional(foreignId())) @References('accounts') registeredBy!: string | null;
  /** 正常, 已冻结, 已作废; how it came to it stands in `standing_acts`. */
  @Column(code()) standing!: Standing;
  @Column(utc()) createdAt!: Date;
  @Column(version()) version!: number;
}

/** A topic that a volunteer follows. */
@Entity('volunteer_topics')
@Index(uniqueName('volunteer_topics', ['volunteer_id', 'term_id']), ['volunteerId', 'termId'], { unique: true })
@Index(['termId'])
export class VolunteerTopicEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('volunteers') volunteerId!: string;
  @Column(foreignId()) @References('terms') termId!: string;
}
