import type { GuardianOffer, Session } from '@kepu/contracts';
import { askInDialog } from '../account/lead/dialog.js';
import { attachForm } from '../account/forms.js';
import { draw, part } from '../dom/draw.js';
import { codeOf, told, type Browser } from '../islands/browser.js';
import { Icon } from '../layout/icon.js';
import { Verbatim } from '../layout/verbatim.js';
import { showAllWrong } from '../register/form.js';
import { pathOf } from '../routes.js';
import { dateOf, dayOf } from '../times.js';
import { attachGuardianAccount } from './guardian-account.js';

/** Where the token waits while somebody signs in: in this tab only, and in no address. */
export interface TokenKeeper { readonly token: string; readonly forget: () => void }

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

  const accept = (offer: GuardianOffer, session: Session): void => {
    account.hidden = true;
    draw(host, (
      <>
        <Intro offer={offer} />
        <form className="form accept-form" noValidate>
          <p className="note note-calm"><Icon name="people" /><span>{words('guardianLink.signedIn', { name: session.account.name })} <button className="quiet other" type="button" onClick={() => void leave()}>{words('guardianLink.other')}</button></span></p>
          <h2>{words('guardianLink.rules')}</h2>
          <div className="privacy-scroll" role="region" tabIndex={0} aria-label={words('guardianLink.rules')}><p>{words('consentTexts.child')}</p></div>
          <div className="field" data-field="childConsent"><label className="tick"><input type="checkbox" name="childConsent" value={offer.childConsent} aria-describedby="childConsent-wrong" /><span>{words('guardianLink.tick')}</span></label><p className="wrong" id="childConsent-wrong" role="alert" /><p><a href={pathOf('children', locale)}>{words('myFamily.form.childPage')}</a></p></div>
          <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><p className="ways"><button className="button button-large" type="submit">{words('guardianLink.accept')}</button><Decline /></p></div>
        </form>
      </>
    ));
    const form = part<HTMLFormElement>(host, 'form');
    attachForm(form, browser, [], words('guardianLink.accepting'), async (value) => {
      if (value('childConsent') === '') return showAllWrong(form, new Map([['childConsent', words('guardianLink.tickNeeded')]]));
      try {
        await client.acceptGuardianRequest({ body: { token, childConsent: value('childConsent') } });
        done(offer);
      } catch (error) {
        const code = codeOf(error);
        if (code === 'auth.required') return offerTo(offer, null);
        if (code === 'consent.text_changed') return show();
        throw error;
      }
    });
  };
  const offerTo = (offer: GuardianOffer, session: Session | null): void => {
    if (offer.state !== 'asked') {
      forget();
      return say(words(`guardianLink.closed.${offer.state}`), offer.state === 'linked' ? 'good' : 'wait');
    }
    if (session) return accept(offer, session);
    const make = (): void => {
      account.hidden = false;
      part(account, 'h2').focus();
    };
    draw(host, <><Intro offer={offer} /><p className="note note-wait"><Icon name="shield" /><span>{words('guardianLink.only')}</span></p><p className="ways"><button className="button" type="button" onClick={toSignIn}>{words('guardianLink.signIn')}</button><button className="button button-soft" type="button" onClick={make}>{words('guardianLink.make')}</button><Decline /></p></>);
  };
  const show = (): void => {
    const session = memory.seemsSignedIn() ? client.getSession().catch(() => null) : Promise.resolve(null);
    Promise.all([client.lookUpGuardianRequest({ body: { token } }), session]).then(([offer, signedIn]) => offerTo(offer, signedIn), (error: unknown) => say(told(error, words), 'wrong'));
  };

  if (!/^[\w-]{43}$/.test(token)) return say(words('guardianLink.noToken'), 'wait');
  attachGuardianAccount(part<HTMLFormElement>(account, 'form'), browser, next, () => {
    Promise.all([client.lookUpGuardianRequest({ body: { token } }), client.getSession()]).then(([offer, session]) => offerTo(offer, session), (error: unknown) => say(told(error, words), 'wrong'));
  });
  show();
};
