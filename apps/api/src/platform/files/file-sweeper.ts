import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { BlobStore } from './blob-store.js';
import { StoredFilesRepository } from './stored-files.repository.js';

/** Longer than any upload takes from its bytes to its row. */
const GRACE_MS = 60 * 60_000;

/** Removes bytes that no row refers to. To be run as a recurring job: several at once do no harm, but no good either. */
@Injectable()
export class FileSweeper {
  constructor(
    private readonly blobs: BlobStore,
    private readonly repository: StoredFilesRepository,
    private readonly clock: Clock,
  ) {}

  async sweep(signal?: AbortSignal): Promise<{ removed: number; drafts: number }> {
    // The times of files are the machine's: by a clock that is ahead of it, an upload that has just begun would be old.
    const moment = new Date(Math.min(this.clock.now().getTime(), Date.now()) - GRACE_MS);
    const drafts = await this.blobs.recover(moment);
    let removed = 0;
    for await (const hash of this.blobs.olderThan(moment)) {
      signal?.throwIfAborted();
      if (await this.repository.isReferenced(hash)) continue;
      if (await this.blobs.removeIfOld(hash, moment, () => this.repository.isReferenced(hash))) removed += 1;
    }
    return { removed, drafts };
  }
}
