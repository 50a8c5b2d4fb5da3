import type { FactorKind } from '@kepu/contracts';
import { part } from '../../dom/draw.js';
import { askForCode } from '../code-step.js';
import { drawCodes, drawSetup } from '../second-proof.js';
import type { Account } from './account.js';
import { press } from './acting.js';
import { dayIn, Part } from './parts.js';

const hostOf = (button: HTMLElement): HTMLElement => part(button.closest('section') ?? document, '.part-form');

/** Second ways: an app with its recovery codes, SMS to the own phone. */
export const Factors = ({ account }: { readonly account: Account }) => {
  const { client, words, security, session, done } = account;
  const on = (kind: FactorKind) => security.factors.find((factor) => factor.kind === kind);
  const turnOn = (button: HTMLButtonElement, kind: FactorKind): Promise<void> => press(button, account, async () => {
    const host = hostOf(button);
    if (kind === 'totp') return drawSetup(host, account, () => void done(words('security.factors.doneOn')));
    return askForCode(host, account, {
      ask: () => client.createOwnChallenge({ body: { kind: 'sms' } }), sent: words('entry.ownCodeSent'), submit: words('security.factors.turnOn'),
      take: async ({ challengeId, code }) => {
        await client.turnOnSms({ body: { challengeId, code } });
        await done(words('security.factors.doneOn'));
      },
    });
  });
  const turnOff = (button: HTMLButtonElement, kind: FactorKind): Promise<void> => press(button, account, async () => {
    await client.turnOffFactor({ params: { kind } });
    await done(words('security.factors.doneOff'));
  });
  const kinds: readonly FactorKind[] = ['totp', ...(session.ways.includes('sms') || on('sms') || security.contact.phone ? ['sms' as const] : [])];
  return (
    <Part name="factors" heading={words('security.factors.heading')}>
      <p>{words('security.factors.text')}{security.secondDemanded && <> {words('security.factors.demanded')}</>}</p>
      <ul className="rows">{kinds.map((kind) => {
        const factor = on(kind);
        return (
          <li key={kind} className="row">
            <div><b>{words(`security.factors.${kind}`)}</b><p className="soft">{factor ? words('security.factors.on', { day: dayIn(account, factor.since) }) : words('security.factors.off')}{kind === 'totp' && factor && <> · {words('security.factors.codesLeft', { count: security.recoveryCodesLeft })}</>}</p></div>
            <p className="ways">
              {kind === 'totp' && factor && <button className="button button-soft" type="button" onClick={(event) => { const button = event.currentTarget; void press(button, account, async () => drawCodes(hostOf(button), account, (await client.createRecoveryCodes()).codes, () => void done(words('form.saved')))); }}>{words('security.factors.renew')}</button>}
              <button className={factor ? 'quiet' : 'button button-soft'} type="button" onClick={(event) => void (factor ? turnOff : turnOn)(event.currentTarget, kind)}>{words(factor ? 'security.factors.turnOff' : 'security.factors.turnOn')}</button>
            </p>
          </li>
        );
      })}</ul>
      <div className="part-form" />
    </Part>
  );
};

/** The account of the other house. */
export const OtherHouse = ({ account }: { readonly account: Account }) => {
  const { client, words, security, oidc, done, prove } = account;
  if (!oidc) return null;
  return (
    <Part name="oidc" heading={words('security.oidc.heading')}>
      <p>{words('security.oidc.text', { name: oidc })}</p>
      {security.identities.length === 0
        ? <p className="ways"><a className="button button-soft" href={`/api/v1/oidc/start?${new URLSearchParams({ link: '1', next: '/me/security' })}`} onClick={(event) => { if (!security.fresh && prove(null)) event.preventDefault(); }}>{words('security.oidc.link', { name: oidc })}</a></p>
        : <ul className="rows">{security.identities.map((identity) => (
          <li key={identity.id} className="row"><div><b>{identity.name}</b><p className="soft">{words('security.oidc.linked', { day: dayIn(account, identity.since) })}</p></div><button className="quiet" type="button" onClick={(event) => void press(event.currentTarget, account, async () => {
            await client.unlinkIdentity({ params: { id: identity.id } });
            await done(words('security.oidc.done'));
          })}>{words('security.oidc.unlink')}</button></li>
        ))}</ul>}
    </Part>
  );
};
