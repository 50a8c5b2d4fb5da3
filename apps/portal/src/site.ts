import type { Client } from '@kepu/api-client';
import type { Locale } from '@kepu/contracts/labels';

/** What the home page shows. */
export type Home = Awaited<ReturnType<Client['getHome']>>;

/** What the operator of a site says about itself in the footer and the meta fields; absent parts are not shown. */
export interface Site {
  /** 主办单位. */ readonly organiser?: string;
  /** 联系方式. */ readonly contact?: string;
  /** ICP 备案号. */ readonly icp?: string;
  /** 公安备案号. */ readonly police?: string;
  /** 网站标识码 of a government site. */ readonly idCode?: string;
}

/** `elder`: large type and strong contrast. */
export type Theme = 'standard' | 'elder';

/** What a page is asked for with. */
export interface PageRequest {
  /** Path on this site, with or without a query; what a page does not know in it changes nothing. */
  readonly url: string;
  /** Speaks for anybody, in the page's language. */
  readonly client: Client;
  readonly locale: Locale;
  readonly theme: Theme;
  /** Origin under which people open the site, without a final slash. */
  readonly publicUrl: string;
  readonly site?: Site;
  /** Hears of a failure that the reader is told of in general words only. */
  readonly report?: (error: unknown) => void;
}

/** A page, ready to be put into a document. All strings are escaped HTML. */
export interface RenderedPage {
  /** 200, 404, or 503 where the data could not be had. */
  readonly status: number;
  readonly locale: Locale;
  /** Class of the `html` element. */
  readonly htmlClass: string;
  /** Inside of `head`: title, description, links, meta fields. No styles, no scripts. */
  readonly head: string;
  /** Inside of `body`. */
  readonly html: string;
  /** Source names of the style sheets and scripts that the page wants, as the client's manifest has them. */
  readonly sheets: readonly string[];
  readonly islands: readonly string[];
}
