import { appendFile, chmod } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock/index.js';
import { MailGateway, SmsGateway, type MailMessage, type OrderSms, type SmsMessage } from './message-gateways.js';

/** Where a demo's messages lie, for its owner alone to read. */
export const demoMessagesFile = (dataDir: string): string => join(dataDir, 'demo-messages.txt');

const write = async (dataDir: string, clock: Clock, lines: readonly string[]): Promise<void> => {
  const file = demoMessagesFile(dataDir);
  await appendFile(file, `${clock.now().toISOString()}\n${lines.join('\n')}\n\n`, { mode: 0o600 });
  await chmod(file, 0o600);
};

/** SMS of a demo: nobody's phone rings. */
export class DemoSms extends SmsGateway {
  readonly offered = true;
  readonly carriesText = true;
  readonly carriesOrderNews = true;
  constructor(private readonly dataDir: string, private readonly clock: Clock) { super(); }
  send({ phone, text }: SmsMessage): Promise<void> { return write(this.dataDir, this.clock, [`SMS ${phone}`, text]); }
  sendOrderNews({ phone, text }: OrderSms): Promise<void> { return write(this.dataDir, this.clock, [`SMS ${phone}`, text]); }
}

/** Mail of a demo. */
export class DemoMail extends MailGateway {
  readonly offered = true;
  constructor(private readonly dataDir: string, private readonly clock: Clock) { super(); }
  send({ to, subject, text }: MailMessage): Promise<void> { return write(this.dataDir, this.clock, [`Mail ${to}`, subject, text]); }
}
