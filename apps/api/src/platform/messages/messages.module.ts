import { Global, Module } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { APP_CONFIG, type AppConfig } from '../config/config.js';
import { AlibabaSms } from './alibaba-sms.js';
import { DemoMail, DemoSms } from './demo-messages.js';
import { MailGateway, noGateway, SmsGateway } from './message-gateways.js';
import { SmtpMail } from './smtp-mail.js';

const sms = (config: AppConfig, clock: Clock): SmsGateway => {
  if (config.messages.sms) return new AlibabaSms(config.messages.sms, clock);
  return config.messages.demo ? new DemoSms(config.dataDir, clock) : noGateway;
};
const mail = (config: AppConfig, clock: Clock): MailGateway => {
  if (config.messages.mail) return new SmtpMail(config.messages.mail, new URL(config.publicUrl).hostname);
  return config.messages.demo ? new DemoMail(config.dataDir, clock) : noGateway;
};

/** How messages leave the house. */
@Global()
@Module({
  providers: [{ provide: SmsGateway, useFactory: sms, inject: [APP_CONFIG, Clock] }, { provide: MailGateway, useFactory: mail, inject: [APP_CONFIG, Clock] }],
  exports: [SmsGateway, MailGateway],
})
export class MessagesModule {}
