import type { ServiceCertificates } from '@kepu/contracts';
import { draw, part } from '../../dom/draw.js';
import { newKey } from '../../islands/browser.js';
import { Verbatim } from '../../layout/verbatim.js';
import { dateOf, hoursOf } from '../../times.js';
import { act, fill, type Own } from './own.js';

/** Own proofs of service, and a new one by the unit that recorded. */
export const showCertificates = (host: HTMLElement, own: Own): Promise<void> => {
  const { client, words, locale, announce } = own;
  const date = (day: string): string => dateOf(day, locale, '');
  const ask = () => client.listMyCertificates();
  const attach = (): void => {
    const form = host.querySelector('form');
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      const value = (name: string): string => String(new FormData(form).get(name) ?? '');
      void act(part<HTMLButtonElement>(form, 'button'), own, part(form, '.wrong'), async () => {
        const body = { unitId: value('unitId'), from: value('from'), to: value('to') };
        await client.createMyCertificate({ body, idempotencyKey: newKey() });
        draw(host, view(await ask()));
        attach();
        announce(words('certificates.issued'));
      });
    });
  };
  const view = ({ data, sources }: ServiceCertificates) => (
    <>
      <h3>{words('certificates.heading')}</h3>
      <p className="soft">{words(sources.length === 0 && data.length === 0 ? 'certificates.nothing' : 'certificates.lead')}</p>
      {data.length > 0 && (
        <ul className="rows">{data.map(({ id, number, unit, services, minutes, from, to }) => (
          <li key={id} className="row"><div>
            <p><b><Verbatim text={unit.name} locale={locale} /></b></p><p className="soft"><Verbatim text={number} locale={locale} /> · {words('certificates.line', { services, hours: hoursOf(minutes), from: date(from), to: date(to) })}</p>
            <p className="ways"><a className="button button-soft" href={`/api/v1/me/service-certificates/${id}/certificate.pdf`} download="">{words('certificates.download')}</a></p>
          </div></li>
        ))}</ul>
      )}
      {sources.length > 0 && (
        <form className="form" method="post" noValidate>
          <div className="field"><label htmlFor="proof-unit">{words('certificates.unit')}</label><select id="proof-unit" name="unitId">{sources.map(({ unit, services, minutes }) => <option key={unit.id} value={unit.id}>{words('certificates.source', { unit: unit.name, services, hours: hoursOf(minutes) })}</option>)}</select></div>
          <div className="field"><label htmlFor="proof-from">{words('certificates.from')}</label><input id="proof-from" name="from" type="date" defaultValue={sources.map(({ first }) => first).sort()[0] ?? ''} /></div>
          <div className="field"><label htmlFor="proof-to">{words('certificates.to')}</label><input id="proof-to" name="to" type="date" defaultValue={own.today} /></div>
          <p className="wrong" role="alert" />
          <p className="ways"><button className="button" type="submit">{words('certificates.issue')}</button></p>
        </form>
      )}
    </>
  );
  return fill(host, own, ask, view).then(attach);
};
