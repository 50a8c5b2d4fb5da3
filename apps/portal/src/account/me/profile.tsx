import type { MyVolunteer } from '@kepu/contracts';
import { dayParts, weekdays } from '../../choices.js';
import { draw, part } from '../../dom/draw.js';
import { Verbatim } from '../../layout/verbatim.js';
import { dateOf } from '../../times.js';
import { capital } from '../../wording.js';
import { openEditor } from './profile-form.js';
import { act, type Own } from './own.js';

const availabilityText = (availability: string, { words, locale }: Own): string => {
  const between = locale === 'en' ? ' ' : '';
  const days = weekdays.flatMap((day, row) => {
    const parts = dayParts.filter((_, column) => availability[row * dayParts.length + column] === '1');
    if (parts.length === 0) return [];
    const name = words(`terms.weekdays.${day}`);
    return [parts.length === dayParts.length ? `${name}${between}${words('me.profile.wholeDay')}` : `${name}${between}${parts.map((one) => words(`terms.dayParts.${one}`)).join(locale === 'en' ? ', ' : '、')}`];
  });
  return days.length === 0 ? words('me.profile.unsaid') : days.join(locale === 'en' ? '; ' : '；');
};

/** The own data, as they are kept. */
export const Profile = ({ volunteer, own }: { readonly volunteer: MyVolunteer; readonly own: Own }) => {
  const { words, locale, today } = own;
  const between = locale === 'en' ? ', ' : '、';
  const yes = (on: boolean): string => words(on ? 'me.profile.yes' : 'me.profile.no');
  const facts: readonly (readonly [string, string | null])[] = [
    ['name', volunteer.name], ['number', volunteer.number], ['phone', volunteer.phone], ['bornOn', dateOf(volunteer.bornOn, locale, '')], ['occupation', capital(words(`terms.occupations.${volunteer.occupation}`))],
    ['unit', volunteer.unit?.name ?? words('me.profile.unsaid')], ['county', volunteer.county.name], ['topics', volunteer.topics.map(({ name, level }) => (level === 'interested' ? name : `${name}${locale === 'en' ? ' (' : '（'}${words(`terms.skillLevels.${level}`)}${locale === 'en' ? ')' : '）'}`)).join(between) || words('me.profile.unsaid')], ['availability', availabilityText(volunteer.availability, own)],
    ['languages', volunteer.languages.map((one) => words(`terms.talkLanguages.${one}`)).join(between) || words('me.profile.unsaid')], ['monthly', volunteer.monthlyHours === null ? words('me.profile.monthlyAny') : words('me.profile.monthlyHours', { count: volunteer.monthlyHours })],
    ...(volunteer.absences.length > 0 ? [['absences', volunteer.absences.map(({ from, to }) => (from === to ? dateOf(from, locale, today) : words('me.profile.absenceLine', { from: dateOf(from, locale, today), to: dateOf(to, locale, today) }))).join(between)] as const] : []),
    ['travel', words('me.profile.minutes', { count: volunteer.travelLimit })], ['islands', yes(volunteer.toIslands)], ['mountains', yes(volunteer.toMountains)], ['personal', words(volunteer.recommendationsOff ? 'me.profile.personalOff' : 'me.profile.personalOn')],
    ...(volunteer.pools.length > 0 ? [['pools', volunteer.pools.map(({ name }) => name).join(between)] as const] : []),
  ];
  const edit = ({ currentTarget }: { readonly currentTarget: HTMLButtonElement }): void => {
    const content = currentTarget.closest('.own-content');
    if (!content) return;
    void openEditor(part(content, '.profile'), currentTarget, volunteer, own, (saved) => {
      draw(content, <Profile volunteer={saved} own={own} />);
      part<HTMLButtonElement>(content, 'button').focus();
    });
  };
  const stay = ({ currentTarget }: { readonly currentTarget: HTMLButtonElement }): void => {
    const content = currentTarget.closest<HTMLElement>('.own-content');
    if (!content) return;
    void act(currentTarget, own, part(content, '.profile-wrong'), async () => {
      const saved = await own.client.confirmMyWillingness();
      draw(content, <Profile volunteer={saved} own={own} />);
      own.announce(words('me.profile.stayed'));
    });
  };
  const paused = volunteer.pausedUntil !== null && volunteer.pausedUntil >= today;
  return (
    <div className="profile">
      {volunteer.willingness !== 'standing' && <div className="note note-wait"><div><p>{words('me.profile.stillWilling')}</p><p className="ways"><button className="button" type="button" onClick={stay}>{words('me.profile.stay')}</button></p><p className="hint">{words('me.profile.stayOr')}</p></div></div>}
      {paused && <p className="note note-wait">{words('me.profile.pausedUntil', { day: dateOf(volunteer.pausedUntil ?? '', locale, today) })}</p>}
      <dl className="profile-facts">{facts.map(([name, value]) => value !== null && <div key={name}><dt>{words(`me.profile.${name}`)}</dt><dd><Verbatim text={value} locale={locale} /></dd></div>)}</dl>
      <p className="hint">{words('me.profile.fixed')}</p>
      <p className="ways"><button className="button button-soft" type="button" onClick={edit}>{words('me.profile.edit')}</button></p>
      <p className="wrong profile-wrong" role="alert" />
    </div>
  );
};
