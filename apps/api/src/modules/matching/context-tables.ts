import type { MinorPolicy } from '@kepu/contracts';
import { ADULT_AGE, ageOn, bandOf } from '@kepu/domain';
import type { MatchingContext } from '@kepu/matching';

type Ground = ReturnType<MatchingContext['terrain']>;
/** What both sides are looked at with, as tables: what can be sent to a thread, and answers there as it does here. */
export interface ContextTables {
  /** Instant. */
  readonly now: string;
  readonly bands: MinorPolicy['bands'];
  /** Minutes by two county codes with a space between them, the smaller one first. */
  readonly ways: ReadonlyMap<string, number>;
  readonly counties: ReadonlyMap<string, Ground>;
  /** Parents of topics of the second level. */
  readonly parents: ReadonlyMap<string, string>;
  readonly implied: ReadonlyMap<string, ReadonlySet<string>>;
  /** How well an occupation suits an audience, by both with a space between them. */
  readonly fits: ReadonlyMap<string, number>;
}

const flat: Ground = { island: false, mountain: false };

/** Questions to the tables. */
export const contextOf = ({ now, bands, ways, counties, parents, implied, fits }: ContextTables): MatchingContext => ({
  now, ageOn, adultAge: ADULT_AGE, minorBand: (age) => bandOf(age, bands),
  travel: (from, to) => (from === to ? 0 : ways.get(from < to ? `${from} ${to}` : `${to} ${from}`) ?? null),
  terrain: (code) => counties.get(code) ?? flat,
  parentTopic: (id) => parents.get(id) ?? null,
  implied: (id) => implied.get(id) ?? new Set([id]),
  audienceFit: (occupation, audienceId) => fits.get(`${occupation} ${audienceId}`) ?? 0,
});
