import type { Client } from '@kepu/api-client';
import type { Locale } from '@kepu/contracts/labels';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookieName } from '../auth/session-cookie.js';
import { cookieOf, registerDisplay, themeOf } from './display.js';
import { encodingOf, PageStore, storedPage } from './page-store.js';
import { documentOf, type PortalBuild, type SiteFields } from './portal-build.js';
import { notBuilt, sendUnavailable } from './unavailable.js';

/** What public pages need besides the portal itself. */
export interface PortalPagesOptions {
  /** The portal: read once, or anew for each page in development; null where there is no build. */
  readonly portal: () => Promise<PortalBuild | null>;
  readonly client: (locale: Locale) => Client;
  readonly publicUrl: string; readonly site: SiteFields;
  /** How long an anonymous page is kept. 0 keeps none. */
  readonly keepSeconds: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly report: (error: unknown, message: string) => void;
}

const localeOf = (address: string): Locale => (/^\/en(?=[/?]|$)/.test(address) ? 'en' : 'zh-CN');
const signedIn = (request: FastifyRequest): boolean => [true, false].some((secure) => cookieOf(request, sessionCookieName(secure)) !== undefined);

/** Every address that no other route takes: a public page, or the page that says there is none. */
export const registerPortalPages = (fastify: FastifyInstance, options: PortalPagesOptions): void => {
  const store = new PageStore(options.keepSeconds, options.now);

  const serve = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    // The API answers for itself, in problems and not in pages.
    if (/^\/api(?=[/?]|$)/.test(request.url)) {
      reply.callNotFound();
      return reply;
    }
    const portal = await options.portal();
    if (!portal) return sendUnavailable(reply, notBuilt('portal'));
    const locale = localeOf(request.url);
    const theme = themeOf(request);
    // What a page does not know in an address is gone from here on, and every address that leads nowhere is one.
    const found = portal.locate(request.url);
    const url = found?.key ?? `${locale === 'en' ? '/en' : ''}/no-such-page`;
    const make = async () => {
      const report = (error: unknown): void => options.report(error, 'a page has no data');
      const page = await portal.render({ url, client: options.client(locale), locale, theme, publicUrl: options.publicUrl, site: options.site, report });
      return storedPage(page.status, documentOf(page, portal.assets(page)));
    };
    // The same for every reader: the client that renders speaks for anybody.
    const page = await (found?.alone ? make() : store.get(`${url} ${theme}`, make)).catch((error: unknown) => {
      options.report(error, 'a page could not be rendered');
      return null;
    });
    if (!page) return sendUnavailable(reply, '');
    const keep = found?.alone || signedIn(request) || page.status >= 500 ? 'private, no-store' : `public, max-age=${options.keepSeconds}`;
    void reply.status(page.status).headers({ 'content-security-policy': portal.policy, 'cache-control': keep, vary: 'Cookie, Accept-Encoding' }).type('text/html; charset=utf-8');
    if (page.status >= 500) void reply.header('retry-after', '30');
    if (page.status === 200) {
      void reply.header('etag', page.etag);
      if (request.headers['if-none-match']?.split(',').some((tag) => tag.trim() === page.etag)) return reply.status(304).send();
    }
    const encoding = encodingOf(request.headers['accept-encoding']);
    if (encoding !== 'identity') void reply.header('content-encoding', encoding);
    return reply.send(page.bodies[encoding]);
  };

  registerDisplay(fastify, { publicUrl: options.publicUrl, pageAt: async (address) => (await options.portal())?.locate(address)?.back ?? null });
  const siteMap = async (): Promise<string> => {
    const paths = (await (await options.portal())?.sitePaths(options.client('zh-CN'))) ?? [];
    return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path) => `<url><loc>${new URL(path, options.publicUrl).href}</loc></url>`).join('')}</urlset>`;
  };
  fastify.get('/robots.txt', (_request, reply) => reply.header('cache-control', 'public, max-age=3600').type('text/plain; charset=utf-8')
    .send(`User-agent: *\nDisallow: /admin\nDisallow: /api/\nSitemap: ${options.publicUrl}/sitemap.xml\n`));
  fastify.get('/sitemap.xml', async (_request, reply) => {
    const page = await store.get('sitemap.xml', async () => storedPage(200, await siteMap())).catch((error: unknown) => {
      options.report(error, 'the site map has no data');
      return null;
    });
    return page ? reply.header('cache-control', 'public, max-age=3600').type('application/xml; charset=utf-8').send(page.bodies.identity) : sendUnavailable(reply, '');
  });
  fastify.get('/*', serve);
};
