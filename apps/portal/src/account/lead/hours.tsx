import type { LedgerRule, Roster } from '@kepu/contracts';
import { draw, part } from '../../dom/draw.js';
import { ledAway, newKey, told } from '../../islands/browser.js';
import { Icon } from '../../layout/icon.js';
import { hoursOf } from '../../times.js';
import { capital, counted } from '../../wording.js';
import { askInDialog } from './dialog.js';
import type { Leading } from './leading.js';

type Row = Roster['rows'][number];
/** What the leader has said of a row, over what the presence says. */
interface Said { readonly minutes?: number; readonly onDuty?: boolean }
const step = 15;
const mostMinutes = 24 * 60;

/** Whose hours can be confirmed: who was there, has no record yet, and is known by the real name. */
const there = ({ rows }: Roster): Row[] => rows.filter(({ attendance, recorded }) => !recorded && (attendance?.state === 'present' || attendance?.state === 'left'));
const ready = (roster: Roster): Row[] => there(roster).filter(({ realName, frozen }) => realName && !frozen);
/** Who was there, and has to do something first. */
const held = (roster: Roster): Row[] => there(roster).filter(({ realName, frozen }) => !realName || frozen);

/** The hours of a shift: proposed from the presence, changed where the leader knows better, and in the ledger once confirmed. Answers what redraws them. */
export const attachHours = (host: HTMLElement, leading: Leading): (() => void) => {
  const { client, words, id, roster, changed, say } = leading;
  const said = new Map<string, Said>();
  let key = newKey();
  const minutesOf = (row: Row): number => said.get(row.signupId)?.minutes ?? row.proposedMinutes ?? 0;
  const onDutyOf = (row: Row): boolean => said.get(row.signupId)?.onDuty ?? row.onDuty;
  const change = (row: Row, what: Said): void => {
    said.set(row.signupId, { ...said.get(row.signupId), ...what });
    // Something else is asked from now on: an answer to the former question must not stand for it.
    key = newKey();
    update();
  };

  const confirm = async (): Promise<void> => {
    const rows = ready(roster());
    const total = rows.reduce((sum, row) => sum + minutesOf(row), 0);
    const sure = await askInDialog({
      title: words('lead.hours.sure'), text: words('lead.hours.sureText', { people: rows.length, hours: hoursOf(total), duty: rows.filter(onDutyOf).length }), yes: words('lead.hours.confirm'), no: words('form.cancel'),
    });
    if (!sure) return;
    const button = part<HTMLButtonElement>(host, '.confirm-hours');
    button.disabled = true;
    try {
      const confirmed = await client.confirmHours({
        params: { id }, idempotencyKey: key,
        body: { rows: rows.map((row) => ({ signupId: row.signupId, onDuty: onDutyOf(row), ...(said.get(row.signupId)?.minutes === undefined ? {} : { minutes: minutesOf(row) }) })) },
      });
      key = newKey();
      said.clear();
      say(words('lead.hours.done', { people: confirmed.records, hours: hoursOf(confirmed.minutes) }));
      changed(await client.getRoster({ params: { id } }));
    } catch (error) {
      button.disabled = false;
      if (!ledAway(error, leading)) draw(part(host, '.hours-wrong'), <><Icon name="alert" /> {told(error, words)}</>);
    }
  };

  const HoursRow = ({ row }: { readonly row: Row }) => {
    const minutes = minutesOf(row);
    const rule: LedgerRule = onDutyOf(row) ? 'duty_time' : 'own_time';
    const move = (by: number) => () => change(row, { minutes: Math.min(mostMinutes, Math.max(0, minutes + by)) });
    return (
      <li className="row hours-row">
        <div className="hours-name"><b>{row.name}</b><span className="soft">{row.attendance?.state === 'present' ? words('lead.hours.noOut') : words('lead.hours.proposed', { count: row.proposedMinutes ?? 0 })}</span></div>
        <div className="stepper" role="group" aria-label={words('lead.hours.of', { name: row.name })}>
          <button className="step" type="button" data-key={`${row.signupId} less`} aria-label={words('lead.hours.less', { count: step })} onClick={move(-step)}>−</button>
          <output>{words('lead.hours.minutes', { count: minutes })}</output>
          <button className="step" type="button" data-key={`${row.signupId} more`} aria-label={words('lead.hours.more', { count: step })} onClick={move(step)}>+</button>
        </div>
        <label className="tick"><input type="checkbox" defaultChecked={onDutyOf(row)} data-key={`${row.signupId} duty`} onChange={(event) => change(row, { onDuty: event.currentTarget.checked })} /><span>{words('lead.hours.onDuty')}</span></label>
        <details className="rule"><summary>{capital(words(`terms.ledgers.${onDutyOf(row) ? 'work' : 'volunteer'}`))} · {words('lead.hours.rule')}</summary><p>{capital(words(`terms.ledgerRules.${rule}`))}</p><p className="soft">{words(`terms.ledgerSources.${rule}`)}</p></details>
      </li>
    );
  };

  const remind = async (button: HTMLButtonElement): Promise<void> => {
    button.disabled = true;
    try {
      const { reminded } = await client.remindRealNames({ params: { id }, body: {} });
      say(counted(words, 'hoursWait.reminded', reminded));
    } catch (error) {
      button.disabled = false;
      if (!ledAway(error, leading)) say(told(error, words));
    }
  };
  const Held = ({ rows }: { readonly rows: readonly Row[] }) => {
    const unnamed = rows.filter(({ realName }) => !realName).length;
    return (
      <div className="note note-wait hours-held">
        <div>
          {unnamed > 0 && <p>{counted(words, 'hoursWait.explained', unnamed)}</p>}
          <ul>{rows.map((row) => <li key={row.signupId}><b>{row.name}</b> {words(row.frozen ? 'hoursWait.frozen' : 'hoursWait.realName')}</li>)}</ul>
          {unnamed > 0 && <button className="button button-soft" type="button" data-key="remind" onClick={(event) => void remind(event.currentTarget)}>{words('hoursWait.remind')}</button>}
        </div>
      </div>
    );
  };

  const update = (): void => {
    const { mayConfirmHours, rows } = roster();
    const waiting = ready(roster());
    host.hidden = rows.length === 0;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
    draw(host, (
      <section aria-labelledby="hours-heading">
        <h2 id="hours-heading">{words('lead.hours.heading')}</h2>
        {!mayConfirmHours && <p className="soft">{words('lead.hours.later')}</p>}
        {mayConfirmHours && held(roster()).length > 0 && <Held rows={held(roster())} />}
        {mayConfirmHours && waiting.length === 0 && held(roster()).length === 0 && <p className="soft">{words('lead.hours.none')}</p>}
        {mayConfirmHours && waiting.length > 0 && (
          <>
            <p className="hint">{words('lead.hours.text')}</p>
            <ul className="rows">{waiting.map((row) => <HoursRow key={row.signupId} row={row} />)}</ul>
            <p className="wrong hours-wrong" role="alert" />
            <p className="ways"><button className="button button-large confirm-hours" type="button" onClick={() => void confirm()}>{counted(words, 'lead.hours.submit', waiting.length)}</button></p>
          </>
        )}
      </section>
    ));
    if (focused) [...host.querySelectorAll<HTMLElement>('[data-key]')].find(({ dataset }) => dataset['key'] === focused)?.focus();
  };
  update();
  return update;
};
