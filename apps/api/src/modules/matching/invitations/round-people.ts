import { rankVolunteers, type Invitee, type MatchingContext, type PositionFacts, type VolunteerFacts, type VolunteerIndex, type WeightTable } from '@kepu/matching';
import { neverInvited, type Invited, type InviteesRepository } from './invitees.repository.js';

/** Somebody who may have a place, and how well they fit. */
export interface Fitting { readonly volunteer: VolunteerFacts; readonly score: number }
/** Where people are looked for: in the index, or in the facts of everybody where there is none. */
export type Crowd = { readonly index: VolunteerIndex } | { readonly everybody: readonly VolunteerFacts[] };

/** The people of one round: who fits a position, and what was sent to them before. The same people and the same order, whether there is an index or not. */
export class RoundPeople {
  private readonly invited = new Map<string, Invited>();
  private readonly read = new Set<string>();

  constructor(private readonly crowd: Crowd, private readonly context: MatchingContext, private readonly weights: WeightTable, private readonly invitees: Pick<InviteesRepository, 'of'>) {}

  /** The instant of the round. */
  get now(): string { return this.context.now; }

  /** How many to ask for first where so many are wanted: whoever is ranked without an index is ranked at once. */
  firstLook(wanted: number): number { return 'index' in this.crowd ? wanted + (wanted >> 1) : Infinity; }

  /** Who may have a position, best first, and at most so many. */
  best(position: PositionFacts, count: number, without: readonly string[]): Fitting[] {
    const { crowd, context, weights } = this;
    if ('index' in crowd) {
      return crowd.index.best(position, weights, context, count, { without }).flatMap(({ id, score }) => {
        const volunteer = crowd.index.factsOf(id, context.now);
        return volunteer ? [{ volunteer, score }] : [];
      });
    }
    const left = new Set(without);
    return [...rankVolunteers(position, crowd.everybody.filter(({ id }) => !left.has(id)), weights, context, count).best];
  }

  /** What is known of somebody who could be asked; of whose invitations nothing was read yet is read first, many in one go. */
  async known(people: readonly Pick<VolunteerFacts, 'id' | 'personal'>[]): Promise<ReadonlyMap<string, Invitee>> {
    const unread = people.map(({ id }) => id).filter((id) => !this.read.has(id));
    for (const [id, invited] of await this.invitees.of(unread, new Date(this.context.now))) this.invited.set(id, invited);
    for (const id of unread) this.read.add(id);
    return new Map(people.map(({ id, personal }) => [id, { id, personal, ...(this.invited.get(id) ?? neverInvited) }]));
  }

  /** Those of some people who are counted on now, given the ids of whoever is counted on at all. */
  among(ids: Iterable<string>, pool: ReadonlySet<string>): Pick<VolunteerFacts, 'id' | 'personal'>[] {
    const { crowd, context } = this;
    const wanted = new Set([...ids].filter((id) => pool.has(id)));
    if (!('index' in crowd)) return crowd.everybody.filter(({ id }) => wanted.has(id));
    return [...wanted].flatMap((id) => crowd.index.factsOf(id, context.now) ?? []);
  }
}
