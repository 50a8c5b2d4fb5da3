import { Injectable } from '@nestjs/common';
import { exportMost, type Volunteer, type volunteerExport } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { PersonActor } from '../../platform/auth/actor.js';
import { VolunteerLists } from '../volunteers/index.js';
import { ExportLedger } from './export-ledger.js';
import type { PeopleColumn } from './people-sheet.js';

/** A volunteer with the number as the reader may see it. */
interface Row { readonly volunteer: Pick<Volunteer, 'number' | 'name' | 'occupation' | 'unit' | 'county' | 'ageBand' | 'services' | 'minutes'>; readonly phone: string }

const columns: readonly PeopleColumn<Row>[] = [
  { key: 'number', width: 16, value: ({ volunteer }) => volunteer.number }, { key: 'name', width: 12, value: ({ volunteer }) => volunteer.name }, { key: 'occupation', width: 16, value: ({ volunteer }, t) => t(`terms.occupations.${volunteer.occupation}`) },
  { key: 'unit', width: 26, value: ({ volunteer }) => volunteer.unit?.name ?? '' }, { key: 'county', width: 14, value: ({ volunteer }) => volunteer.county.name }, { key: 'ageBand', width: 12, value: ({ volunteer }, t) => t(`terms.ageBands.${volunteer.ageBand}`) },
  { key: 'services', width: 10, value: ({ volunteer }) => volunteer.services }, { key: 'minutes', width: 12, value: ({ volunteer }) => volunteer.minutes }, { key: 'phone', width: 18, value: ({ phone }) => phone },
];

/** The list of volunteers as it leaves. */
@Injectable()
export class VolunteerExports {
  constructor(private readonly lists: VolunteerLists, private readonly ledger: ExportLedger) {}

  /** Errors: `export.too_many`, `personal.daily_limit`. */
  async export(actor: PersonActor, { purpose, reason, ...filters }: z.output<typeof volunteerExport>, locale: Locale): Promise<Readable> {
    await this.ledger.begin(actor);
    const { data, total } = await this.lists.whole(actor, filters, exportMost);
    this.ledger.demand(total);
    const ids = data.map(({ id }) => id);
    const phones = await this.ledger.phones(actor, ids, purpose);
    const rows = data.map((volunteer) => ({ volunteer, phone: phones.get(volunteer.id) ?? '' }));
    return this.ledger.leave(actor, { purpose, reason }, 'volunteers', Object.keys(filters), ids, { sheet: label(locale, 'exported.volunteers'), columns, rows }, locale);
  }
}
