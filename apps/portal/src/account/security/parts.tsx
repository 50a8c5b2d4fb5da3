import type { Security } from '@kepu/contracts';
import { clockOf, dayOf, dayText } from '../../times.js';
import type { Account } from './account.js';
import { press } from './acting.js';

type Seen = Pick<Security['devices'][number], 'browser' | 'system' | 'ip' | 'lastSeenAt'>;

/** A part of the page, with room for what goes wrong in it. */
export const Part = ({ name, heading, children }: { readonly name: string; readonly heading: string; readonly children: React.ReactNode }) => (
  <section className={`own-part security-${name}`} id={name} aria-labelledby={`${name}-heading`}><h2 id={`${name}-heading`}>{heading}</h2><p className="wrong part-wrong" role="alert" />{children}</section>
);

/** An instant, as people say it. */
export const dayIn = ({ locale, today }: Account, at: string): string => dayText(dayOf(at), locale, today);

const Seen = ({ seen, account }: { readonly seen: Seen; readonly account: Account }) => {
  const { words } = account;
  return (
    <>
      <b>{words('security.device', { system: words(`terms.systems.${seen.system}`), browser: words(`terms.browsers.${seen.browser}`) })}</b>
      <p className="soft">{words('security.lastSeen', { day: `${dayIn(account, seen.lastSeenAt)} ${clockOf(seen.lastSeenAt)}` })}{seen.ip && <> · {words('security.ip', { ip: seen.ip })}</>}</p>
    </>
  );
};

/** Devices that are signed in. */
export const Sessions = ({ account }: { readonly account: Account }) => {
  const { client, words, security, done } = account;
  const others = security.sessions.filter(({ present }) => !present);
  return (
    <Part name="sessions" heading={words('security.sessions.heading')}>
      <ul className="rows">{security.sessions.map((session) => (
        <li key={session.id} className="row">
          <div><Seen seen={session} account={account} /></div>
          {session.present ? <span className="chip">{words('security.present')}</span> : <button className="button button-soft" type="button" onClick={(event) => void press(event.currentTarget, account, async () => {
            await client.endMySession({ params: { id: session.id } });
            await done(words('security.sessions.doneOne'));
          })}>{words('security.sessions.end')}</button>}
        </li>
      ))}</ul>
      {others.length === 0 && security.devices.length === 0 ? <p className="soft">{words('security.sessions.only')}</p> : <p className="ways"><button className="button button-soft" type="button" onClick={(event) => void press(event.currentTarget, account, async () => {
        await client.endOtherSessions();
        await done(words('security.sessions.doneAll'));
      })}>{words('security.sessions.endOthers')}</button></p>}
    </Part>
  );
};

/** Devices that stand for the second proof. */
export const Devices = ({ account }: { readonly account: Account }) => {
  const { client, words, security, done } = account;
  if (security.factors.length === 0 && !security.secondDemanded && security.devices.length === 0) return null;
  return (
    <Part name="devices" heading={words('security.devices.heading')}>
      <p className="soft">{words(security.devices.length > 0 ? 'security.devices.text' : 'security.devices.none')}</p>
      {security.devices.length > 0 && <ul className="rows">{security.devices.map((device) => (
        <li key={device.id} className="row">
          <div><Seen seen={device} account={account} /><p className="soft">{words('security.devices.until', { day: dayIn(account, device.until) })}</p></div>
          <button className="button button-soft" type="button" onClick={(event) => void press(event.currentTarget, account, async () => {
            await client.forgetMyDevice({ params: { id: device.id } });
            await done(words('security.devices.done'));
          })}>{words('security.devices.forget')}</button>
        </li>
      ))}</ul>}
    </Part>
  );
};
