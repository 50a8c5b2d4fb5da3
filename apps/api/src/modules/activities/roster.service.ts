import { Inject, Injectable } from '@nestjs/common';
import type { LedShift, Page, Roster, ShiftCode } from '@kepu/contracts';
import { ageOn, isCheckInOpen, isMinor } from '@kepu/domain';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock, shanghaiDay } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { SealedNames } from '../identity/index.js';
import { attendanceView, proposedMinutes } from './attendance.mapper.js';
import { marksOpen, secretPlace, takesPlace, tookPlace } from './attendance.service.js';
import { codeOf, stepEnd, stepOf, STEP_SECONDS } from './check-in-code.js';
import { companionsView } from './companions.js';
import { GuardianWords } from './guardian-words.js';
import { AFTER_MS, BEFORE_MS, ShiftAccess } from './roster-access.js';
import { RosterRepository } from './roster.repository.js';

/** What whoever leads a shift has in hand: the list, and the code of the moment. */
@Injectable()
export class RosterService {
  constructor(
    private readonly rows: RosterRepository, private readonly access: ShiftAccess, private readonly words: GuardianWords, private readonly names: SealedNames, private readonly cipher: FieldCipher, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async get(actor: PersonActor, shiftId: string): Promise<Roster> {
    const shift = await this.access.demandLeader(actor, shiftId);
    const now = this.clock.now();
    const day = shanghaiDay(new Date(shift.startsAt));
    const rows = await this.rows.expected(shiftId);
    const minors = rows.filter(({ bornOn }) => isMinor(bornOn, day)).map(({ volunteerId }) => volunteerId);
    // Children are called by their whole names around the day alone, by those who have them in hand.
    const around = Date.parse(shift.startsAt) - BEFORE_MS <= now.getTime() && now.getTime() < Date.parse(shift.endsAt) + AFTER_MS;
    const [words, names] = [await this.words.on(shift.activityId, minors), around ? await this.names.open(minors) : new Map<string, string>()];
    return {
      shift: { id: shift.id, startsAt: shift.startsAt, endsAt: shift.endsAt, cancelled: shift.cancelledAt !== null },
      activity: { id: shift.activityId, title: shift.title, place: shift.place, countyName: shift.countyName, unit: { id: shift.unitId, name: shift.unitName } },
      leader: shift.leaderId === null ? null : { id: shift.leaderId, name: shift.leaderName ?? '' }, open: marksOpen(shift, now), mayConfirmHours: tookPlace(shift) && now.getTime() >= Date.parse(shift.endsAt),
      companions: rows.reduce((sum, { companions }) => sum + companions, 0),
      rows: rows.map((row) => ({
        signupId: row.signupId, name: names.get(row.volunteerId) ?? row.name, number: row.number, position: row.position, onDuty: row.onDuty === 1, team: row.team, ...companionsView(row),
        minor: minors.includes(row.volunteerId) ? { age: ageOn(row.bornOn, day), accompanied: words.get(row.volunteerId)?.accompanied ?? false, escort: words.get(row.volunteerId)?.escort ?? null, consent: words.get(row.volunteerId)?.consent ?? 'missing' } : null, attendance: attendanceView(row), proposedMinutes: proposedMinutes(row), recorded: row.attendanceState === 'settled', realName: Number(row.named) === 1,
        frozen: Number(row.frozen) === 1,
      })),
    };
  }

  async mine(actor: PersonActor): Promise<Page<LedShift>> {
    const now = this.clock.now();
    const rows = await this.rows.ledBy(actor.accountId, new Date(now.getTime() - AFTER_MS));
    const data = rows.map((row): LedShift => ({
      id: row.id, startsAt: row.startsAt, endsAt: row.endsAt, activity: { id: row.activityId, name: row.title }, place: row.place, expected: Number(row.expected), present: Number(row.present),
      hoursToConfirm: Date.parse(row.endsAt) <= now.getTime() ? Number(row.open) : 0,
    }));
    return { data, total: data.length };
  }

  /** Errors: `attendance.not_open`. */
  async code(actor: PersonActor, shiftId: string): Promise<ShiftCode> {
    const shift = await this.access.demandLeader(actor, shiftId);
    const now = this.clock.now();
    if (!takesPlace(shift) || !isCheckInOpen(shift, now.toISOString())) throw new Refusal('attendance.not_open');
    const step = stepOf(now);
    const { code, digits } = codeOf(this.cipher.open(shift.secret, secretPlace(shiftId)), shiftId, step);
    const url = `${this.config.publicUrl}/checkin/${shiftId}?code=${code}`;
    // Loaded by the first code, not by every start.
    const { default: QRCode } = await import('qrcode');
    return { url, qr: await QRCode.toString(url, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }), digits, validUntil: stepEnd(step).toISOString(), stepSeconds: STEP_SECONDS };
  }
}
