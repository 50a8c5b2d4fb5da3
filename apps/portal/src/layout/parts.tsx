import type { ReactNode } from 'react';
import type { PageContext } from '../page.js';
import { Icon, type IconName } from './icon.js';
import type { Words } from '../wording.js';

/** What a page that works by scripts says to a reader without them: why, and whom to ask instead. */
export const NoScript = ({ words, site, what }: Pick<PageContext, 'words' | 'site'> & { readonly what: 'register' | 'signIn' | 'own' | 'signup' }) => (
  <noscript><p className="note note-wait note-large"><Icon name="info" /><span>{words(`noScript.${what}`)} {site.contact ? words('noScript.contact', { contact: site.contact }) : words('noScript.ask')}</span></p></noscript>
);

/** Grey bars in the place of what is on its way: nothing jumps when it comes. */
export const Skeleton = ({ words, lines = 3 }: { readonly words: Words; readonly lines?: number }) => (
  <div className="skeleton" role="status"><span className="unseen">{words('loading')}</span>{Array.from({ length: lines }, (_, line) => <span key={line} className="bar-line" aria-hidden="true" />)}</div>
);

/** Something to be told at once, in its colour and with its drawing. */
export const Note = ({ tone, icon, children }: { readonly tone: 'good' | 'wait' | 'wrong' | 'calm'; readonly icon: IconName; readonly children: ReactNode }) => <p className={`note note-${tone}`}><Icon name={icon} /><span>{children}</span></p>;
