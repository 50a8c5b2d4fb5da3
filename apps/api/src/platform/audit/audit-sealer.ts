import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { newId, UnitOfWork } from '../database/index.js';
import { BackgroundLoop, LeasesRepository } from '../jobs/index.js';
import { AnchorLog } from './anchor-log.js';
import type { AuditSealEntity } from './audit-seal.entity.js';
import { AuditRepository } from './audit.repository.js';
import { AuditSealsRepository } from './audit-seals.repository.js';
import { GENESIS, leavesRoot, sealHash, writeLeaves } from './hashes.js';

const LEASE = 'audit-sealer';
const LEASE_MS = 10_000;
const BATCH = 500;
/** Half of the 5 s within which a row is to be sealed, so that one missed round is made up for. */
const PAUSE_MS = 2_000;

/**
 * Chains what was written, apart from the writing: a chain inside each transaction would make one row the bottleneck of all writes.
 * Rows are sealed in the order in which they are found, which is why a seal lists them.
 */
@Injectable()
export class AuditSealer {
  private readonly logger = new Logger(AuditSealer.name);
  private readonly owner = newId();
  private readonly loop = new BackgroundLoop('AuditSealer', PAUSE_MS, () => this.sealAll());

  constructor(
    private readonly entries: AuditRepository,
    private readonly seals: AuditSealsRepository,
    private readonly leases: LeasesRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly anchors: AnchorLog,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.loop.start();
  }

  /** Seals what is left, so that a proper stop leaves no row open. */
  async stop(): Promise<void> {
    await this.loop.stop();
    try {
      await this.sealAll();
      await this.unitOfWork.run(() => this.leases.release(LEASE, this.owner));
    } catch (error) {
      // The process has to end even where the database is away; the next one to seal finds the rows.
      this.logger.warn(`not everything could be sealed: ${error instanceof Error ? error.name : typeof error}`);
    }
  }

  /** Answers how many rows it sealed; 0 when there are none, or another process is at it. What is written meanwhile waits for the next round: a seal for each few rows costs more than they do. */
  async sealAll(): Promise<number> {
    let total = 0;
    let sealed: number;
    do {
      sealed = await this.sealOnce();
      total += sealed;
    } while (sealed === BATCH);
    return total;
  }

  async sealOnce(): Promise<number> {
    if (!(await this.entries.hasUnsealed())) {
      await this.catchUp();
      return 0;
    }
    const seal = await this.unitOfWork.run(() => this.sealBatch());
    await this.catchUp();
    return seal?.count ?? 0;
  }

  private async sealBatch(): Promise<AuditSealEntity | null> {
    // The update of the lease row also lets only one sealing unit through at a time.
    if (!(await this.leases.acquire(LEASE, this.owner, LEASE_MS))) return null;
    const rows = await this.entries.unsealed(BATCH);
    if (rows.length === 0) return null;
    const last = await this.seals.last();
    const leaves = writeLeaves(rows);
    const content = {
      number: (last?.number ?? 0) + 1,
      count: rows.length,
      root: leavesRoot(leaves),
      previous: last?.hash ?? GENESIS,
      at: this.clock.now(),
    };
    const seal: AuditSealEntity = { ...content, leaves, hash: sealHash(content) };
    await this.seals.insert(seal);
    const marked = await this.entries.markSealed(
      rows.map((row) => row.id),
      seal.number,
    );
    if (marked !== rows.length) throw new Error(`sealed ${marked} of ${rows.length} audit rows`);
    return seal;
  }

  /** Anchors follow the commit, and what a kill in between left out; on every machine that seals. */
  private async catchUp(): Promise<void> {
    for (;;) {
      const missing = await this.seals.after(this.anchors.lastNumber(), 100);
      this.anchors.append(missing);
      if (missing.length < 100) return;
    }
  }
}
