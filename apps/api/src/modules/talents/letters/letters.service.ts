import { Inject, Injectable } from '@nestjs/common';
import type { AppointmentCheck } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { DEFAULT_LETTER_WORDS, DEFAULT_NUMBER_PATTERN, letterNumber, letterText, numberSeries, termStanding } from '@kepu/domain';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { RateLimits } from '../../../platform/auth/rate-limits.js';
import { Clock, shanghaiDay } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { newId } from '../../../platform/database/index.js';
import { notFound, Refusal } from '../../../platform/errors/refusal.js';
import { maskedName } from '../../identity/index.js';
import { UnitDirectory } from '../../units/index.js';
import type { PoolEntity, PoolLetterEntity } from '../pool.entity.js';
import { checkCode, spendCheck } from './document-checks.js';
import { letterPdf } from './letter-document.js';
import { LettersRepository } from './letters.repository.js';

/** A term for which a letter is issued. */
export interface LetterTerm { readonly accountId: string; readonly name: string; readonly unit: string | null; readonly fromDay: string; readonly toDay: string | null }

/** Letters of appointment (聘书): issued with a term, made again from their own words, and checked by whoever holds one. */
@Injectable()
export class LettersService {
  constructor(
    private readonly rows: LettersRepository, private readonly units: UnitDirectory, private readonly limits: RateLimits, private readonly audit: AuditTrail, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** Words that do not depend on the term. Asked before a unit begins. */
  async issuerOf(pool: Pick<PoolEntity, 'ownerUnitId' | 'ownerDivisionId'> & { readonly ownerName: string | null }): Promise<string> {
    const { name } = await this.units.cityDivision();
    if (pool.ownerUnitId !== null) return pool.ownerName ?? name;
    return label('zh-CN', 'documents.letterIssuer', { place: pool.ownerDivisionId === null ? name : (pool.ownerName ?? name) });
  }

  /** Inside the unit that begins the term. Answers the id of the letter. */
  async issue(actor: Actor, pool: PoolEntity, issuer: string, city: string, { accountId, name, unit, fromDay, toDay }: LetterTerm): Promise<string> {
    const today = this.clock.today();
    const series = numberSeries(pool.numberPattern ?? DEFAULT_NUMBER_PATTERN, Number(today.slice(0, 4)));
    const seq = await this.rows.nextIn(series);
    const id = newId();
    const number = letterNumber(series, seq);
    const body = letterText(pool.letterWords ?? DEFAULT_LETTER_WORDS, { name, pool: pool.name, unit: unit ?? '', from: chinese(fromDay), to: toDay === null ? label('zh-CN', 'documents.letterOpenEnd') : chinese(toDay), city });
    const code = checkCode();
    await this.rows.insert({ id, poolId: pool.id, accountId, number, series, seq, code, words: { title: label('zh-CN', 'documents.letterTitle'), body, name, pool: pool.name, unit, fromDay, toDay, issuer }, issuedAt: this.clock.now(), issuedBy: actor.kind === 'person' ? actor.accountId : null });
    await this.audit.record({ actor: auditActor(actor), action: 'pool_letter.issued', subjectKind: 'volunteer', subjectId: accountId, before: null, after: { letterId: id, number, pool: pool.name } });
    return id;
  }

  /** The file. Errors: `resource.not_found` where there is no letter, or the person is gone. */
  async pdf(letterId: string | null): Promise<{ name: string; bytes: Buffer }> {
    const letter = letterId === null ? null : await this.rows.find(letterId);
    if (!letter || letter.words.name === '') throw notFound();
    const { title, body, issuer } = letter.words;
    return { name: `${title} ${letter.number}.pdf`, bytes: await letterPdf({ title, body, issuer, number: letter.number, issuedAt: letter.issuedAt, issuedOn: chinese(shanghaiDay(letter.issuedAt)), checkUrl: this.checkUrl(letter), code: letter.code }) };
  }

  /** For anybody who holds the letter. A wrong code and a number that there is not are one answer. Errors: `appointment.unknown`, `rate.limited`. */
  async check(ip: string | null, number: string, code: string): Promise<AppointmentCheck> {
    await spendCheck(this.limits, 'appointment', ip);
    const letter = await this.rows.checked(number, code.toUpperCase());
    if (!letter) throw new Refusal('appointment.unknown');
    const today = this.clock.today();
    const term = await this.rows.termOf(letter.id);
    const { words } = letter;
    return {
      number: letter.number, name: words.name === '' ? '*' : maskedName(words.name), pool: words.pool, unit: term?.unitName ?? words.unit, fromDay: words.fromDay, toDay: words.toDay, issuer: words.issuer, checkedOn: today,
      state: term === null || words.name === '' ? 'ended' : termStanding({ ...term, fromDay: words.fromDay }, today),
    };
  }

  checkUrl({ number, code }: Pick<PoolLetterEntity, 'number' | 'code'>): string { return `${this.config.publicUrl}/appointments?${new URLSearchParams({ code, no: number })}`; }
}

/** A day as documents write it. */
const chinese = (day: string): string => { const [year = '', month = '', date = ''] = day.split('-'); return label('zh-CN', 'documents.letterDay', { year, month: Number(month), day: Number(date) }); };
