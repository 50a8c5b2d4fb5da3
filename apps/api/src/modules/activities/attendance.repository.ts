import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { changeRows, Database, insertRows, readRows, type SqlParams } from '../../platform/database/index.js';
import { AttendanceEntity } from './signup.entity.js';

/** Somebody who is expected at a shift, with what is noted of them. */
export interface Expected { readonly signupId: string; readonly volunteerId: string; readonly onDuty: number; readonly paid: number; readonly signupVersion: number }

/** Rows of `attendances`. */
@Injectable()
export class AttendanceRepository {
  constructor(private readonly database: Database) {}

  /** Who has a place in a shift: those of the given sign-ups, or the one of a person. */
  expected(shiftId: string, of: { readonly signupIds: readonly string[] } | { readonly volunteerId: string }): Promise<Expected[]> {
    const [condition, params]: [string, SqlParams] = 'signupIds' in of ? ['s.id IN (:...signupIds)', { signupIds: of.signupIds }] : ['s.volunteer_id = :volunteerId', { volunteerId: of.volunteerId }];
    return readRows<Expected>(this.database.reader,
      `SELECT s.id AS signupId, s.volunteer_id AS volunteerId, s.on_duty AS onDuty, p.paid AS paid, s.version AS signupVersion FROM signups s JOIN positions p ON p.id = s.position_id
       WHERE s.shift_id = :shiftId AND s.state = 'confirmed' AND ${condition}`, { ...params, shiftId });
  }
  async of(signupIds: readonly string[]): Promise<ReadonlyMap<string, AttendanceEntity>> {
    if (signupIds.length === 0) return new Map();
    return new Map((await this.database.reader.findBy(AttendanceEntity, { signupId: In([...signupIds]) })).map((row) => [row.signupId, row]));
  }
  find(signupId: string): Promise<AttendanceEntity | null> { return this.database.reader.findOneBy(AttendanceEntity, { signupId }); }

  async insert(rows: readonly AttendanceEntity[]): Promise<void> { await insertRows(this.database.writer, AttendanceEntity, rows); }
  /** A change against the version that was read; one of two parallel changes wins. */
  async change(row: AttendanceEntity, changes: Partial<AttendanceEntity>): Promise<boolean> {
    return (await this.database.writer.update(AttendanceEntity, { id: row.id, version: row.version }, { ...changes, version: row.version + 1 })).affected === 1;
  }
  async remove(row: AttendanceEntity): Promise<boolean> { return (await this.database.writer.delete(AttendanceEntity, { id: row.id, version: row.version })).affected === 1; }

  /** Takes away what was noted at shifts and is not settled. */
  async clearUnsettled(shiftIds: readonly string[]): Promise<void> { await this.database.writer.delete(AttendanceEntity, { shiftId: In([...shiftIds]), state: Not('settled') }); }
  settledIn(shiftIds: readonly string[]): Promise<number> { return this.database.reader.countBy(AttendanceEntity, { shiftId: In([...shiftIds]), state: 'settled' }); }

  /** Those whose hours can be confirmed now: a close does not wait for a real name that may never come. */
  async openIn(activityId: string): Promise<number> {
    const [row] = await readRows<{ open: number | string }>(this.database.reader,
      `SELECT COUNT(*) AS open FROM attendances t JOIN signups s ON s.id = t.signup_id JOIN shifts sh ON sh.id = t.shift_id
         JOIN volunteers v ON v.id = t.volunteer_id AND v.standing = 'good' JOIN real_names rn ON rn.id = v.id
       WHERE s.activity_id = :activityId AND s.state = 'confirmed' AND sh.cancelled_at IS NULL AND t.state IN ('present', 'left')`, { activityId });
    return Number(row?.open ?? 0);
  }

  async setOnDuty(signupId: string, onDuty: boolean): Promise<void> {
    await changeRows(this.database.writer, 'UPDATE signups SET on_duty = :onDuty, version = version + 1 WHERE id = :signupId', { onDuty: onDuty ? 1 : 0, signupId });
  }
}
