import { Injectable } from '@nestjs/common';
import type { Page, Volunteer, volunteerQuery } from '@kepu/contracts';
import type { z } from 'zod';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { notFound } from '../../platform/errors/refusal.js';
import { PoolTerms } from '../talents/index.js';
import { ServiceCounter } from './service-counter.js';
import { byPerson, volunteerView } from './volunteer.mapper.js';
import { VolunteerListsRepository, type VolunteerRow } from './volunteer-lists.repository.js';
import { VolunteersRepository } from './volunteers.repository.js';

/** Volunteers as staff see them. Apart from `VolunteersService`, because the modules to the right that count services ask that one. */
@Injectable()
export class VolunteerLists {
  constructor(
    private readonly lists: VolunteerListsRepository, private readonly volunteers: VolunteersRepository, private readonly pools: PoolTerms, private readonly clock: Clock,
    private readonly services: ServiceCounter,
  ) {}

  async list(actor: PersonActor, query: z.output<typeof volunteerQuery>): Promise<Page<Volunteer>> {
    const { rows, total } = await this.lists.listFor(actor, query, this.clock.today());
    return { data: await this.views(rows), total };
  }

  /** All that match, up to one more than `most`: without topics and pools, in as many statements for many as for a few. */
  async whole(actor: PersonActor, filters: Omit<z.output<typeof volunteerQuery>, 'page' | 'perPage'>, most: number): Promise<Page<Volunteer>> {
    const today = this.clock.today();
    const { rows, total } = await this.lists.listFor(actor, { ...filters, page: 1, perPage: most + 1 }, today);
    const services = await this.services.of(rows.map((row) => row.id));
    return { data: rows.map((row) => volunteerView(row, { topics: [], pools: [], service: services.get(row.id), today })), total };
  }
  /** Errors: `resource.not_found`, also for somebody out of reach. */
  async get(actor: Actor, id: string): Promise<Volunteer> {
    const row = await this.lists.findFor(actor, id);
    const [view] = row ? await this.views([row]) : [];
    if (!view) throw notFound();
    return view;
  }

  private async views(rows: readonly VolunteerRow[]): Promise<Volunteer[]> {
    if (rows.length === 0) return [];
    const today = this.clock.today();
    const ids = rows.map((row) => row.id);
    const topics = byPerson(await this.volunteers.topicsOf(ids, today), (row) => row.volunteerId, ({ id, name, level }) => ({ id, name, level }));
    const pools = await this.pools.poolsOf(ids);
    const services = await this.services.of(ids);
    return rows.map((row) => volunteerView(row, { topics: topics.get(row.id) ?? [], pools: pools.get(row.id) ?? [], service: services.get(row.id), today }));
  }
}
