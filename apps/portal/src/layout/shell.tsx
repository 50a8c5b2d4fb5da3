import type { ReactNode } from 'react';
import type { PageContext } from '../page.js';
import { Footer } from './footer.js';
import { Header } from './header.js';

/** Skip link, header, main, footer: the same on every page. */
export const Shell = ({ children, ...context }: PageContext & { readonly children: ReactNode }) => (
  <>
    <a className="skip" href="#main">{context.words('skip')}</a>
    <Header {...context} />
    <main id="main" tabIndex={-1}>{children}</main>
    <Footer {...context} />
  </>
);
