import type { MyConsent } from '@kepu/contracts';
import { part } from '../../dom/draw.js';
import { pathOf } from '../../routes.js';
import { dateOf, dayOf } from '../../times.js';
import { act, type Own } from '../me/own.js';

const Consent = ({ consent, own }: { readonly consent: MyConsent; readonly own: Own }) => {
  const { client, words, locale, today, refresh, announce } = own;
  const { kind, needed, given, asks, version, currentVersion, givenAt, withdrawnAt } = consent;
  const change = ({ currentTarget }: { readonly currentTarget: HTMLButtonElement }): void => {
    const row = currentTarget.closest('.row');
    if (row) void act(currentTarget, own, part(row, '.wrong'), async () => {
      await (given && !asks ? client.withdrawConsent({ body: { kind } }) : client.giveConsent({ body: { kind, version: currentVersion } }));
      await refresh();
      announce(words('mine.consents.done'));
    });
  };
  const day = (at: string): string => dateOf(dayOf(at), locale, today);
  const since = withdrawnAt ? words('mine.consents.withdrawn', { day: day(withdrawnAt) }) : givenAt ? words('mine.consents.since', { day: day(givenAt) }) : '';
  return (
    <li className="row">
      <div>
        <h3>{words(`terms.consentKinds.${kind}`)}</h3>
        {kind === 'privacy' ? <p><a href={pathOf('privacy', locale)}>{words('mine.notice')}</a></p> : <p>{words(`consentTexts.${kind}`)}</p>}
        <p className="soft"><b>{words(given ? 'mine.consents.given' : 'mine.consents.not')}</b> {since} {version && words('mine.consents.version', { version })}</p>
        {needed && given && !asks && <p className="hint">{words('mine.consents.needed')}</p>}
        <p className="wrong" role="alert" />
      </div>
      {(!needed || asks) && <button className="button button-soft" type="button" onClick={change}>{words(given && !asks ? 'mine.consents.withdraw' : 'mine.consents.give')}</button>}
    </li>
  );
};

/** What one agreed to, each for itself. */
export const ConsentList = ({ consents, own }: { readonly consents: readonly MyConsent[]; readonly own: Own }) => (
  consents.some(({ needed, given }) => needed && given) ? <ul className="rows">{consents.map((consent) => <Consent key={consent.kind} consent={consent} own={own} />)}</ul> : <p className="soft">{own.words('mine.consents.none')}</p>
);
