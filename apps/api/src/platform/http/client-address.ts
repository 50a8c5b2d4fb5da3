import ipaddr from 'ipaddr.js';

const plainIpv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** An address in its one spelling: IPv4 inside IPv6 comes out as IPv4. Null for what is no address. */
export const addressOf = (text: string | undefined): string | null => {
  if (!text) return null;
  // Most are spelled so already, and every request asks.
  if (plainIpv4.test(text)) return text;
  return ipaddr.isValid(text) ? ipaddr.process(text).toString() : null;
};

/** What rates are counted by: an IPv4 address, or the /64 that one subscriber of IPv6 holds. */
export const networkOf = (address: string | null): string => {
  if (!address) return 'unknown';
  const parsed = ipaddr.parse(address);
  if (parsed.kind() === 'ipv4') return address;
  const bytes = parsed.toByteArray().map((byte, index) => (index < 8 ? byte : 0));
  return `${ipaddr.fromByteArray(bytes).toString()}/64`;
};
