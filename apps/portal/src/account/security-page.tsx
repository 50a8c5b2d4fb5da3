import { NoScript, Skeleton } from '../layout/parts.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { wordsFor } from '../words.js';
import { optionsOf } from './sign-in-page.js';

const wanted = ['security', 'signIn', 'entry', 'second', 'form', 'offline', 'when', 'terms.browsers', 'terms.systems'];

const SecurityPage = ({ oidc, ...context }: PageContext & { readonly oidc: string }) => {
  const { words, locale } = context;
  return (
    <div className="wrap page own own-security" data-island="security" data-oidc={oidc} data-words={wordsFor(locale, wanted)}>
      <p><a href={pathOf('me', locale)}>{words('security.back')}</a></p>
      <h1>{words('security.heading')}</h1>
      <NoScript {...context} what="own" />
      <div className="by-script own-body">
        <div className="own-alert" role="status" />
        <div className="security-prove" />
        <div className="security-parts"><Skeleton words={words} /></div>
      </div>
    </div>
  );
};

/** Ways of signing in, devices and password of the own account: the same shell for everybody, filled by an island. */
export const tellSecurity: Tell = async (ask) => {
  const [options, cityName] = await Promise.all([optionsOf(ask), cityOf(ask)]);
  return { title: ask.words('security.title'), description: ask.words('security.description'), cityName, sheets: ['forms', 'own'], islands: ['security'], body: (context) => <SecurityPage {...context} oidc={options.oidc?.name ?? ''} /> };
};
