import type { Family, GuardianOffer, Session } from '@kepu/contracts';
import { askInDialog } from '../account/lead/dialog.js';
import { attachForm } from '../account/forms.js';
import { draw, part } from '../dom/draw.js';
import { codeOf, told, type Browser } from '../islands/browser.js';
import { Icon } from '../layout/icon.js';
import { Verbatim } from '../layout/verbatim.js';
import { birthDateOf } from '../register/birth-date.js';
import { showAllWrong } from '../register/form.js';
import { pathOf } from '../routes.js';
import { dateOf, dayOf } from '../times.js';
import { attachGuardianAccount } from './guardian-account.js';
import { attachGuardianBirth, GuardianBirth } from './guardian-birth.js';

/** Where the token waits while somebody signs in: in this tab only, and in no address. */
export interface TokenKeeper { readonly token: string; readonly forget: () => void }

/** Whoever is signed in, and what is known of the family. */
type Who = readonly [Session, Family];

const relationOf = ({ relation }: GuardianOffer, { words }: Browser): string => words(`terms.relations.${relation}`);

const Facts = ({ offer, browser }: { readonly offer: GuardianOffer; readonly browser: Browser }) => {
  const { words, locale } = browser;
  const rows: readonly (readonly [string, string])[] = [['who', offer.child], ['county', offer.countyName], ['relation', relationOf(offer, browser)], ['name', offer.name], ['phone', offer.phone], ['until', dateOf(dayOf(offer.expiresAt), locale, '')]];
  return <dl className="facts">{rows.map(([key, value]) => <div key={key}><dt>{words(`guardianLink.${key}`)}</dt><dd><Verbatim text={value} locale={locale} /></dd></div>)}</dl>;
};

/** A guardian confirms on the own phone: who asks, an account with the number that the child gave, the rules, and yes or no. */
export const attachGuardian = (root: HTMLElement, browser: Browser & TokenKeeper): void => {
  const { client, words, locale, go, memory, token, forget } = browser;
  const [host, account] = [part(root, '.offer'), part(root, '.make-account')];
  const next = pathOf('guardian', locale);
  const toSignIn = (): void => go(pathOf('signIn', locale, { query: { next } }));
  const say = (text: string, tone: 'wrong' | 'wait' | 'good'): void => {
    account.hidden = true;
    draw(host, <div className={`note note-${tone} note-large`} role={tone === 'wrong' ? 'alert' : 'status'} tabIndex={-1}><Icon name={tone === 'good' ? 'check' : 'info'} /><div><p>{text}</p><p className="ways"><a className="button button-soft" href={pathOf('myFamily', locale)}>{words('guardianLink.toFamily')}</a></p></div></div>);
    part(host, '.note').focus();
  };
  const leave = async (): Promise<void> => {
    // Another number is another account: this one is left first, whatever the server answers.
    await client.deleteSession().catch(() => undefined);
    memory.remember(false);
    toSignIn();
  };
  const decline = async (): Promise<void> => {
    if (!(await askInDialog({ title: words('guardianLink.declineSure'), text: words('guardianLink.declineText'), yes: words('guardianLink.declineYes'), no: words('guardianLink.declineNo') }))) return;
    await client.declineGuardianRequest({ body: { token } }).then(() => say(words('guardianLink.declined'), 'good'), (error: unknown) => say(told(error, words), 'wrong'));
    forget();
  };
  const Decline = () => <button className="quiet decline" type="button" onClick={() => void decline()}>{words('guardianLink.decline')}</button>;

  const done = (offer: GuardianOffer): void => {
    forget();
    draw(host, <div className="note note-good note-large"><Icon name="check" /><div><h2 tabIndex={-1}>{words('guardianLink.done', { child: offer.child })}</h2><p>{words('guardianLink.doneText')}</p><p className="ways"><a className="button button-large" href={pathOf('myFamily', locale)}>{words('guardianLink.toFamily')}</a></p></div></div>);
    part(host, 'h2').focus();
  };
  const Intro = ({ offer }: { readonly offer: GuardianOffer }) => <><p className="lead">{words('guardianLink.text', { child: offer.child, county: offer.countyName, relation: relationOf(offer, browser) })}</p><Facts offer={offer} browser={browser} /></>;

  const accept = (offer: GuardianOffer, [session, { ageKnown }]: Who): void => {
    account.hidden = true;
    draw(host, (
      <>
        <Intro offer={offer} />
        <form className="form accept-form" noValidate>
          <p className="note note-calm"><Icon name="people" /><span>{words('guardianLink.signedIn', { name: session.account.name })} <button className="quiet other" type="button" onClick={() => void leave()}>{words('guardianLink.other')}</button></span></p>
          <div className="guardian-birth" hidden={ageKnown}><GuardianBirth name="guardianBornOn" words={words} /></div>
          <h2>{words('guardianLink.rules')}</h2>
          <div className="privacy-scroll" role="region" tabIndex={0} aria-label={words('guardianLink.rules')}><p>{words('consentTexts.child')}</p></div>
          <div className="field" data-field="childConsent"><label className="tick"><input type="checkbox" name="childConsent" value={offer.childConsent} aria-describedby="childConsent-wrong" /><span>{words('guardianLink.tick')}</span></label><p className="wrong" id="childConsent-wrong" role="alert" /><p><a href={pathOf('children', locale)}>{words('myFamily.form.childPage')}</a></p></div>
          <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><p className="ways"><button className="button button-large" type="submit">{words('guardianLink.accept')}</button><Decline /></p></div>
        </form>
      </>
    ));
    const form = part<HTMLFormElement>(host, 'form');
    const birth = part(form, '.guardian-birth');
    const birthWrong = attachGuardianBirth(form, 'guardianBornOn', session.today, browser);
    attachForm(form, browser, [], words('guardianLink.accepting'), async (value) => {
      const wrong = new Map<string, string>();
      const born = birth.hidden ? '' : birthWrong();
      if (born !== '') wrong.set('guardianBornOn', born);
      if (value('childConsent') === '') wrong.set('childConsent', words('guardianLink.tickNeeded'));
      showAllWrong(form, wrong);
      if (wrong.size > 0) return;
      try {
        await client.acceptGuardianRequest({ body: { token, childConsent: value('childConsent'), ...(birth.hidden ? {} : { guardianBornOn: birthDateOf(value('guardianBornOn')) ?? '' }) } });
        done(offer);
      } catch (error) {
        const code = codeOf(error);
        if (code === 'auth.required') return offerTo(offer, null);
        if (code === 'consent.text_changed') return show();
        if (code !== 'guardian.age_needed') throw error;
        birth.hidden = false;
        showAllWrong(form, new Map([['guardianBornOn', told(error, words)]]));
      }
    });
  };
  const offerTo = (offer: GuardianOffer, who: Who | null): void => {
    if (offer.state !== 'asked') {
      forget();
      return say(words(`guardianLink.closed.${offer.state}`), offer.state === 'linked' ? 'good' : 'wait');
    }
    if (who) return accept(offer, who);
    const make = (): void => {
      account.hidden = false;
      part(account, 'h2').focus();
    };
    draw(host, <><Intro offer={offer} /><p className="note note-wait"><Icon name="shield" /><span>{words('guardianLink.only')}</span></p><p className="ways"><button className="button" type="button" onClick={toSignIn}>{words('guardianLink.signIn')}</button><button className="button button-soft" type="button" onClick={make}>{words('guardianLink.make')}</button><Decline /></p></>);
  };
  const who = (): Promise<Who> => Promise.all([client.getSession(), client.getMyFamily()]);
  const show = (): void => {
    const known = memory.seemsSignedIn() ? who().catch(() => null) : Promise.resolve(null);
    Promise.all([client.lookUpGuardianRequest({ body: { token } }), known]).then(([offer, signedIn]) => offerTo(offer, signedIn), (error: unknown) => say(told(error, words), 'wrong'));
  };

  if (!/^[\w-]{43}$/.test(token)) return say(words('guardianLink.noToken'), 'wait');
  attachGuardianAccount(part<HTMLFormElement>(account, 'form'), browser, next, () => {
    Promise.all([client.lookUpGuardianRequest({ body: { token } }), who()]).then(([offer, signedIn]) => offerTo(offer, signedIn), (error: unknown) => say(told(error, words), 'wrong'));
  });
  show();
};
