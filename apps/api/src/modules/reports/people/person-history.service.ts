import { Injectable } from '@nestjs/common';
import { historyKinds, type PersonEvent, type PersonHistory, type personHistoryQuery } from '@kepu/contracts';
import { isMinor } from '@kepu/domain';
import type { z } from 'zod';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { Clock, shanghaiDay } from '../../../platform/clock/index.js';
import { fromDbTime } from '../../../platform/database/index.js';
import { notFound } from '../../../platform/errors/refusal.js';
import { PersonHistoryRepository } from './person-history.repository.js';

/** On one day what comes later in a life stands above. */
const newestFirst = (a: PersonEvent, b: PersonEvent): number => (a.day === b.day ? historyKinds.indexOf(b.kind) - historyKinds.indexOf(a.kind) : a.day < b.day ? 1 : -1);

/** A person at a glance: what happened, newest first, each part as far as the reader may see it. Of minors no more than how the registration stands. */
@Injectable()
export class PersonHistories {
  constructor(private readonly rows: PersonHistoryRepository, private readonly clock: Clock) {}

  /** Errors: `resource.not_found`. */
  async of(actor: PersonActor, id: string, { page, perPage }: z.output<typeof personHistoryQuery>): Promise<PersonHistory> {
    const person = await this.rows.findFor(actor, id);
    if (!person) throw notFound();
    const today = this.clock.today();
    const { events, total } = await this.rows.events(actor, id, isMinor(person.bornOn, today), today, page * perPage);
    const registered: PersonEvent = { day: shanghaiDay(new Date(fromDbTime(person.createdAt))), kind: 'registered', id: null, title: '', note: null, minutes: null, ledger: null, standing: null };
    return { data: [...events, registered].sort(newestFirst).slice((page - 1) * perPage, page * perPage), total: total + 1, minutes: await this.rows.minutes(id) };
  }
}
