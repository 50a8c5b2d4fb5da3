import type { Client } from '@kepu/api-client';
import type { Locale } from '@kepu/contracts/labels';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { portalPolicy } from './security-headers.js';

/** What the operator of the site says about itself. */
export interface SiteFields { readonly organiser?: string; readonly contact?: string; readonly icp?: string; readonly police?: string; readonly idCode?: string }
/** How a reader wants the page: the elder display has large type and strong contrast. */
export type Theme = 'standard' | 'elder';
/** What the portal's renderer is asked with, and answers. The portal documents the same shapes: no app imports an app. */
export interface PageRequest {
  readonly url: string; readonly client: Client; readonly locale: Locale; readonly theme: Theme; readonly publicUrl: string; readonly site: SiteFields;
  readonly report: (error: unknown) => void;
}
export interface RenderedPage {
  readonly status: number; readonly locale: Locale; readonly htmlClass: string; readonly head: string; readonly html: string; readonly islands: readonly string[];
}
/** What the renderer's bundle exports. */
export interface PortalModule { render(request: PageRequest): Promise<RenderedPage>; readonly publicPaths: readonly string[] }

/** A portal that can be served: its renderer, and what a document needs besides. */
export interface PortalBuild extends PortalModule {
  /** Elements for the head: styles, and the scripts of the islands. */
  assets(islands: readonly string[]): string;
  readonly policy: string;
}
/** How a file of this machine is imported. */
export type ImportModule = (file: string) => Promise<unknown>;

type Manifest = Readonly<Record<string, { readonly file: string } | undefined>>;
const styleSource = 'src/styles/index.css';
const script = (url: string): string => `<script type="module" src="${url}"></script>`;

/**
 * Reads a finished build. The style sheet goes into the page: at 3 kB it costs less than the round trip that a link would
 * (on slow 4G half a second before the first paint), and its hash lets the policy refuse every other style.
 */
export const loadPortal = async (portalDir: string, importModule: ImportModule): Promise<PortalBuild> => {
  const client = path.join(portalDir, 'dist/client');
  const manifest = JSON.parse(await readFile(path.join(client, '.vite/manifest.json'), 'utf8')) as Manifest;
  const fileOf = (source: string): string => {
    const entry = manifest[source];
    if (!entry) throw new Error(`The portal's build has no ${source}: run npm run build`);
    return entry.file;
  };
  const [css, module] = await Promise.all([
    readFile(path.join(client, fileOf(styleSource)), 'utf8'),
    importModule(path.join(portalDir, 'dist/server/entry.js')) as Promise<PortalModule>,
  ]);
  const hash = createHash('sha256').update(css).digest('base64');
  return {
    render: module.render, publicPaths: module.publicPaths, policy: portalPolicy(`sha256-${hash}`),
    assets: (islands) => `<style>${css}</style>${islands.map((source) => script(`/${fileOf(source)}`)).join('')}`,
  };
};

/** The same from sources, through Vite. */
export const devAssets = (islands: readonly string[]): string =>
  `${script('/@vite/client')}<link rel="stylesheet" href="/${styleSource}">${islands.map((source) => script(`/${source}`)).join('')}`;

/** The whole document. */
export const documentOf = (page: RenderedPage, assets: string): string =>
  `<!doctype html><html lang="${page.locale}" class="${page.htmlClass}"><head><meta charset="utf-8">`
  + `<meta name="viewport" content="width=device-width,initial-scale=1">${page.head}${assets}</head><body>${page.html}</body></html>`;
