import { lengths } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { foreignId, id, integer, References, text } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A unit of a plan, in the paper's order and under the name that the paper prints. */
@Entity('plan_units')
@Index(uniqueName('plan_units', ['plan_id', 'unit_id']), ['planId', 'unitId'], { unique: true })
@Index(['unitId'])
export class PlanUnitEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(text(lengths.name)) printed!: string;
  @Column(integer()) sortNo!: number;
}

/** A programme of a plan, under the name it had when the plan was made: the dictionary may change later. */
@Entity('plan_programmes')
@Index(uniqueName('plan_programmes', ['plan_id', 'programme_id']), ['planId', 'programmeId'], { unique: true })
export class PlanProgrammeEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  @Column(foreignId()) @References('programmes') programmeId!: string;
  @Column(text(lengths.name)) name!: string;
  @Column(text(lengths.name)) shortName!: string;
  @Column(integer()) sortNo!: number;
}
