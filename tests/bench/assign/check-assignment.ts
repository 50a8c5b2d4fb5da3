import type { AssignmentInput, Places } from '@kepu/matching';

/** A draft read anew: what is wrong with it, and what it is worth. */
export interface Reading {
  readonly faults: readonly string[];
  readonly value: number;
  readonly covered: number;
  /** Seats filled, by position. */
  readonly filled: readonly number[];
}

interface Service { readonly position: number; readonly from: number; readonly to: number; readonly day: number; readonly place: number; readonly load: number }

/** What the checker asks of the input; nothing of the solver is used here. */
class Week {
  constructor(readonly input: AssignmentInput) {}

  service(position: number): Service {
    const { startsAt, endsAt, day, place, load } = this.input.positions;
    return { position, from: startsAt[position] ?? NaN, to: endsAt[position] ?? NaN, day: day[position] ?? NaN, place: place[position] ?? NaN, load: load[position] ?? NaN };
  }

  edgesOf(volunteer: number): Map<number, { worth: number; lock: number }> {
    const { first, position, worth, locks } = this.input.edges;
    const edges = new Map<number, { worth: number; lock: number }>();
    for (let edge = first[volunteer] ?? 0; edge < (first[volunteer + 1] ?? 0); edge++) edges.set(position[edge] ?? NaN, { worth: worth[edge] ?? NaN, lock: locks?.[edge] ?? 0 });
    return edges;
  }

  wayFrom(one: Service, next: Service): number {
    return this.input.gaps === null ? 0 : (this.input.gaps.between[one.place * this.input.gaps.places + next.place] ?? NaN);
  }
}

/** Whether so many services can be one person's, in time and within the room for load; what is wrong otherwise. */
export function faultsOfWeek(input: AssignmentInput, volunteer: number, positions: readonly number[]): string[] {
  const week = new Week(input);
  const services = positions.map((position) => week.service(position)).sort((a, b) => a.from - b.from || a.position - b.position);
  const faults: string[] = [];
  services.forEach((service, index) => {
    for (const next of services.slice(index + 1)) {
      const earlyEnough = service.from === next.from ? false : service.to + week.wayFrom(service, next) <= next.from;
      if (!earlyEnough) faults.push(`${volunteer}: ${service.position} clashes with ${next.position}`);
    }
  });
  const { weekRoom, dayRoom, days } = input.volunteers;
  const sum = (rows: readonly Service[]): number => rows.reduce((all, { load }) => all + load, 0);
  if (sum(services) > (weekRoom[volunteer] ?? 0)) faults.push(`${volunteer}: too much in the week`);
  for (let day = 0; day < days; day++) if (sum(services.filter((one) => one.day === day)) > (dayRoom[volunteer * days + day] ?? 0)) faults.push(`${volunteer}: too much on day ${day}`);
  return faults;
}

/** Reads a draft against the input: only who may, never two places at once, no seat too many, every lock, no seat left to somebody who could just have it. */
export function checkAssignment(input: AssignmentInput, places: Places, { stability = 0, earlier = null }: { stability?: number; earlier?: Places | null } = {}): Reading {
  const week = new Week(input);
  const { seats, minimum, reserved, count } = input.positions;
  const { staffing, parity } = input.seatValues;
  const faults: string[] = [];
  const filled = Array.from({ length: count }, () => 0);
  const rowOf = ({ first, position }: Places, volunteer: number): number[] => [...position.subarray(first[volunteer] ?? 0, first[volunteer + 1] ?? 0)];
  let value = 0;
  for (let volunteer = 0; volunteer < input.volunteers.count; volunteer++) {
    const row = rowOf(places, volunteer);
    const edges = week.edgesOf(volunteer);
    const before = earlier === null ? [] : rowOf(earlier, volunteer);
    if (new Set(row).size !== row.length) faults.push(`${volunteer}: twice in one position`);
    for (const position of row) {
      filled[position] = (filled[position] ?? NaN) + 1;
      const edge = edges.get(position);
      if (!edge) faults.push(`${volunteer}: may not have ${position}`);
      else if (edge.lock === 2) faults.push(`${volunteer}: was not to have ${position}`);
      else value += edge.worth + (edge.lock === 0 && before.includes(position) ? stability : 0);
    }
    for (const [position, { lock }] of edges) if (lock === 1 && !row.includes(position)) faults.push(`${volunteer}: was to stay in ${position}`);
    faults.push(...faultsOfWeek(input, volunteer, row));
  }
  let covered = 0;
  filled.forEach((count, position) => {
    if (count > (seats[position] ?? 0)) faults.push(`${position}: ${count} people in ${seats[position]} seats`);
    covered += Math.min(count, minimum[position] ?? 0);
    value += staffing * Math.min(count, minimum[position] ?? 0) + parity * Math.min(count, reserved[position] ?? 0);
  });
  for (let volunteer = 0; volunteer < input.volunteers.count; volunteer++) {
    const row = rowOf(places, volunteer);
    for (const [position, { worth, lock }] of week.edgesOf(volunteer)) {
      if (lock !== 0 || worth <= 0 || row.includes(position) || (filled[position] ?? 0) >= (seats[position] ?? 0)) continue;
      if (faultsOfWeek(input, volunteer, [...row, position]).length === 0) faults.push(`${volunteer}: could have had ${position}, which has a seat left`);
    }
  }
  return { faults, value, covered, filled };
}
