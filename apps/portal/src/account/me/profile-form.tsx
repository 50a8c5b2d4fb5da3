import type { Client } from '@kepu/api-client';
import type { MyVolunteer, PublicDictionary, SkillLevel } from '@kepu/contracts';
import { occupations, skillLevels, talkLanguages } from '../../choices.js';
import { draw, part } from '../../dom/draw.js';
import { langOf } from '../../layout/verbatim.js';
import { attachPresets, availabilityOf } from '../../register/availability.js';
import { Availability, Choice, Field, Group } from '../../register/fields.js';
import { showAllWrong, wrongFields } from '../../register/form.js';
import { attachUnitFinder } from '../../register/unit-finder.js';
import { capital } from '../../wording.js';
import { act, type Own } from './own.js';

type Change = Parameters<Client['updateMyVolunteer']>[0]['body'];
const limits = [15, 30, 45, 60, 90, 120, 180, 240];

const monthly = [4, 8, 16, 24, 40];
const levelOf = (topicId: string): string => `level ${topicId}`;

/** A stretch of days away; empty ones say nothing. */
const Absence = ({ words, from, to }: { readonly words: Own['words']; readonly from: string; readonly to: string }) => (
  <div className="absence"><label>{words('me.profile.absenceFrom')} <input type="date" name="absenceFrom" defaultValue={from} /></label> <label>{words('me.profile.absenceTo')} <input type="date" name="absenceTo" defaultValue={to} /></label></div>
);

const Tick = ({ name, checked, text }: { readonly name: string; readonly checked: boolean; readonly text: string }) => <label className="tick"><input type="checkbox" name={name} defaultChecked={checked} /><span>{text}</span></label>;

const Form = ({ volunteer, dictionary, own: { words, locale } }: { readonly volunteer: MyVolunteer; readonly dictionary: PublicDictionary; readonly own: Own }) => (
  <form className="form profile-form" noValidate>
    <Field name="occupation" label={words('me.profile.occupation')}><select id="occupation" name="occupation" defaultValue={volunteer.occupation}>{occupations.map((one) => <option key={one} value={one}>{capital(words(`terms.occupations.${one}`))}</option>)}</select></Field>
    <Field name="unitId" label={words('me.profile.unit')} hint={words('register.unitHint')}>
      <div className="finder"><input id="unitId" type="text" role="combobox" aria-expanded="false" aria-controls="units" aria-autocomplete="list" autoComplete="off" maxLength={100} aria-describedby="unitId-hint unitId-wrong" /><ul id="units" role="listbox" aria-label={words('me.profile.unit')} hidden /></div>
    </Field>
    <Field name="countyCode" label={words('me.profile.county')}><select id="countyCode" name="countyCode" defaultValue={volunteer.county.code}>{dictionary.counties.map(({ code, name }) => <option key={code} value={code} lang={langOf(name, locale)}>{name}</option>)}</select></Field>
    <Group name="topicIds" label={words('me.profile.topics')}>
      {dictionary.topics.map(({ id, name, children }) => (
        <fieldset key={id} className="topic-group"><legend lang={langOf(name, locale)}>{name}</legend><div className="choices">{(children.length > 0 ? children : [{ id, name }]).map((topic) => <span key={topic.id} className="topic-pick"><Choice type="checkbox" name="topicIds" value={topic.id} text={topic.name} locale={locale} checked={volunteer.topicIds.includes(topic.id)} /><select name={levelOf(topic.id)} aria-label={words('me.profile.level', { topic: topic.name })} defaultValue={volunteer.topics.find((known) => known.id === topic.id)?.level ?? 'interested'}>{skillLevels.map((level) => <option key={level} value={level}>{capital(words(`terms.skillLevels.${level}`))}</option>)}</select></span>)}</div></fieldset>
      ))}
    </Group>
    <Group name="availability" label={words('me.profile.availability')}><Availability words={words} locale={locale} value={volunteer.availability} /></Group>
    <Group name="languages" label={words('me.profile.languages')} hint={words('me.profile.languagesHint')}><div className="choices">{talkLanguages.map((one) => <Choice key={one} type="checkbox" name="languages" value={one} text={words(`terms.talkLanguages.${one}`)} locale={locale} checked={volunteer.languages.includes(one)} />)}</div></Group>
    <Field name="monthlyHours" label={words('me.profile.monthly')}>
      <select id="monthlyHours" name="monthlyHours" defaultValue={volunteer.monthlyHours === null ? '' : String(volunteer.monthlyHours)}><option value="">{words('me.profile.monthlyAny')}</option>{[...new Set([...monthly, ...(volunteer.monthlyHours === null ? [] : [volunteer.monthlyHours])])].sort((a, b) => a - b).map((count) => <option key={count} value={String(count)}>{words('me.profile.monthlyHours', { count })}</option>)}</select>
    </Field>
    <Group name="absences" label={words('me.profile.absences')} hint={words('me.profile.absencesHint')}>
      {[...volunteer.absences, { from: '', to: '' }].map((absence, index) => <Absence key={index} words={words} {...absence} />)}
      <button className="quiet absence-add" type="button">{words('me.profile.absenceAdd')}</button>
    </Group>
    <Field name="travelLimit" label={words('me.profile.travel')}>
      <select id="travelLimit" name="travelLimit" defaultValue={String(volunteer.travelLimit)}>{[...new Set([...limits, volunteer.travelLimit])].sort((a, b) => a - b).map((count) => <option key={count} value={String(count)}>{words('me.profile.minutes', { count })}</option>)}</select>
    </Field>
    <Tick name="toIslands" checked={volunteer.toIslands} text={words('me.profile.islands')} /><Tick name="toMountains" checked={volunteer.toMountains} text={words('me.profile.mountains')} />
    <Field name="pausedUntil" label={words('me.profile.pause')} hint={words('me.profile.pauseHint')}><input id="pausedUntil" name="pausedUntil" type="date" defaultValue={volunteer.pausedUntil ?? ''} aria-describedby="pausedUntil-hint pausedUntil-wrong" /></Field>
    <Tick name="recommendationsOff" checked={volunteer.recommendationsOff} text={words('me.profile.turnOff')} />
    <div className="form-end"><p className="wrong form-wrong" role="alert" /><p className="ways"><button className="button" type="submit">{words('form.save')}</button><button className="quiet cancel" type="button">{words('form.cancel')}</button></p></div>
  </form>
);

/** A stretch of one day may be said by either end. */
const absencesIn = (data: FormData): MyVolunteer['absences'] => {
  const ends = data.getAll('absenceTo').map(String);
  return data.getAll('absenceFrom').map(String).map((from, index) => ({ from: from || (ends[index] ?? ''), to: ends[index] || from })).filter(({ from }) => from !== '');
};

/** Opens the own profile for changes, in its place; `close` shows it again as it stands then. */
export const openEditor = async (host: HTMLElement, button: HTMLButtonElement, volunteer: MyVolunteer, own: Own, close: (volunteer: MyVolunteer) => void): Promise<void> => {
  const { client, words, announce, refresh } = own;
  await act(button, own, part(host, '.profile-wrong'), async () => {
    const dictionary = await client.getPublicDictionary();
    draw(host, <Form volunteer={volunteer} dictionary={dictionary} own={own} />);
    const form = part<HTMLFormElement>(host, 'form');
    const finder = attachUnitFinder(part(form, '[data-field="unitId"]'), own, () => undefined);
    finder.set(volunteer.unit && { ...volunteer.unit, countyName: null });
    attachPresets(form);
    part<HTMLButtonElement>(form, '.absence-add').addEventListener('click', ({ currentTarget }) => {
      const last = part(form, '.absence:last-of-type');
      const next = last.cloneNode(true) as HTMLElement;
      for (const input of next.querySelectorAll('input')) input.value = '';
      (currentTarget as HTMLButtonElement).before(next);
      part<HTMLInputElement>(next, 'input').focus();
    });
    part(form, '.cancel').addEventListener('click', () => close(volunteer));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const data = new FormData(form);
      const pausedUntil = String(data.get('pausedUntil') ?? '');
      const body: Change = {
        version: volunteer.version, occupation: String(data.get('occupation')) as Change['occupation'], unitId: finder.chosen()?.id ?? null, countyCode: String(data.get('countyCode')), topicIds: data.getAll('topicIds').map(String), availability: availabilityOf(form),
        skills: data.getAll('topicIds').map((topicId) => ({ topicId: String(topicId), level: String(data.get(levelOf(String(topicId)))) as SkillLevel })), languages: data.getAll('languages').map(String) as MyVolunteer['languages'],
        monthlyHours: data.get('monthlyHours') === '' ? null : Number(data.get('monthlyHours')), absences: absencesIn(data),
        travelLimit: Number(data.get('travelLimit')), toIslands: data.has('toIslands'), toMountains: data.has('toMountains'), recommendationsOff: data.has('recommendationsOff'), pausedUntil: pausedUntil === '' ? null : pausedUntil,
      };
      void act(part<HTMLButtonElement>(form, 'button[type="submit"]'), own, part(form, '.form-wrong'), async () => {
        try {
          const saved = await client.updateMyVolunteer({ body });
          announce(words('form.saved'));
          close(saved);
        } catch (error) {
          showAllWrong(form, wrongFields(error));
          throw error;
        }
        await refresh();
      });
    });
    part<HTMLSelectElement>(form, 'select').focus();
  });
};
