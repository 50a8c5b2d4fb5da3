import type { MatchingPrinciple } from '@kepu/contracts';
import { scoreParts } from '../choices.js';
import { cityOf, orNone } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { dateOf, dayOf } from '../times.js';
import { capital } from '../wording.js';

interface MatchingProps extends PageContext { readonly principle: MatchingPrinciple | null }

/** What lowers a place in the order; everything else raises it. */
const against: readonly string[] = ['connections', 'load'];
const rules = ['age', 'occupation', 'proofs', 'clash', 'hours', 'travel', 'open'] as const;
const rights = ['off', 'reasons', 'person', 'same', 'ask'] as const;

const Weights = ({ principle, words, locale }: MatchingProps) => {
  const most = Math.max(0.01, ...Object.values(principle?.weights ?? {}));
  return (
    <>
      <p>{words('matchingPage.scoreText')}</p>
      <table className="weights">
        <thead><tr><th scope="col">{words('matchingPage.part')}</th><th scope="col">{words('matchingPage.meaning')}</th><th scope="col">{words('matchingPage.weight')}</th></tr></thead>
        <tbody>
          {scoreParts.map((part) => {
            const weight = principle?.weights[part];
            return (
              <tr key={part}>
                <th scope="row">{capital(words(`matching.parts.${part}`))}</th>
                <td>{words(`matchingPage.parts.${part}`)}</td>
                <td className="number">
                  {weight === undefined ? '–' : `${against.includes(part) ? '−' : '+'}${weight.toFixed(2)}`}
                  {weight !== undefined && <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect className="bar-ground" width="100" height="4" /><rect className={against.includes(part) ? 'bar-less' : 'bar-part'} width={Math.round((weight / most) * 100)} height="4" /></svg>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="soft">{principle ? words('matchingPage.version', { version: principle.version, day: dateOf(dayOf(principle.since), locale, '') }) : words('matchingPage.unknown')}</p>
    </>
  );
};

/** How suggestions are ordered, in plain words and with the weights in force: everybody may know the principle (算法推荐管理规定 16, 17). */
const MatchingPage = (props: MatchingProps) => {
  const { words, locale } = props;
  return (
    <article className="wrap prose">
      <h1>{words('matchingPage.title')}</h1>
      <p className="lead">{words('matchingPage.lead')}</p>
      <h2>{words('matchingPage.rulesHeading')}</h2>
      <p>{words('matchingPage.rulesText')}</p>
      <ul>{rules.map((rule) => <li key={rule}>{words(`matchingPage.rules.${rule}`)}</li>)}</ul>
      <h2>{words('matchingPage.scoreHeading')}</h2>
      <Weights {...props} />
      <h2>{words('matchingPage.tiesHeading')}</h2>
      <p>{words('matchingPage.ties')}</p>
      <h2>{words('matchingPage.invitingHeading')}</h2>
      <p>{words('matchingPage.inviting')}</p>
      <h2>{words('matchingPage.rightsHeading')}</h2>
      <ul>{rights.map((right) => <li key={right}>{words(`matchingPage.rights.${right}`)}</li>)}</ul>
      <p className="ways"><a className="button" href={pathOf('me', locale)}>{words('matchingPage.toMe')}</a><a className="quiet" href={pathOf('privacy', locale)}>{words('footer.privacy')}</a></p>
    </article>
  );
};

export const tellMatching: Tell = async (ask) => {
  const [principle, cityName] = await Promise.all([orNone(ask, ask.client.getMatchingPrinciple()), cityOf(ask)]);
  return { title: ask.words('matchingPage.title'), description: ask.words('matchingPage.description'), cityName, body: (context) => <MatchingPage {...context} principle={principle} /> };
};
