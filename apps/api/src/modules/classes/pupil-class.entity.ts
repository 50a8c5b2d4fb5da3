import { lengths, type Relation } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, digest, encrypted, foreignId, id, integer, optional, References, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** 班级. `openKey` lets a school have a name once at a time; `code` stands on the slips. */
@Entity('pupil_classes')
@Index(uniqueName('pupil_classes', ['open_key']), ['openKey'], { unique: true })
@Index(uniqueName('pupil_classes', ['code']), ['code'], { unique: true })
@Index(['unitId', 'name'])
@Index(['teacherId'])
export class PupilClassEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(foreignId()) @References('divisions') countyId!: string;
  @Column(text(lengths.name)) name!: string;
  @Column(optional(text(200))) openKey!: string | null;
  @Column(code()) code!: string;
  @Column(foreignId()) @References('accounts') teacherId!: string;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(optional(utc())) archivedAt!: Date | null;
  @Column(version()) version!: number;
}

/** A scan of signed slips: one file for many pupils, opened by few, and every time logged. */
@Entity('class_scans')
@Index(['classId', 'createdAt'])
@Index(['createdAt'])
export class ClassScanEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('pupil_classes') classId!: string;
  @Column(foreignId()) @References('stored_files') fileId!: string;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
}

/** A pupil of a roll. What the teacher wrote is sealed, and goes when the slip has made a volunteer and a guardian of it. `activeKey` lets a child stand on a roll once. */
@Entity('pupils')
@Index(uniqueName('pupils', ['active_key']), ['activeKey'], { unique: true })
@Index(uniqueName('pupils', ['class_id', 'volunteer_id']), ['classId', 'volunteerId'], { unique: true })
@Index(['volunteerId'])
@Index(['scanId'])
@Index(['addedAt'])
export class PupilEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('pupil_classes') classId!: string;
  @Column(optional(foreignId())) @References('volunteers') volunteerId!: string | null;
  @Column(optional(digest())) activeKey!: string | null;
  @Column(optional(encrypted(lengths.personName))) nameSealed!: string | null;
  @Column(optional(day())) bornOn!: string | null;
  @Column(optional(encrypted(lengths.personName))) guardianNameSealed!: string | null;
  @Column(optional(encrypted(lengths.phone))) guardianPhoneSealed!: string | null;
  @Column(code()) relation!: Relation;
  @Column(optional(foreignId())) @References('class_scans') scanId!: string | null;
  @Column(optional(integer())) scanPage!: number | null;
  @Column(utc()) addedAt!: Date;
  @Column(foreignId()) @References('accounts') addedBy!: string;
  @Column(optional(utc())) registeredAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') registeredBy!: string | null;
  @Column(version()) version!: number;
}
