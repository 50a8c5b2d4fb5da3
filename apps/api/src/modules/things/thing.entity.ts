import { bookingLimits, lengths, type SharedThing, type ThingStop } from '@kepu/contracts';
import type { BookingState } from '@kepu/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, flag, foreignId, id, optional, References, searchKey, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** A thing that units share (共享设施): a van, a travelling museum. */
@Entity('shared_things')
@Index(uniqueName('shared_things', ['unit_id', 'name']), ['unitId', 'name'], { unique: true })
@Index(['closed', 'nameKey'])
export class SharedThingEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(text(lengths.name)) name!: string;
  @Column(searchKey()) nameKey!: string;
  @Column(code(16)) kind!: SharedThing['kind'];
  @Column(optional(text(lengths.note))) about!: string | null;
  @Column(optional(text(lengths.note))) needs!: string | null;
  /** Anybody may read where it comes next. */
  @Column(flag()) shown!: boolean;
  @Column(flag()) closed!: boolean;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(version()) version!: number;
}

/** A unit asks for a thing (预约). */
@Entity('thing_bookings')
@Index(['thingId', 'state', 'firstDay'])
@Index(['unitId', 'state'])
@Index(['activityId'])
@Index(['state', 'lastDay'])
export class ThingBookingEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('shared_things') thingId!: string;
  @Column(foreignId()) @References('units') unitId!: string;
  @Column(optional(foreignId())) @References('activities') activityId!: string | null;
  @Column(text(lengths.place)) place!: string;
  @Column(foreignId()) @References('divisions') countyId!: string;
  @Column(text(bookingLimits.purpose)) purpose!: string;
  @Column(day()) firstDay!: string;
  @Column(day()) lastDay!: string;
  @Column(code()) state!: BookingState;
  @Column(optional(text(lengths.note))) reason!: string | null;
  @Column(optional(text(lengths.note))) movedReason!: string | null;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
  @Column(optional(utc())) decidedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') decidedBy!: string | null;
  @Column(version()) version!: number;
}

/** A part of a day that a booking asks for. `takenKey` stands while the booking is confirmed, and stands once: no thing is in two places. */
@Entity('booking_slots')
@Index(uniqueName('booking_slots', ['taken_key']), ['takenKey'], { unique: true })
@Index(['bookingId'])
@Index(['thingId', 'day'])
@Index(['day'])
export class BookingSlotEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('thing_bookings') bookingId!: string;
  @Column(foreignId()) @References('shared_things') thingId!: string;
  @Column(day()) day!: string;
  @Column(code()) part!: ThingStop['part'];
  @Column(optional(text(64))) takenKey!: string | null;
}
