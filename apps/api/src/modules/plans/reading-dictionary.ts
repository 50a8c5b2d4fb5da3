import { Injectable } from '@nestjs/common';
import type { Dictionary } from '@kepu/breakdown';
import { ProgrammeDirectory, UnitDirectory } from '../units/index.js';
import { ColumnMeaningsRepository } from './column-meanings.repository.js';
import { PlansRepository } from './plans.repository.js';
import { eachNameOnce } from './reading.mapper.js';

/** How papers say: every member of the leading group. */
const everyMember = ['各成员单位', '领导小组各成员单位', '各责任单位', '各单位'];

/** The names that papers are read against, and by which one that is written is tried before it leaves. */
@Injectable()
export class ReadingDictionary {
  constructor(private readonly units: UnitDirectory, private readonly programmes: ProgrammeDirectory, private readonly meanings: ColumnMeaningsRepository, private readonly plans: PlansRepository) {}

  /** The paper of a division names units of that division. */
  async of(divisionId: string): Promise<Dictionary> {
    const [units, programmes, headings, members] = await Promise.all([this.units.namesForReading(divisionId), this.programmes.namesForReading(null), this.meanings.all(), this.plans.memberIds(divisionId)]);
    return { units, programmes: eachNameOnce(programmes), groups: members.length > 0 ? [{ names: everyMember, unitIds: members }] : [], headings };
  }
}
