import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import { megabytes } from './limits.js';
import { PaperProblem, type PaperRemedy } from './problem.js';
import { openArchive, type Archive } from './source/zip.js';
import type { ReadLimits, ReadOptions } from './types.js';

/** What the bytes are, by their content; the file's name is never trusted. */
export type Sniffed =
  | { kind: 'docx' | 'xlsx'; archive: Archive }
  | { kind: 'txt' | 'pasted_text' | 'pasted_html'; text: string };

type Signature = readonly [type: string, bytes: readonly number[], remedy: PaperRemedy];

const SIGNATURES: readonly Signature[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46], 'save_as_docx'],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66], 'save_as_docx'],
  ['png', [0x89, 0x50, 0x4e, 0x47], 'choose_another_file'],
  ['jpeg', [0xff, 0xd8, 0xff], 'choose_another_file'],
  ['gif', [0x47, 0x49, 0x46, 0x38], 'choose_another_file'],
  ['rar', [0x52, 0x61, 0x72, 0x21], 'choose_another_file'],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf], 'choose_another_file'],
  ['gzip', [0x1f, 0x8b], 'choose_another_file'],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte);

const unsupported = (type: string, remedy: PaperRemedy): PaperProblem =>
  new PaperProblem('paper.type_unsupported', remedy, { params: { type } });

/** Tells the kind of a paper from its bytes, decodes text and opens archives. Refuses what is no paper, with the way out. */
export async function sniff(bytes: Uint8Array, options: ReadOptions, limits: ReadLimits): Promise<Sniffed> {
  if (bytes.byteLength === 0) throw new PaperProblem('paper.empty', 'choose_another_file');
  if (bytes.byteLength > limits.maxBytes) {
    throw new PaperProblem('paper.too_large_unpacked', 'remove_pictures', { params: { max: megabytes(limits.maxBytes) } });
  }
  if (startsWith(bytes, COMPOUND_FILE)) throw compoundFile(bytes, options.fileName);
  if (startsWith(bytes, EMPTY_ZIP)) throw unsupported('zip', 'choose_another_file');
  if (startsWith(bytes, ZIP)) return officeFile(bytes, limits);
  const known = SIGNATURES.find(([, signature]) => startsWith(bytes, signature));
  if (known) throw unsupported(known[0], known[2]);
  const text = decodeText(bytes);
  if (text === null) throw unsupported('unknown', 'choose_another_file');
  if (text.trim() === '') throw new PaperProblem('paper.empty', 'choose_another_file');
  if (options.pasted) return { kind: /<table[\s>]/iu.test(text) ? 'pasted_html' : 'pasted_text', text };
  if (/^\s*(?:<\?xml|<!doctype|<html|<head|<body|<table)/iu.test(text)) throw unsupported('html', 'save_as_docx');
  return { kind: 'txt', text };
}

async function officeFile(bytes: Uint8Array, limits: ReadLimits): Promise<Sniffed> {
  const archive = await openArchive(bytes, limits);
  if (archive.has('xl/workbook.xml')) return { kind: 'xlsx', archive };
  const names = archive.names();
  if (names.some((name) => /^word\/document\d*\.xml$/u.test(name))) return { kind: 'docx', archive };
  if (archive.has('ofd.xml')) throw unsupported('ofd', 'save_as_docx');
  if (archive.has('xl/workbook.bin')) throw unsupported('xlsb', 'save_as_xlsx');
  if (archive.has('content.xml')) throw unsupported('odf', 'save_as_docx');
  throw unsupported('zip', 'choose_another_file');
}

/** Names of streams stand in the compound file's directory in UTF-16; finding them is enough to tell what it is. */
function compoundFile(bytes: Uint8Array, fileName = ''): PaperProblem {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string): boolean => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return new PaperProblem('paper.password_protected', 'remove_password');
  const extension = /\.(wps|et|doc|dot|xls)$/iu.exec(fileName)?.[1]?.toLowerCase();
  if (holds('Workbook') || holds('Book')) return unsupported(extension === 'et' ? 'et' : 'xls', 'save_as_xlsx');
  return unsupported(extension === 'wps' ? 'wps' : 'doc', 'save_as_docx');
}

/** Control characters that no text file holds. */
const BINARY = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/u;

/** UTF-8 (with or without mark), UTF-16 with mark, else GB18030; null where the bytes are none of these. */
export function decodeText(bytes: Uint8Array): string | null {
  const strict = (encoding: string): string | null => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return BINARY.test(text) ? null : text;
    } catch {
      return null;
    }
  };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strict('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strict('utf-16be');
  const utf8 = strict('utf-8');
  if (utf8 !== null) return utf8;
  const chinese = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'gb18030');
  if (chinese.includes('\uFFFD') || BINARY.test(chinese)) return null;
  // Chance bytes decode to rare characters and private areas; a paper is written in common ones.
  const common = chinese.match(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\x09\x0a\x0d\x20-\x7e]/gu)?.length ?? 0;
  return common / chinese.length > 0.9 ? chinese : null;
}
