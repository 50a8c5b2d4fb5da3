import { createHash, createHmac, randomBytes } from 'node:crypto';

const ALGORITHM = 'ACS3-HMAC-SHA256';
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
/** RFC 3986, which leaves less as it is than the platform's own function. */
const encode = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A call of an action of Alibaba Cloud's RPC interface. */
export interface RpcCall { readonly action: string; readonly version: string; readonly query: Readonly<Record<string, string>> }

/** The query as it is signed and sent, sorted by name. */
export const canonicalQuery = (query: Readonly<Record<string, string>>): string =>
  Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');

/** Address and headers of a signed call, as 阿里云 V3 版本请求体&签名机制 prescribes. The body is empty. */
export const signedCall = (endpoint: string, call: RpcCall, key: { readonly id: string; readonly secret: string }, now: Date): { readonly url: string; readonly headers: Readonly<Record<string, string>> } => {
  const url = new URL(endpoint);
  const query = canonicalQuery(call.query);
  const headers: Record<string, string> = {
    host: url.host, 'x-acs-action': call.action, 'x-acs-version': call.version, 'x-acs-date': now.toISOString().replace(/\.\d{3}Z$/, 'Z'),
    'x-acs-signature-nonce': randomBytes(16).toString('hex'), 'x-acs-content-sha256': sha256(''),
  };
  const names = Object.keys(headers).sort();
  const canonical = ['POST', url.pathname || '/', query, ...names.map((name) => `${name}:${headers[name] ?? ''}`), '', names.join(';'), sha256('')].join('\n');
  const signature = createHmac('sha256', key.secret).update(`${ALGORITHM}\n${sha256(canonical)}`, 'utf8').digest('hex');
  const { host: _, ...sent } = headers;
  return { url: `${url.origin}${url.pathname || '/'}?${query}`, headers: { ...sent, authorization: `${ALGORITHM} Credential=${key.id},SignedHeaders=${names.join(';')},Signature=${signature}` } };
};
