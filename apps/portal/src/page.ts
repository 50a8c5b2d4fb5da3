import type { Client } from '@kepu/api-client';
import type { Locale } from '@kepu/contracts/labels';
import type { ReactNode } from 'react';
import type { AnyPageName, Visit } from './routes.js';
import type { Site, Theme } from './site.js';
import type { IslandName, SheetName } from './sources.js';
import type { Words } from './wording.js';

/** What every part of a page knows. */
export interface PageContext {
  readonly page: AnyPageName; readonly locale: Locale; readonly theme: Theme; readonly words: Words;
  readonly site: Site; readonly publicUrl: string;
  /** Name of the city in whichever language the office gave it; empty where nothing is known. */
  readonly cityName: string;
  /** Where the reader comes back to after a change of display. */
  readonly here: string;
  /** This page in a language. */
  readonly inLanguage: (locale: Locale) => string;
}

/** What a page is made from. */
export interface Ask {
  readonly client: Client; readonly visit: Visit; readonly locale: Locale; readonly words: Words; readonly site: Site; readonly publicUrl: string;
  /** Hears of what the page can do without. */
  readonly report: (error: unknown) => void;
}

/** A page that has its data. */
export interface Told {
  readonly title: string; readonly description: string; readonly cityName: string;
  readonly body: (context: PageContext) => ReactNode;
  /** The day of an article, for the meta fields of government sites. */
  readonly published?: string;
  /** The address that search engines keep, where it is not the page's own: lists by filters are one page to them. */
  readonly canonical?: (locale: Locale) => string;
  readonly sheets?: readonly SheetName[];
  readonly islands?: readonly IslandName[];
}

/** How a page is made. An answer of 404 by the API makes it a page that is not there; any other failure one that cannot be shown now. */
export type Tell = (ask: Ask) => Promise<Told>;
