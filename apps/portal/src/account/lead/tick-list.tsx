import type { Roster } from '@kepu/contracts';
import { draw, part } from '../../dom/draw.js';
import { ledAway, told } from '../../islands/browser.js';
import { Chip } from '../../layout/chip.js';
import { Icon } from '../../layout/icon.js';
import { clockOf, dateOf, dayOf } from '../../times.js';
import { capital } from '../../wording.js';
import { showEmergencyCard } from './emergency.js';
import type { Leading } from './leading.js';

type Row = Roster['rows'][number];
type Mark = 'present' | 'absent' | 'left' | 'clear';
const marks = ['present', 'absent', 'left'] as const;

/** The mark that a row bears now, so that it can be given back. */
const markOf = ({ attendance }: Row): Mark => (attendance === null ? 'clear' : attendance.state === 'settled' ? 'left' : attendance.state);
/** A minor about whom the guardian has not agreed to what the activity says now: nobody marks it present. */
const lacksWord = ({ minor }: Row): boolean => minor !== null && minor.consent !== 'given';
const isPresent = (row: Row): boolean => ['present', 'left', 'settled'].includes(row.attendance?.state ?? '');

const State = ({ row: { attendance }, words }: { readonly row: Row; readonly words: Leading['words'] }) => {
  if (!attendance) return <Chip tone="calm" icon="clock" word={words('lead.unmarked')} />;
  const at = attendance.state === 'present' ? attendance.inAt : attendance.state === 'left' ? attendance.outAt : null;
  const [tone, icon] = attendance.state === 'absent' ? ['wrong', 'cross'] as const : ['good', attendance.state === 'left' ? 'leave' : 'check'] as const;
  return <Chip tone={tone} icon={icon} word={`${capital(words(`terms.attendanceStates.${attendance.state}`))}${at ? ` ${clockOf(at)}` : ''}`} />;
};

/** The tick list: a search, large buttons for one thumb, and each mark can be taken back. Answers what redraws it. */
export const attachTickList = (host: HTMLElement, leading: Leading): (() => void) => {
  const { client, words, locale, id, today, roster, changed, say } = leading;
  let asked = '';
  const busy = new Set<string>();

  const send = async (row: Row, mark: Mark): Promise<boolean> => {
    busy.add(row.signupId);
    update();
    try {
      const next = await client.markAttendance({ params: { id }, body: { marks: [{ signupId: row.signupId, mark }] } });
      busy.delete(row.signupId);
      changed(next);
      return true;
    } catch (error) {
      busy.delete(row.signupId);
      update();
      if (!ledAway(error, leading)) say(words('lead.notMarked', { name: row.name, text: told(error, words) }));
      return false;
    }
  };
  const mark = async (row: Row, wanted: Mark): Promise<void> => {
    // Not `disabled` meanwhile: the focus would fall out of the list.
    if (busy.has(row.signupId)) return;
    const before = markOf(row);
    if (!(await send(row, wanted))) return;
    say(words(`lead.marked.${wanted}`, { name: row.name }), async () => {
      if (await send(row, before)) say(words('lead.undone', { name: row.name }));
    });
  };

  const [firstDay, lastDay] = [dayOf(roster().shift.startsAt), dayOf(roster().shift.endsAt)];
  /** The day on which the card is open. A page may be kept open over midnight: then the phone's own clock says that it has come. */
  const isDay = (): boolean => [today, dayOf(new Date().toISOString())].some((day) => firstDay <= day && day <= lastDay);

  /** A minor: how old, whether the guardian agreed, and whom to call. Without the guardian's word nobody of that age is there. */
  const Minor = ({ row, minor }: { readonly row: Row; readonly minor: NonNullable<Row['minor']> }) => (
    <div className="tick-minor">
      <p className="chips"><Chip tone="calm" icon="people" word={words('leadMinors.age', { age: minor.age })} /><Chip tone={minor.consent === 'given' ? 'good' : 'wrong'} icon={minor.consent === 'given' ? 'check' : 'alert'} word={capital(words(`terms.shiftConsents.${minor.consent}`))} />{minor.accompanied && <Chip tone="good" icon="people" word={minor.escort === null ? words('leadMinors.accompanied') : words('leadMinors.escort', { name: minor.escort })} />}</p>
      {minor.consent !== 'given' && <p className="wrong" id={`blocked-${row.signupId}`}>{words('leadMinors.blocked')}</p>}
      <p><button className="button button-soft emergency" type="button" data-key={`${row.signupId} emergency`} aria-disabled={!isDay()} aria-describedby={isDay() ? undefined : `day-${row.signupId}`} onClick={(event) => { if (isDay()) void showEmergencyCard(event.currentTarget, row, leading); }}><Icon name="alert" />{words('leadMinors.card')}</button></p>
      {!isDay() && <p className="hint" id={`day-${row.signupId}`}>{words('leadMinors.cardDay', { day: dateOf(firstDay, locale, today) })}</p>}
    </div>
  );

  const RowView = ({ row }: { readonly row: Row }) => {
    const present = markOf(row);
    return (
      <li className={`tick-row tick-${present}`}>
        <div className="tick-name"><b>{row.name}</b><span className="soft">{row.number} · {row.position}{row.team && <> · {row.team}</>}{row.onDuty && ` · ${words('lead.onDuty')}`}</span></div>
        <State row={row} words={words} />
        {row.companions > 0 && <div className="tick-companions"><p className="chips"><Chip tone="calm" icon="people" word={capital(words('terms.companions.row', { count: row.companions }))} />{row.companionsToConfirm && <Chip tone="wait" icon="alert" word={capital(words('terms.companions.toConfirm'))} />}</p></div>}
        {row.minor && <Minor row={row} minor={row.minor} />}
        {row.recorded ? <p className="soft">{words('lead.recorded')}</p> : (
          <div className="tick-buttons" role="group" aria-label={row.name}>
            {marks.map((one) => (
              <button key={one} className={`tick-button tick-button-${one}`} type="button" aria-pressed={present === one} disabled={!roster().open || (one === 'left' && !row.attendance) || (one !== 'absent' && present !== one && lacksWord(row))} aria-describedby={one !== 'absent' && lacksWord(row) ? `blocked-${row.signupId}` : undefined} aria-disabled={busy.has(row.signupId)} data-key={`${row.signupId} ${one}`} onClick={() => void mark(row, present === one ? 'clear' : one)}>
                <Icon name={one === 'present' ? 'check' : one === 'absent' ? 'cross' : 'leave'} />{words(`lead.mark.${one}`)}
              </button>
            ))}
          </div>
        )}
      </li>
    );
  };

  draw(host, (
    <section aria-labelledby="list-heading">
      <h2 id="list-heading">{words('lead.list')}</h2>
      <p className="counts" role="status" />
      <p className="companions-total" />
      <label className="field lead-search"><span>{words('lead.search')}</span><input type="search" onInput={(event) => { asked = event.currentTarget.value.trim().toLowerCase(); update(); }} /></label>
      <ul className="tick-list" />
    </section>
  ));
  const list = part(host, '.tick-list');
  const update = (): void => {
    const { rows, open, companions } = roster();
    const found = rows.filter(({ name, number }) => asked === '' || name.toLowerCase().includes(asked) || number.toLowerCase().includes(asked));
    const held = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
    draw(part(host, '.counts'), (
      <>{words('lead.counts', { expected: rows.length, present: rows.filter(isPresent).length, absent: rows.filter(({ attendance }) => attendance?.state === 'absent').length, open: rows.filter(({ attendance }) => attendance === null).length })}{!open && <span className="soft"> {words('lead.closed')}</span>}</>
    ));
    part(host, '.companions-total').hidden = companions === 0;
    draw(part(host, '.companions-total'), companions > 0 && words('terms.companions.total', { count: companions }));
    part(host, '.lead-search').hidden = rows.length < 8;
    draw(list, found.length > 0 ? found.map((row) => <RowView key={row.signupId} row={row} />) : <li className="soft">{words(rows.length === 0 ? 'lead.nobody' : 'lead.notFound')}</li>);
    // The row was drawn anew: whoever works by keyboard stays where they were.
    if (held) [...list.querySelectorAll<HTMLElement>('[data-key]')].find(({ dataset }) => dataset['key'] === held)?.focus();
  };
  update();
  // A page of the evening before is looked at again on the day.
  for (const [target, event] of [[document, 'visibilitychange'], [window, 'pageshow']] as const) target.addEventListener(event, update);
  return update;
};
