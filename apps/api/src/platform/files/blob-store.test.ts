import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { BlobStore } from './blob-store.js';

const MB = 1024 * 1024;
let dataDir: string;
let store: BlobStore;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kepu-blobs-'));
  store = new BlobStore(dataDir);
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

const drafts = (): string[] => readdirSync(join(dataDir, 'files', 'draft'));
const age = (hash: string, date: Date): void => utimesSync(store.path(hash), date, date);
const long = new Date('2020-01-01T00:00:00.000Z');
const now = new Date();

it('keeps bytes under their SHA-256, for their owner only, and once', async () => {
  const bytes = Buffer.from('科普进乡村\n');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const blob = await store.put(Readable.from([bytes.subarray(0, 4), bytes.subarray(4)]), MB);
  expect(blob).toEqual({ hash, size: bytes.length, mime: 'text/plain', unpackedBytes: null });
  expect(await store.put(bytes, MB)).toEqual(blob);
  expect(readFileSync(join(dataDir, 'files', hash.slice(0, 2), hash.slice(2)))).toEqual(bytes);
  expect(statSync(store.path(hash)).mode & 0o777).toBe(0o600);
  expect(drafts()).toEqual([]);
  const read: Buffer[] = [];
  for await (const chunk of store.stream(hash)) read.push(chunk as Buffer);
  expect(Buffer.concat(read)).toEqual(bytes);
});

it('stops an upload that grows beyond its limit, and leaves nothing of it', async () => {
  let sent = 0;
  async function* endless(): AsyncGenerator<Buffer> {
    for (;;) {
      sent += 64 * 1024;
      yield Buffer.alloc(64 * 1024);
    }
  }
  await expect(store.put(endless(), MB)).rejects.toMatchObject({ code: 'input.too_large' });
  expect(sent).toBeLessThan(2 * MB);
  expect(drafts()).toEqual([]);
});

it('leaves nothing of an upload that breaks off', async () => {
  async function* broken(): AsyncGenerator<Buffer> {
    yield Buffer.from('half');
    throw new Error('connection lost');
  }
  await expect(store.put(broken(), MB)).rejects.toThrow('connection lost');
  expect(drafts()).toEqual([]);
});

it('makes paths from hashes and nothing else', () => {
  const root = join(dataDir, 'files');
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('..%2f..%2fetc', '../../../etc/passwd', '/etc/passwd', `..${'/a'.repeat(31)}`, 'A'.repeat(64))), (key) => {
      expect(() => store.path(key)).toThrow(TypeError);
    }),
  );
  expect(relative(root, store.path('ab'.repeat(32)))).toBe(join('ab', 'ab'.repeat(31)));
});

it('says in words of its own that the disk is full, and damages nothing', async () => {
  const small = mkdtempSync(join(tmpdir(), 'kepu-full-'));
  let mounted = false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', small], { stdio: 'ignore' });
    mounted = true;
  } catch {
    // Only root may mount; the full device below serves everybody else on Linux.
  }
  try {
    if (mounted) {
      const tight = new BlobStore(small);
      const kept = await tight.put(Buffer.from('kept'), MB);
      await expect(tight.put(Buffer.alloc(4 * MB, 1), 8 * MB)).rejects.toMatchObject({ code: 'storage.full' });
      expect(readFileSync(tight.path(kept.hash), 'utf8')).toBe('kept');
      expect(readdirSync(join(small, 'files', 'draft'))).toEqual([]);
    } else {
      async function* full(): AsyncGenerator<Buffer> {
        yield Buffer.from('a');
        writeFileSync('/dev/full', 'x');
      }
      await expect(store.put(full(), MB)).rejects.toMatchObject({ code: 'storage.full' });
      expect(drafts()).toEqual([]);
    }
  } finally {
    if (mounted) execFileSync('umount', [small]);
    rmSync(small, { recursive: true, force: true });
  }
});

describe('removing what nothing refers to', () => {
  const found = async (): Promise<string[]> => {
    const hashes: string[] = [];
    for await (const hash of store.olderThan(now)) hashes.push(hash);
    return hashes;
  };

  it('finds old blobs only, and no stray file', async () => {
    const old = await store.put(Buffer.from('old'), MB);
    await store.put(Buffer.from('new'), MB);
    age(old.hash, long);
    mkdirSync(join(dataDir, 'files', 'zz'));
    writeFileSync(join(dataDir, 'files', old.hash.slice(0, 2), 'stray'), 'x');
    expect(await found()).toEqual([old.hash]);
  });

  it('removes the unreferenced, keeps the referenced', async () => {
    const { hash } = await store.put(Buffer.from('x'), MB);
    age(hash, long);
    expect(await store.removeIfOld(hash, now, async () => true)).toBe(false);
    expect(await store.has(hash)).toBe(true);
    expect(await store.removeIfOld(hash, now, async () => false)).toBe(true);
    expect(await store.has(hash)).toBe(false);
    expect(await store.removeIfOld(hash, now, async () => false)).toBe(false);
  });

  it('never takes bytes that are uploaded again meanwhile', async () => {
    const bytes = Buffer.from('again');
    const { hash } = await store.put(bytes, MB);
    age(hash, long);
    // Before the sweeper sets it aside.
    const moment = new Date(Date.now() - 1_000);
    await store.put(bytes, MB);
    expect(await store.removeIfOld(hash, moment, async () => false)).toBe(false);
    expect(await store.has(hash)).toBe(true);
    // While it stands aside.
    age(hash, long);
    const removed = await store.removeIfOld(hash, moment, async () => {
      await store.put(bytes, MB);
      return false;
    });
    expect(removed).toBe(true);
    expect(readFileSync(store.path(hash))).toEqual(bytes);
  });

  it('puts back what a killed sweeper left aside, and clears broken uploads', async () => {
    const { hash } = await store.put(Buffer.from('aside'), MB);
    age(hash, long);
    // As after a kill between setting aside and removing.
    await store.removeIfOld(hash, now, async () => {
      throw new Error('killed');
    }).catch(() => undefined);
    expect(await store.has(hash)).toBe(false);
    const half = join(dataDir, 'files', 'draft', 'half');
    writeFileSync(half, 'x');
    utimesSync(half, long, long);
    expect(await store.recover(now)).toBe(1);
    expect(await store.has(hash)).toBe(true);
    expect(existsSync(half)).toBe(false);
  });
});
