/** A code on its way to a phone. `id` is the same however often it is sent again. */
export interface SmsMessage { readonly id: string; readonly phone: string; readonly code: string; /** The whole sentence, for gateways without templates of their own. */ readonly text: string }
/** News of an order on its way to whoever ordered. The template has three places: `number`, `news` (at most 35 characters) and `code`, which opens the page of the order. */
export interface OrderSms { readonly id: string; readonly phone: string; readonly number: string; readonly news: string; readonly code: string; /** The whole sentence, for gateways without templates of their own. */ readonly text: string }
/** A mail on its way. */
export interface MailMessage { readonly id: string; readonly to: string; readonly subject: string; readonly text: string }

/** Hands a code or a piece of news to whoever brings it to a phone. Errors: a `PermanentJobError` where trying again cannot help; any other to be tried again. */
export abstract class SmsGateway {
  /** Whether there is one: a way that nothing leaves by is not offered. */
  abstract readonly offered: boolean;
  /** Whether it carries sentences of ours, or only codes in a template that the gateway has approved. */
  abstract readonly carriesText: boolean;
  /** Whether it carries news of orders. */
  abstract readonly carriesOrderNews: boolean;
  abstract send(message: SmsMessage): Promise<void>;
  abstract sendOrderNews(message: OrderSms): Promise<void>;
}

/** Hands a mail to a server. Errors: any, to be tried again. */
export abstract class MailGateway {
  abstract readonly offered: boolean;
  abstract send(message: MailMessage): Promise<void>;
}

/** Where there is no way out. What was queued before the settings were taken away ends here. */
export const noGateway = { offered: false, carriesText: false, carriesOrderNews: false, send: () => Promise.reject(new Error('there is no gateway')), sendOrderNews: () => Promise.reject(new Error('there is no gateway')) } as const;
