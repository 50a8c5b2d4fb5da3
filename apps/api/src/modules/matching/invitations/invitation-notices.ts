import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { label, type Locale } from '@kepu/contracts/labels';
import { Clock } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { fromDbTime, UnitOfWork } from '../../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../../platform/jobs/index.js';
import { MailGateway, SmsGateway } from '../../../platform/messages/index.js';
import { spokenTime } from '../../activities/index.js';
import { AccountsRepository, Contacts } from '../../identity/index.js';
import { NoticesService } from '../../notices/index.js';
import { givenNameOf } from './given-name.js';
import { isHeld } from './invitation-pages.js';
import { InvitationTokens, linkOf } from './invitation-tokens.js';
import { PlaceInvitationsRepository, type InvitationRow } from './place-invitations.repository.js';

/** Where one's own invitations stand. */
export const MY_INVITATIONS = '/me#invitations';

/** Brings invitations to people: in the app, and by mail, or where there is no address by a short message. The queue holds ids; addresses and links are made out here. */
@Injectable()
export class InvitationNotices implements OnModuleInit {
  constructor(
    private readonly rows: PlaceInvitationsRepository, private readonly tokens: InvitationTokens, private readonly notices: NoticesService, private readonly accounts: AccountsRepository, private readonly contacts: Contacts, private readonly mail: MailGateway, private readonly sms: SmsGateway,
    private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void { this.worker.register<{ invitationId: string }>({ kind: 'notice.place_invitation', run: (run) => this.deliver(run) }); }

  private async deliver({ payload }: JobRun<{ invitationId: string }>): Promise<void> {
    const row = await this.rows.byId(payload.invitationId);
    // Called back, taken away, filled or answered before it went out: nobody is asked in vain.
    if (row?.state !== 'sent' || row.positionId === null || Date.parse(fromDbTime(row.answerBy)) <= this.clock.now().getTime() || (row.origin === 'waiting' && !isHeld(row))) return;
    await this.work.run(() => this.notices.deliver([row.volunteerId], { eventKey: `place_invited:${row.id}`, kind: row.origin === 'waiting' ? 'place_held' : 'place_invited', link: MY_INVITATIONS, params: { title: row.title, time: fromDbTime(row.startsAt), place: row.place, until: fromDbTime(row.answerBy) } }));
    await this.send(row);
  }

  private async send(row: InvitationRow): Promise<void> {
    const account = await this.accounts.find(row.volunteerId);
    const email = account && this.mail.offered ? this.contacts.ownAddress(account, 'email') : null;
    if (email) {
      await this.mail.send({ id: row.id, to: email.value, subject: label('zh-CN', `placeInvitations.${row.origin === 'waiting' ? 'heldSubject' : 'subject'}`, { title: row.title }), text: this.text(row, 'mail') });
      return;
    }
    const phone = account && this.sms.carriesText ? this.contacts.ownAddress(account, 'sms') : null;
    if (phone) await this.sms.send({ id: row.id, phone: phone.value, code: '', text: this.text(row, 'sms') });
  }

  /** Both languages, Chinese first: who reads the message is not known. */
  private text(row: InvitationRow, way: 'mail' | 'sms'): string {
    const [startsAt, endsAt, answerBy] = [fromDbTime(row.startsAt), fromDbTime(row.endsAt), fromDbTime(row.answerBy)];
    const link = new URL(linkOf(this.tokens.make(row.id, startsAt)), this.config.publicUrl).href;
    return (['zh-CN', 'en'] satisfies Locale[]).map((locale) => label(locale, `placeInvitations.${row.origin === 'waiting' ? (way === 'mail' ? 'heldMail' : 'heldSms') : way}`, {
      name: givenNameOf(row.accountName), unit: row.unitName, title: row.title, position: row.positionName ?? '', place: row.place, link, time: spokenTime({ startsAt, endsAt }, locale), until: spokenTime({ startsAt: answerBy, endsAt: answerBy }, locale).split('–')[0] ?? '',
    })).join('\n\n');
  }
}
