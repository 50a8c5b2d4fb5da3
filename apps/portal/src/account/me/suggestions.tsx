import type { Recommendation } from '@kepu/contracts';
import { FreeChip, Place } from '../../activities/place.js';
import { Icon } from '../../layout/icon.js';
import { Verbatim } from '../../layout/verbatim.js';
import { When } from '../../layout/when.js';
import { pathOf } from '../../routes.js';
import { capital } from '../../wording.js';
import type { Own } from './own.js';

interface Suggestions { readonly data: readonly Recommendation[]; readonly personal: boolean }

/** What each part of the score came to: the reasons above are these numbers in words. */
const Why = ({ parts, score, own: { words } }: { readonly parts: Recommendation['parts']; readonly score: number; readonly own: Own }) => (
  <details className="why">
    <summary>{words('me.suggestions.why')}</summary>
    <table className="why-table">
      <thead><tr><th scope="col">{words('me.suggestions.part')}</th><th scope="col">{words('me.suggestions.value')}</th><th scope="col">{words('me.suggestions.weight')}</th><th scope="col">{words('me.suggestions.points')}</th></tr></thead>
      <tbody>{parts.map(({ part, value, weight, points }) => <tr key={part}><th scope="row">{capital(words(`matching.parts.${part}`))}</th><td>{value.toFixed(2)}</td><td>{weight.toFixed(2)}</td><td>{points.toFixed(2)}</td></tr>)}</tbody>
      <tfoot><tr><th scope="row">{words('me.suggestions.score')}</th><td /><td /><td>{score.toFixed(2)}</td></tr></tfoot>
    </table>
  </details>
);

const Suggestion = ({ suggestion: { activity, shift, position, reasons, against, parts, score }, own }: { readonly suggestion: Recommendation; readonly own: Own }) => {
  const { words, locale, today } = own;
  return (
    <li className="card suggestion">
      <div className="card-text">
        <h3><a href={`${pathOf('activity', locale, { params: { id: activity.id } })}#p-${position.id}`}><Verbatim text={activity.title} locale={locale} /></a></h3>
        <p className="chips"><span className="chip chip-kind">{capital(words(`terms.activityKinds.${activity.kind}`))}</span><FreeChip activity={{ state: activity.state, wanted: position.maximum, free: position.free }} words={words} /></p>
        <p className="line"><Icon name="clock" /><span><When time={shift} locale={locale} today={today} words={words} /></span></p>
        <p className="line"><Icon name="place" /><span><Place {...activity} locale={locale} /></span></p>
        <p className="line"><Icon name="people" /><span><Verbatim text={position.name} locale={locale} /></span></p>
        <ul className="reasons" aria-label={words('me.suggestions.reasons')}>
          {reasons.map(({ code, params }) => <li key={code}><Icon name="check" /><span>{words(`matching.reasons.${code}`, params)}</span></li>)}
          {against && <li className="reason-against"><Icon name="info" /><span><span className="unseen">{words('me.suggestions.against')} </span>{words(`matching.reasons.${against.code}`, against.params)}</span></li>}
        </ul>
        <Why parts={parts} score={score} own={own} />
      </div>
    </li>
  );
};

/** What would suit, and why. */
export const SuggestionList = ({ suggestions: { data, personal }, own }: { readonly suggestions: Suggestions; readonly own: Own }) => {
  const { words, locale } = own;
  return (
    <>
      {!personal && <p className="note note-calm"><Icon name="info" /><span>{words('me.suggestions.off')}</span></p>}
      {data.length === 0 && <div className="empty empty-small"><p>{words('me.suggestions.none')}</p><p className="ways"><a className="button button-soft" href={pathOf('activities', locale)}>{words('list.all')}</a></p></div>}
      {data.length > 0 && <ol className="cards">{data.map((suggestion) => <Suggestion key={suggestion.position.id} suggestion={suggestion} own={own} />)}</ol>}
      <p className="soft">{words('me.suggestions.note')} <a href={pathOf('matching', locale)}>{words('me.suggestions.principle')}</a></p>
    </>
  );
};
