import { Inject, Injectable } from '@nestjs/common';
import { ADULT_AGE, ageOn, bandOf } from '@kepu/domain';
import type { MatchingContext } from '@kepu/matching';
import { Clock } from '../../platform/clock/index.js';
import { MinorPolicies } from '../guardians/index.js';
import { CredentialDirectory } from '../talents/index.js';
import { GroundDirectory } from '../units/index.js';
import { AUDIENCE_FIT, type AudienceFit } from './audience-fit.js';

/** What both sides are looked at with, and the names of topics and audiences that reasons speak of. */
export interface Ground { readonly context: MatchingContext; readonly nameOf: (termId: string) => string; readonly kindName: (kindId: string) => string }

const flat = { island: false, mountain: false };

/** Reads what rules and score look at beside people and positions: ways, ground, topics, audiences, and the time. */
@Injectable()
export class MatchingContexts {
  constructor(private readonly ground: GroundDirectory, private readonly minors: MinorPolicies, private readonly credentials: CredentialDirectory, private readonly clock: Clock, @Inject(AUDIENCE_FIT) private readonly audienceFit: AudienceFit) {}

  async open(): Promise<Ground> {
    const [counties, travel, terms, bands, kinds] = await Promise.all([this.ground.counties(), this.ground.travel(), this.ground.topicsAndAudiences(), this.minors.current(), this.credentials.known()]);
    const ways = new Map(travel.map(({ from, to, minutes }) => [`${from} ${to}`, minutes]));
    const nameOf = (termId: string): string => terms.get(termId)?.name ?? '';
    return {
      nameOf, kindName: kinds.nameOf,
      context: {
        now: this.clock.now().toISOString(), ageOn, adultAge: ADULT_AGE, minorBand: (age) => bandOf(age, bands),
        travel: (from, to) => (from === to ? 0 : ways.get(from < to ? `${from} ${to}` : `${to} ${from}`) ?? null),
        terrain: (code) => counties.get(code) ?? flat,
        parentTopic: (id) => terms.get(id)?.parentId ?? null,
        implied: kinds.implied,
        audienceFit: (occupation, audienceId) => this.audienceFit(occupation, nameOf(audienceId)),
      },
    };
  }
}
