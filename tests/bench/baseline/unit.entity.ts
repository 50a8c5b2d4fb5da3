import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of units as anybody would map it. */
@Entity('units')
export class Unit {
  @PrimaryColumn('varchar') id!: string;
  @Column('varchar') name!: string;
  @Column('varchar', { name: 'name_key', select: false }) nameKey!: string;
  @Column('varchar', { name: 'search_key', select: false }) searchKey!: string;
  @Column('varchar', { name: 'full_name' }) fullName!: string;
  @Column('varchar') kind!: string;
  @Column('varchar', { name: 'division_id' }) divisionId!: string;
  @Column('varchar', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('varchar', { select: false }) path!: string;
  @Column('integer', { name: 'sort_no' }) sortNo!: number;
  @Column('boolean', { name: 'hosts_office' }) hostsOffice!: boolean;
  @Column('varchar', { name: 'opened_on', nullable: true }) openedOn!: string | null;
  @Column('varchar', { name: 'closed_on', nullable: true }) closedOn!: string | null;
  @Column('varchar', { name: 'successor_id', nullable: true }) successorId!: string | null;
  @Column('integer') version!: number;
}
