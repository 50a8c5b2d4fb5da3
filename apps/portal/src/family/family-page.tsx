import { dictionaryOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { wordsFor } from '../words.js';
import { GuardianForm } from './guardian-form.js';

const steps = ['account', 'child', 'agree'] as const;

const FamilyPage = ({ version, today, ...context }: PageContext & { readonly version: string; readonly today: string }) => {
  const { words, locale } = context;
  return (
    <div className="wrap page form-page" data-island="family" data-words={wordsFor(locale, ['family.signedIn', 'family.goOn', 'guardianAccount', 'register.bornOnRead', 'register.bornOnWrong', 'register.bornOnFuture', 'entry', 'form', 'offline'])}>
      <h1>{words('family.heading')}</h1>
      <p className="lead">{words('family.lead')}</p>
      <ol className="family-steps">{steps.map((step) => <li key={step}>{words(`family.steps.${step}`)}</li>)}</ol>
      <p><a href={pathOf('children', locale)}>{words('family.rules')}</a></p>
      <div className="family-signed-in" />
      <p className="form-aside">{words('family.have')} <a className="button button-soft" href={pathOf('signIn', locale, { query: { next: pathOf('myFamily', locale) } })}>{words('guardianAccount.signIn')}</a></p>
      <GuardianForm {...context} version={version} today={today} />
    </div>
  );
};

/** Where parents come in: an account of their own first, then the child. */
export const tellFamily: Tell = async (ask) => {
  const { cityName, consentVersion, today } = await dictionaryOf(ask);
  return { title: ask.words('family.title'), description: ask.words('family.description'), cityName, sheets: ['forms', 'family'], islands: ['family'], body: (context) => <FamilyPage {...context} version={consentVersion} today={today} /> };
};
