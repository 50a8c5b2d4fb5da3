import { Injectable, type OnModuleInit } from '@nestjs/common';
import { adultsBornBy } from '@kepu/domain';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock, shanghaiDay } from '../../platform/clock/index.js';
import { changeRows, Database, readRows, toDbTime } from '../../platform/database/index.js';
import { Files } from '../../platform/files/index.js';
import { Retention } from '../../platform/retention/index.js';
import { PersonData, PersonMerges, type PersonHolder, type PersonMover, type PersonRow, type PersonSection } from '../identity/index.js';

/** A scan that nothing rests on is kept so long: it may have been handed in a moment ago. */
const LOOSE_DAYS = 30;

/**
 * What classes keep of pupils, and for how long. A scan lives as long as a guardian's word rests on it: the registration of a child who is under age, or a consent to an activity; and three years longer, as other proofs of consent.
 * Whoever has the child's account closed ends that at once. Who was written on a roll and never registered goes after ninety days.
 */
@Injectable()
export class ClassPersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['pupils.volunteer_id'];
  readonly moves = [];
  /** Only people of age are merged: the roll of a class where one was a pupil is history. */
  readonly stays = this.columns;

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly database: Database, private readonly retention: Retention, private readonly files: Files, private readonly clock: Clock) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('pupil_classes.teacher_id', 'pupil_classes.created_by', 'class_scans.created_by', 'pupils.added_by', 'pupils.registered_by');
    this.retention.register('unregistered_pupils', (before) => this.retention.inPortions((limit) => changeRows(
      this.database.writer, 'DELETE FROM pupils WHERE id IN (SELECT o.id FROM (SELECT p.id AS id FROM pupils p WHERE p.volunteer_id IS NULL AND p.added_at < :before LIMIT :limit) o)', { before: toDbTime(before), limit })));
    this.retention.register('slips', async (before) => {
      await this.retention.inPortions((limit) => this.letGo(before, limit));
      return this.retention.inPortions((limit) => this.sweep(limit));
    });
  }

  async read(personId: string): Promise<PersonSection[]> {
    const classes = await readRows<PersonRow>(this.database.reader, 'SELECT c.name AS name, u.name AS unit, p.registered_at AS createdAt FROM pupils p JOIN pupil_classes c ON c.id = p.class_id JOIN units u ON u.id = c.unit_id WHERE p.volunteer_id = :personId ORDER BY p.id', { personId });
    const file = 'JOIN class_scans s ON s.id = x.scan_id JOIN stored_files f ON f.id = s.file_id';
    const slips = await readRows<PersonRow>(this.database.reader, `
      SELECT f.name AS file, x.scan_page AS page, s.created_at AS createdAt, NULL AS activity FROM pupils x ${file} WHERE x.volunteer_id = :personId
      UNION ALL SELECT f.name AS file, x.scan_page AS page, s.created_at AS createdAt, a.title AS activity FROM activity_consents x ${file} JOIN activities a ON a.id = x.activity_id WHERE x.minor_id = :personId`, { personId });
    return [{ key: 'classes', rows: classes }, { key: 'slips', rows: slips }];
  }

  async erase(actor: PersonActor): Promise<void> { await changeRows(this.database.writer, 'DELETE FROM pupils WHERE volunteer_id = :personId', { personId: actor.accountId }); }

  /** Words that ended before the moment rest on no scan any more: the child came of age, the agreement was taken back, the activity is over. */
  private async letGo(before: Date, limit: number): Promise<number> {
    const { writer } = this.database;
    const ended = { before: toDbTime(before), limit };
    const grown = { adultsBornBy: adultsBornBy(shanghaiDay(before)), limit };
    const consents = await changeRows(writer, 'UPDATE consents SET scan_id = NULL WHERE id IN (SELECT o.id FROM (SELECT c.id AS id FROM consents c JOIN volunteers v ON v.id = c.person_id WHERE c.scan_id IS NOT NULL AND (c.withdrawn_at < :before OR v.born_on <= :adultsBornBy) LIMIT :limit) o)', { ...ended, ...grown });
    const pupils = await changeRows(writer, 'UPDATE pupils SET scan_id = NULL, scan_page = NULL, version = version + 1 WHERE id IN (SELECT o.id FROM (SELECT p.id AS id FROM pupils p JOIN volunteers v ON v.id = p.volunteer_id WHERE p.scan_id IS NOT NULL AND v.born_on <= :adultsBornBy LIMIT :limit) o)', grown);
    const words = await changeRows(writer, `UPDATE activity_consents SET scan_id = NULL, scan_page = NULL, version = version + 1 WHERE id IN (SELECT o.id FROM (SELECT c.id AS id FROM activity_consents c
      WHERE c.scan_id IS NOT NULL AND (c.withdrawn_at < :before OR NOT EXISTS (SELECT 1 FROM shifts h WHERE h.activity_id = c.activity_id AND h.ends_at >= :before)) LIMIT :limit) o)`, ended);
    return Math.max(consents, pupils, words);
  }

  /** Scans that nothing rests on, with their bytes. */
  private async sweep(limit: number): Promise<number> {
    const before = new Date(this.clock.now().getTime() - LOOSE_DAYS * 86_400_000);
    const loose = await readRows<{ id: string; fileId: string }>(this.database.reader, `SELECT s.id AS id, s.file_id AS fileId FROM class_scans s WHERE s.created_at < :before AND NOT EXISTS (SELECT 1 FROM pupils p WHERE p.scan_id = s.id)
      AND NOT EXISTS (SELECT 1 FROM activity_consents c WHERE c.scan_id = s.id) AND NOT EXISTS (SELECT 1 FROM consents n WHERE n.scan_id = s.id) ORDER BY s.id LIMIT :limit`, { before: toDbTime(before), limit });
    for (const { id, fileId } of loose) {
      await changeRows(this.database.writer, 'DELETE FROM class_scans WHERE id = :id', { id });
      await this.files.remove(fileId);
    }
    return loose.length;
  }
}
