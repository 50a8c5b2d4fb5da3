import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { GrantsRepository } from '../identity/index.js';
import { excerpt, NoticesService } from '../notices/index.js';
import { BookingsRepository } from './bookings.repository.js';
import type { BookingEvent } from './bookings.service.js';

type BookingNews = { readonly bookingId: string; readonly event: BookingEvent; readonly version: number; readonly by: string };
/** Longest words that a notice takes along. */
const WORDS = 200;

/** Tells whoever keeps a thing what is asked and withdrawn, and whoever asked what was decided. Nobody is told of what they did themselves. */
@Injectable()
export class BookingNotices implements OnModuleInit {
  constructor(private readonly rows: BookingsRepository, private readonly grants: GrantsRepository, private readonly notices: NoticesService, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  onModuleInit(): void { this.worker.register<BookingNews>({ kind: 'notice.thing_booking', run: (run) => this.tell(run) }); }

  private async tell(run: JobRun<BookingNews>): Promise<void> {
    const { bookingId, event, version, by } = run.payload;
    const row = await this.rows.byId(bookingId);
    const toKeeper = event === 'asked' || event === 'withdrawn';
    const told = row ? await this.peopleOf(toKeeper ? row.keeperId : row.unitId, toKeeper ? row.keeperDivision : null, toKeeper ? null : row.createdBy) : [];
    const text = excerpt((event === 'moved' ? row?.movedReason : row?.reason) ?? '', WORDS);
    await this.work.run(async () => {
      if (row) await this.notices.deliver(told.filter((id) => id !== by), { eventKey: `booking_${event}:${bookingId}:${version}`, kind: `booking_${event}`, link: `/thing-bookings/${bookingId}`, params: { title: row.thingName, name: row.unitName, place: row.place, day: row.firstDay, until: row.lastDay, text } });
      await run.finish();
    });
  }
  /** The liaisons of the unit; where it has none, whoever asked, or the office of the division. */
  private async peopleOf(unitId: string, divisionId: string | null, createdBy: string | null): Promise<string[]> {
    const today = this.clock.today();
    const found = [...new Set([...(await this.grants.liaisonAccounts(unitId, today)), ...(createdBy === null ? [] : [createdBy])])];
    return found.length > 0 || divisionId === null ? found : this.grants.officeAccountsOf(divisionId, today);
  }
}
