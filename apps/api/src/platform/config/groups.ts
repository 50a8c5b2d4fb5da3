/** The SMS gateway, in the form of Alibaba Cloud's SendSms. */
export interface SmsSettings { readonly url: string; readonly keyId: string; readonly keySecret: string; readonly signName: string; readonly templateCode: string; /** The template for news of orders; null where they are not sent. */ readonly orderTemplateCode: string | null }
/** The server that mail leaves by, and whose name it bears. */
export interface MailSettings { readonly url: string; readonly from: string }
/** How messages leave. `demo`: into a file of the data folder, where nothing else is set. */
export interface MessageSettings { readonly sms: SmsSettings | null; readonly mail: MailSettings | null; readonly demo: boolean }
/** The other house that people can sign in by. */
export interface OidcSettings { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly name: string }

type Given = Readonly<Record<string, string | undefined>>;

/** Settings that only make sense together: all of them, or null for none. Some of them is a point for the operator. */
export const groupOf = <T extends Given>(name: string, given: T, points: string[]): { readonly [K in keyof T]: string } | null => {
  const present = Object.values(given).filter((value) => value !== undefined).length;
  if (present === 0) return null;
  if (present < Object.keys(given).length) points.push(`${name}: these settings go together; set all of them or none`);
  return given as { readonly [K in keyof T]: string };
};
