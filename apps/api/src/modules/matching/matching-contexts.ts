import { Inject, Injectable } from '@nestjs/common';
import { occupations } from '@kepu/contracts';
import type { MatchingContext } from '@kepu/matching';
import { Clock } from '../../platform/clock/index.js';
import { MinorPolicies } from '../guardians/index.js';
import { CredentialDirectory, PoolDirectory } from '../talents/index.js';
import { GroundDirectory } from '../units/index.js';
import { AUDIENCE_FIT, type AudienceFit } from './audience-fit.js';
import { contextOf, type ContextTables } from './context-tables.js';

/** What both sides are looked at with, and the names of topics and audiences that reasons speak of, and of the certificates and pools that positions demand. */
export interface Ground { readonly tables: ContextTables; readonly context: MatchingContext; readonly nameOf: (termId: string) => string; readonly demandName: (id: string) => string }

/** Reads what rules and score look at beside people and positions: ways, ground, topics, audiences, and the time. */
@Injectable()
export class MatchingContexts {
  constructor(private readonly ground: GroundDirectory, private readonly minors: MinorPolicies, private readonly credentials: CredentialDirectory, private readonly pools: PoolDirectory, private readonly clock: Clock, @Inject(AUDIENCE_FIT) private readonly audienceFit: AudienceFit) {}

  async open(): Promise<Ground> {
    const [counties, travel, terms, bands, kinds, pools] = await Promise.all([this.ground.counties(), this.ground.travel(), this.ground.topicsAndAudiences(), this.minors.current(), this.credentials.known(), this.pools.known()]);
    const nameOf = (termId: string): string => terms.get(termId)?.name ?? '';
    const audiences = [...terms.values()].filter(({ kind }) => kind === 'audience');
    const tables: ContextTables = {
      now: this.clock.now().toISOString(), bands: [...bands], ways: new Map(travel.map(({ from, to, minutes }) => [`${from} ${to}`, minutes])),
      counties: new Map([...counties].map(([code, { island, mountain }]) => [code, { island, mountain }])),
      parents: new Map([...terms.values()].flatMap(({ id, parentId }) => (parentId === null ? [] : [[id, parentId]]))), implied: kinds.closures,
      fits: new Map(audiences.flatMap(({ id, name }) => occupations.map((occupation) => [`${occupation} ${id}`, this.audienceFit(occupation, name)]))),
    };
    return { tables, context: contextOf(tables), nameOf, demandName: (id) => kinds.nameOf(id) || pools.nameOf(id) };
  }
}
