import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { notFound, Refusal } from '../errors/refusal.js';
import { BlobStore, megabytes, type ByteSource } from './blob-store.js';
import { safeFileName } from './file-name.js';
import { servingHeaders } from './serving.js';
import type { StoredFileEntity } from './stored-file.entity.js';
import { StoredFilesRepository } from './stored-files.repository.js';

export interface FileLimits {
  readonly maxBytes: number;
  /** Types by content; all when left out. */
  readonly accept?: readonly string[];
  /** What an archive or office file may claim to hold once unpacked. */
  readonly maxUnpackedBytes?: number;
}

/** Bytes that are safe on the disk and have no row yet: for an hour, then the sweeper takes them. */
export interface PreparedFile {
  readonly hash: string;
  readonly size: number;
  readonly mime: string;
  readonly name: string;
}

export interface FileUse {
  /** What the file is for: `plan_import`, `evidence`. */
  readonly purpose: string;
  readonly createdBy: string | null;
}

export interface OpenFile {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly hash: string;
  readonly purpose: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  /** For a download. */
  readonly headers: Readonly<Record<string, string>>;
  stream(): Readable;
}

function opened(file: StoredFileEntity, blobs: BlobStore): OpenFile {
  return { ...file, headers: servingHeaders(file), stream: () => blobs.stream(file.hash) };
}

/** Files that people hand in. First `put`, outside of any unit; then `record`, in the unit that makes use of the file. */
@Injectable()
export class Files {
  constructor(
    private readonly blobs: BlobStore,
    private readonly repository: StoredFilesRepository,
    private readonly clock: Clock,
  ) {}

  /** Durable when it resolves. Throws a Refusal `input.too_large`, `input.unsupported_type` or `storage.full`. */
  async put(source: ByteSource, name: string, limits: FileLimits): Promise<PreparedFile> {
    const { hash, size, mime, unpackedBytes } = await this.blobs.put(source, limits.maxBytes);
    // What is refused here has no row, so the sweeper takes its bytes.
    if (limits.accept && !limits.accept.includes(mime)) throw new Refusal('input.unsupported_type');
    if (limits.maxUnpackedBytes !== undefined && unpackedBytes !== null && unpackedBytes > limits.maxUnpackedBytes) {
      throw new Refusal('input.too_large', { params: { max: megabytes(limits.maxUnpackedBytes) } });
    }
    return { hash, size, mime, name: safeFileName(name) };
  }

  /** Inside a unit. Answers the id under which the file is opened. */
  async record(file: PreparedFile, use: FileUse): Promise<string> {
    const id = randomUUID();
    const { hash, size, mime, name } = file;
    await this.repository.insert({ id, hash, size, mime, name, purpose: use.purpose, createdBy: use.createdBy, createdAt: this.clock.now() });
    return id;
  }

  /** Whether the reader may have it is decided before. Throws a Refusal `resource.not_found`. */
  async open(id: string): Promise<OpenFile> {
    const file = await this.repository.find(id);
    if (!file || !(await this.blobs.has(file.hash))) throw notFound();
    return opened(file, this.blobs);
  }

  /** The whole file in memory: for readers of documents, whose size is limited. Throws a Refusal `resource.not_found`. */
  async read(id: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of (await this.open(id)).stream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  /** Inside a unit. The bytes go with the next sweep, unless another row needs them. */
  async remove(id: string): Promise<boolean> {
    return this.repository.remove(id);
  }
}
