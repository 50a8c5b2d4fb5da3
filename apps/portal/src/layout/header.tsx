import type { PageContext } from '../page.js';
import { pathOf, type AnyPageName, type PageName } from '../routes.js';
import { Mark } from './mark.js';
import { sentence } from './verbatim.js';

const places: readonly { readonly page: PageName; readonly also: readonly AnyPageName[] }[] = [
  { page: 'activities', also: ['activity'] }, { page: 'talks', also: ['talk', 'talksPrint', 'order', 'orderStatus'] }, { page: 'calendar', also: [] }, { page: 'me', also: ['myData', 'myTalks', 'myOrders', 'myTeams', 'teamDoor', 'signIn', 'checkIn', 'lead', 'register', 'family', 'myFamily', 'guardian'] },
];

/** Who speaks here, where to go, and how the page is shown: language, size of type, a voice. */
export const Header = ({ page, locale, theme, words, cityName, here, inLanguage }: PageContext) => {
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <header className="header">
      <div className="wrap header-row">
        <a className="brand" href={pathOf('home', locale)} aria-current={page === 'home' ? 'page' : undefined}>
          <Mark />
          <span>{sentence(words, 'siteName', 'city', cityName, locale)}</span>
        </a>
        <nav className="places" aria-label={words('header.places')}>
          {places.map(({ page: place, also }) => (
            <a key={place} href={pathOf(place, locale)} className={page === place || also.includes(page) ? 'here' : undefined} aria-current={page === place ? 'page' : undefined}>{words(`header.${place}`)}</a>
          ))}
        </nav>
        <div className="tools" role="group" aria-label={words('header.display')}>
          <form action="/display" method="post">
            <input type="hidden" name="back" value={here} />
            <button className="tool" type="submit" name="mode" value={theme === 'elder' ? 'standard' : 'elder'}>{words(theme === 'elder' ? 'header.standard' : 'header.elder')}</button>
          </form>
          <a className="tool" href={inLanguage(other)} lang={other} hrefLang={other}><span className="in-full">{words('header.language')}</span><span className="in-short" aria-hidden="true">{words('header.languageShort')}</span></a>
          <button className="tool reader" type="button" data-island="read-aloud" data-start={words('header.readAloud')} data-stop={words('header.stopReading')}>
            {words('header.readAloud')}
          </button>
        </div>
      </div>
    </header>
  );
};
