import type { MinorBand } from '@kepu/domain';
import { copyText } from '../activities/copying.js';
import { part } from '../dom/draw.js';
import type { Browser } from '../islands/browser.js';
import { Icon } from '../layout/icon.js';
import { pathOf } from '../routes.js';
import { lowestAge, type AgeWay } from './birth-date.js';

/** What an age means for the way in, told kindly and before anything is sent: nobody is told off for being young. */
export const AgeNote = ({ way, bands, browser: { words, locale }, children }: { readonly way: AgeWay; readonly bands: readonly MinorBand[] | null; readonly browser: Browser; readonly children: string }) => {
  if (way === 'adult') return <>{children}</>;
  const pass = ({ currentTarget }: { readonly currentTarget: HTMLElement }): void => {
    const note = currentTarget.closest('.note');
    const address = `${globalThis.location.origin}${pathOf('family', locale)}`;
    if (note) void copyText(address).then((done) => { part(note, '.copied').textContent = done ? words('register.minor.copied') : `${words('activity.copyFailed')} ${address}`; });
  };
  if (way === 'alone') return <>{children}<span className="note note-good"><Icon name="info" /><span><b>{words('register.minor.aloneHeading')}</b> {words('register.minor.alone')}</span></span></>;
  const family = way === 'family';
  return (
    <>
      {children}
      <span className="note note-wait">
        <Icon name="info" />
        <span>
          <b>{words(family ? 'register.minor.familyHeading' : 'register.minor.youngHeading', { age: lowestAge(bands, true) })}</b> {words(family ? 'register.minor.family' : 'register.minor.young', { age: lowestAge(bands) })}
          <span className="ways">{family
            ? <><a className="button" href={pathOf('family', locale)}>{words('register.minor.toFamily')}</a><button className="button button-soft" type="button" onClick={pass}>{words('register.minor.pass')}</button></>
            : <a className="button button-soft" href={pathOf('activities', locale)}>{words('register.minor.toActivities')}</a>}</span>
          <span className="copied" role="status" />
        </span>
      </span>
    </>
  );
};
