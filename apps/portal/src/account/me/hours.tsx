import type { MyService, ServiceRecord } from '@kepu/contracts';
import { Icon } from '../../layout/icon.js';
import { Verbatim } from '../../layout/verbatim.js';
import { pathOf } from '../../routes.js';
import { dayText, hoursOf } from '../../times.js';
import { capital, counted } from '../../wording.js';
import { showCertificates } from './certificates.js';
import { Growing, type Pageful } from './growing.js';
import type { Own } from './own.js';

const perPage = 10;

export const askRecords = ({ client }: Own, page: number): Promise<Pageful<ServiceRecord>> => client.listMyServiceRecords({ query: { sort: '-day', page, perPage } });

const RecordRow = ({ record, own: { words, locale, today } }: { readonly record: ServiceRecord; readonly own: Own }) => {
  const { activity, unit, day, minutes, ledger, rule, position, reason, reverses, reversedBy, confirmedBy } = record;
  return (
    <li className={`row record${reversedBy ? ' record-reversed' : ''}`}>
      <div>
        <h3><a href={pathOf('activity', locale, { params: { id: activity.id } })}><Verbatim text={activity.name} locale={locale} /></a></h3>
        <p className="soft"><time dateTime={day}>{dayText(day, locale, today)}</time> · <Verbatim text={`${position} · ${unit.name}`} locale={locale} /></p>
        {(reverses || reversedBy) && <p className="line"><Icon name="undo" /><span>{words(reverses ? 'me.hours.reversal' : 'me.hours.reversed')}{reason && ` ${reason}`}</span></p>}
        <details className="rule"><summary>{capital(words(`terms.ledgers.${ledger}`))} · {words('me.hours.rule')}</summary><p>{capital(words(`terms.ledgerRules.${rule}`))}</p><p className="soft">{words(`terms.ledgerSources.${rule}`)}</p><p className="soft">{words('me.hours.confirmedBy', { name: confirmedBy })}</p></details>
      </div>
      <b className="record-hours">{words('me.hours.hours', { count: hoursOf(minutes) })}</b>
    </li>
  );
};

/** The two ledgers, and every line that they are made of with the rule that put it there. */
export const Hours = ({ service, records, own }: { readonly service: MyService; readonly records: Pageful<ServiceRecord>; readonly own: Own }) => {
  const { words } = own;
  const figures = [['volunteer', hoursOf(service.volunteerMinutes)], ['work', hoursOf(service.workMinutes)], ['year', hoursOf(service.thisYearMinutes)], ['services', service.services]] as const;
  return (
    <>
      <ul className="figures figures-hours">{figures.map(([key, value]) => <li key={key}><b>{value}</b> <span>{words(`me.hours.${key}`)}</span></li>)}</ul>
      {service.toConfirm > 0 && <p className="note note-wait"><Icon name="clock" /><span>{counted(words, 'me.hours.toConfirm', service.toConfirm)}</span></p>}
      {records.total === 0 ? <p className="soft">{words('me.hours.none')}</p> : <><h3>{words('me.hours.records')}</h3><Growing first={records} ask={(page) => askRecords(own, page)} row={(record) => <RecordRow key={record.id} record={record} own={own} />} own={own} /></>}
      <p className="soft">{words('me.hours.note')}</p>
      <div className="own-proofs" ref={(place) => { if (place) void showCertificates(place, own); }} />
    </>
  );
};
