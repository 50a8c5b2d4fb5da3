import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import type { Affiliation, Page, PublicDictionary } from '@kepu/contracts';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { networkOf } from '../../platform/http/client-address.js';
import { searchTerm } from '../../platform/pinyin/pinyin.js';
import { UnitDirectory } from '../units/index.js';
import { AffiliationsRepository } from './affiliations.repository.js';
import { CONSENT_VERSION } from './consent.js';
import { DictionaryRepository } from './dictionary.repository.js';

/** A class that registers in its computer room types a few letters each, all from one network. */
const perNetwork = { tries: 1200, minutes: 10 };

/** What public pages choose from: places, topics, audiences, and the unit that one belongs to. */
@Injectable()
export class PublicChoices {
  constructor(
    private readonly dictionaryRows: DictionaryRepository, private readonly affiliationRows: AffiliationsRepository, private readonly units: UnitDirectory, private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  async dictionary(): Promise<PublicDictionary> {
    const today = this.clock.today();
    const [city, counties, terms] = await Promise.all([this.units.cityDivision(), this.dictionaryRows.counties(today), this.dictionaryRows.terms(today)]);
    const plain = ({ id, name }: { id: string; name: string }) => ({ id, name });
    const topics = terms.filter((term) => term.kind === 'topic');
    return {
      cityName: city.name, today, counties: counties.map(({ code, name, island, mountain }) => ({ code, name, island: Boolean(island), mountain: Boolean(mountain) })),
      topics: topics.filter((topic) => topic.parentId === null).map((topic) => ({ ...plain(topic), children: topics.filter((child) => child.parentId === topic.id).map(plain) })),
      audiences: terms.filter((term) => term.kind === 'audience').map(plain), consentVersion: CONSENT_VERSION,
    };
  }

  /** Errors: `rate.limited`. */
  async affiliations(actor: Actor, q: string): Promise<Page<Affiliation>> {
    await this.limits.spend('affiliations network', networkOf(actor.kind === 'system' ? null : actor.ip), perNetwork);
    const term = searchTerm(q);
    if (!term) return { data: [], total: 0 };
    const { rows, total } = await this.affiliationRows.search(term, this.clock.today());
    return { data: rows, total };
  }
}
