import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { badReference } from '../../platform/errors/refusal.js';
import { UnitDirectory } from '../units/index.js';
import { DictionaryRepository } from './dictionary.repository.js';

/** What a profile may name: a county, an open unit, open topics. Only what is given is looked at. */
@Injectable()
export class References {
  constructor(private readonly dictionary: DictionaryRepository, private readonly units: UnitDirectory, private readonly clock: Clock) {}

  /** Errors: `reference.not_found`. */
  async demand({ countyCode, unitId, topicIds }: { readonly countyCode?: string | undefined; readonly unitId?: string | null | undefined; readonly topicIds?: readonly string[] | undefined }): Promise<void> {
    const today = this.clock.today();
    if (countyCode !== undefined && !(await this.dictionary.isOpenCounty(countyCode, today))) throw badReference('terms.unitFields.county');
    if (unitId !== undefined && unitId !== null && !(await this.units.exists('unit', unitId))) throw badReference('terms.peopleFields.affiliation');
    const topics = [...new Set(topicIds ?? [])];
    if (topics.length > 0 && (await this.dictionary.countOpenTopics(topics, today)) !== topics.length) throw badReference('terms.termKinds.topic');
  }
}
