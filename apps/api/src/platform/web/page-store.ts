import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A page as bytes, in each encoding that a browser may ask for. */
export interface StoredPage { readonly status: number; readonly etag: string; readonly bodies: Readonly<Record<'identity' | 'gzip' | 'br', Buffer>> }

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Encodes a page once, for everybody who asks within the next seconds. */
export const storedPage = async (status: number, html: string): Promise<StoredPage> => {
  const identity = Buffer.from(html);
  const [br, gz] = await Promise.all([compressBrotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), compressGzip(identity)]);
  return { status, etag: `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`, bodies: { identity, gzip: gz, br } };
};

/** The best encoding that the request names and does not refuse. */
export const encodingOf = (accepted: string | undefined): 'identity' | 'gzip' | 'br' => {
  const offered = new Map((accepted ?? '').toLowerCase().split(',').map((part) => {
    const [name = '', weight = ''] = part.split(';').map((piece) => piece.trim());
    return [name, !/^q=0(\.0*)?$/.test(weight)] as const;
  }));
  return (['br', 'gzip'] as const).find((name) => offered.get(name)) ?? 'identity';
};

/**
 * Anonymous pages for a few seconds. Many readers at once cost one rendering. Filters make more addresses than anybody can count, so at most
 * `most` pages are held: the one that was made first goes. A page that failed is not kept.
 */
export class PageStore {
  private readonly pages = new Map<string, { readonly until: number; readonly page: Promise<StoredPage> }>();

  constructor(private readonly seconds: number, private readonly now: () => number, private readonly most = 300) {}

  /** How many pages are held now. */
  get size(): number {
    return this.pages.size;
  }

  get(key: string, make: () => Promise<StoredPage>): Promise<StoredPage> {
    const held = this.pages.get(key);
    if (held && this.now() < held.until) return held.page;
    const page = make();
    const entry = { until: this.now() + this.seconds * 1000, page };
    const drop = (): void => {
      if (this.pages.get(key) === entry) this.pages.delete(key);
    };
    // Set anew, it stands at the end: what is first in the map was made first.
    this.pages.delete(key);
    this.pages.set(key, entry);
    const [first] = this.pages.keys();
    if (this.pages.size > this.most && first !== undefined) this.pages.delete(first);
    page.then(({ status }) => (status >= 500 ? drop() : undefined), drop);
    return page;
  }
}
