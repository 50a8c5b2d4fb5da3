import { dictionaryOf } from '../load.js';
import type { Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { PrivacyText } from './privacy.js';
import { RetentionTable } from './retention.js';

/** The privacy notice on a page of its own. */
export const tellPrivacy: Tell = async (ask) => {
  const { cityName, consentVersion } = await dictionaryOf(ask);
  return {
    title: ask.words('privacy.title'), description: ask.words('privacy.description'), cityName,
    body: (context) => (
      <article className="wrap prose">
        <h1>{context.words('privacy.title')}</h1>
        <p className="lead">{context.words('privacy.lead')}</p>
        <PrivacyText {...context} version={consentVersion} />
        <RetentionTable {...context} />
        <p className="ways"><a className="quiet" href={pathOf('children', context.locale)}>{context.words('childrenPage.title')}</a></p>
      </article>
    ),
  };
};
