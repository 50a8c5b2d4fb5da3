import type { PublicDictionary } from '@kepu/contracts';
import { NoScript } from '../layout/parts.js';
import { dictionaryOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { wordsFor } from '../words.js';
import { ApplicationFields } from './application-form.js';

const JoinPage = ({ dictionary, ...context }: PageContext & { readonly dictionary: PublicDictionary }) => {
  const { words, locale } = context;
  return (
    <div className="wrap page form-page">
      <h1>{words('join.heading')}</h1>
      <p className="lead">{words('join.lead')}</p>
      <NoScript {...context} what="register" />
      <div className="island by-script" data-island="join" data-words={wordsFor(locale, ['join', 'form', 'offline', 'activity.copyFailed', 'terms.applicationStates', 'terms.unitKinds'])}>
        <form className="form" method="post" noValidate>
          <ApplicationFields words={words} locale={locale} counties={dictionary.counties} />
          <p className="soft">{words('join.consent')}</p>
          <div className="form-end">
            <p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden />
            <button className="button button-large" type="submit" disabled>{words('join.submit')}</button>
          </div>
        </form>
      </div>
      <p className="form-aside">{words('join.look')}</p>
    </div>
  );
};

/** 单位入驻: a body applies, and later sees by its link how the application stands. */
export const tellJoin: Tell = async (ask) => {
  const dictionary = await dictionaryOf(ask);
  return { title: ask.words('join.title'), description: ask.words('join.description'), cityName: dictionary.cityName, sheets: ['forms'], islands: ['join'], body: (context) => <JoinPage {...context} dictionary={dictionary} /> };
};
