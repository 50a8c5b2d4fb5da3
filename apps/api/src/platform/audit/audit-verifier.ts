import { Injectable } from '@nestjs/common';
import { AnchorLog, type Anchor } from './anchor-log.js';
import type { AuditSealEntity } from './audit-seal.entity.js';
import { AuditRepository } from './audit.repository.js';
import { AuditSealsRepository } from './audit-seals.repository.js';
import { entryHash, GENESIS, leavesRoot, readLeaves, sealHash, type Leaf } from './hashes.js';

export type AuditProblemKind =
  | 'row_deleted'
  | 'row_altered'
  | 'row_inserted'
  | 'seal_deleted'
  | 'seal_altered'
  | 'chain_broken'
  | 'anchor_mismatch'
  | 'anchor_unreadable';

export interface AuditProblem {
  readonly kind: AuditProblemKind;
  readonly seal: number | null;
  /** The entry's id. */
  readonly row: string | null;
}

export interface AuditVerdict {
  readonly ok: boolean;
  readonly seals: number;
  readonly rows: number;
  /** Written and not yet sealed: a few seconds' worth. */
  readonly unsealed: number;
  /** The first thousand. */
  readonly problems: readonly AuditProblem[];
}

const PAGE = 50;
const CHUNK = 500;
const MOST = 1_000;

/** Proves that nothing sealed was altered, deleted, inserted or cut off, and names the row where something was. Reads only. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly entries: AuditRepository,
    private readonly sealsRepository: AuditSealsRepository,
    private readonly anchorLog: AnchorLog,
  ) {}

  async verify(): Promise<AuditVerdict> {
    const problems: AuditProblem[] = [];
    const { anchors, unreadable } = this.anchorLog.read();
    const anchored = new Map(anchors.map((anchor) => [anchor.number, anchor]));
    for (let line = 0; line < unreadable; line += 1) problems.push({ kind: 'anchor_unreadable', seal: null, row: null });

    let previous = GENESIS;
    let number = 0;
    let rows = 0;
    let seals = 0;
    for (let page = await this.sealsRepository.after(0, PAGE); page.length > 0; page = await this.sealsRepository.after(number, PAGE)) {
      for (const seal of page) {
        // Seals that are gone from the middle.
        for (let gone = number + 1; gone < seal.number; gone += 1) problems.push(...(await this.missingSeal(gone, anchored.get(gone))));
        problems.push(...(await this.sealProblems(seal, seal.number === number + 1 ? previous : null, anchored.get(seal.number))));
        problems.push(...(await this.rowProblems(seal)));
        ({ number, hash: previous } = seal);
        rows += seal.count;
        seals += 1;
      }
    }
    for (const anchor of anchored.values()) if (anchor.number > number) problems.push(...(await this.missingSeal(anchor.number, anchor)));
    const { unsealed, highestSeal } = await this.entries.seen();
    // Rows that still claim a seal which was cut off.
    for (let gone = number + 1; gone <= highestSeal; gone += 1) if (!anchored.has(gone)) problems.push(...(await this.missingSeal(gone, undefined)));
    return { ok: problems.length === 0, seals, rows, unsealed, problems: problems.slice(0, MOST) };
  }

  private async sealProblems(seal: AuditSealEntity, previous: string | null, anchor: Anchor | undefined): Promise<AuditProblem[]> {
    const found: AuditProblem[] = [];
    const { number } = seal;
    if (leavesRoot(seal.leaves) !== seal.root || sealHash(seal) !== seal.hash) found.push({ kind: 'seal_altered', seal: number, row: null });
    if (previous !== null && seal.previous !== previous) found.push({ kind: 'chain_broken', seal: number, row: null });
    if (anchor && anchor.hash !== seal.hash) {
      // Rows that this seal covered when it was anchored, before the tail was cut off and written anew.
      const listed = new Set(readLeaves(seal.leaves).map((leaf) => leaf.id));
      const left = anchor.rows.filter((row) => !listed.has(row));
      found.push({ kind: 'anchor_mismatch', seal: number, row: null }, ...(await this.deletedAmong(number, left)));
    }
    return found;
  }

  /** The anchor knows which rows went with the seal. */
  private async missingSeal(seal: number, anchor: Anchor | undefined): Promise<AuditProblem[]> {
    return [{ kind: 'seal_deleted', seal, row: null }, ...(await this.deletedAmong(seal, anchor?.rows ?? []))];
  }

  private async deletedAmong(seal: number, rows: readonly string[]): Promise<AuditProblem[]> {
    const found: AuditProblem[] = [];
    for (let at = 0; at < rows.length; at += CHUNK) {
      const chunk = rows.slice(at, at + CHUNK);
      const present = new Set((await this.entries.byIds(chunk)).map((entry) => entry.id));
      found.push(...chunk.filter((row) => !present.has(row)).map((row): AuditProblem => ({ kind: 'row_deleted', seal, row })));
    }
    return found;
  }

  private async rowProblems(seal: AuditSealEntity): Promise<AuditProblem[]> {
    const leaves = readLeaves(seal.leaves);
    const found: AuditProblem[] = [];
    for (let at = 0; at < leaves.length; at += CHUNK) found.push(...(await this.leafProblems(seal.number, leaves.slice(at, at + CHUNK))));
    const listed = new Set(leaves.map((leaf) => leaf.id));
    for (const id of await this.entries.idsOfSeal(seal.number)) {
      if (!listed.has(id)) found.push({ kind: 'row_inserted', seal: seal.number, row: id });
    }
    return found;
  }

  private async leafProblems(seal: number, leaves: readonly Leaf[]): Promise<AuditProblem[]> {
    const present = new Map((await this.entries.byIds(leaves.map((leaf) => leaf.id))).map((entry) => [entry.id, entry]));
    return leaves.flatMap(({ id, hash }): AuditProblem[] => {
      const entry = present.get(id);
      if (!entry) return [{ kind: 'row_deleted', seal, row: id }];
      return entryHash(entry) === hash ? [] : [{ kind: 'row_altered', seal, row: id }];
    });
  }
}
