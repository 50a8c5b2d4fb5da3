import type { ActivityConsent } from '@kepu/contracts';
import type { FormEvent } from 'react';
import { askInDialog } from '../account/lead/dialog.js';
import { act } from '../account/me/own.js';
import { draw, part } from '../dom/draw.js';
import { codeOf } from '../islands/browser.js';
import { Chip } from '../layout/chip.js';
import { Icon, type IconName } from '../layout/icon.js';
import type { Tone } from '../layout/chip.js';
import { Verbatim } from '../layout/verbatim.js';
import { pathOf } from '../routes.js';
import { clockOf, dateOf, dayOf, dayText } from '../times.js';
import { capital } from '../wording.js';
import { Part, type Kin } from './kin.js';

/** How the state of a word looks. */
export const consentLooks: Readonly<Record<ActivityConsent['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  asked: { tone: 'wait', icon: 'clock' }, changed: { tone: 'wrong', icon: 'alert' }, given: { tone: 'good', icon: 'check' }, refused: { tone: 'wrong', icon: 'cross' }, withdrawn: { tone: 'calm', icon: 'undo' }, over: { tone: 'calm', icon: 'clock' },
};

/** What is asked about, where and when. */
export const ConsentFacts = ({ consent: { activity, startsAt, countyName, place, position, unit }, kin: { locale, today } }: { readonly consent: ActivityConsent; readonly kin: Kin }) => (
  <>
    <h3><a href={pathOf('activity', locale, { params: { id: activity.id } })}><Verbatim text={activity.title} locale={locale} /></a></h3>
    {startsAt && <p className="line"><Icon name="clock" /><span>{`${dayText(dayOf(startsAt), locale, today)} ${clockOf(startsAt)}`}</span></p>}
    <p className="line"><Icon name="place" /><span><Verbatim text={`${countyName} · ${place}`} locale={locale} /></span></p>
    <p className="line"><Icon name="unit" /><span><Verbatim text={position ? `${unit.name} · ${position.name}` : unit.name} locale={locale} /></span></p>
  </>
);

/** The text that a guardian decides about, in full. */
export const RiskBlock = ({ risk: { text, insurance }, browser: { words, locale } }: { readonly risk: { readonly text: string; readonly insurance: string }; readonly browser: Pick<Kin, 'words' | 'locale'> }) => (
  <div className="risk-block">
    <h4>{words('activity.risk')}</h4>
    {text.split('\n').map((line) => <p><Verbatim text={line} locale={locale} /></p>)}
    <p className="line"><Icon name="shield" /><span>{words('activity.insurance', { how: words(`terms.insurances.${insurance}`) })}</span></p>
  </div>
);

/** Somebody else was quicker, or the text is another one: what stands now decides. Whether it was that. */
const drawnAnew = async (error: unknown, { words, announce, refresh }: Kin): Promise<boolean> => {
  const said = ({ 'consent.text_changed': 'myFamily.waiting.textChanged', 'version.stale': 'myFamily.waiting.stale', 'consent.over': 'myFamily.waiting.stale' } as Readonly<Record<string, string>>)[codeOf(error) ?? ''];
  if (!said) return false;
  await refresh();
  announce(words(said));
  return true;
};

const WaitingCard = ({ consent, kin }: { readonly consent: ActivityConsent; readonly kin: Kin }) => {
  const { client, words, announce, refresh } = kin;
  const { id, child, activity, accompanied, risk, version, state, signedUp } = consent;
  const params = { name: child.name, title: activity.title };
  const send = (form: HTMLFormElement, run: () => Promise<string>): Promise<void> => act(part<HTMLButtonElement>(form, 'button[type="submit"]'), kin, part(form, '.card-wrong'), async () => {
    try {
      const said = await run();
      await refresh();
      announce(said);
    } catch (error) {
      if (!(await drawnAnew(error, kin))) throw error;
    }
  });
  const agree = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const accompanies = new FormData(form).has('accompanies');
    draw(part(form, '.tick-wrong'), accompanied && !accompanies && words('myFamily.waiting.accompanyNeeded'));
    if (accompanied && !accompanies) return part(form, 'input').focus();
    void send(form, async () => {
      const given = await client.giveActivityConsent({ params: { id }, body: { version, riskHash: risk.hash, accompanies } });
      return words(given.signedUp ? 'myFamily.waiting.agreed' : 'myFamily.waiting.agreedOnly', params);
    });
  };
  const refuse = async (form: HTMLFormElement): Promise<void> => {
    if (signedUp && !(await askInDialog({ title: words('myFamily.waiting.refuseSure'), text: words('myFamily.waiting.refuseText', params), yes: words('myFamily.waiting.refuse'), no: words('myFamily.waiting.keep') }))) return;
    await send(form, async () => {
      await client.refuseActivityConsent({ params: { id }, body: { version } });
      return words('myFamily.waiting.refused', params);
    });
  };
  return (
    <form className="next-card consent-card" onSubmit={agree} noValidate>
      <p className="chips"><Chip {...consentLooks[state]} word={capital(words(state === 'changed' ? 'myFamily.waiting.changed' : 'myFamily.waiting.wants', params))} /></p>
      <ConsentFacts consent={consent} kin={kin} />
      <RiskBlock risk={risk} browser={kin} />
      <label className="tick"><input type="checkbox" name="accompanies" /><span>{words('myFamily.waiting.accompany')}<span className="hint">{words(accompanied ? 'myFamily.waiting.accompanyNeeded' : 'myFamily.waiting.accompanyMay')}</span></span></label>
      <p className="wrong tick-wrong" role="alert" />
      <p className="wrong card-wrong" role="alert" />
      <p className="ways"><button className="button button-large" type="submit">{words('myFamily.waiting.agree')}</button><button className="button button-soft refuse" type="button" onClick={(event) => event.currentTarget.form && void refuse(event.currentTarget.form)}>{words('myFamily.waiting.refuse')}</button></p>
    </form>
  );
};

/** What waits for the guardian's word; nothing at all where nothing waits. */
export const Waiting = ({ consents, kin }: { readonly consents: readonly ActivityConsent[]; readonly kin: Kin }) => consents.length > 0 && (
  <Part name="waiting" heading={kin.words('myFamily.waiting.heading')}><p>{kin.words('myFamily.waiting.text')}</p><div className="family-cards">{consents.map((consent) => <WaitingCard key={consent.id} consent={consent} kin={kin} />)}</div></Part>
);

const GivenRow = ({ consent, kin }: { readonly consent: ActivityConsent; readonly kin: Kin }) => {
  const { client, words, locale, today, announce, refresh } = kin;
  const { id, child, activity, state, startsAt, givenAt, accompanies, signedUp, version } = consent;
  const params = { name: child.name, title: activity.title };
  const withdraw = async (button: HTMLButtonElement): Promise<void> => {
    const row = button.closest('.row');
    if (!row || !(await askInDialog({ title: words('myFamily.given.sure', params), text: words('myFamily.given.sureText', params), yes: words('myFamily.given.yes'), no: words('myFamily.given.no') }))) return;
    await act(button, kin, part(row, '.wrong'), async () => {
      try {
        await client.withdrawActivityConsent({ params: { id }, body: { version } });
        await refresh();
        announce(words('myFamily.given.done', params));
      } catch (error) {
        if (!(await drawnAnew(error, kin))) throw error;
      }
    });
  };
  return (
    <li className="row">
      <div>
        <p className="chips"><Chip {...consentLooks[state]} word={capital(words(`terms.activityConsentStates.${state}`))} />{state === 'given' && !signedUp && <Chip tone="wait" icon="info" word={words('myFamily.given.noPlace')} />}</p>
        <h3><a href={pathOf('activity', locale, { params: { id: activity.id } })}><Verbatim text={activity.title} locale={locale} /></a></h3>
        <p className="soft">{[child.name, startsAt && `${dayText(dayOf(startsAt), locale, today)} ${clockOf(startsAt)}`, givenAt && words('myFamily.given.since', { day: dateOf(dayOf(givenAt), locale, today) }), accompanies && words('myFamily.given.accompanies')].filter(Boolean).join(' · ')}</p>
        <p className="wrong" role="alert" />
      </div>
      {state === 'given' && <button className="button button-soft" type="button" onClick={(event) => void withdraw(event.currentTarget)}>{words('myFamily.given.withdraw')}</button>}
    </li>
  );
};

/** What was agreed to, each to be taken back as easily as it was given; what is over stands behind a line. */
export const Given = ({ consents, kin }: { readonly consents: readonly ActivityConsent[]; readonly kin: Kin }) => {
  const { words } = kin;
  const [given, earlier] = [consents.filter(({ state }) => state === 'given'), consents.filter(({ state }) => state !== 'given')];
  const rows = (of: readonly ActivityConsent[]) => <ul className="rows">{of.map((consent) => <GivenRow key={consent.id} consent={consent} kin={kin} />)}</ul>;
  return (
    <Part name="given" heading={words('myFamily.given.heading')}>
      {given.length > 0 ? rows(given) : <p className="soft">{words('myFamily.given.none')}</p>}
      {earlier.length > 0 && <details><summary>{words('myFamily.given.earlier')}</summary>{rows(earlier)}</details>}
    </Part>
  );
};
