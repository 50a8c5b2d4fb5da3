import { createTransport, type Transporter } from 'nodemailer';
import type { MailSettings } from '../config/groups.js';
import { MailGateway, type MailMessage } from './message-gateways.js';

const TIMEOUT_MS = 15_000;

/** Mail by SMTP. A mail that is sent again has the same id, so that a mailbox shows it once. */
export class SmtpMail extends MailGateway {
  readonly offered = true;
  private readonly transport: Transporter;

  constructor(private readonly settings: MailSettings, private readonly host: string) {
    super();
    this.transport = createTransport({ url: settings.url, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS, disableFileAccess: true, disableUrlAccess: true });
  }

  async send({ id, to, subject, text }: MailMessage): Promise<void> {
    await this.transport.sendMail({ from: this.settings.from, to: { name: '', address: to }, subject, text, messageId: `<${id}@${this.host}>` }).catch((error: unknown) => {
      // The server's own words may repeat the address.
      const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
      throw new Error(`the mail server did not take it (${code})`);
    });
  }
}
