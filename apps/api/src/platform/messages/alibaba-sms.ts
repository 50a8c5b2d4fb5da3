import { z } from 'zod';
import type { SmsSettings } from '../config/groups.js';
import { PermanentJobError } from '../jobs/index.js';
import type { Clock } from '../clock/index.js';
import { signedCall } from './alibaba-signature.js';
import { SmsGateway, type OrderSms, type SmsMessage } from './message-gateways.js';

const TIMEOUT_MS = 10_000;
const LONGEST_ANSWER = 16_384;
const answer = z.object({ Code: z.string().max(100) });
/** Refusals of a busy gateway: the same message may go through in a moment. */
const passing = /Throttling|LIMIT_CONTROL|SYSTEM_ERROR|ServiceUnavailable|InternalError/i;

/** SMS by Alibaba Cloud's SendSms (2017-05-25), or a gateway that speaks its language. */
export class AlibabaSms extends SmsGateway {
  readonly offered = true;
  readonly carriesText = false;
  readonly carriesOrderNews: boolean;
  constructor(private readonly settings: SmsSettings, private readonly clock: Clock) {
    super();
    this.carriesOrderNews = settings.orderTemplateCode !== null;
  }

  send({ id, phone, code }: SmsMessage): Promise<void> { return this.fill(this.settings.templateCode, { id, phone }, { code }); }
  async sendOrderNews({ id, phone, number, news, code }: OrderSms): Promise<void> {
    const { orderTemplateCode } = this.settings;
    // Queued before the setting was taken away.
    if (orderTemplateCode === null) throw new PermanentJobError('sms_refused', 'no template');
    await this.fill(orderTemplateCode, { id, phone }, { number, news, code });
  }

  private async fill(template: string, { id, phone }: { readonly id: string; readonly phone: string }, values: Readonly<Record<string, string>>): Promise<void> {
    const { url, keyId, keySecret, signName } = this.settings;
    const call = signedCall(url, {
      action: 'SendSms', version: '2017-05-25',
      query: { PhoneNumbers: phone.replace(/^\+86/, '').replace(/^\+/, ''), SignName: signName, TemplateCode: template, TemplateParam: JSON.stringify(values), OutId: id },
    }, { id: keyId, secret: keySecret }, this.clock.now());
    // A redirect would carry the number and the code to somebody whom nobody chose.
    const reply = await fetch(call.url, { method: 'POST', headers: call.headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((error: unknown) => {
      // Its own message and cause may hold the address, and with it the number.
      throw new Error(`the SMS gateway did not answer (${error instanceof Error ? error.name : 'unknown'})`);
    });
    const { Code } = answer.parse(JSON.parse(await textOf(reply)));
    if (Code === 'OK') return;
    const known = /^[\w.]{1,80}$/.test(Code) ? Code : 'unknown';
    if (passing.test(known)) throw new Error(`the SMS gateway is busy (${known})`);
    throw new PermanentJobError('sms_refused', known);
  }
}

/** At most so much of an answer as a gateway has to say. */
const textOf = async (reply: Response): Promise<string> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of reply.body ?? []) {
    length += part.length;
    if (length > LONGEST_ANSWER) throw new Error('the SMS gateway says too much');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};
