import type { PageContext } from '../page.js';
import { pathOf } from '../routes.js';
import type { Site } from '../site.js';

const fields: readonly (keyof Site)[] = ['organiser', 'contact', 'idCode', 'icp', 'police'];

/** What the guide for government sites asks a footer to say. Fields that the operator left empty are not shown. */
export const Footer = ({ locale, words, site, here }: PageContext) => {
  const given = fields.filter((field) => site[field]);
  return (
    <footer className="footer">
      <div className="wrap">
        {given.length > 0 && (
          <dl className="facts">
            {given.map((field) => (
              <div key={field}><dt>{words(`footer.${field}`)}</dt><dd>{site[field]}</dd></div>
            ))}
          </dl>
        )}
        <nav className="footer-links" aria-label={words('footer.label')}>
          <a href={pathOf('home', locale)}>{words('header.home')}</a>
          <a href={pathOf('talks', locale)}>{words('talks.link')}</a>
          <a href={pathOf('shared', locale)}>{words('things.link')}</a>
          <a href={pathOf('matching', locale)}>{words('footer.matching')}</a>
          <a href={pathOf('join', locale)}>{words('join.title')}</a>
          <a href={pathOf('privacy', locale)}>{words('footer.privacy')}</a>
          <a href={pathOf('children', locale)}>{words('footer.children')}</a>
          <a href={pathOf('accessibility', locale)}>{words('footer.accessibility')}</a>
          <a href={pathOf('complaints', locale, { query: { about: here } })}>{words('complaints.link')}</a>
          <a href="/admin">{words('footer.back')}</a>
        </nav>
        <p className="footer-note">{words('footer.free')}</p>
      </div>
    </footer>
  );
};
