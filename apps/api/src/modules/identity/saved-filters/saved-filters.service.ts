import { Injectable } from '@nestjs/common';
import { SAVED_FILTERS_PER_LIST, type Page, type SavedFilter, type savedFilterInput } from '@kepu/contracts';
import type { z } from 'zod';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { notFound, Refusal } from '../../../platform/errors/refusal.js';
import type { SavedFilterEntity } from './saved-filter.entity.js';
import { SavedFiltersRepository } from './saved-filters.repository.js';

const view = ({ id, list, name, filter }: SavedFilterEntity): SavedFilter => ({ id, list, name, filter });

/** Filters that a person keeps: the same on every device, and nobody else's. How somebody looks at lists is no act of office, so the trail does not tell of it. */
@Injectable()
export class SavedFiltersService {
  constructor(private readonly rows: SavedFiltersRepository, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  async list(actor: PersonActor, list: string): Promise<Page<SavedFilter>> {
    const data = (await this.rows.listOf(actor.accountId, list)).map(view);
    return { data, total: data.length };
  }

  /** One of the same name is replaced. Errors: `saved_filter.too_many`. */
  async save(actor: PersonActor, given: z.output<typeof savedFilterInput>): Promise<SavedFilter> {
    const row: SavedFilterEntity = { id: newId(), accountId: actor.accountId, ...given, createdAt: this.clock.now() };
    await this.work.run(async () => {
      if ((await this.rows.replace(row)) > SAVED_FILTERS_PER_LIST) throw new Refusal('saved_filter.too_many', { params: { most: SAVED_FILTERS_PER_LIST } });
    });
    return view(row);
  }

  async remove(actor: PersonActor, id: string): Promise<{ done: true }> {
    if (!(await this.work.run(() => this.rows.remove(actor.accountId, id)))) throw notFound();
    return { done: true };
  }
}
