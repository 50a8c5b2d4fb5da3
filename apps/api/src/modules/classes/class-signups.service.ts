import { Injectable } from '@nestjs/common';
import { riskCodeOf, type ClassSignupResult, type classSignupInput, type Page, type SlipConsent } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import type { z } from 'zod';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { fromDbTime } from '../../platform/database/index.js';
import { badReference, notFound, Refusal } from '../../platform/errors/refusal.js';
import { ActivityConsents, ActivityConsentsRepository, consentStateOf, riskTextOf, SignupsRepository, type ConsentRow } from '../activities/index.js';
import { ClassScansRepository } from './class-scans.repository.js';
import { Classes } from './classes.service.js';
import type { ClassRow } from './classes.repository.js';
import { Pupils } from './pupils.service.js';
import { PupilsRepository, type PupilRow } from './pupils.repository.js';

/** A class goes to an activity: for each pupil a signed slip, and for all of them the rules of any sign-up. */
@Injectable()
export class ClassSignups {
  constructor(
    private readonly classes: Classes, private readonly pupils: Pupils, private readonly rows: PupilsRepository, private readonly scans: ClassScansRepository, private readonly consents: ActivityConsents, private readonly words: ActivityConsentsRepository, private readonly signups: SignupsRepository, private readonly clock: Clock,
  ) {}

  /** Each pupil by itself: one who may not does not keep the others. Errors: `class.archived`, `reference.not_found`, `consent.text_changed`. */
  async signUp(actor: PersonActor, classId: string, given: z.output<typeof classSignupInput>, locale: Locale): Promise<ClassSignupResult> {
    const held = await this.classes.demandOpen(actor, classId);
    if ((await this.scans.find(given.scanId))?.classId !== classId) throw badReference('terms.classFields.scan');
    const place = await this.signups.publishedPlace(given.positionId);
    if (!place) throw badReference('terms.classFields.position');
    const risk = await this.words.risk(place.activityId);
    const hash = risk && riskTextOf(risk).hash;
    if (!hash || riskCodeOf(hash) !== given.riskCode) throw new Refusal('consent.text_changed');
    const roll = new Map((await this.rows.ofClass(classId)).map((row) => [row.id, row]));
    if (given.pupils.some(({ pupilId }) => !roll.has(pupilId))) throw badReference('terms.classFields.pupil');
    const data: ClassSignupResult['data'] = [];
    for (const { pupilId, page, accompanies } of given.pupils) {
      try {
        const minorId = await this.pupils.demandMinor({ row: roll.get(pupilId) as PupilRow });
        await this.pupils.demandOnPaper(minorId);
        await this.consents.signUpBySlip(actor, given.positionId, minorId, { riskHash: hash, accompanies, escortId: given.escort ? held.teacherId : null, scanId: given.scanId, page }, locale);
        data.push({ pupilId, code: null, reason: null });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        data.push({ pupilId, code: error.code, reason: label(locale, `errors.${error.code}`, { ...error.params }) });
      }
    }
    return { data };
  }

  async list(actor: PersonActor, classId: string): Promise<Page<SlipConsent>> {
    const held = await this.classes.demand(actor, classId);
    const roll = await this.rows.ofClass(classId);
    const minors = roll.flatMap(({ volunteerId }) => volunteerId ?? []);
    const data = await this.views(actor, held, roll, minors.length === 0 ? [] : await this.words.onPaper(minors));
    return { data, total: data.length };
  }

  /** On the guardian's word. Errors: `resource.not_found`, `version.stale`, `consent.over`. */
  async withdraw(actor: PersonActor, id: string, version: number): Promise<SlipConsent> {
    const word = await this.words.find(id);
    if (word?.method !== 'slip') throw notFound();
    for (const classId of await this.rows.classesOf(word.minorId)) {
      const held = await this.classes.demand(actor, classId).catch(() => null);
      if (!held) continue;
      await this.consents.withdrawSlip(actor, word, version);
      const after = await this.words.find(id);
      const [view] = after ? await this.views(actor, held, await this.rows.ofClass(classId), [after]) : [];
      if (view) return view;
    }
    throw notFound();
  }

  private async views(actor: PersonActor, held: ClassRow, roll: readonly PupilRow[], words: readonly ConsentRow[]): Promise<SlipConsent[]> {
    const names = await this.pupils.namesOf(actor, held, roll);
    const of = new Map(roll.flatMap(({ id, volunteerId }) => (volunteerId === null ? [] : [[volunteerId, id] as const])));
    const now = this.clock.now();
    return words.map((word) => {
      const pupilId = of.get(word.minorId) ?? '';
      return {
        id: word.id, pupil: { id: pupilId, name: names.get(pupilId) ?? word.childName }, activity: { id: word.activityId, title: word.title }, startsAt: word.startsAt === null ? null : fromDbTime(word.startsAt), state: consentStateOf(word, now), accompanies: word.accompanies === 1,
        escort: word.escort, signedUp: word.signedUp === 1, scan: word.scanId === null ? null : { id: word.scanId, page: word.scanPage ?? 1 }, version: word.version,
      };
    });
  }
}
