import type { Security, Session } from '@kepu/contracts';
import type { Browser } from '../../islands/browser.js';

/** What every part of the page knows. */
export interface Account extends Browser {
  readonly security: Security; readonly session: Session; readonly today: string;
  /** Name of the other house; empty where there is none. */
  readonly oidc: string;
  /** Says what was done, and draws everything anew. */
  readonly done: (text: string) => Promise<void>;
  /** Has the person prove who they are before they try again; false for any refusal that does not ask for it. */
  readonly prove: (error: unknown) => boolean;
}
