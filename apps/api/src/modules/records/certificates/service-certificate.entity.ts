import { lengths, poolLimits } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { day, foreignId, id, integer, json, References, text, utc } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** What a proof says, as it was issued. Without a name the person is gone. */
export interface CertificateWords {
  readonly name: string; readonly volunteerNumber: string; readonly unit: string;
  /** The first of the services, in the order of days. */
  readonly lines: readonly { readonly day: string; readonly content: string; readonly minutes: number }[];
}

/** A proof of service (志愿服务记录证明): append-only, as the ledger is that it proves. */
@Entity('service_certificates')
@Index(uniqueName('service_certificates', ['number']), ['number'], { unique: true })
@Index(uniqueName('service_certificates', ['series', 'seq']), ['series', 'seq'], { unique: true })
@Index(['accountId', 'unitId'])
@Index(['issuedAt', 'unitId'])
export class ServiceCertificateEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('accounts') accountId!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(text(lengths.docNumber)) number!: string;
  @Column(text(lengths.docNumber)) series!: string;
  @Column(integer()) seq!: number;
  /** Stands in the address of the check beside the number. */
  @Column(text(poolLimits.code)) code!: string;
  @Column(day()) fromDay!: string;
  @Column(day()) toDay!: string;
  @Column(integer()) services!: number;
  @Column(integer()) minutes!: number;
  @Column(json<CertificateWords>()) words!: CertificateWords;
  @Column(utc()) issuedAt!: Date;
  @Column(foreignId()) @References('accounts') issuedBy!: string;
}
