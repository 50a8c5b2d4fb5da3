import { lengths } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { digest, foreignId, id, integer, References, text, utc, version } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** That two measures do not count the same people. The one with the smaller id comes first, so that a pair is one row. */
@Entity('measure_separations')
@Index(uniqueName('measure_separations', ['measure_a', 'measure_b']), ['measureA', 'measureB'], { unique: true })
@Index(['planId'])
export class MeasureSeparationEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  @Column(foreignId()) @References('measures', 'CASCADE') measureA!: string;
  @Column(foreignId()) @References('measures', 'CASCADE') measureB!: string;
  /** Of what both counted, and how many records counted for both, when it was said. */
  @Column(digest()) definition!: string;
  @Column(integer()) records!: number;
  @Column(text(lengths.note)) reason!: string;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(version()) version!: number;
}
