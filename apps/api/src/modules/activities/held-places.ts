import { Injectable } from '@nestjs/common';
import type { Held } from '@kepu/matching';
import { Clock } from '../../platform/clock/index.js';
import { HeldPlacesRepository } from './held-places.repository.js';

/** Places that volunteers have in shifts that are not over, or not for long, for matching. */
@Injectable()
export class HeldPlaces {
  constructor(private readonly rows: HeldPlacesRepository, private readonly clock: Clock) {}

  /** By volunteer; who has none is not in it. One statement, however many are asked about. */
  async of(volunteerIds: readonly string[]): Promise<ReadonlyMap<string, Held[]>> {
    const held = new Map<string, Held[]>();
    for (const { volunteerId, ...place } of await this.rows.of(volunteerIds, this.clock.now())) held.set(volunteerId, [...(held.get(volunteerId) ?? []), place]);
    return held;
  }
}
