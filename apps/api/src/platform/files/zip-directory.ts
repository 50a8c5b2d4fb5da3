const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const MAX_COMMENT = 0xffff;
const ZIP64_MARK = 0xffffffff;
/** More than this is no office file; the directory is read into memory. */
const MAX_DIRECTORY_BYTES = 4 * 1024 * 1024;

/** Reads `length` bytes at `position`; answers fewer at the end. */
export type ReadAt = (position: number, length: number) => Promise<Buffer>;

export interface ZipDirectory {
  readonly names: readonly string[];
  /** Sum of what the entries claim to hold, in bytes: known before anything is unpacked. */
  readonly unpackedBytes: number;
}

/** The central directory of a ZIP (APPNOTE 4.3.12), or null where there is none to be read: truncated, ZIP64 or too large. */
export async function readZipDirectory(readAt: ReadAt, size: number): Promise<ZipDirectory | null> {
  const tailBytes = Math.min(size, END_BYTES + MAX_COMMENT);
  const tail = await readAt(size - tailBytes, tailBytes);
  let end = tail.length - END_BYTES;
  while (end >= 0 && tail.readUInt32LE(end) !== END_SIGNATURE) end -= 1;
  if (end < 0) return null;
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (start === ZIP64_MARK || length > MAX_DIRECTORY_BYTES || start + length > size) return null;

  const directory = await readAt(start, length);
  const names: string[] = [];
  let unpackedBytes = 0;
  for (let at = 0; at + ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === ENTRY_SIGNATURE; ) {
    unpackedBytes += directory.readUInt32LE(at + 24);
    const nameLength = directory.readUInt16LE(at + 28);
    names.push(directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength));
    at += ENTRY_BYTES + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return { names, unpackedBytes };
}
