import type { MinorPolicy, PublicDictionary } from '@kepu/contracts';
import { NoScript, Skeleton } from '../layout/parts.js';
import { dictionaryOf, orNone } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { wordsFor } from '../words.js';
import { ChildForm } from './child-form.js';

const wanted = [
  'myFamily', 'guardianAccount.bornOnYoung', 'mine.leave', 'mine.accesses', 'mine.kept', 'form', 'offline', 'when', 'me.more', 'me.moved', 'me.profile', 'me.signups', 'me.leave', 'me.next.find', 'signup.mineWaiting', 'activity.risk', 'activity.insurance', 'activity.copyFailed', 'register.wrong', 'register.minor.youngHeading', 'register.bornOnRead', 'register.bornOnWrong', 'register.bornOnFuture', 'register.weekend', 'register.evenings', 'register.all', 'register.week', 'register.unitHint', 'register.units',
  'retention.articles', 'terms.accessFields', 'terms.accessRoles', 'terms.activityConsentStates', 'terms.dayParts', 'terms.guardianStates', 'terms.insurances', 'terms.occupations', 'terms.relations', 'terms.signupStates', 'terms.skillLevels', 'terms.talkLanguages', 'terms.weekdays',
];

const MyFamilyPage = ({ dictionary, policy, ...context }: PageContext & { readonly dictionary: PublicDictionary; readonly policy: MinorPolicy | null }) => {
  const { words, locale } = context;
  return (
    <div className="wrap page own" data-island="my-family" data-bands={policy && JSON.stringify(policy.bands)} data-words={wordsFor(locale, wanted)}>
      <p><a className="quiet" href={pathOf('me', locale)}>{words('myFamily.back')}</a></p>
      <h1>{words('myFamily.heading')}</h1>
      <p className="lead">{words('myFamily.lead')}</p>
      <NoScript {...context} what="own" />
      <div className="by-script own-body">
        <div className="own-alert" role="status" tabIndex={-1} />
        <div className="own-content"><Skeleton words={words} lines={5} /></div>
      </div>
      {/* No part of the page until somebody wants it: its fields have the names of other forms. */}
      <template className="child-template"><ChildForm {...context} dictionary={dictionary} /></template>
    </div>
  );
};

/** The own family: children that one decides for, or guardians that one asks. */
export const tellMyFamily: Tell = async (ask) => {
  const [dictionary, policy] = await Promise.all([dictionaryOf(ask), orNone(ask, ask.client.getMinorPolicy())]);
  return {
    title: ask.words('myFamily.title'), description: ask.words('myFamily.description'), cityName: dictionary.cityName, sheets: ['forms', 'activities', 'own', 'family'], islands: ['myFamily'], body: (context) => <MyFamilyPage {...context} dictionary={dictionary} policy={policy} />,
  };
};
