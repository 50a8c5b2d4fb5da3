import type { RatingPage } from '@kepu/contracts';
import { attachForm } from '../account/forms.js';
import { draw, part } from '../dom/draw.js';
import { told, type Browser } from '../islands/browser.js';
import { Field } from '../register/fields.js';
import { dateOf } from '../times.js';
import { Grades } from './grades.js';

/** The audience's word, once for each phone. */
export const attachRating = async (root: HTMLElement, browser: Browser): Promise<void> => {
  const { client, words, locale } = browser;
  const params = { code: root.dataset['code'] ?? '' };
  const show = ({ title, placeName, day, open, given }: RatingPage, thanks = false): void => {
    const said = thanks ? 'rate.thanks' : given ? 'rate.given' : open ? null : 'rate.closed';
    draw(root, (
      <>
        <h2>{title}</h2><p className="soft">{words('rate.place', { place: placeName, day: dateOf(day, locale, '') })}</p>
        {said !== null ? <p className={`note ${said === 'rate.closed' ? 'note-wait' : 'note-good'} note-large`} role="status">{words(said)}</p> : (
          <form className="form" noValidate>
            <Grades name="grade" label={words('rate.question')} words={words} locale={locale} />
            <Field name="note" label={words('rate.note')}><textarea id="note" name="note" rows={2} maxLength={200} aria-describedby="note-wrong" /></Field>
            <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button button-large" type="submit">{words('rate.submit')}</button></div>
          </form>
        )}
      </>
    ));
    if (said === null) attachForm(part<HTMLFormElement>(root, 'form'), browser, ['grade'], words('rate.sending'), async (value) => show(await client.rateAsAudience({ params, body: { grade: Number(value('grade')), note: value('note').trim() || null } }), true));
  };
  await client.getRatingPage({ params }).then((page) => show(page), (error: unknown) => draw(root, <p className="note note-wrong" role="alert">{told(error, words)}</p>));
};
