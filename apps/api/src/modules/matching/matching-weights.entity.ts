import { lengths, type Weights } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { foreignId, id, integer, json, optional, References, text, utc } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A version of the weights of the score. The newest holds. */
@Entity('matching_weights')
@Index(uniqueName('matching_weights', ['number']), ['number'], { unique: true })
export class MatchingWeightsEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(integer()) number!: number;
  @Column(json()) weights!: Weights['weights'];
  @Column(text(lengths.note)) note!: string;
  @Column(utc()) createdAt!: Date;
  @Column(optional(foreignId())) @References('accounts') createdBy!: string | null;
}
