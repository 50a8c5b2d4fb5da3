import type { Own } from '../account/me/own.js';

/** What every part of the family's page knows. */
export interface Kin extends Own {
  /** The form that registers a child, as the server has drawn it. */
  readonly childForm: () => HTMLFormElement;
  readonly root: HTMLElement;
}

/** A part of the page, found by its heading. */
export const Part = ({ name, heading, children }: { readonly name: string; readonly heading: string; readonly children: React.ReactNode }) => (
  <section className="own-part" id={name} aria-labelledby={`${name}-heading`}><h2 id={`${name}-heading`}>{heading}</h2>{children}</section>
);
