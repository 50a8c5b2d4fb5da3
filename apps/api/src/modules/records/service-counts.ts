import { Injectable } from '@nestjs/common';
import { ServiceCounter, type ServiceCount } from '../volunteers/index.js';
import { ServiceFactsRepository } from './service-facts.repository.js';

/** Services and minutes in the ledger of volunteer hours, for the lists of volunteers. */
@Injectable()
export class ServiceCounts extends ServiceCounter {
  constructor(private readonly rows: ServiceFactsRepository) { super(); }

  async of(volunteerIds: readonly string[]): Promise<ReadonlyMap<string, ServiceCount>> {
    return new Map((await this.rows.volunteerHours(volunteerIds)).map((row) => [row.volunteerId, { services: Number(row.services), minutes: Number(row.minutes) }]));
  }
}
