import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { label, type Locale } from '@kepu/contracts/labels';
import { Clock } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { dailyAt, JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { MailGateway, SmsGateway } from '../../../platform/messages/index.js';
import type { ChallengeEntity } from './challenge.entity.js';
import { Challenges, isLink } from './challenges.service.js';
import { ChallengesRepository } from './challenges.repository.js';

const DAY_MS = 86_400_000;
type Payload = { readonly challengeId: string };

/** Both languages, Chinese first: who reads the message is not known. */
const both = (key: string, params: Readonly<Record<string, string>> = {}): string => (['zh-CN', 'en'] satisfies Locale[]).map((locale) => label(locale, `signInMessages.${key}`, params)).join('\n\n');

/** Brings codes and links to their people. The queue holds an id; code and address are made out here. */
@Injectable()
export class ChallengeDelivery implements OnModuleInit {
  constructor(
    private readonly rows: ChallengesRepository, private readonly challenges: Challenges, private readonly sms: SmsGateway, private readonly mail: MailGateway, private readonly worker: JobWorker,
    private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.worker.register<Payload>({ kind: 'sign_in.deliver', run: (run) => this.deliver(run) });
    this.worker.register({ kind: 'sign_in.sweep', run: () => this.work.run(() => this.rows.sweep(new Date(this.clock.now().getTime() - DAY_MS))) });
    this.worker.every('sign_in.sweep', dailyAt('03:30'));
  }

  private async deliver(run: JobRun<Payload>): Promise<void> {
    const row = await this.rows.find(run.payload.challengeId);
    if (!row || row.usedAt || row.expiresAt <= this.clock.now()) return;
    // Nobody has the address: whoever asked is told the same, and nobody gets a message.
    if (row.purpose === 'sign_in' && !row.accountId) return;
    await this.send(row);
  }

  private async send(row: ChallengeEntity): Promise<void> {
    const { id, channel } = row;
    const code = this.challenges.codeOf(row);
    const address = this.challenges.addressOf(row);
    if (channel === 'sms') return this.sms.send({ id, phone: address, code, text: both('code', { code }) });
    // Behind #, so that no server and no proxy writes it into a log, and under the public address whatever a request said of its host.
    if (isLink(row)) return this.mail.send({ id, to: address, subject: label('zh-CN', 'signInMessages.linkSubject'), text: both('link', { url: `${this.config.publicUrl}/sign-in/link#${id}.${code}` }) });
    return this.mail.send({ id, to: address, subject: label('zh-CN', 'signInMessages.codeSubject'), text: both('mailCode', { code }) });
  }
}
