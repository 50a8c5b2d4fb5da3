import { Inject, Injectable } from '@nestjs/common';
import type { CertificateCheck, certificateInput, ServiceCertificate, ServiceCertificates } from '@kepu/contracts';
import { isMinor, letterNumber, numberSeries } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { RateLimits } from '../../../platform/auth/rate-limits.js';
import { Clock, shanghaiDay } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { longDay } from '../../../platform/documents/official-document.js';
import { notFound, Refusal } from '../../../platform/errors/refusal.js';
import { maskedName, PersonTurns } from '../../identity/index.js';
import { checkCode, spendCheck } from '../../talents/index.js';
import { certificatePdf } from './certificate-document.js';
import type { ServiceCertificateEntity } from './service-certificate.entity.js';
import { ServiceCertificatesRepository, type HolderRow, type SourceRow } from './service-certificates.repository.js';

type Asked = z.output<typeof certificateInput>;
interface File { readonly name: string; readonly bytes: Buffer }
const NUMBER_PATTERN = '科志证〔{year}〕{n}号';
const perPerson = { tries: 20, minutes: 60 };

/** Proofs of service (志愿服务记录证明): whoever recorded is whoever proves, so that each is of one unit. They say what the ledger says, and their check says whether it still does. */
@Injectable()
export class ServiceCertificatesService {
  constructor(
    private readonly rows: ServiceCertificatesRepository, private readonly turns: PersonTurns, private readonly limits: RateLimits, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async mine({ accountId }: PersonActor): Promise<ServiceCertificates> { return this.list(await this.rows.ofAccount(accountId), await this.rows.sources(accountId, null)); }
  /** Errors: `certificate.nothing`, `rate.limited`. */
  async issueMine(actor: PersonActor, asked: Asked): Promise<ServiceCertificate> {
    await this.limits.spend('certificate-issue', actor.accountId, perPerson);
    const holder = await this.rows.holder(actor.accountId);
    if (!holder) throw new Refusal('certificate.nothing');
    return this.issue(actor, holder, asked, null);
  }
  /** Errors: `resource.not_found`. */
  async openMine({ accountId }: PersonActor, id: string): Promise<File> { return this.file(await this.rows.own(accountId, id)); }

  /** Errors: `resource.not_found`. */
  async listFor(actor: PersonActor, volunteerId: string): Promise<ServiceCertificates> {
    await this.demandHolder(actor, volunteerId);
    return this.list(await this.rows.listFor(actor, volunteerId), await this.rows.sources(volunteerId, actor));
  }
  /** Errors: `resource.not_found`, `certificate.nothing` also where the unit is out of reach. */
  async issueFor(actor: PersonActor, volunteerId: string, asked: Asked): Promise<ServiceCertificate> { return this.issue(actor, await this.demandHolder(actor, volunteerId), asked, actor); }
  /** Errors: `resource.not_found`. */
  async openFor(actor: PersonActor, id: string): Promise<File> {
    const row = await this.rows.findFor(actor, id);
    if (row) await this.demandHolder(actor, row.accountId);
    return this.file(row);
  }

  /** For anybody who holds a proof. A wrong code and a number that there is not are one answer. Errors: `certificate.unknown`, `rate.limited`. */
  async check(ip: string | null, number: string, code: string): Promise<CertificateCheck> {
    await spendCheck(this.limits, 'certificate', ip);
    const row = await this.rows.checked(number, code.toUpperCase());
    if (!row) throw new Refusal('certificate.unknown');
    const present = await this.rows.recorded(row.accountId, row.unitId, { from: row.fromDay, to: row.toDay });
    const { words: { name, unit }, services, minutes } = row;
    return {
      number: row.number, name: name === '' ? '*' : maskedName(name), unit, from: row.fromDay, to: row.toDay, services, minutes, issuedOn: shanghaiDay(row.issuedAt), state: present.services === services && present.minutes === minutes ? 'valid' : 'changed', present, checkedOn: this.clock.today(),
    };
  }

  /** Whoever asks for the same again, while the ledger says the same, gets the same: a proof is no second one. */
  private async issue(actor: PersonActor, holder: HolderRow, { unitId, from, to: asked }: Asked, reach: Actor | null): Promise<ServiceCertificate> {
    const today = this.clock.today();
    // Nothing is proven of days to come.
    const to = asked < today ? asked : today;
    const row = await this.work.run(async () => {
      await this.turns.take(holder.id);
      const unit = await this.rows.keptUnit(reach, unitId);
      const { services, minutes } = await this.rows.recorded(holder.id, unitId, { from, to });
      if (unit === null || services === 0 || minutes <= 0) throw new Refusal('certificate.nothing');
      const same = (await this.rows.ofAccount(holder.id)).find((one) => one.unitId === unitId && one.fromDay === from && one.toDay === to && one.services === services && one.minutes === minutes && one.words.name === holder.name && one.words.unit === unit);
      if (same) return same;
      const series = numberSeries(NUMBER_PATTERN, Number(today.slice(0, 4)));
      const seq = await this.rows.nextIn(series);
      const made: ServiceCertificateEntity = {
        id: newId(), accountId: holder.id, unitId, number: letterNumber(series, seq), series, seq, code: checkCode(), fromDay: from, toDay: to, services, minutes,
        words: { name: holder.name, volunteerNumber: holder.number, unit, lines: await this.rows.lines(holder.id, unitId, { from, to }) }, issuedAt: this.clock.now(), issuedBy: actor.accountId,
      };
      await this.rows.insert(made);
      await this.audit.record({ actor: auditActor(actor), action: 'service_certificate.issued', subjectKind: 'volunteer', subjectId: holder.id, before: null, after: { certificateId: made.id, number: made.number, unitId, from, to, services, minutes } });
      return made;
    });
    return this.view(row);
  }
  /** Somebody of age whom the actor sees: what minors served is proven to them and to their guardians. */
  private async demandHolder(actor: PersonActor, volunteerId: string): Promise<HolderRow> {
    const holder = await this.rows.holderFor(actor, volunteerId);
    if (!holder || isMinor(holder.bornOn, this.clock.today())) throw notFound();
    return holder;
  }
  private list(rows: readonly ServiceCertificateEntity[], sources: readonly SourceRow[]): ServiceCertificates {
    return { data: rows.map((row) => this.view(row)), total: rows.length, sources: sources.map(({ unitId, unitName, ...row }) => ({ unit: { id: unitId, name: unitName }, ...row })) };
  }
  private view(row: ServiceCertificateEntity): ServiceCertificate {
    return { id: row.id, number: row.number, unit: { id: row.unitId, name: row.words.unit }, from: row.fromDay, to: row.toDay, services: row.services, minutes: row.minutes, issuedAt: row.issuedAt.toISOString(), checkUrl: this.checkUrl(row) };
  }
  private async file(row: ServiceCertificateEntity | null): Promise<File> {
    if (!row || row.words.name === '') throw notFound();
    const { number, words, services, minutes, issuedAt, code } = row;
    return { name: `${number}.pdf`, bytes: await certificatePdf({ number, words, services, minutes, issuedAt, code, from: longDay(row.fromDay), to: longDay(row.toDay), issuedOn: longDay(shanghaiDay(issuedAt)), checkUrl: this.checkUrl(row) }) };
  }
  private checkUrl({ number, code }: Pick<ServiceCertificateEntity, 'number' | 'code'>): string { return `${this.config.publicUrl}/appointments?${new URLSearchParams({ code, no: number })}`; }
}
