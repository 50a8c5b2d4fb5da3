import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Head } from './layout/head.js';
import { Shell } from './layout/shell.js';
import type { PageContext } from './page.js';
import { AccessibilityPage, statementDate } from './pages/accessibility.js';
import { HomePage } from './pages/home.js';
import { PlainPage } from './pages/plain.js';
import { pageAt, pathOf, type AnyPageName } from './routes.js';
import type { Home, PageRequest, RenderedPage } from './site.js';
import { wordsOf } from './words.js';

export { publicPaths } from './routes.js';
export type { PageRequest, RenderedPage, Site, Theme } from './site.js';

interface Told { readonly title: string; readonly description: string; readonly published?: string; readonly body: ReactNode }

const tell = (context: PageContext, home: Home | null): Told => {
  const { page, words, cityName: city } = context;
  if (page === 'home' && home) {
    return { title: words('home.title', { city }).trim(), description: words('home.description'), body: <HomePage home={home} {...context} /> };
  }
  if (page === 'accessibility') {
    return { title: words('accessibility.title'), description: words('accessibility.description'), published: statementDate, body: <AccessibilityPage {...context} /> };
  }
  return { title: words(`${page}.title`), description: words(`${page}.text`), body: <PlainPage {...context} /> };
};

const draw = (request: PageRequest, page: AnyPageName, home: Home | null, status: number): RenderedPage => {
  const { locale, theme, publicUrl, site = {} } = request;
  const found = page === 'home' || page === 'accessibility';
  const context: PageContext = {
    page, locale, theme, publicUrl, site, words: wordsOf(locale), cityName: home?.cityName ?? '',
    here: pathOf(pageAt(request.url, locale) ?? 'home', locale),
  };
  const { body, ...told } = tell(context, home);
  return {
    status, locale, htmlClass: theme,
    head: renderToStaticMarkup(<Head {...context} {...told} />),
    html: renderToStaticMarkup(<Shell {...context}>{body}</Shell>),
    islands: found ? ['src/islands/read-aloud.ts'] : [],
  };
};

/**
 * Renders a public page. Never throws for want of data: the reader gets a page that says so, with status 503, and `report`
 * hears of the reason. An address that leads nowhere is a page with status 404.
 */
export const render = async (request: PageRequest): Promise<RenderedPage> => {
  const page = pageAt(request.url, request.locale);
  if (page === null) return draw(request, 'notFound', null, 404);
  const home = await request.client.getHome().catch((error: unknown) => {
    request.report?.(error);
    return null;
  });
  // The other pages want no more of it than the city's name.
  return home === null && page === 'home' ? draw(request, 'failure', null, 503) : draw(request, page, home, 200);
};
