/** A file on its way into an archive. Names are UTF-8, with `/` between folders. */
export interface ZipEntry { readonly name: string; readonly content: Uint8Array | AsyncIterable<Uint8Array> }

/**
 * A zip file piece by piece, for what does not fit into memory. What is put in is packed by itself already, so it is stored in deflate blocks without being
 * packed: with a size that follows the content, readers take those, and not all take bare ones.
 */
export async function* zipStream(entries: AsyncIterable<ZipEntry>, at: Date): AsyncGenerator<Uint8Array> {
  const { Zip, ZipDeflate } = await import('fflate');
  let made: Uint8Array[] = [];
  const faults: Error[] = [];
  const zip = new Zip((error, chunk) => { if (error) faults.push(error); else made.push(chunk); });
  const take = (): Uint8Array[] => {
    const [fault] = faults;
    if (fault) throw fault;
    const chunks = made;
    made = [];
    return chunks;
  };
  for await (const { name, content } of entries) {
    const file = new ZipDeflate(name, { level: 0 });
    file.mtime = at;
    zip.add(file);
    if (content instanceof Uint8Array) file.push(content, true);
    else {
      for await (const chunk of content) {
        file.push(chunk);
        yield* take();
      }
      file.push(new Uint8Array(0), true);
    }
    yield* take();
  }
  zip.end();
  yield* take();
}
