import { appendFileSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, readSync, type PathLike } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AuditSealEntity } from './audit-seal.entity.js';
import { readLeaves } from './hashes.js';

/** What is kept of a seal outside of the database. */
export interface Anchor {
  readonly number: number;
  readonly at: string;
  readonly hash: string;
  /** Ids of the rows that the seal covers, so that even a truncated table can be named row by row. */
  readonly rows: readonly string[];
}

const TAIL_BYTES = 4 * 1024 * 1024;

function anchorOf(seal: AuditSealEntity): Anchor {
  return { number: seal.number, at: seal.at.toISOString(), hash: seal.hash, rows: readLeaves(seal.leaves).map((leaf) => leaf.id) };
}

function isAnchor(value: unknown): value is Anchor {
  return typeof value === 'object' && value !== null && 'number' in value && typeof value.number === 'number' && 'hash' in value && 'rows' in value;
}

function parseLine(line: string): Anchor | null {
  try {
    const value: unknown = JSON.parse(line);
    return isAnchor(value) ? value : null;
  } catch {
    return null;
  }
}

function tail(path: PathLike): string {
  const size = statSync(path).size;
  const length = Math.min(size, TAIL_BYTES);
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    readSync(handle, bytes, 0, length, size - length);
    return bytes.toString('utf8');
  } finally {
    closeSync(handle);
  }
}

/**
 * `<dataDir>/audit/anchors.log`, a line of JSON per seal, append only. It is worth most where it is carried off the machine: whoever can
 * rewrite both database and file can rewrite history.
 */
export class AnchorLog {
  readonly path: string;

  constructor(dataDir: string) {
    this.path = join(dataDir, 'audit', 'anchors.log');
  }

  /** Number of the newest anchor; 0 when there is none. */
  lastNumber(): number {
    if (!existsSync(this.path)) return 0;
    const lines = tail(this.path).split('\n');
    for (const line of lines.reverse()) {
      const anchor = parseLine(line);
      if (anchor) return anchor.number;
    }
    return 0;
  }

  append(seals: readonly AuditSealEntity[]): void {
    if (seals.length === 0) return;
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    // A line that a kill cut short gets an end, so that it spoils no other.
    const broken = existsSync(this.path) && statSync(this.path).size > 0 && !tail(this.path).endsWith('\n');
    const text = seals.map((seal) => `${JSON.stringify(anchorOf(seal))}\n`).join('');
    appendFileSync(this.path, (broken ? '\n' : '') + text, { mode: 0o600 });
    const handle = openSync(this.path, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }

  /** All anchors; `unreadable` counts lines that are none. */
  read(): { anchors: Anchor[]; unreadable: number } {
    if (!existsSync(this.path)) return { anchors: [], unreadable: 0 };
    const lines = readFileSync(this.path, 'utf8').split('\n').filter((line) => line !== '');
    const anchors = lines.map(parseLine).filter((anchor) => anchor !== null);
    return { anchors, unreadable: lines.length - anchors.length };
  }
}
