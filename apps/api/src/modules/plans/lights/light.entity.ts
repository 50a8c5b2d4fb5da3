import { lengths, type Light, type LightReason, type LightRules, type settableLights } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, foreignId, id, integer, json, optional, References, text, utc, version } from '../../../platform/database/columns.js';
import { uniqueName } from '../../../platform/database/naming.js';

/** What the lights of a plan go by, where the office has set it. */
@Entity('light_rules')
export class LightRulesEntity {
  @PrimaryColumn(id()) @References('plans') planId!: string;
  @Column(integer()) yellowGap!: number;
  @Column(integer()) redGap!: number;
  @Column(integer()) nearWorkdays!: number;
  @Column(integer()) proofWorkdays!: number;
  @Column(code()) missedReport!: LightRules['missedReport'];
  @Column(version()) version!: number;
}

/** A light that the office has set by hand. The newest that has not ended holds, up to its last day. */
@Entity('light_overrides')
@Index(['assignmentId', 'endedAt'])
export class LightOverrideEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('assignments') assignmentId!: string;
  @Column(code()) light!: (typeof settableLights)[number];
  @Column(text(lengths.note)) reason!: string;
  @Column(day()) expiresOn!: string;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(optional(utc())) endedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') endedBy!: string | null;
}

/** A night on which the light of an assignment was another one than the night before. Lights themselves are kept nowhere. */
@Entity('light_changes')
@Index(uniqueName('light_changes', ['assignment_id', 'day']), ['assignmentId', 'day'], { unique: true })
export class LightChangeEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('assignments') assignmentId!: string;
  @Column(day()) day!: string;
  @Column(optional(code())) lightBefore!: Light | null;
  @Column(code()) light!: Light;
  @Column(json<LightReason[]>()) reasons!: LightReason[];
}

/** Units that were chased at one time (催办). */
@Entity('chases')
@Index(['planId', 'createdAt'])
export class ChaseEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('plans') planId!: string;
  @Column(optional(text(lengths.note))) words!: string | null;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
}

/** An assignment that its unit was chased for, with its light at that time. Once a day: nobody is told twice of the same. */
@Entity('chase_items')
@Index(uniqueName('chase_items', ['assignment_id', 'day']), ['assignmentId', 'day'], { unique: true })
@Index(['chaseId'])
export class ChaseItemEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('chases') chaseId!: string;
  @Column(foreignId()) @References('assignments') assignmentId!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(day()) day!: string;
  @Column(code()) light!: Light;
  @Column(json<LightReason[]>()) reasons!: LightReason[];
}

/** Who was told of a chase, and by which message: that says whether it was read. */
@Entity('chase_readers')
@Index(uniqueName('chase_readers', ['chase_id', 'unit_id', 'told_to']), ['chaseId', 'unitId', 'toldTo'], { unique: true })
export class ChaseReaderEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('chases') chaseId!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(foreignId()) @References('accounts') toldTo!: string;
  @Column(text(120)) eventKey!: string;
}

/** Tables of lights and of chasing. */
export const lightEntities = [LightRulesEntity, LightOverrideEntity, LightChangeEntity, ChaseEntity, ChaseItemEntity, ChaseReaderEntity];
