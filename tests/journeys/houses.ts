import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../support/server-process.js';

/** What stands around a server in its town: a gateway for SMS, a server for mail, a house that people can sign in by. */
export interface Houses {
  readonly env: Record<string, string>;
  /** The code of the last message to a phone. */
  readonly codeTo: (phone: string) => string | undefined;
  /** The last mail to an address, with its encoding undone. */
  readonly mailTo: (address: string) => string | undefined;
  close(): Promise<void>;
}

const client = { id: 'kepu', secret: 'a-secret-of-the-other-house-0123456789' };
const listening = async (server: Server, port = 0): Promise<number> => {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
};
/** Text of a mail: base64 or quoted-printable, as the sender chose. */
const textOf = (mail: string): string => {
  const [head = '', ...body] = mail.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
  return Buffer.from(text.replaceAll(/=\r\n/g, '').replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8');
};

/** Opens all of them. `redirectUri`: where the other house leads back to. */
export const openHouses = async (redirectUri: string): Promise<Houses> => {
  const codes = new Map<string, string>();
  const mails = new Map<string, string>();
  const gateway = createServer((request, response) => {
    const { searchParams: query } = new URL(request.url ?? '', 'http://gateway');
    codes.set(query.get('PhoneNumbers') ?? '', (JSON.parse(query.get('TemplateParam') ?? '{}') as { code?: string }).code ?? '');
    response.end('{"Code":"OK"}');
  });
  const smtp = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo) mails.set(address, textOf(Buffer.concat(parts).toString('utf8')));
        done();
      });
    },
  });
  const post = smtp.listen(0, '127.0.0.1');
  await once(post, 'listening');
  const port = await freePort();
  // It speaks at length of what a provider for the world would need.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  const { Provider } = await import('oidc-provider');
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri], response_types: ['code'], grant_types: ['authorization_code'] }],
    pkce: { required: () => true }, ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 }, cookies: { keys: ['for-the-tests-alone'] }, findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
  });
  const other = createServer((request, response) => void provider.callback()(request, response));
  await listening(other, port);
  return {
    env: {
      SMS_URL: `http://127.0.0.1:${await listening(gateway)}/`, SMS_KEY_ID: 'id', SMS_KEY_SECRET: 'secret', SMS_SIGN_NAME: '科普志愿', SMS_TEMPLATE_CODE: 'SMS_1', SMTP_URL: `smtp://127.0.0.1:${(post.address() as AddressInfo).port}`, MAIL_FROM: 'kepu@example.gov.cn',
      OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret, OIDC_NAME: '浙政钉',
    },
    codeTo: (phone) => codes.get(phone), mailTo: (address) => mails.get(address),
    close: async () => {
      gateway.close();
      other.close();
      other.closeAllConnections();
      await new Promise<void>((resolve) => smtp.close(resolve));
    },
  };
};
