import { lengths, type Bulletin, type BulletinKind, type BulletinMetric, type BulletinRecordKind } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, foreignId, id, integer, json, optional, References, text, utc, version } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** What a bulletin is about, in the order of the paper, as it was when it was counted. */
export interface BulletinAxes { readonly programmes: Bulletin['programmes']; readonly units: Bulletin['units']; readonly measures: Bulletin['measures'] }
/** A part of the text. Figures stand in braces by their key. */
export interface BulletinSection { readonly heading: string; readonly text: string }

/** Numbers of a span of the year with the office's words (通报、工作总结). */
@Entity('bulletins')
@Index(['planId', 'state'])
@Index(uniqueName('bulletins', ['number_key']), ['numberKey'], { unique: true })
export class BulletinEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  @Column(code()) kind!: BulletinKind;
  @Column(code()) state!: Bulletin['state'];
  @Column(optional(text(lengths.docNumber))) number!: string | null;
  /** Year and number of what was issued: a number stands once a year, whoever issues at the same moment. */
  @Column(optional(text(lengths.docNumber + 5))) numberKey!: string | null;
  @Column(text(lengths.title)) title!: string;
  @Column(day()) fromDay!: string;
  @Column(day()) toDay!: string;
  @Column(utc()) countedAt!: Date;
  @Column(json<BulletinSection[]>()) sections!: BulletinSection[];
  @Column(json<BulletinAxes>()) axes!: BulletinAxes;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(optional(utc())) approvedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') approvedBy!: string | null;
  @Column(optional(text(lengths.note))) turnedDownReason!: string | null;
  @Column(optional(utc())) turnedDownAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') turnedDownBy!: string | null;
  @Column(optional(utc())) issuedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') issuedBy!: string | null;
  @Column(optional(text(lengths.note))) withdrawnReason!: string | null;
  @Column(optional(utc())) withdrawnAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') withdrawnBy!: string | null;
  @Column(version()) version!: number;
}

/** A record behind the numbers of a bulletin, as it was when it was counted: the numbers are sums over these rows and nothing else. What they name may be gone or merged since. */
@Entity('bulletin_lines')
@Index(['bulletinId', 'scope', 'metric'])
export class BulletinLineEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('bulletins') bulletinId!: string;
  @Column(code()) scope!: 'city' | 'programme' | 'unit' | 'measure';
  @Column(code()) metric!: BulletinMetric;
  @Column(code()) refKind!: BulletinRecordKind;
  @Column(foreignId()) refId!: string;
  @Column(text(lengths.title)) title!: string;
  @Column(integer()) quantity!: number;
  @Column(integer()) manual!: number;
  @Column(optional(foreignId())) programmeId!: string | null;
  @Column(optional(foreignId())) unitId!: string | null;
  @Column(optional(foreignId())) itemId!: string | null;
  @Column(optional(day())) occurredOn!: string | null;
  @Column(optional(foreignId())) activityId!: string | null;
}

/** Tables of bulletins. */
export const bulletinEntities = [BulletinEntity, BulletinLineEntity];
