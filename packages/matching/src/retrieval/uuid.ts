/** What a sign of a UUID in lower case is worth; 255 for any other. */
const worth = new Uint8Array(128).fill(255);
for (let digit = 0; digit < 16; digit++) worth['0123456789abcdef'.charCodeAt(digit)] = digit;
const hyphens = [8, 13, 18, 23];
const octets = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'));

/**
 * Writes an id as four words of 32 bits, whose order is that of the text.
 *
 * @throws RangeError where it is no UUID in lower case
 */
export function packUuid(id: string, to: Uint32Array, at: number): void {
  let [sign, bad] = [0, id.length === 36 ? 0 : 255];
  for (const hyphen of hyphens) if (id.charCodeAt(hyphen) !== 45) bad = 255;
  for (let word = 0; word < 4; word++) {
    let bits = 0;
    for (let digit = 0; digit < 8; digit++, sign++) {
      if (sign === 8 || sign === 13 || sign === 18 || sign === 23) sign++;
      const value = worth[Math.min(127, id.charCodeAt(sign))]!;
      bad |= value;
      bits = (bits << 4) | value;
    }
    to[at + word] = bits;
  }
  if (bad > 15) throw new RangeError(`Not a UUID in lower case: ${id}`);
}

/** The text of four words. */
export function unpackUuid(from: Uint32Array, at: number): string {
  let text = '';
  for (let octet = 0; octet < 16; octet++) {
    if (octet === 4 || octet === 6 || octet === 8 || octet === 10) text += '-';
    text += octets[(from[at + (octet >>> 2)]! >>> (24 - 8 * (octet & 3))) & 255]!;
  }
  return text;
}
