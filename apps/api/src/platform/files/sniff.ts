import { readZipDirectory, type ReadAt } from './zip-directory.js';

const HEAD_BYTES = 4096;
const OLE = 'd0cf11e0a1b11ae1';

/** What the bytes are, whatever the name or the browser says. */
export interface Sniffed {
  readonly mime: string;
  /** Claimed size once unpacked, in bytes; null for what is no readable archive. */
  readonly unpackedBytes: number | null;
}

const office = 'application/vnd.openxmlformats-officedocument';
const MARKERS: ReadonlyArray<readonly [string, string]> = [
  ['word/', `${office}.wordprocessingml.document`],
  ['xl/', `${office}.spreadsheetml.sheet`],
  ['ppt/', `${office}.presentationml.presentation`],
];

function startsWith(head: Buffer, text: string, at = 0): boolean {
  return head.toString('latin1', at, at + text.length) === text;
}

function isoMedia(head: Buffer): string | null {
  if (!startsWith(head, 'ftyp', 4)) return null;
  const brand = head.toString('latin1', 8, 12);
  if (/^(?:heic|heix|mif1|msf1)$/.test(brand)) return 'image/heic';
  if (brand === 'avif') return 'image/avif';
  if (brand.startsWith('M4A')) return 'audio/mp4';
  return brand.startsWith('qt') ? 'video/quicktime' : 'video/mp4';
}

function riff(head: Buffer): string | null {
  if (!startsWith(head, 'RIFF')) return null;
  if (startsWith(head, 'WEBP', 8)) return 'image/webp';
  return startsWith(head, 'WAVE', 8) ? 'audio/wav' : null;
}

function byMagic(head: Buffer): string | null {
  const hex = head.toString('hex', 0, 8);
  if (hex === '89504e470d0a1a0a') return 'image/png';
  if (hex.startsWith('ffd8ff')) return 'image/jpeg';
  if (startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')) return 'image/gif';
  if (startsWith(head, '%PDF-')) return 'application/pdf';
  // Word, Excel and PowerPoint before 2007, and password-protected documents of today.
  if (hex === OLE) return 'application/x-ole-storage';
  if (startsWith(head, 'ID3') || /^fff[b3a2]/.test(hex)) return 'audio/mpeg';
  return isoMedia(head) ?? riff(head);
}

/** UTF-8 or GB18030 without control characters. Markup counts as text: it is never served as anything livelier. */
function isText(head: Buffer, whole: boolean): boolean {
  for (const byte of head) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) return false;
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(head, { stream: !whole });
      return true;
    } catch {
      return false;
    }
  });
}

/** Names the type by content. `application/octet-stream` is what nobody recognises. */
export async function sniff(readAt: ReadAt, size: number): Promise<Sniffed> {
  const head = await readAt(0, Math.min(size, HEAD_BYTES));
  if (startsWith(head, 'PK\u0003\u0004') || startsWith(head, 'PK\u0005\u0006')) {
    const directory = await readZipDirectory(readAt, size);
    const typed = directory?.names.includes('[Content_Types].xml') === true;
    const marker = typed ? MARKERS.find(([folder]) => directory.names.some((name) => name.startsWith(folder))) : undefined;
    return { mime: marker?.[1] ?? 'application/zip', unpackedBytes: directory?.unpackedBytes ?? null };
  }
  const mime = byMagic(head) ?? (isText(head, size <= HEAD_BYTES) ? 'text/plain' : 'application/octet-stream');
  return { mime, unpackedBytes: null };
}
