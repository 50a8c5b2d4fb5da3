import type { AppointmentCheck, CertificateCheck } from '@kepu/contracts';
import { Verbatim } from '../layout/verbatim.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { dateOf, hoursOf } from '../times.js';

type Found = { readonly check: AppointmentCheck } | { readonly proof: CertificateCheck } | { readonly refused: 'unknown' | 'limited' } | null;
const codeOf = (error: unknown): string => (error instanceof Error && 'problem' in error ? String((error.problem as { code?: unknown }).code) : '');

/** A document as the page tells it; facts by the key of their word. */
interface Told { readonly heading: string; readonly good: boolean; readonly facts: readonly (readonly [string, string])[]; readonly checkedOn: string }
type Dated = (day: string) => string;
const letterOf = (check: AppointmentCheck, { words }: PageContext, date: Dated): Told => ({
  heading: 'appointment.found', good: check.state === 'valid' || check.state === 'upcoming', checkedOn: check.checkedOn,
  facts: [
    ['appointment.state', words(`appointment.states.${check.state}`)], ['appointment.number', check.number], ['appointment.name', check.name], ['appointment.pool', check.pool], ...(check.unit ? [['appointment.unit', check.unit] as const] : []),
    ['appointment.term', words('appointment.to', { from: date(check.fromDay), to: check.toDay === null ? words('appointment.no_end') : date(check.toDay) })], ['appointment.issuer', check.issuer],
  ],
});
const proofOf = ({ state, number, name, unit, from, to, services, minutes, issuedOn, present, checkedOn }: CertificateCheck, { words }: PageContext, date: Dated): Told => ({
  heading: 'certificates.found', good: state === 'valid', checkedOn,
  facts: [
    ['certificates.state', words(`terms.certificateStates.${state}`)], ['certificates.number', number], ['certificates.name', name], ['certificates.unit', unit], ['certificates.span', words('certificates.span_text', { from: date(from), to: date(to) })], ['certificates.services', String(services)],
    ['certificates.hours', words('certificates.hours_text', { hours: hoursOf(minutes), minutes })], ...(state === 'changed' ? [['certificates.present', words('certificates.present_text', { services: present.services, hours: hoursOf(present.minutes), minutes: present.minutes })] as const] : []), ['certificates.issued_on', date(issuedOn)],
  ],
});

const AppointmentPage = ({ found, number, code, ...context }: PageContext & { readonly found: Found; readonly number: string; readonly code: string }) => {
  const { words, locale } = context;
  const date = (day: string): string => dateOf(day, locale, '');
  const document = found === null || 'refused' in found ? null : 'check' in found ? letterOf(found.check, context, date) : proofOf(found.proof, context, date);
  return (
    <div className="wrap page form-page form-narrow">
      <h1>{words('appointment.heading')}</h1>
      {document && (
        <section className={`note note-large ${document.good ? 'note-good' : 'note-wait'}`}>
          <div>
            <h2>{words(document.heading)}</h2>
            <dl className="facts">{document.facts.map(([name, text]) => <div key={name}><dt>{words(name)}</dt><dd><Verbatim text={text} locale={locale} /></dd></div>)}</dl>
            <p className="soft">{words('appointment.checked', { day: date(document.checkedOn) })}</p><p className="soft">{words('appointment.masked')}</p>
          </div>
        </section>
      )}
      {found && 'refused' in found && <div className="note note-wrong note-large"><div><h2>{words(found.refused === 'unknown' ? 'appointment.unknown' : 'appointment.limited')}</h2>{found.refused === 'unknown' && <p>{words('appointment.unknown_hint')}</p>}</div></div>}
      <h2>{words(document ? 'appointment.again' : 'appointment.check')}</h2>
      <p>{words('appointment.lead')}</p>
      <form className="form" method="get" action={pathOf('appointment', locale)}>
        <div className="field"><label htmlFor="no">{words('appointment.number')}</label><input id="no" name="no" type="text" maxLength={100} autoComplete="off" defaultValue={document ? '' : number} required /></div>
        <div className="field"><label htmlFor="code">{words('appointment.code')}</label><input id="code" name="code" type="text" maxLength={12} autoCapitalize="characters" autoComplete="off" defaultValue={document ? '' : code} required /></div>
        <button className="button button-large" type="submit">{words('appointment.check')}</button>
      </form>
    </div>
  );
};

/** What was refused, as the page says it; anything else is no answer to a check. */
const refusedBy = (error: unknown, unknown: string): { readonly refused: 'unknown' | 'limited' } => {
  const which = codeOf(error);
  if (which === unknown || which === 'input.invalid') return { refused: 'unknown' };
  if (which === 'rate.limited') return { refused: 'limited' };
  throw error;
};

/** Where the QR code of a letter of appointment or of a proof of service leads: whether it is one, and how it stands. */
export const tellAppointment: Tell = async (ask) => {
  const { no: number = '', code = '' } = ask.visit.query;
  const input = { params: { number }, query: { code } };
  const letter: Found = number === '' || code === '' ? null : await ask.client.checkAppointment(input).then((check) => ({ check }), (error: unknown) => refusedBy(error, 'appointment.unknown'));
  const found: Found = letter && 'refused' in letter && letter.refused === 'unknown' ? await ask.client.checkCertificate(input).then((proof) => ({ proof }), (error: unknown) => refusedBy(error, 'certificate.unknown')) : letter;
  return { title: ask.words('appointment.title'), description: ask.words('appointment.description'), cityName: await cityOf(ask), sheets: ['forms'], body: (context) => <AppointmentPage {...context} found={found} number={number} code={code} /> };
};
