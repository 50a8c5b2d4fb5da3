import { lengths, type ApplicationState, type UnitApplication } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, encrypted, foreignId, id, optional, References, searchKey, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** 单位入驻: a body that asks to be admitted. The applicant holds a link; when it is approved, the same link is the invitation. */
@Entity('unit_applications')
@Index(uniqueName('unit_applications', ['token_hash']), ['tokenHash'], { unique: true })
@Index(uniqueName('unit_applications', ['number']), ['number'], { unique: true })
@Index(['countyId', 'state'])
@Index(['contactIndex'])
@Index(['submittedAt'])
export class UnitApplicationEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(text(20)) number!: string;
  @Column(digest()) tokenHash!: string;
  @Column(code()) state!: ApplicationState;
  @Column(text(lengths.name)) unitName!: string;
  @Column(searchKey()) nameKey!: string;
  @Column(searchKey()) searchKey!: string;
  @Column(code()) kind!: UnitApplication['kind'];
  @Column(foreignId()) @References('divisions') countyId!: string;
  @Column(text(lengths.place)) place!: string;
  @Column(text(lengths.personName)) name!: string;
  @Column(text(lengths.remark)) duty!: string;
  @Column(code()) contactKind!: 'phone' | 'email';
  @Column(encrypted(lengths.email)) contactSealed!: string;
  @Column(digest()) contactIndex!: string;
  @Column(optional(text(lengths.note))) note!: string | null;
  @Column(optional(text(lengths.note))) reason!: string | null;
  @Column(utc()) submittedAt!: Date;
  @Column(optional(utc())) decidedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') decidedBy!: string | null;
  @Column(optional(foreignId())) @References('units') unitId!: string | null;
  @Column(version()) version!: number;
}
