import { draw, part } from '../../dom/draw.js';
import { ledAway, told } from '../../islands/browser.js';
import { Icon } from '../../layout/icon.js';
import { Qr } from '../../layout/qr.js';
import type { Leading } from './leading.js';

const leastMs = 3_000;

/** The code of the moment: shown when asked for, renewed as long as it is looked at. */
export const attachCode = (host: HTMLElement, leading: Leading): void => {
  const { client, words, id } = leading;
  let timer = 0;
  let shown = false;

  const renew = async (): Promise<void> => {
    window.clearTimeout(timer);
    if (!shown || document.hidden) return;
    const place = part(host, '.code-place');
    try {
      const code = await client.getShiftCode({ params: { id } });
      if (!shown) return;
      draw(place, (
        <>
          <Qr svg={code.qr} alt={words('lead.code.alt')} />
          <p className="digits"><span className="unseen">{words('lead.code.digits')} </span>{code.digits}</p>
          <p className="soft">{words('lead.code.text', { seconds: code.stepSeconds })}</p>
        </>
      ));
      // The server's clock and this one may differ: never sooner than a few seconds, never later than a step.
      timer = window.setTimeout(() => void renew(), Math.min(code.stepSeconds * 1000, Math.max(leastMs, Date.parse(code.validUntil) - Date.now())));
    } catch (error) {
      if (ledAway(error, leading)) return;
      draw(place, <div className="note note-wrong"><Icon name="alert" /><div><p>{told(error, words)}</p><button className="button button-soft" type="button" onClick={() => void renew()}>{words('form.retry')}</button></div></div>);
    }
  };
  const turn = (on: boolean, button: HTMLButtonElement): void => {
    shown = on;
    button.setAttribute('aria-expanded', String(on));
    part(button, 'span').textContent = words(on ? 'lead.code.hide' : 'lead.code.show');
    part(host, '.code-place').hidden = !on;
    draw(part(host, '.code-place'), on && <div className="skeleton"><span className="bar-line" /></div>);
    void renew();
  };
  draw(host, (
    <>
      <p className="ways"><button className="button button-large button-soft" type="button" aria-expanded={false} aria-controls="code-place" onClick={({ currentTarget }) => turn(!shown, currentTarget)}><Icon name="code" /><span>{words('lead.code.show')}</span></button></p>
      <div className="code-place" id="code-place" hidden />
    </>
  ));
  document.addEventListener('visibilitychange', () => void renew());
};
