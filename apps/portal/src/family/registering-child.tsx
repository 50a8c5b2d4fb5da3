import type { Client } from '@kepu/api-client';
import { attachForm } from '../account/forms.js';
import { draw, part } from '../dom/draw.js';
import { codeOf, told } from '../islands/browser.js';
import { ageAt, bandsOf, birthDateOf, lowestAge } from '../register/birth-date.js';
import { showAllWrong, showFormWrong, showWrong, wrongFields } from '../register/form.js';
import { attachUnitFinder } from '../register/unit-finder.js';
import { pathOf } from '../routes.js';
import { dateOf } from '../times.js';
import { attachGuardianBirth } from './guardian-birth.js';
import type { Kin } from './kin.js';

type ChildInput = Parameters<Client['registerChild']>[0]['body'];
const needed = ['name', 'bornOn'] as const;
const choices = ['relation', 'countyCode'] as const;
const ticks = ['consent', 'childConsent'] as const;

/** Opens the form that registers a child; the guardian’s own birth date is asked for where it is not known. What is wrong is said before anything of the child is sent. */
export const openChildForm = (host: HTMLElement, kin: Kin, ageKnown: boolean): void => {
  const { client, words, locale, root, announce, refresh } = kin;
  const form = kin.childForm();
  host.replaceChildren(form);
  const [today, bands] = [form.dataset['today'] ?? '', bandsOf(root)];
  const finder = attachUnitFinder(part(form, '[data-field="unitId"]'), kin, () => undefined);
  const read = part(form, '#bornOn-read');
  const guardianBirth = part(form, '.guardian-birth');
  const guardianWrong = attachGuardianBirth(form, 'guardianBornOn', today, kin);
  guardianBirth.hidden = ageKnown;

  /** What is wrong with the birth date, or nothing. */
  const birthWrong = (typed: string): string => {
    const bornOn = birthDateOf(typed);
    const age = bornOn && ageAt(bornOn, today, bands);
    draw(read, null);
    if (!bornOn) return words('register.bornOnWrong');
    if (!age) return words('register.bornOnFuture');
    if (age.way === 'adult') return words('myFamily.form.wrong.adult');
    if (age.way === 'young') return `${words('register.wrong.young')} (${lowestAge(bands)}+)`;
    draw(read, words('register.bornOnRead', { date: dateOf(bornOn, locale, ''), age: age.age }));
    return '';
  };
  const findWrong = (value: (name: string) => string): Map<string, string> => {
    const wrong = new Map<string, string>();
    for (const name of needed) if (value(name).trim() === '') wrong.set(name, words('register.wrong.required'));
    for (const name of choices) if (value(name) === '') wrong.set(name, words('register.wrong.choose'));
    for (const name of ticks) if (value(name) === '') wrong.set(name, words('myFamily.form.wrong.consent'));
    const born = wrong.has('bornOn') ? '' : birthWrong(value('bornOn'));
    if (born !== '') wrong.set('bornOn', born);
    const guardian = guardianBirth.hidden ? '' : guardianWrong();
    if (guardian !== '') wrong.set('guardianBornOn', guardian);
    return wrong;
  };

  attachForm(form, kin, [], words('myFamily.form.sending'), async (value) => {
    const wrong = findWrong(value);
    showAllWrong(form, wrong);
    if (wrong.size > 0) return;
    const body: ChildInput = {
      name: value('name').trim(), bornOn: birthDateOf(value('bornOn')) ?? '', relation: value('relation') as ChildInput['relation'], unitId: finder.chosen()?.id ?? null, countyCode: value('countyCode'), topicIds: new FormData(form).getAll('topicIds').map(String), consent: value('consent'), childConsent: value('childConsent'),
      ...(guardianBirth.hidden ? {} : { guardianBornOn: birthDateOf(value('guardianBornOn')) ?? '' }),
    };
    try {
      await client.registerChild({ body });
    } catch (error) {
      const code = codeOf(error);
      const beside = wrongFields(error);
      if (code === 'volunteer.too_young' || code === 'minor.of_age' || code === 'child.exists') beside.set('bornOn', told(error, words));
      if (code === 'guardian.age_needed') guardianBirth.hidden = false;
      if (code === 'guardian.age_needed' || (code === 'guardian.of_age' && !guardianBirth.hidden)) beside.set('guardianBornOn', told(error, words));
      if (code !== 'guardian.phone_needed' && beside.size === 0) throw error;
      showAllWrong(form, beside);
      showFormWrong(form, told(error, words));
      if (code === 'guardian.phone_needed') part(form, '.form-wrong').append(linkTo(pathOf('security', locale), words('myFamily.form.phoneFirst')));
      return;
    }
    await refresh();
    announce(words('myFamily.form.done'));
  });
  form.addEventListener('input', (event) => {
    // Read as it is typed: a line that came only when the field is left would push the next one away from under the finger.
    if (event.target instanceof HTMLInputElement && event.target.name === 'bornOn') birthWrong(event.target.value);
  });
  form.addEventListener('change', (event) => {
    const { name, value } = event.target instanceof HTMLInputElement ? event.target : { name: '', value: '' };
    if (name !== '' && name !== 'guardianBornOn') showWrong(form, name, name === 'bornOn' && value !== '' ? birthWrong(value) : '');
  });
  part(form, '.cancel').addEventListener('click', () => {
    draw(host, null);
    part(root, '.add-child').focus();
  });
  part(form, 'h2').focus();
  form.scrollIntoView?.({ block: 'start' });
};

const linkTo = (href: string, text: string): HTMLAnchorElement => Object.assign(document.createElement('a'), { href, textContent: text });
