import type { Client } from '@kepu/api-client';
import { createClient } from '@kepu/api-client';
import type { Activity, ActivityRow, Recommendation, Roster } from '@kepu/contracts';
import { signIn, type TestServer } from '../support/server.js';
import { numberOf } from './identity-numbers.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Signing in is limited per network: so many, then the clock moves on. */
const SIGN_INS = 100;

/** Numbers that look random and are the same for the same seed (mulberry32), so that a term that went wrong can be played again. */
export const dice = (seed: number): ((sides: number) => number) => {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
};

/** What happened in a term, counted where it was done. */
export interface Played {
  volunteers: number; activities: number; signups: number; full: number; overlapping: number; notEligible: number; withdrawn: number; cancelledShifts: number; movedShifts: number; absent: number;
  forgotten: number; records: number; minutes: number; corrections: number; closed: number;
}

/** Everybody who takes part, signed in once: the sessions last while they sign up. */
export class Term {
  readonly played: Played = {
    volunteers: 0, activities: 0, signups: 0, full: 0, overlapping: 0, notEligible: 0, withdrawn: 0, cancelledShifts: 0, movedShifts: 0, absent: 0, forgotten: 0, records: 0, minutes: 0, corrections: 0, closed: 0,
  };
  readonly volunteers: { readonly id: string; readonly client: Client }[] = [];
  private readonly roll: (sides: number) => number;

  constructor(private readonly server: TestServer, public office: Client, seed: number) { this.roll = dice(seed); }

  /** The office comes back after days: its session has ended meanwhile. */
  async comeBack(): Promise<void> { this.office = this.as(await signIn(this.server.url, 'office')); }

  private as(cookie: string): Client { return createClient({ baseUrl: this.server.url, parseAnswers: true, headers: { cookie } }); }

  /** Signs the volunteers of the demo city in. */
  async gather(count: number): Promise<void> {
    for (let number = 1; number <= count; number++) {
      if (number % SIGN_INS === 0) await this.server.control.clock({ advanceMs: 20 * 60_000 });
      const client = this.as(await signIn(this.server.url, `v${String(number).padStart(3, '0')}`));
      const { id, bornOn, realName } = await client.getMyVolunteer();
      // Before the first hour everybody gives the number once.
      if (!realName) await client.giveMyRealName({ body: { number: numberOf(bornOn) } });
      this.volunteers.push({ id, client });
    }
    this.played.volunteers = this.volunteers.length;
  }

  /** Published activities that begin tomorrow or later: what begins today is over before everybody has signed in. */
  async open(): Promise<ActivityRow[]> {
    const from = new Date(Date.now() + 32 * HOUR_MS).toISOString().slice(0, 10);
    const rows: ActivityRow[] = [];
    for (let page = 1; ; page++) {
      const answer = await this.office.listActivities({ query: { page, perPage: 200, state: 'open', from } });
      rows.push(...answer.data);
      if (answer.data.length === 0 || rows.length >= answer.total) return rows.filter((row) => (row.startsAt ?? '') >= from);
    }
  }

  /** Each takes what is suggested; some also wait in a list, and some think better of it. */
  async signUp(): Promise<void> {
    for (const { client } of this.volunteers) {
      const suggested = (await client.getMyRecommendations({ query: { limit: 5 } })).data;
      const wanted = suggested.filter(() => this.roll(3) > 0).slice(0, 1 + this.roll(2));
      for (const one of wanted) await this.take(client, one);
    }
  }

  private async take(client: Client, { position }: Recommendation): Promise<void> {
    try {
      const signup = await client.createSignup({ params: { id: position.id }, body: { waitIfFull: this.roll(2) === 0, onDuty: this.roll(6) === 0 } });
      this.played.signups += 1;
      if (this.roll(12) === 0 && signup.mayWithdraw) {
        await client.withdrawSignup({ params: { id: signup.id }, body: { version: signup.version, reason: '临时有事，抱歉。' } });
        this.played.withdrawn += 1;
      }
    } catch (error) {
      const code = (error as { problem?: { code?: string } }).problem?.code;
      if (code === 'position.full') this.played.full += 1;
      else if (code === 'signup.overlap') this.played.overlapping += 1;
      else if (code === 'signup.not_eligible') this.played.notEligible += 1;
      else throw error;
    }
  }

  /** The units decide: whoever fits, best first, until the places are gone. */
  async decide(rows: readonly ActivityRow[]): Promise<void> {
    for (const row of rows) {
      const { data } = await this.office.listSignups({ query: { activityId: row.id, state: 'requested', perPage: 200 } });
      for (const signup of data) {
        if (this.roll(10) === 0) await this.office.refuseSignup({ params: { id: signup.id }, body: { version: signup.version, reason: '名额有限，期待下次。' } });
        else {
          try {
            await this.office.confirmSignup({ params: { id: signup.id }, body: { version: signup.version } });
          } catch (error) {
            const code = (error as { problem?: { code?: string } }).problem?.code;
            if (code === 'position.full') await this.office.queueSignup({ params: { id: signup.id }, body: { version: signup.version } });
            else if (code === 'signup.overlap') await this.office.refuseSignup({ params: { id: signup.id }, body: { version: signup.version, reason: '同一时段已有安排。' } });
            else throw error;
          }
        }
      }
    }
  }

  /** A typhoon: some shifts do not take place, some are put off by two days. */
  async weather(activities: readonly Activity[]): Promise<void> {
    for (const activity of activities) {
      const fate = this.roll(12);
      const shift = activity.shifts.find((one) => !one.cancelled);
      if (!shift || fate > 1) continue;
      const later = (time: string) => new Date(Date.parse(time) + 2 * DAY_MS).toISOString();
      if (fate === 0) {
        if (activity.shifts.filter((one) => !one.cancelled).length > 1) await this.office.cancelShift({ params: { id: shift.id }, body: { version: activity.version, reason: '台风红色预警，安全第一。' } });
        else await this.office.cancelActivity({ params: { id: activity.id }, body: { version: activity.version, reason: '台风红色预警，安全第一。' } });
        this.played.cancelledShifts += 1;
      } else {
        await this.office.moveShift({ params: { id: shift.id }, body: { version: activity.version, startsAt: later(shift.startsAt), endsAt: later(shift.endsAt), reason: '台风影响，延后两天。' } });
        this.played.movedShifts += 1;
      }
    }
  }

  /** The day itself: the list is ticked, some do not come, some leave without a word, and the hours are confirmed. */
  async holdShift(shiftId: string, startsAt: string, endsAt: string): Promise<void> {
    await this.server.control.clock({ freeze: new Date(Date.parse(startsAt) + 5 * 60_000).toISOString() });
    await this.comeBack();
    const roster = await this.office.getRoster({ params: { id: shiftId } });
    if (roster.rows.length === 0) return;
    const comes = new Map(roster.rows.map((row) => [row.signupId, this.roll(8) > 0]));
    await this.office.markAttendance({ params: { id: shiftId }, body: { marks: roster.rows.map((row) => ({ signupId: row.signupId, mark: comes.get(row.signupId) ? 'present' : 'absent' })) } });
    this.played.absent += [...comes.values()].filter((came) => !came).length;
    await this.server.control.clock({ freeze: new Date(Date.parse(endsAt) + 10 * 60_000).toISOString() });
    const leaving = roster.rows.filter((row) => comes.get(row.signupId) && this.roll(4) > 0);
    if (leaving.length > 0) await this.office.markAttendance({ params: { id: shiftId }, body: { marks: leaving.map((row) => ({ signupId: row.signupId, mark: 'left' })) } });
    this.played.forgotten += [...comes.values()].filter(Boolean).length - leaving.length;
    await this.settle(shiftId, roster, comes);
  }

  private async settle(shiftId: string, roster: Roster, comes: ReadonlyMap<string, boolean>): Promise<void> {
    const there = roster.rows.filter((row) => comes.get(row.signupId));
    if (there.length === 0) return;
    // Others of the demo city serve too: who has no number yet shows the card on the spot.
    for (const { number } of there.filter(({ realName }) => !realName)) {
      const id = (await this.office.listVolunteers({ query: { q: number } })).data.find((one) => one.number === number)?.id ?? '';
      await this.office.giveRealName({ params: { id }, body: { kind: 'id_card', number: numberOf('1990-01-01'), seen: '现场核对身份证原件。' } });
    }
    const { records, minutes } = await this.office.confirmHours({ params: { id: shiftId }, body: { rows: there.map((row) => ({ signupId: row.signupId })) } });
    this.played.records += records;
    this.played.minutes += minutes;
  }

  /** Some records were wrong: they are taken back, and other minutes stand instead, or none. */
  async correct(): Promise<void> {
    const { data } = await this.office.listServiceRecords({ query: { perPage: 200, reversals: 'false' } });
    for (const record of data.filter((one) => one.reversedBy === null && one.reverses === null && one.minutes > 30).filter(() => this.roll(10) === 0)) {
      const instead = this.roll(3) === 0 ? null : { minutes: record.minutes - 15, ledger: record.ledger };
      await this.office.reverseServiceRecord({ params: { id: record.id }, body: { reason: '核对签到表后更正。', instead } });
      this.played.corrections += 1;
    }
  }

  /** What is over is closed with its turnout, and the close is accepted. */
  async close(activity: Activity): Promise<void> {
    const shifts = activity.shifts.filter((shift) => !shift.cancelled).map((shift) => ({ shiftId: shift.id, held: true, turnout: 20 + this.roll(180), method: 'counted' as const }));
    if (shifts.length === 0) return;
    const reported = await this.office.reportActivity({ params: { id: activity.id }, body: { version: activity.version, shifts, text: '活动顺利，听众提问踊跃。', fileIds: [], withoutPhoto: '现场未拍照，有签到表。' } });
    await this.office.acceptActivityReport({ params: { id: activity.id }, body: { version: reported.version } });
    this.played.closed += 1;
  }
}
