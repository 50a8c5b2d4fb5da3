import type { AppointmentCheck } from '@kepu/contracts';
import { Verbatim } from '../layout/verbatim.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { dateOf } from '../times.js';

type Found = { readonly check: AppointmentCheck } | { readonly refused: 'unknown' | 'limited' } | null;
const codeOf = (error: unknown): string => (error instanceof Error && 'problem' in error ? String((error.problem as { code?: unknown }).code) : '');

const AppointmentPage = ({ found, number, code, ...context }: PageContext & { readonly found: Found; readonly number: string; readonly code: string }) => {
  const { words, locale } = context;
  const date = (day: string): string => dateOf(day, locale, '');
  const check = found && 'check' in found ? found.check : null;
  const facts: [string, string][] = check ? [
    ['state', words(`appointment.states.${check.state}`)], ['number', check.number], ['name', check.name], ['pool', check.pool], ...(check.unit ? [['unit', check.unit] as [string, string]] : []),
    ['term', words('appointment.to', { from: date(check.fromDay), to: check.toDay === null ? words('appointment.no_end') : date(check.toDay) })], ['issuer', check.issuer],
  ] : [];
  return (
    <div className="wrap page form-page form-narrow">
      <h1>{words('appointment.heading')}</h1>
      {check && (
        <section className={`note note-large ${check.state === 'valid' || check.state === 'upcoming' ? 'note-good' : 'note-wait'}`}>
          <div>
            <h2>{words('appointment.found')}</h2>
            <dl className="facts">{facts.map(([name, text]) => <div key={name}><dt>{words(`appointment.${name}`)}</dt><dd><Verbatim text={text} locale={locale} /></dd></div>)}</dl>
            <p className="soft">{words('appointment.checked', { day: date(check.checkedOn) })}</p><p className="soft">{words('appointment.masked')}</p>
          </div>
        </section>
      )}
      {found && 'refused' in found && <div className="note note-wrong note-large"><div><h2>{words(found.refused === 'unknown' ? 'appointment.unknown' : 'appointment.limited')}</h2>{found.refused === 'unknown' && <p>{words('appointment.unknown_hint')}</p>}</div></div>}
      <h2>{words(check ? 'appointment.again' : 'appointment.check')}</h2>
      <p>{words('appointment.lead')}</p>
      <form className="form" method="get" action={pathOf('appointment', locale)}>
        <div className="field"><label htmlFor="no">{words('appointment.number')}</label><input id="no" name="no" type="text" maxLength={100} autoComplete="off" defaultValue={check ? '' : number} required /></div>
        <div className="field"><label htmlFor="code">{words('appointment.code')}</label><input id="code" name="code" type="text" maxLength={12} autoCapitalize="characters" autoComplete="off" defaultValue={check ? '' : code} required /></div>
        <button className="button button-large" type="submit">{words('appointment.check')}</button>
      </form>
    </div>
  );
};

/** Where the QR code of a letter of appointment leads: whether it is one, and how it stands. */
export const tellAppointment: Tell = async (ask) => {
  const { no: number = '', code = '' } = ask.visit.query;
  const found: Found = number === '' || code === '' ? null : await ask.client.checkAppointment({ params: { number }, query: { code } }).then((check) => ({ check }), (error: unknown) => {
    const which = codeOf(error);
    if (which === 'appointment.unknown' || which === 'input.invalid') return { refused: 'unknown' as const };
    if (which === 'rate.limited') return { refused: 'limited' as const };
    throw error;
  });
  return { title: ask.words('appointment.title'), description: ask.words('appointment.description'), cityName: await cityOf(ask), sheets: ['forms'], body: (context) => <AppointmentPage {...context} found={found} number={number} code={code} /> };
};
