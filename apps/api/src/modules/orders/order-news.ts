import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Order, OrderMessages, OrderNewsKind, OrderNewsState } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { shanghaiTime } from '@kepu/domain';
import { afterQuiet, firstWavePolicy } from '@kepu/matching';
import type { Actor } from '../../platform/auth/actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import { fromDbTime, newId, UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { Jobs, JobWorker, PermanentJobError, type JobRun } from '../../platform/jobs/index.js';
import { SmsGateway, type OrderSms } from '../../platform/messages/index.js';
import { Contacts } from '../identity/index.js';
import { OrderNewsRepository, type NewsRow } from './order-news.repository.js';
import { OrderPeople } from './order-people.repository.js';
import { OrderSteps } from './order-steps.js';
import { OrdersRepository, type OrderSqlRow } from './orders.repository.js';

const DAY_MS = 86_400_000;
/** With the back-off more than an hour of trying. */
const ATTEMPTS = 12;
/** Whoever has a few orders open hears of all of them; whoever is written to more often than that is called. */
const perPhone = { tries: 10, minutes: 24 * 60 };
type Teller = Pick<OrderSqlRow, 'id' | 'unitId' | 'messagesStopped'>;
type Reachable = OrderSqlRow & { readonly contactSealed: string; readonly contactIndex: string; readonly codeSealed: string };
/** `step` tells two pieces of news of one kind apart; `startsAt` is the time that is told. */
interface News { readonly kind: OrderNewsKind; readonly step: number; readonly startsAt?: string | Date }

const t = (key: string, params: Readonly<Record<string, string | number>> = {}): string => label('zh-CN', `orderSms.${key}`, params);
const clockOf = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
const dayText = (day: string, minute?: number): string => {
  const [, month = '', date = ''] = day.split('-').map(Number);
  return t(minute === undefined ? 'day' : 'when', { month, day: date, ...(minute === undefined ? {} : { time: clockOf(minute) }) });
};
const reachable = (row: OrderSqlRow): row is Reachable => row.contactSealed !== null && row.contactIndex !== null && row.codeSealed !== null;

/** Tells whoever ordered without an account by text message. What cannot be told so is shown to the county, which calls. */
@Injectable()
export class OrderNews implements OnModuleInit {
  private readonly logger = new Logger(OrderNews.name);

  constructor(
    private readonly rows: OrderNewsRepository, private readonly orders: OrdersRepository, private readonly people: OrderPeople, private readonly steps: OrderSteps, private readonly sms: SmsGateway, private readonly contacts: Contacts, private readonly cipher: FieldCipher, private readonly limits: RateLimits,
    private readonly jobs: Jobs, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void { this.worker.register<{ newsId: string }>({ kind: 'order.news', maxAttempts: ATTEMPTS, run: (run) => this.deliver(run) }); }

  sealCode(orderId: string, code: string): string { return this.cipher.seal(code, { table: 'orders', column: 'code_sealed', row: orderId }); }

  /** Inside the unit in which it happened: the news is there if and only if that is written. */
  async tell(row: Teller, { kind, step, startsAt }: News): Promise<void> {
    const way = await this.wayOf(row);
    if (way === 'account') return;
    const now = this.clock.now();
    const state = way === 'on' ? 'waiting' : way === 'stopped' ? 'stopped' : 'untold';
    const id = newId();
    const isNew = await this.rows.insertOnce({ id, orderId: row.id, eventKey: `${kind}:${row.id}:${step}`, kind, state, startsAt: startsAt === undefined ? null : new Date(startsAt), createdAt: now, endedAt: state === 'waiting' ? null : now });
    if (isNew && state === 'waiting') await this.queue(id, now);
  }

  /** The people of a unit read notices; whoever ordered without an account is told by text message where there is a way and they want it. */
  async wayOf({ unitId, messagesStopped }: Omit<Teller, 'id'>): Promise<OrderMessages> {
    if ((await this.people.ofUnit(unitId, this.clock.today())).length > 0) return 'account';
    if (!this.sms.carriesOrderNews) return 'none';
    return messagesStopped ? 'stopped' : 'on';
  }

  /** What whoever ordered was told, the newest first. */
  async of(orderId: string): Promise<Order['news']> {
    return (await this.rows.of(orderId)).map(({ id, kind, state, createdAt, endedAt }) => ({ id, kind, state, at: fromDbTime(createdAt), endedAt: endedAt === null ? null : fromDbTime(endedAt) }));
  }

  /** For a caller who has proved the right to it: what did not arrive was told by phone. */
  async noteTold(actor: Actor, row: OrderSqlRow): Promise<void> {
    await this.work.run(async () => { if ((await this.rows.called(row.id, this.clock.now())) > 0) await this.steps.record(actor, 'order.told', row.id, {}); });
  }

  /** For whoever holds number and code. What waits is not sent any more once it is stopped. */
  async want(actor: Actor, row: OrderSqlRow, wanted: boolean): Promise<void> {
    if (Boolean(row.messagesStopped) === !wanted) return;
    await this.work.run(async () => {
      await this.orders.touch(row.id, { messagesStopped: !wanted });
      await this.steps.record(actor, wanted ? 'order.messages_wanted' : 'order.messages_stopped', row.id, {});
    });
  }

  /** What has waited for a day comes too late. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.work.run(() => this.rows.lapse(new Date(now.getTime() - DAY_MS), now));
  }

  private async deliver(run: JobRun<{ newsId: string }>): Promise<void> {
    const news = await this.rows.byId(run.payload.newsId);
    if (news?.state !== 'waiting') return;
    const now = this.clock.now();
    if (morningAfter(now) > now) {
      await this.work.run(async () => {
        await this.queue(news.id, now);
        await run.finish();
      });
      return;
    }
    const end = (state: OrderNewsState) => this.work.run(async () => {
      await this.rows.end(news.id, state, this.clock.now());
      await run.finish();
    });
    const row = await this.orders.byId(news.orderId);
    // What is told next says where it stands, and leads to the same page.
    if (!row || (await this.rows.hasNewer(news))) return end('overtaken');
    if (row.messagesStopped) return end('stopped');
    if (!this.sms.carriesOrderNews || !reachable(row)) return end('untold');
    if (run.attempt === 1 && !(await this.mayWrite(row.contactIndex))) return end('held');
    try {
      await this.sms.sendOrderNews(this.messageOf(news, row));
    } catch (error) {
      if (error instanceof PermanentJobError) {
        this.logger.warn(`news of an order was refused: ${error.detail ?? error.code}`);
        return end('refused');
      }
      if (run.attempt >= ATTEMPTS) return end('unreachable');
      throw error;
    }
    await end('sent');
  }

  private async mayWrite(contactIndex: string): Promise<boolean> {
    try {
      await this.limits.spend('order news', contactIndex, perPhone);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  /** The id is the same however often it is sent again. No name and no place: the number says which order it is, the page the rest. */
  private messageOf({ id, kind, startsAt }: NewsRow, row: Reachable): OrderSms {
    const { day, minute } = shanghaiTime(fromDbTime(startsAt ?? row.submittedAt));
    const news = t(`news.${kind}`, { when: dayText(day, minute), day: dayText(row.reviewDueOn) });
    const code = this.cipher.open(row.codeSealed, { table: 'orders', column: 'code_sealed', row: row.id });
    return { id, phone: this.contacts.openLoose(row, 'orders', row.id), number: row.number, news, code, text: t('text', { number: row.number, news, link: `${this.config.publicUrl}/order/status?no=${row.number}#${code}` }) };
  }

  private async queue(newsId: string, now: Date): Promise<void> { await this.jobs.enqueue('order.news', { newsId }, { runAfter: morningAfter(now) }); }
}

/** The moment itself, or the end of the hours in which nobody is written to. */
const morningAfter = (now: Date): Date => new Date(afterQuiet(now.getTime(), firstWavePolicy));
