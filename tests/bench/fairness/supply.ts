import type { Eligibility } from './city.js';
import { Choice } from './choice.js';
import { FlowNetwork } from './max-flow.js';
import { BEGIN, DAY, WEEK, type Opening, type World } from './world.js';

/** What people could fill of the places that are needed, whoever brings them together. Shares from 0 to 1. */
export interface Supply {
  /** Outside the urban core, and in it, each with all people to itself: no policy whatsoever fills more. */
  readonly rural: number;
  readonly urban: number;
  /** In villages, and in towns. */
  readonly villages: number;
  readonly towns: number;
  /** Everywhere at once. */
  readonly all: number;
}

const weekOf = (at: number): number => Math.floor((at - BEGIN) / WEEK);
const dayOf = (at: number): number => Math.floor((at - BEGIN) / DAY);

/**
 * An upper bound by the largest flow: people give a week what they give at most and one service a day, to what they may have by the hard rules, have time for and would take if they were asked; positions take their minimum. Travel between services, hours of a month, who looks when, reads what or withdraws are
 * left out, and all of these only lower what can be. It knows nothing of matching but who may.
 */
export function supplyOf(world: World, eligibility: Eligibility): Supply {
  const choice = new Choice(world);
  const openings = world.openings.filter(({ startsAt, facts: { minimum } }) => startsAt >= BEGIN + WEEK * world.assumptions.warmWeeks && minimum > 0);
  const willing = new Map(openings.map((opening) => [opening, world.people.filter((person) => choice.willing(person, opening, true) && eligibility.may(person, opening))]));
  const share = (of: (opening: Opening) => boolean): number => {
    const [network, chosen] = [new FlowNetwork(), openings.filter(of)];
    const [source, sink] = [network.node(), network.node()];
    const [weeks, days] = [new Map<string, number>(), new Map<string, number>()];
    const nodeOf = (nodes: Map<string, number>, key: string, from: number, capacity: number): number => {
      const known = nodes.get(key);
      if (known !== undefined) return known;
      const made = network.node();
      nodes.set(key, made);
      network.arc(from, made, capacity);
      return made;
    };
    let needed = 0;
    for (const opening of chosen) {
      const place = network.node();
      network.arc(place, sink, opening.facts.minimum);
      needed += opening.facts.minimum;
      for (const { index, mostAWeek } of willing.get(opening)!) {
        const week = nodeOf(weeks, `${index} ${weekOf(opening.startsAt)}`, source, mostAWeek);
        network.arc(nodeOf(days, `${index} ${dayOf(opening.startsAt)}`, week, 1), place, 1);
      }
    }
    return network.max(source, sink) / needed;
  };
  return { rural: share(({ place }) => !place.urbanCore), urban: share(({ place }) => place.urbanCore), villages: share(({ place }) => place.village), towns: share(({ place }) => !place.village), all: share(() => true) };
}
