import type { Client } from '@kepu/api-client';
import { askForCode } from '../account/code-step.js';
import { draw, part } from '../dom/draw.js';
import { codeOf, nextOf, told, type Browser } from '../islands/browser.js';
import { pathOf } from '../routes.js';
import { dateOf } from '../times.js';
import { AgeNote } from './age-note.js';
import { attachPresets, availabilityOf } from './availability.js';
import { ageAt, bandsOf, birthDateOf } from './birth-date.js';
import { forgetDraft, keepDraft, restoreDraft } from './draft.js';
import { attachReveal, showAllWrong, showFormWrong, showWrong, wrongFields } from './form.js';
import { attachUnitFinder } from './unit-finder.js';

type VolunteerInput = Parameters<Client['createVolunteer']>[0]['body'];
const phoneLike = /^\+?[\d -]{6,20}$/;
const birthWords = { unreadable: 'register.bornOnWrong', future: 'register.bornOnFuture', young: 'register.wrong.young', family: 'register.wrong.family' } as const;
/** Two kinds of characters and eight of them; the API knows more, and says so. */
const isWeak = (password: string): boolean => password.length < 8 || [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length < 2;

/** Sends the registration form. Everything is checked here first, kindly and at once; the API decides. */
export const attachRegistration = (form: HTMLFormElement, browser: Browser & { readonly search: string }): void => {
  const { client, words, locale, go, memory, search } = browser;
  const [today, bands] = [form.dataset['today'] ?? '', bandsOf(form)];
  const value = (name: string): string => String(new FormData(form).get(name) ?? '').trim();
  const read = part(form, '#bornOn-read');
  const submit = part<HTMLButtonElement>(form, 'button[type="submit"]');
  const label = submit.textContent ?? '';

  const counties = [...form.querySelectorAll<HTMLInputElement>('input[name="countyCode"]')];
  const finder = attachUnitFinder(part(form, '[data-field="unitId"]'), browser, (unit) => {
    // Most people live where they work: one tap less. What was chosen already stays.
    const same = counties.find((county) => county.parentElement?.textContent?.trim() === unit?.countyName);
    if (same && !counties.some(({ checked }) => checked)) same.checked = true;
    keepDraft(form, finder.chosen());
  });

  let readOf = '';
  /** Says what was understood of the birth date, and kindly that somebody is too young, before anything is sent. */
  const readBirthDate = (): keyof typeof birthWords | null => {
    const bornOn = birthDateOf(value('bornOn'));
    const age = bornOn && ageAt(bornOn, today, bands);
    // What stands there already stays: drawn anew as the field is left, its link would be gone from under the finger that leaves for it.
    if (readOf !== (age && bornOn ? bornOn : '')) draw(read, age && bornOn && <AgeNote way={age.way} bands={bands} browser={browser}>{words('register.bornOnRead', { date: dateOf(bornOn, locale, ''), age: age.age })}</AgeNote>);
    readOf = age && bornOn ? bornOn : '';
    if (!bornOn) return 'unreadable';
    if (!age) return 'future';
    return age.way === 'adult' || age.way === 'alone' ? null : age.way;
  };

  const findWrong = (): Map<string, string> => {
    const wrong = new Map<string, string>();
    for (const name of ['name', 'phone', 'bornOn', 'password']) if (value(name) === '') wrong.set(name, words('register.wrong.required'));
    for (const name of ['occupation', 'countyCode']) if (value(name) === '') wrong.set(name, words('register.wrong.choose'));
    if (!wrong.has('phone') && !phoneLike.test(value('phone'))) wrong.set('phone', words('register.wrong.phone'));
    if (!wrong.has('bornOn')) {
      const why = readBirthDate();
      if (why) wrong.set('bornOn', words(birthWords[why]));
    }
    if (!wrong.has('password') && isWeak(value('password'))) wrong.set('password', words('register.wrong.password'));
    if (value('consent') === '') wrong.set('consent', words('register.wrong.consent'));
    return wrong;
  };

  const input = (): VolunteerInput => {
    const data = new FormData(form);
    return {
      name: value('name'), phone: value('phone'), bornOn: birthDateOf(value('bornOn')) ?? '', occupation: value('occupation') as VolunteerInput['occupation'], unitId: finder.chosen()?.id ?? null, countyCode: value('countyCode'),
      topicIds: data.getAll('topicIds').map(String), availability: availabilityOf(form), password: String(data.get('password') ?? ''), consent: value('consent'),
    };
  };

  const register = async (phoneProof?: VolunteerInput['phoneProof']): Promise<void> => {
    await client.createVolunteer({ body: { ...input(), ...(phoneProof ? { phoneProof } : {}) } });
    memory.remember(true);
    forgetDraft();
    // A minor has one more step to do, wherever it came from: nothing can be signed up for without the guardian.
    const way = ageAt(birthDateOf(value('bornOn')) ?? '', today, bands)?.way;
    go(way === 'alone' ? pathOf('myFamily', locale) : nextOf(search, `${pathOf('me', locale)}#welcome`));
  };
  const proof = document.createElement('div');
  proof.className = 'phone-proof';
  const provePhone = async (): Promise<void> => {
    submit.disabled = false;
    submit.textContent = label;
    form.after(proof);
    const phone = value('phone');
    await askForCode(proof, browser, {
      ask: () => client.createSessionChallenge({ body: { phone, purpose: 'register' } }), sent: words('entry.codeSentRegister', { phone }), submit: words('register.submit'),
      take: ({ challengeId, code }) => register({ challengeId, code }),
    }).catch((error: unknown) => showFormWrong(form, told(error, words)));
  };

  const send = async (): Promise<void> => {
    submit.disabled = true;
    submit.textContent = words('register.sending');
    showFormWrong(form, '');
    try {
      await register();
      return;
    } catch (error) {
      const wrong = wrongFields(error);
      const code = codeOf(error);
      // Nothing was wrong with the form: what is missing is the proof of its phone.
      if (code === 'auth.phone_proof_required') return provePhone();
      if (code === 'volunteer.exists') wrong.set('phone', told(error, words));
      if (code === 'volunteer.too_young' || code === 'guardian.needed') wrong.set('bornOn', told(error, words));
      if (code === 'auth.password_weak') wrong.set('password', told(error, words));
      showFormWrong(form, told(error, words));
      if (wrong.size > 0) showAllWrong(form, wrong);
    }
    submit.disabled = false;
    submit.textContent = label;
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wrong = findWrong();
    showAllWrong(form, wrong);
    if (wrong.size === 0) void send();
    else part(form, '.form-wrong').hidden = true;
  });
  form.addEventListener('input', (event) => {
    // Read as it is typed: a line that came only when the field is left would push the next one away from under the finger.
    if (event.target instanceof HTMLInputElement && event.target.name === 'bornOn') readBirthDate();
  });
  form.addEventListener('change', (event) => {
    const name = event.target instanceof HTMLInputElement ? event.target.name : '';
    if (name === 'bornOn' && value('bornOn') !== '') {
      const why = readBirthDate();
      // Somebody who is too young is thanked, and not told off in red.
      showWrong(form, 'bornOn', why === null || why === 'young' || why === 'family' ? '' : words(birthWords[why]));
    } else showWrong(form, name === '' ? 'unitId' : name, '');
    keepDraft(form, finder.chosen());
  });
  const unit = restoreDraft(form);
  if (unit) finder.set(unit);
  if (value('bornOn') !== '') readBirthDate();
  attachPresets(form);
  attachReveal(form, words);
  const signIn = part<HTMLAnchorElement>(form, '.to-sign-in');
  const next = nextOf(search, '');
  if (next) signIn.href = pathOf('signIn', locale, { query: { next } });
  submit.disabled = false;
};
