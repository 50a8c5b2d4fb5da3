import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, foreignId, id, integer, optional, text, utc } from '../database/columns.js';

/** One use of stored bytes. Equal bytes are kept once; whether somebody may read them is asked of the thing that refers to this row. */
@Entity('stored_files')
@Index(['hash'])
export class StoredFileEntity {
  /** Random throughout (UUIDv4, 122 bits), not by time: it stands in links. */
  @PrimaryColumn(id()) id!: string;
  @Column(digest()) hash!: string;
  /** Bytes. */
  @Column(integer()) size!: number;
  /** By content, never as the browser claimed. */
  @Column(text(100)) mime!: string;
  @Column(text(255)) name!: string;
  @Column(code()) purpose!: string;
  @Column(optional(foreignId())) createdBy!: string | null;
  @Column(utc()) createdAt!: Date;
}
