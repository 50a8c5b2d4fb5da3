import type { InvitationPage, NoThanksReason } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { Icon } from '../layout/icon.js';
import { Verbatim } from '../layout/verbatim.js';
import { When } from '../layout/when.js';
import { pathOf } from '../routes.js';
import { timeParts } from '../times.js';
import type { Words } from '../wording.js';

const whys: readonly NoThanksReason[] = ['time', 'too_far', 'topic', 'other'];

/** What a tap does; nothing on the server, which draws the same. */
export interface Taps { readonly yes: () => void; readonly no: (reason: NoThanksReason | null) => void }
interface AnswerProps { readonly page: InvitationPage; readonly words: Words; readonly locale: Locale; readonly today: string; readonly taps?: Taps; /** A reason was given already. */ readonly thanked?: boolean }

const Whys = ({ words, taps, required }: Pick<AnswerProps, 'words' | 'taps'> & { readonly required: boolean }) => (
  <div role="group" aria-label={words(required ? 'invited.why_not_late' : 'invited.why_not')}>
    <p>{words(required ? 'invited.why_not_late' : 'invited.why_not')}</p>
    <p className="ways">{whys.map((why) => <button key={why} className="button button-soft" type="button" onClick={() => taps?.no(why)}>{words(`terms.noThanksReasons.${why}`)}</button>)}</p>
  </div>
);

const Over = ({ page: { over, alternatives }, words, locale, today }: AnswerProps) => (
  <>
    <p className="note note-calm note-large"><Icon name="info" /><span>{words(`invited.over.${over ?? 'filled'}`)}</span></p>
    {alternatives.length > 0 && (
      <section className="block" aria-labelledby="alternatives">
        <h2 id="alternatives">{words(alternatives.length > 1 ? 'invited.alternatives' : 'invited.alternative_one')}</h2>
        <ul className="cards">{alternatives.map((one) => (
          <li key={one.activity.id} className="card"><div className="card-text"><h3><a href={pathOf('activity', locale, { params: { id: one.activity.id } })}><Verbatim text={one.activity.name} locale={locale} /></a></h3><p className="line"><Icon name="clock" /><span><When time={one} locale={locale} today={today} words={words} /></span></p></div></li>
        ))}</ul>
      </section>
    )}
  </>
);

/** The question, or what became of it. */
export const Answer = (props: AnswerProps) => {
  const { page, words, locale, today, taps, thanked } = props;
  if (page.over !== null) return <Over {...props} />;
  if (!page.canYes) {
    return (
      <>
        <p className="note note-good note-large" role="status"><Icon name="check" /><span>{words('invited.thanks_yes')}</span></p>
        {page.canNo && <><h2>{words('invited.changed')}</h2>{page.reasonWanted ? <Whys words={words} taps={taps} required={true} /> : <p className="ways"><button className="button button-soft" type="button" onClick={() => taps?.no(null)}>{words('invited.change_no')}</button></p>}</>}
      </>
    );
  }
  if (page.state === 'declined') {
    return (
      <>
        <p className="note note-calm note-large" role="status"><Icon name="info" /><span>{words('invited.thanks_no')}</span></p>
        {!thanked && <Whys words={words} taps={taps} required={false} />}
        <p className="ways"><button className="button button-soft" type="button" onClick={() => taps?.yes()}>{words('invited.change_yes')}</button></p>
      </>
    );
  }
  const { day, clock } = timeParts({ startsAt: page.answerBy, endsAt: page.answerBy }, locale, today);
  return (
    <>
      {page.state === 'sent' && <p className="soft ways">{words('invited.until', { time: `${day} ${clock.split('–')[0] ?? ''}` })}</p>}
      {page.state === 'lapsed' && <p className="note note-wait">{words('invited.lapsed')}</p>}
      <p className="ways way-choices">
        <button className="button button-large" type="button" onClick={() => taps?.yes()}>{words('invited.yes')}</button>
        {page.canNo && <button className="button button-soft button-large" type="button" onClick={() => taps?.no(null)}>{words('invited.no')}</button>}
      </p>
    </>
  );
};
