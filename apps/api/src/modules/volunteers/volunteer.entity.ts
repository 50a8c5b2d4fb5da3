import { lengths, talkLanguages, type MyVolunteer, type Occupation, type SkillLevel } from '@kepu/contracts';
import { signsOf, type Standing } from '@kepu/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, flag, foreignId, id, integer, json, longText, optional, References, searchKey, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A citizen who serves. The id is that of the account; name, phone and password stand there. */
@Entity('volunteers')
@Index(uniqueName('volunteers', ['number']), ['number'], { unique: true })
@Index(['countyId'])
@Index(['unitId'])
@Index(['nameKey'])
@Index(['createdAt'])
@Index(['standing'])
@Index(['occupation'])
@Index(['willingAskedOn'])
@Index(['servedMinutes', 'id'])
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
  /** Signs 0 and 1 in the order of the contracts. */
  @Column(code()) languages!: string;
  /** The most hours a month that the person gives. */
  @Column(optional(integer())) monthlyHours!: number | null;
  /** Days away: `{ from, to }`, both ends counted. */
  @Column(json()) absences!: MyVolunteer['absences'];
  /** When the person last said to serve on; null for never since the registration. */
  @Column(optional(utc())) willingAt!: Date | null;
  /** The day of the yearly question that stands open. */
  @Column(optional(day())) willingAskedOn!: string | null;
  /** What the ledger of volunteer hours adds up to, so that a hundred thousand people are sorted along an index. Written in the unit that writes the ledger, and never read as a proof. */
  @Column(integer()) servedMinutes!: number;
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

/** Who has said nothing yet and served nothing: speaks Mandarin, and gives the time that comes. */
export const plainProfile = { languages: signsOf(talkLanguages, ['mandarin']), monthlyHours: null, absences: [], willingAt: null, willingAskedOn: null, servedMinutes: 0 } as const satisfies Partial<Record<keyof VolunteerEntity, unknown>>;

/** A topic that a volunteer follows. */
@Entity('volunteer_topics')
@Index(uniqueName('volunteer_topics', ['volunteer_id', 'term_id']), ['volunteerId', 'termId'], { unique: true })
@Index(['termId'])
export class VolunteerTopicEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('volunteers') volunteerId!: string;
  @Column(foreignId()) @References('terms') termId!: string;
  @Column(code()) level!: SkillLevel;
}
