import type { Locale } from '@kepu/contracts/labels';
import type { AnyPageName } from './routes.js';
import type { Site, Theme } from './site.js';
import type { Words } from './words.js';

/** What every part of a page knows. */
export interface PageContext {
  readonly page: AnyPageName; readonly locale: Locale; readonly theme: Theme; readonly words: Words;
  readonly site: Site; readonly publicUrl: string;
  /** Name of the city in whichever language the office gave it; empty where nothing is known. */
  readonly cityName: string;
  /** Where the reader comes back to after a change of display. */
  readonly here: string;
}
