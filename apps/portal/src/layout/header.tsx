import type { PageContext } from '../page.js';
import { pathOf } from '../routes.js';
import { Mark } from './mark.js';
import { sentence } from './verbatim.js';

/** Who speaks here, and how the page is shown: language, size of type, a voice. */
export const Header = ({ page, locale, theme, words, cityName, here }: PageContext) => {
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const found = page === 'accessibility' ? page : 'home';
  return (
    <header className="header">
      <div className="wrap header-row">
        <a className="brand" href={pathOf('home', locale)} aria-current={page === 'home' ? 'page' : undefined}>
          <Mark />
          <span>{sentence(words, 'siteName', 'city', cityName, locale)}</span>
        </a>
        <div className="tools" role="group" aria-label={words('header.display')}>
          <form action="/display" method="post">
            <input type="hidden" name="back" value={here} />
            <button className="tool" type="submit" name="mode" value={theme === 'elder' ? 'standard' : 'elder'}>{words(theme === 'elder' ? 'header.standard' : 'header.elder')}</button>
          </form>
          <a className="tool" href={pathOf(found, other)} lang={other} hrefLang={other}>{words('header.language')}</a>
          <button className="tool reader" type="button" data-island="read-aloud" data-start={words('header.readAloud')} data-stop={words('header.stopReading')}>
            {words('header.readAloud')}
          </button>
        </div>
      </div>
    </header>
  );
};
