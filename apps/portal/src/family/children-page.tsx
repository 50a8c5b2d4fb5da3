import { consentVersions } from '@kepu/contracts/consents';
import type { MinorPolicy } from '@kepu/contracts';
import { langOf } from '../layout/verbatim.js';
import { cityOf, orNone } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { lowestAge } from '../register/birth-date.js';
import { pathOf } from '../routes.js';
import { dateOf, dayOf, hoursOf } from '../times.js';

const rights = ['see', 'change', 'withdraw', 'who', 'leave'] as const;

const Bands = ({ policy, words, locale }: PageContext & { readonly policy: MinorPolicy }) => (
  <>
    <table className="weights bands">
      <thead><tr><th scope="col">{words('childrenPage.age')}</th><th scope="col">{words('childrenPage.register')}</th><th scope="col">{words('childrenPage.come')}</th><th scope="col">{words('childrenPage.most')}</th><th scope="col">{words('childrenPage.latest')}</th></tr></thead>
      <tbody>{policy.bands.map(({ fromAge, toAge, registersAlone, accompanied, mostMinutes, latestHour }) => (
        <tr key={fromAge}>
          <th scope="row">{words('childrenPage.ages', { from: fromAge, to: toAge })}</th>
          <td data-label={words('childrenPage.register')}>{words(registersAlone ? 'childrenPage.alone' : 'childrenPage.byGuardian')}</td><td data-label={words('childrenPage.come')}>{words(accompanied ? 'childrenPage.accompanied' : 'childrenPage.consent')}</td>
          <td data-label={words('childrenPage.most')}>{words('childrenPage.hours', { count: hoursOf(mostMinutes) })}</td><td data-label={words('childrenPage.latest')}>{words('childrenPage.hour', { hour: latestHour })}</td>
        </tr>
      ))}</tbody>
    </table>
    <p className="soft">{words('childrenPage.policy', { version: policy.version, day: dateOf(dayOf(policy.since), locale, '') })}</p>
    <p>{words('childrenPage.below', { age: lowestAge(policy.bands) })}</p>
  </>
);

/** 未成年人信息保护规则 (个人信息保护法 31: rules of their own for children): the text that guardians agree to, what holds at each age, and whom to complain to. */
const ChildrenPage = ({ policy, ...context }: PageContext & { readonly policy: MinorPolicy | null }) => {
  const { words, locale, site } = context;
  const text = words('consentTexts.child');
  return (
    <article className="wrap prose">
      <h1>{words('childrenPage.title')}</h1>
      <p className="lead">{words('childrenPage.lead')}</p>
      <h2>{words('childrenPage.text')}</h2>
      <blockquote className="rules-text" lang={langOf(text, locale)}>{text}</blockquote>
      <p className="soft">{words('childrenPage.version', { version: consentVersions.child })}</p>
      <h2>{words('childrenPage.bands')}</h2>
      {policy ? <Bands {...context} policy={policy} /> : <p className="note note-wait">{words('childrenPage.unknown')}</p>}
      <p>{words('childrenPage.danger')}</p>
      <h2>{words('childrenPage.rights')}</h2>
      <ul>{rights.map((right) => <li key={right}>{words(`childrenPage.right.${right}`)}</li>)}</ul>
      <p className="ways"><a className="button" href={pathOf('myFamily', locale)}>{words('childrenPage.toFamily')}</a><a className="quiet" href={pathOf('privacy', locale)}>{words('childrenPage.notice')}</a></p>
      <h2>{words('childrenPage.complain')}</h2>
      <p>{site.contact ? words('childrenPage.complainText', { contact: site.contact }) : words('childrenPage.complainNone')}</p>
    </article>
  );
};

export const tellChildren: Tell = async (ask) => {
  const [policy, cityName] = await Promise.all([orNone(ask, ask.client.getMinorPolicy()), cityOf(ask)]);
  return { title: ask.words('childrenPage.title'), description: ask.words('childrenPage.description'), cityName, sheets: ['family'], body: (context) => <ChildrenPage {...context} policy={policy} /> };
};
