import type { Client } from '@kepu/api-client';
import type { RosterOffer, Session } from '@kepu/contracts';
import { askForCode } from '../account/code-step.js';
import { attachForm, Secret } from '../account/forms.js';
import { draw, part } from '../dom/draw.js';
import { codeOf, told, type Browser } from '../islands/browser.js';
import { Field } from '../register/fields.js';
import { showFormWrong } from '../register/form.js';
import { pathOf } from '../routes.js';
import { dateOf, dayOf } from '../times.js';

type Acceptance = Parameters<Client['acceptRosterEntry']>[0]['body'];

/** Answering a roster: yes with the own number, or no with one press. */
export const attachRosterAnswer = (root: HTMLElement, browser: Browser & { readonly token: string }): void => {
  const { client, words, locale, go, here, memory, token } = browser;
  const say = (text: string, tone: 'wrong' | 'wait' = 'wrong'): void => draw(root, <p className={`note note-${tone} note-large`} role="alert">{text}</p>);
  const closing = (heading: string, text: string, ways: { href: string; label: string; plain?: true }[]): void => {
    draw(root, (
      <div className="note note-good note-large"><div><h2 tabIndex={-1}>{heading}</h2><p>{text}</p><p className="ways">{ways.map(({ href, label, plain }) => <a className={plain ? 'tool' : 'button button-large'} href={href}>{label}</a>)}</p></div></div>
    ));
    part(root, 'h2').focus();
  };
  const done = (): void => {
    memory.remember(true);
    closing(words('roster.done'), words('roster.doneText'), [{ href: pathOf('activities', locale), label: words('roster.toActivities') }, { href: pathOf('me', locale), label: words('roster.toMe'), plain: true }]);
  };
  const signInFirst = (): void => draw(root, (
    <div className="note note-wait note-large" role="alert"><div><p>{words('roster.signInFirst')}</p><p className="ways"><button className="button" type="button" onClick={() => go(pathOf('signIn', locale, { query: { next: here() } }))}>{words('roster.signIn')}</button></p></div></div>
  ));
  const decline = async (): Promise<void> => {
    try {
      await client.declineRosterEntry({ body: { token } });
      closing(words('roster.declined'), words('roster.declinedText'), [{ href: pathOf('activities', locale), label: words('roster.toActivities') }]);
    } catch (error) {
      say(told(error, words));
    }
  };
  /** A second press, on the spot: nothing brings the data back. */
  const askDecline = (place: HTMLElement): void => draw(place, (
    <div className="note note-wait" role="alert"><div><p>{words('roster.declineSure')}</p><p className="ways"><button className="button" type="button" onClick={() => void decline()}>{words('roster.decline')}</button> <button className="quiet" type="button" onClick={() => { drawDecline(place); part<HTMLButtonElement>(place, 'button').focus(); }}>{words('form.cancel')}</button></p></div></div>
  ));
  const drawDecline = (place: HTMLElement): void => draw(place, <p className="ways"><button className="quiet" type="button" onClick={() => askDecline(place)}>{words('roster.decline')}</button></p>);

  const offerTo = (offer: RosterOffer, session: Session | null): void => {
    const fields = session ? ['phone'] : ['phone', 'password'];
    const facts: [string, string][] = [
      ['name', offer.name], ['phone', offer.phone], ['bornOn', dateOf(offer.bornOn, locale, '')], ['occupation', words(`terms.occupations.${offer.occupation}`)], ['county', offer.county], ...(offer.unit ? [['unit', offer.unit] as [string, string]] : []),
      ...(offer.topics.length > 0 ? [['topics', offer.topics.join(locale === 'en' ? ', ' : '、')] as [string, string]] : []), ...(offer.pool ? [['pool', offer.pool] as [string, string]] : []),
    ];
    draw(root, (
      <>
        <p className="lead">{words('roster.asks', { by: offer.askedBy, body: offer.body })}</p>
        <section className="roster-data" aria-labelledby="roster-data"><h2 id="roster-data">{words('roster.data')}</h2><dl className="facts">{facts.map(([name, text]) => <div><dt>{words(`roster.${name}`)}</dt><dd>{text}</dd></div>)}</dl><p className="hint">{words('roster.dataHint')}</p></section>
        <p className="soft">{words('roster.until', { day: dateOf(dayOf(offer.expiresAt), locale, '') })}</p>
        {session && <p className="note note-calm">{words('roster.signedIn', { name: session.account.name })}</p>}
        <form className="form" method="post" noValidate>
          <Field name="phone" label={words('roster.fullPhone')} hint={words('roster.fullPhoneHint')}><input id="phone" name="phone" type="tel" inputMode="tel" autoComplete="tel" maxLength={20} aria-describedby="phone-hint phone-wrong" /></Field>
          {!session && <Secret name="password" label={words('roster.password')} hint={words('roster.passwordHint')} words={words} fresh />}
          <div className="field" data-field="consent"><label className="tick"><input id="consent" type="checkbox" name="consent" value={offer.consent} aria-describedby="consent-wrong" /> <span>{words('roster.consent')}</span></label><p className="wrong" id="consent-wrong" role="alert" /></div>
          <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button button-large" type="submit">{words('roster.accept')}</button></div>
        </form>
        <div className="phone-proof" />
        <div className="roster-no" />
      </>
    ));
    drawDecline(part(root, '.roster-no'));
    const form = part<HTMLFormElement>(root, 'form');
    attachForm(form, browser, [...fields, 'consent'], words('roster.accepting'), async (value) => {
      const body: Acceptance = { token, phone: value('phone'), consent: value('consent'), ...(session ? {} : { password: value('password') }) };
      const accept = async (phoneProof?: Acceptance['phoneProof']): Promise<void> => {
        await client.acceptRosterEntry({ body: { ...body, ...(phoneProof ? { phoneProof } : {}) } });
        done();
      };
      try {
        await accept();
      } catch (error) {
        if (codeOf(error) === 'roster.sign_in_first') return signInFirst();
        if (codeOf(error) !== 'auth.phone_proof_required') throw error;
        await askForCode(part(root, '.phone-proof'), browser, {
          ask: () => client.createSessionChallenge({ body: { phone: body.phone, purpose: 'register' } }), sent: words('entry.codeSentRegister', { phone: body.phone }), submit: words('roster.accept'), take: ({ challengeId, code }) => accept({ challengeId, code }),
        }).catch((refusal: unknown) => showFormWrong(form, told(refusal, words)));
      }
    });
  };

  if (!/^[\w-]{43}$/.test(token)) return say(words('roster.noToken'));
  const session = memory.seemsSignedIn() ? client.getSession().catch(() => null) : Promise.resolve(null);
  Promise.all([client.lookUpRosterEntry({ body: { token } }), session]).then(([offer, signedIn]) => offerTo(offer, signedIn), (error: unknown) => say(told(error, words)));
};
