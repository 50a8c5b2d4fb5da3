import { lengths, type DocumentKind } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, encrypted, foreignId, optional, References, text, utc } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** Longest number of a document, in characters. */
export const DOCUMENT_NUMBER = 18;

/** A number that was refused because somebody else has given it, by its blind index: it says that two registrations may be of one person. Goes when a number is given. */
@Entity('real_name_clashes')
@Index(['numberIndex'])
export class RealNameClashEntity {
  @PrimaryColumn(foreignId()) @References('volunteers') id!: string;
  @Column(digest()) numberIndex!: string;
  @Column(utc()) at!: Date;
}

/** The number of a volunteer's document, given once (慈善法, art. 66). The blind index lets a number be registered once; nothing ever answers the number itself. */
@Entity('real_names')
@Index(uniqueName('real_names', ['number_index']), ['numberIndex'], { unique: true })
export class RealNameEntity {
  @PrimaryColumn(foreignId()) @References('volunteers') id!: string;
  @Column(code()) kind!: DocumentKind;
  @Column(encrypted(DOCUMENT_NUMBER)) numberSealed!: string;
  @Column(digest()) numberIndex!: string;
  @Column(utc()) givenAt!: Date;
  /** Who of the staff entered it; null for the person. */
  @Column(optional(foreignId())) @References('accounts') givenBy!: string | null;
  /** How staff saw the document. */
  @Column(optional(text(lengths.note))) seen!: string | null;
}
