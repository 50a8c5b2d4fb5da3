export { demoMessagesFile } from './demo-messages.js';
export { MailGateway, SmsGateway, type OrderSms } from './message-gateways.js';
export { MessagesModule } from './messages.module.js';
