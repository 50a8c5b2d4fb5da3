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
  readonly status: number; readonly locale: Locale; readonly htmlClass: string; readonly head: string; readonly html: string;
  /** Source names of style sheets and scripts. */
  readonly sheets: readonly string[]; readonly islands: readonly string[];
}
/** What the renderer's bundle exports. */
export interface PortalModule {
  render(request: PageRequest): Promise<RenderedPage>;
  /** Where an address leads: `key` is what a page is drawn by, `back` the same with what only the browser reads. Null for nowhere. */
  locate(url: string): { readonly key: string; readonly back: string; /** Of one person: kept nowhere. */ readonly alone?: true } | null;
  /** Every address of the site map. */
  sitePaths(client: Client): Promise<readonly string[]>;
}

/** A portal that can be served: its renderer, and what a document needs besides. */
export interface PortalBuild extends PortalModule {
  /** Elements for the head: styles, and the scripts of the islands. */
  assets(page: Pick<RenderedPage, 'sheets' | 'islands'>): string;
  readonly policy: string;
}
/** How a file of this machine is imported. */
export type ImportModule = (file: string) => Promise<unknown>;

interface Entry { readonly file: string; readonly imports?: readonly string[]; readonly isEntry?: boolean }
type Manifest = Readonly<Record<string, Entry | undefined>>;
const script = (url: string): string => `<script type="module" src="${url}"></script>`;
const preload = (url: string): string => `<link rel="modulepreload" href="${url}">`;

/**
 * Reads a finished build. Style sheets go into the page: at a few kB they cost less than the round trip that a link would
 * (on slow 4G half a second before the first paint), and their hashes let the policy refuse every other style.
 */
export const loadPortal = async (portalDir: string, importModule: ImportModule): Promise<PortalBuild> => {
  const client = path.join(portalDir, 'dist/client');
  const manifest = JSON.parse(await readFile(path.join(client, '.vite/manifest.json'), 'utf8')) as Manifest;
  const entryOf = (source: string): Entry => {
    const entry = manifest[source];
    if (!entry) throw new Error(`The portal's build has no ${source}: run npm run build`);
    return entry;
  };
  /** What a script imports, and that imports in turn: named in the page, the browser fetches them at once and not one after the other. */
  const importsOf = (source: string): string[] => (entryOf(source).imports ?? []).flatMap((name) => [name, ...importsOf(name)]);
  const sheetNames = Object.keys(manifest).filter((name) => name.endsWith('.css') && manifest[name]?.isEntry);
  if (sheetNames.length === 0) throw new Error("The portal's build has no style sheet: run npm run build");
  const [sheets, module] = await Promise.all([
    Promise.all(sheetNames.map(async (name) => [name, await readFile(path.join(client, entryOf(name).file), 'utf8')] as const)).then((read) => new Map(read)),
    importModule(path.join(portalDir, 'dist/server/entry.js')) as Promise<PortalModule>,
  ]);
  const styleOf = (source: string): string => {
    const css = sheets.get(source);
    if (css === undefined) throw new Error(`The portal's build has no ${source}: run npm run build`);
    return `<style>${css}</style>`;
  };
  const hashes = [...sheets.values()].map((css) => `sha256-${createHash('sha256').update(css).digest('base64')}`);
  return {
    render: module.render, locate: module.locate, sitePaths: module.sitePaths, policy: portalPolicy(hashes),
    assets: ({ sheets: wanted, islands }) => [
      ...wanted.map(styleOf), ...[...new Set(islands.flatMap(importsOf))].map((name) => preload(`/${entryOf(name).file}`)), ...islands.map((source) => script(`/${entryOf(source).file}`)),
    ].join(''),
  };
};

/** The same from sources, through Vite. */
export const devAssets = ({ sheets, islands }: Pick<RenderedPage, 'sheets' | 'islands'>): string =>
  `${script('/@vite/client')}${sheets.map((source) => `<link rel="stylesheet" href="/${source}">`).join('')}${islands.map((source) => script(`/${source}`)).join('')}`;

/** The whole document. */
export const documentOf = (page: RenderedPage, assets: string): string =>
  `<!doctype html><html lang="${page.locale}" class="${page.htmlClass}"><head><meta charset="utf-8">`
  + `<meta name="viewport" content="width=device-width,initial-scale=1">${page.head}${assets}</head><body>${page.html}</body></html>`;
