import type { ActivityConsent, Family, GuardianRequested, OwnGuardian } from '@kepu/contracts';
import { attachForm } from '../account/forms.js';
import { copyText } from '../activities/copying.js';
import { relations } from '../choices.js';
import { draw, part } from '../dom/draw.js';
import { Chip, type Tone } from '../layout/chip.js';
import { Icon, type IconName } from '../layout/icon.js';
import { Qr } from '../layout/qr.js';
import { Verbatim } from '../layout/verbatim.js';
import { Choice, Field, Group } from '../register/fields.js';
import { showAllWrong } from '../register/form.js';
import { pathOf } from '../routes.js';
import { dateOf, dayOf } from '../times.js';
import { capital } from '../wording.js';
import { ConsentFacts, consentLooks } from './consents.js';
import { Part, type Kin } from './kin.js';

const looks: Readonly<Record<OwnGuardian['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  asked: { tone: 'wait', icon: 'clock' }, linked: { tone: 'good', icon: 'check' }, declined: { tone: 'wrong', icon: 'cross' }, expired: { tone: 'calm', icon: 'clock' }, ended: { tone: 'calm', icon: 'undo' },
};
const needed = ['name', 'phone', 'relation'] as const;

/** The link, shown this once: the guardian opens it on the own phone. */
const showLink = (host: HTMLElement, { link, qr, expiresAt }: GuardianRequested, kin: Kin): void => {
  const { words, locale, today, refresh } = kin;
  const day = dateOf(dayOf(expiresAt), locale, today);
  const message = words('myFamily.guardians.message', { day, link });
  const copied = (done: boolean): void => { part(host, '.copied').textContent = words(done ? 'myFamily.guardians.copied' : 'activity.copyFailed'); };
  draw(host, (
    <div className="next-card guardian-sent">
      <h3 tabIndex={-1}>{words('myFamily.guardians.linkHeading')}</h3>
      <p>{words('myFamily.guardians.linkText')} {words('myFamily.guardians.until', { day })}</p>
      <p className="link-text">{message}</p>
      <p className="ways"><button className="button button-large" type="button" onClick={() => void copyText(message).then(copied)}><Icon name="copy" />{words('myFamily.guardians.copy')}</button><button className="quiet" type="button" onClick={() => void refresh()}>{words('myFamily.guardians.done')}</button></p>
      <p className="copied" role="status" />
      <p className="qr-place"><Qr svg={qr} alt={words('myFamily.guardians.alt')} /></p>
    </div>
  ));
  part(host, 'h3').focus();
};

const openForm = (host: HTMLElement, kin: Kin, focus: boolean): void => {
  const { client, words, locale } = kin;
  draw(host, (
    <form className="form guardian-form" noValidate>
      <Field name="name" label={words('myFamily.guardians.name')}><input id="name" name="name" autoComplete="off" maxLength={60} aria-describedby="name-wrong" /></Field>
      <Field name="phone" label={words('myFamily.guardians.phone')} hint={words('myFamily.guardians.phoneHint')}><input id="phone" name="phone" type="tel" autoComplete="off" maxLength={20} aria-describedby="phone-hint phone-wrong" /></Field>
      <Group name="relation" label={words('myFamily.guardians.relation')}><div className="choices">{relations.map((one) => <Choice key={one} type="radio" name="relation" value={one} text={capital(words(`terms.relations.${one}`))} locale={locale} />)}</div></Group>
      <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button button-large" type="submit">{words('myFamily.guardians.submit')}</button></div>
    </form>
  ));
  const form = part<HTMLFormElement>(host, 'form');
  attachForm(form, kin, needed, words('myFamily.guardians.sending'), async (value) => {
    const phone = value('phone').trim();
    if (!/^\+?[\d -]{6,20}$/.test(phone)) return showAllWrong(form, new Map([['phone', words('register.wrong.phone')]]));
    showLink(host, await client.askGuardian({ body: { name: value('name').trim(), phone, relation: value('relation') as (typeof relations)[number] } }), kin);
  });
  if (focus) part(form, 'input').focus();
};

const GuardianRow = ({ guardian: { id, name, phone, relation, state, at }, kin: { words, locale, today } }: { readonly guardian: OwnGuardian; readonly kin: Kin }) => (
  <li key={id} className="row"><div><h3><Verbatim text={name} locale={locale} /> <span className="soft">{capital(words(`terms.relations.${relation}`))}</span></h3><p className="soft">{[phone, dateOf(dayOf(at), locale, today)].filter(Boolean).join(' · ')}</p></div><Chip {...looks[state]} word={capital(words(`terms.guardianStates.${state}`))} /></li>
);

const OwnConsents = ({ consents, kin }: { readonly consents: readonly ActivityConsent[]; readonly kin: Kin }) => {
  const { words, locale } = kin;
  return (
    <Part name="own" heading={words('myFamily.own.heading')}>
      {consents.length === 0 ? <div className="empty empty-small"><p>{words('myFamily.own.none')}</p></div> : (
        <ul className="rows">{consents.map((consent) => (
          <li key={consent.id} className="row">
            <div>
              <p className="chips"><Chip {...consentLooks[consent.state]} word={capital(words(`terms.activityConsentStates.${consent.state}`))} />{consent.signedUp && <Chip tone="good" icon="check" word={words('myFamily.own.place')} />}</p>
              <ConsentFacts consent={consent} kin={kin} />
              {consent.state === 'given' && !consent.signedUp && <p className="hint">{words('myFamily.own.noPlace')}</p>}
              {(consent.state === 'asked' || consent.state === 'changed') && <p className="hint">{words('myFamily.own.hint')}</p>}
            </div>
          </li>
        ))}</ul>
      )}
      <p className="ways"><a className="button button-soft" href={pathOf('activities', locale, { query: { minors: '1' } })}>{words('myFamily.own.find')}</a></p>
    </Part>
  );
};

/** What a minor sees: who decides with it, the way to ask somebody, and what was asked. */
export const OwnGuardians = ({ family: { guardians }, minor, consents, kin }: { readonly family: Family; readonly minor: NonNullable<Family['minor']>; readonly consents: readonly ActivityConsent[]; readonly kin: Kin }) => {
  const { words, locale, today } = kin;
  const asks = guardians.some(({ state }) => state === 'asked');
  return (
    <>
      <Part name="guardians" heading={words('myFamily.guardians.heading')}>
        {minor.needsGuardian && <div className="note note-wait note-large"><Icon name="info" /><div><b>{words('myFamily.guardians.needs')}</b><p>{words('myFamily.guardians.needsText')}</p></div></div>}
        {guardians.length > 0 && <ul className="rows">{guardians.map((guardian) => <GuardianRow guardian={guardian} kin={kin} />)}</ul>}
        <p className="hint">{words('myFamily.guardians.adult', { day: dateOf(minor.adultOn, locale, today) })}</p>
        <div className="ask-guardian" ref={(host) => {
          if (host && minor.needsGuardian && !asks) openForm(host, kin, false);
          else if (host) draw(host, <p className="ways"><button className="button button-soft" type="button" onClick={() => openForm(host, kin, true)}>{words('myFamily.guardians.more')}</button></p>);
        }} />
      </Part>
      <OwnConsents consents={consents} kin={kin} />
    </>
  );
};
