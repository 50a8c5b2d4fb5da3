import type { ProofKind, Session } from '@kepu/contracts';
import { draw, part } from '../dom/draw.js';
import { told, type Browser } from '../islands/browser.js';
import { pathOf } from '../routes.js';
import { askForCode, CodeForm } from './code-step.js';
import { attachForm, Secret } from './forms.js';

/** Who is to give a proof, and what follows. */
export interface ProofWish {
  readonly ways: readonly ProofKind[]; readonly mayRemember: boolean; readonly done: (session: Session) => void;
  /** Where the other house leads back to. */
  readonly next: string;
}

/** Ways of proving, one at a time; the first is there at once where it needs no message. */
export const drawProof = (host: HTMLElement, browser: Browser, { ways, mayRemember, done, next }: ProofWish): void => {
  const { client, words } = browser;
  const recovery = ways.includes('totp');
  draw(host, (
    <>
      {(ways.length > 1 || recovery) && (
        <div className="choices way-choices" role="group" aria-label={words('second.choose')}>
          {ways.map((way) => (way === 'oidc' ? <a key={way} className="choice-button" href={`/api/v1/oidc/start?${new URLSearchParams({ next })}`}>{words('second.oidc')}</a> : <button key={way} className="choice-button" type="button" data-way={way} aria-pressed="false" onClick={() => void choose(way)}>{words(`second.${way}`)}</button>))}
          {recovery && <button className="choice-button" type="button" data-way="recovery" aria-pressed="false" onClick={() => void choose('recovery')}>{words('second.recovery')}</button>}
        </div>
      )}
      <div className="proof-form" />
    </>
  ));
  const place = part(host, '.proof-form');
  const remembered = (value: (name: string) => string) => value('remember') === '1';

  const byCode = (kind: 'totp' | 'recovery'): void => {
    draw(place, <CodeForm words={words} label={words(kind === 'totp' ? 'entry.code' : 'second.recoveryLabel')} hint={words(kind === 'totp' ? 'second.totpHint' : 'second.recoveryHint')} submit={words('entry.confirm')} mayRemember={mayRemember} digits={kind === 'totp'} />);
    attachForm(part<HTMLFormElement>(place, 'form'), browser, ['code'], words('form.sending'), async (value) => done(await client.addSessionProof({ body: { kind, code: value('code'), remember: remembered(value) } })));
  };
  const byPassword = (): void => {
    draw(place, (
      <form className="form" noValidate>
        <Secret name="proofPassword" label={words('signIn.password')} words={words} fresh={false} />
        <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button button-large" type="submit">{words('entry.confirm')}</button></div>
      </form>
    ));
    attachForm(part<HTMLFormElement>(place, 'form'), browser, ['proofPassword'], words('form.sending'), async (value) => done(await client.addSessionProof({ body: { kind: 'password', password: value('proofPassword') } })));
  };
  const choose = async (way: Exclude<ProofKind, 'oidc'> | 'recovery'): Promise<void> => {
    for (const button of host.querySelectorAll<HTMLElement>('[data-way]')) button.setAttribute('aria-pressed', String(button.dataset['way'] === way));
    if (way === 'sms' || way === 'email') {
      await askForCode(place, browser, {
        ask: () => client.createOwnChallenge({ body: { kind: way } }), sent: words('entry.ownCodeSent'), submit: words('entry.confirm'), mayRemember,
        take: async (given) => done(await client.addSessionProof({ body: { kind: way, ...given } })),
      }).catch((error: unknown) => draw(place, <p className="note note-wrong" role="alert">{told(error, words)}</p>));
    } else if (way === 'password') byPassword();
    else byCode(way);
    place.querySelector('input')?.focus();
  };
  const [first] = ways;
  // A message is sent when somebody asks for it, and not because a page was opened.
  if (first === 'totp' || first === 'password') void choose(first);
  else if (first && first !== 'oidc' && ways.length === 1) draw(place, <p className="ways"><button className="button button-large" type="button" onClick={() => void choose(first)}>{words('entry.getCode')}</button></p>);
  else if (first === 'oidc' && ways.length === 1) draw(place, <p className="ways"><a className="button button-large" href={`/api/v1/oidc/start?${new URLSearchParams({ next })}`}>{words('second.oidc')}</a></p>);
};

/** Sets an authenticator app up, and shows its recovery codes once. `done` follows when they are kept. */
export const drawSetup = async (host: HTMLElement, browser: Browser, done: () => void): Promise<void> => {
  const { client, words } = browser;
  const setup = await client.startTotp();
  draw(host, (
    <>
      <p className="qr-place"><img className="qr" src={`data:image/svg+xml,${encodeURIComponent(setup.qr)}`} alt={words('second.qr')} width="220" height="220" /></p>
      <p className="hint">{words('second.setupKey')}</p><p><code className="setup-key">{setup.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code></p>
      <CodeForm words={words} label={words('second.setupCode')} hint={words('second.totpHint')} submit={words('entry.confirm')} mayRemember={false} />
    </>
  ));
  attachForm(part<HTMLFormElement>(host, 'form'), browser, ['code'], words('form.sending'), async (value) => {
    const { codes } = await client.confirmTotp({ body: { code: value('code') } });
    drawCodes(host, browser, codes, done);
  });
};

/** Ten codes, shown this once. */
export const drawCodes = (host: HTMLElement, { words }: Browser, codes: readonly string[], done: () => void): void => {
  draw(host, <div className="form"><h2 tabIndex={-1}>{words('second.codesHeading')}</h2><p>{words('second.codesText')}</p><ul className="recovery-codes">{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ul><p className="ways"><button className="button" type="button" onClick={done}>{words('second.codesSaved')}</button></p></div>);
  part(host, 'h2').focus();
};

/** What a session lacks: a second proof, or a way to give one. */
export const drawMissing = (root: HTMLElement, browser: Browser, session: Session, next: string, goOn: (session: Session) => void): void => {
  const { client, words, locale, go, memory } = browser;
  const setup = session.missing === 'setup';
  const leave = async (): Promise<void> => {
    await client.deleteSession().catch(() => undefined);
    memory.remember(false);
    go(pathOf('signIn', locale));
  };
  draw(root, (
    <>
      <h2 tabIndex={-1}>{words(setup ? 'second.setupHeading' : 'second.heading')}</h2><p>{words(setup ? 'second.setupText' : 'second.text')}</p>
      <div className="missing" /><p><button className="quiet" type="button" onClick={() => void leave()}>{words('second.leave')}</button></p>
    </>
  ));
  const host = part(root, '.missing');
  part(root, 'h2').focus();
  if (!setup) return drawProof(host, browser, { ways: session.ways, mayRemember: true, done: goOn, next });
  drawSetup(host, browser, () => void client.getSession().then(goOn)).catch((error: unknown) => draw(host, <p className="note note-wrong" role="alert">{told(error, words)}</p>));
};
