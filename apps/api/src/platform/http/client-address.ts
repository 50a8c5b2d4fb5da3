import ipaddr from 'ipaddr.js';

/** An address in its one spelling: IPv4 inside IPv6 comes out as IPv4. Null for what is no address. */
export const addressOf = (text: string | undefined): string | null => {
  if (!text || !ipaddr.isValid(text)) return null;
  return ipaddr.process(text).toString();
};

/** What rates are counted by: an IPv4 address, or the /64 that one subscriber of IPv6 holds. */
export const networkOf = (address: string | null): string => {
  if (!address) return 'unknown';
  const parsed = ipaddr.parse(address);
  if (parsed.kind() === 'ipv4') return address;
  const bytes = parsed.toByteArray().map((byte, index) => (index < 8 ? byte : 0));
  return `${ipaddr.fromByteArray(bytes).toString()}/64`;
};
