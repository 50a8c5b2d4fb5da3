import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { megabytes } from '../limits.js';
import { PaperProblem } from '../problem.js';
import type { ReadLimits } from '../types.js';

/** The parts of an Office file, readable one after the other and counted while they unpack. */
export interface Archive {
  has(name: string): boolean;
  names(): string[];
  /** The unpacked bytes of one part. Throws a {@link PaperProblem} where they outgrow what was declared or allowed. */
  chunks(name: string): AsyncGenerator<Uint8Array>;
}

const ENCRYPTED_FLAG = 0x1;

/** Lower case, forward slashes: Office writes part names freely. Nothing is ever written under these names. */
const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase();

function truncated(cause: unknown): PaperProblem {
  return new PaperProblem('paper.truncated', 'upload_again', { cause });
}

/**
 * Opens a zip from memory. Sizes are summed from the central directory before anything is unpacked, and counted again while
 * unpacking, because a directory can lie.
 */
export async function openArchive(bytes: Uint8Array, limits: ReadLimits): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await yauzl
    .fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: false })
    .catch((error: unknown) => {
      throw truncated(error);
    });
  if (zip.entryCount > limits.maxParts) {
    throw new PaperProblem('paper.too_large_unpacked', 'split_file', { params: { parts: zip.entryCount, max: limits.maxParts } });
  }
  const entries = new Map<string, yauzl.Entry>();
  let declared = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      declared += entry.uncompressedSize;
      if (declared > limits.maxUnpackedBytes) throw tooLarge(limits);
      const key = partKey(Buffer.from(entry.fileNameRaw).toString('utf8'));
      if (!entries.has(key)) entries.set(key, entry);
    }
  } catch (error) {
    if (error instanceof PaperProblem) throw error;
    throw truncated(error);
  }
  let unpacked = 0;

  async function* chunks(name: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(partKey(name));
    if (!entry) throw new PaperProblem('paper.malformed', 'upload_again', { params: { part: name } });
    if ((entry.generalPurposeBitFlag & ENCRYPTED_FLAG) !== 0) throw new PaperProblem('paper.password_protected', 'remove_password');
    const stream: Readable = await zip.openReadStreamPromise(entry).catch((error: unknown) => {
      throw truncated(error);
    });
    let size = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        size += chunk.byteLength;
        unpacked += chunk.byteLength;
        if (unpacked > limits.maxUnpackedBytes || size > entry.uncompressedSize) throw tooLarge(limits);
        yield chunk;
      }
    } catch (error) {
      if (error instanceof PaperProblem) throw error;
      throw new PaperProblem('paper.malformed', 'upload_again', { params: { part: name }, cause: error });
    } finally {
      stream.destroy();
    }
    if (size < entry.uncompressedSize) throw new PaperProblem('paper.malformed', 'upload_again', { params: { part: name } });
  }

  return { has: (name) => entries.has(partKey(name)), names: () => [...entries.keys()], chunks };
}

function tooLarge(limits: ReadLimits): PaperProblem {
  return new PaperProblem('paper.too_large_unpacked', 'remove_pictures', { params: { max: megabytes(limits.maxUnpackedBytes) } });
}
