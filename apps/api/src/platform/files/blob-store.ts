import { createHash, randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { createReadStream } from 'node:fs';
import { link, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../errors/refusal.js';
import { hasCode } from './fs-code.js';
import { sniff, type Sniffed } from './sniff.js';

export type ByteSource = Uint8Array | AsyncIterable<Uint8Array>;

/** Bytes at rest under their SHA-256. */
export interface Blob extends Sniffed {
  readonly hash: string;
  readonly size: number;
}

/** As the sentence of the catalogue shows a limit. */
export function megabytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
}

const HASH = /^[0-9a-f]{64}$/;

async function* chunks(source: ByteSource): AsyncGenerator<Uint8Array> {
  // By what it can do: bytes of another realm are no `instanceof Uint8Array`.
  if (Symbol.asyncIterator in source) yield* source;
  else yield source;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Content-addressed files in `<dataDir>/files`. Paths are made from hashes only, so no name can lead out of the folder. */
export class BlobStore {
  private readonly root: string;
  private readonly drafts: string;
  private readonly bin: string;

  constructor(dataDir: string) {
    this.root = join(dataDir, 'files');
    this.drafts = join(this.root, 'draft');
    this.bin = join(this.root, 'bin');
  }

  /** Durable when it resolves. Throws `input.too_large` or `storage.full`; what was written so far is gone then. */
  async put(source: ByteSource, maxBytes: number): Promise<Blob> {
    await mkdir(this.drafts, { recursive: true, mode: 0o700 });
    const draft = join(this.drafts, randomBytes(16).toString('hex'));
    try {
      const blob = await this.write(draft, source, maxBytes);
      const folder = join(this.root, blob.hash.slice(0, 2));
      const created = await mkdir(folder, { recursive: true, mode: 0o700 });
      if (created !== undefined) await syncFolder(this.root);
      // Always renamed, also over an equal blob: its fresh time keeps a sweeper away until the row is there.
      await rename(draft, this.path(blob.hash));
      await syncFolder(folder);
      return blob;
    } catch (error) {
      await rm(draft, { force: true });
      if (hasCode(error, 'ENOSPC', 'EDQUOT', 'EFBIG')) throw new Refusal('storage.full', { cause: error });
      throw error;
    }
  }

  private async write(draft: string, source: ByteSource, maxBytes: number): Promise<Blob> {
    const handle: FileHandle = await open(draft, 'wx+', 0o600);
    try {
      const digest = createHash('sha256');
      let size = 0;
      for await (const chunk of chunks(source)) {
        size += chunk.byteLength;
        if (size > maxBytes) throw new Refusal('input.too_large', { params: { max: megabytes(maxBytes) } });
        digest.update(chunk);
        await handle.writeFile(chunk);
      }
      const sniffed = await sniff(async (position, length) => {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
        return buffer.subarray(0, bytesRead);
      }, size);
      await handle.sync();
      return { hash: digest.digest('hex'), size, ...sniffed };
    } finally {
      await handle.close();
    }
  }

  /** Throws a TypeError for what is no hash. */
  path(hash: string): string {
    if (!HASH.test(hash)) throw new TypeError('no hash of a blob');
    return join(this.root, hash.slice(0, 2), hash.slice(2));
  }

  stream(hash: string): Readable {
    return createReadStream(this.path(hash));
  }

  async has(hash: string): Promise<boolean> {
    return (await this.modifiedAt(this.path(hash))) !== null;
  }

  /** Hashes of the blobs last written before the moment. */
  async *olderThan(moment: Date): AsyncGenerator<string> {
    for (const folder of await this.list(this.root)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for (const rest of await this.list(join(this.root, folder))) {
        const hash = folder + rest;
        if (!HASH.test(hash)) continue;
        const modified = await this.modifiedAt(this.path(hash));
        if (modified !== null && modified < moment) yield hash;
      }
    }
  }

  /**
   * Removes a blob unless it was written again or `isReferenced` says yes, asked after the blob has been set aside: an upload of
   * the same bytes at this very moment either finds its place free and writes anew, or is seen by its fresh time and put back.
   */
  async removeIfOld(hash: string, moment: Date, isReferenced: () => Promise<boolean>): Promise<boolean> {
    await mkdir(this.bin, { recursive: true, mode: 0o700 });
    const aside = join(this.bin, hash);
    try {
      await rename(this.path(hash), aside);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return false;
      throw error;
    }
    const modified = await this.modifiedAt(aside);
    if ((modified !== null && modified >= moment) || (await isReferenced())) {
      await this.putBack(hash);
      return false;
    }
    await rm(aside, { force: true });
    return true;
  }

  /** Blobs that a killed sweeper left aside go back to their places; unfinished uploads older than the moment go. */
  async recover(moment: Date): Promise<number> {
    for (const hash of await this.list(this.bin)) {
      if (HASH.test(hash)) await this.putBack(hash);
    }
    let removed = 0;
    for (const name of await this.list(this.drafts)) {
      const path = join(this.drafts, name);
      const modified = await this.modifiedAt(path);
      if (modified === null || modified >= moment) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }

  /** Linked, not renamed: a blob that was uploaded again in the meantime keeps its fresh time. */
  private async putBack(hash: string): Promise<void> {
    const aside = join(this.bin, hash);
    try {
      await link(aside, this.path(hash));
    } catch (error) {
      if (!hasCode(error, 'EEXIST', 'ENOENT')) throw error;
    }
    await rm(aside, { force: true });
  }

  private async list(folder: string): Promise<string[]> {
    try {
      return await readdir(folder);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return [];
      throw error;
    }
  }

  private async modifiedAt(path: string): Promise<Date | null> {
    try {
      return (await stat(path)).mtime;
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return null;
      throw error;
    }
  }
}
