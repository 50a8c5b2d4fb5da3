import type { Client } from '@kepu/api-client';
import { attachForm } from '../account/forms.js';
import { askForCode } from '../account/code-step.js';
import { draw, part } from '../dom/draw.js';
import { codeOf, told, type Browser } from '../islands/browser.js';
import { birthDateOf } from '../register/birth-date.js';
import { showAllWrong, showFormWrong, showWrong } from '../register/form.js';
import { pathOf } from '../routes.js';
import { attachGuardianBirth } from './guardian-birth.js';

type Proof = Parameters<Client['createGuardian']>[0]['body']['phoneProof'];

/** Makes a parent's account; the phone is proved first where messages reach it. `next` is where a sign-in comes back to, `done` follows the new account. */
export const attachGuardianAccount = (form: HTMLFormElement, browser: Browser, next: string, done: () => void): void => {
  const { client, words, locale, memory } = browser;
  const proof = document.createElement('div');
  proof.className = 'phone-proof';
  const birthWrong = attachGuardianBirth(form, 'bornOn', form.dataset['today'] ?? '', browser);
  // Who has an account keeps it: the same phone cannot have two.
  const exists = (error: unknown): void => {
    showAllWrong(form, new Map([['phone', words('guardianAccount.exists')]]));
    showFormWrong(form, told(error, words));
    const wrong = part(form, '.form-wrong');
    draw(wrong, <span>{words('guardianAccount.exists')} <a href={pathOf('signIn', locale, { query: { next } })}>{words('guardianAccount.signIn')}</a></span>);
  };
  attachForm(form, browser, ['name', 'bornOn', 'phone', 'password', 'consent'], words('guardianAccount.sending'), async (value) => {
    const wrong = birthWrong();
    if (wrong !== '') return showAllWrong(form, new Map([['bornOn', wrong]]));
    const make = async (phoneProof?: Proof): Promise<void> => {
      await client.createGuardian({ body: { name: value('name').trim(), bornOn: birthDateOf(value('bornOn')) ?? '', phone: value('phone').trim(), password: value('password'), consent: value('consent'), ...(phoneProof ? { phoneProof } : {}) } });
      memory.remember(true);
      proof.remove();
      done();
    };
    try {
      await make();
    } catch (error) {
      const code = codeOf(error);
      if (code === 'volunteer.exists') return exists(error);
      if (code === 'guardian.of_age') showWrong(form, 'bornOn', told(error, words));
      if (code === 'auth.password_weak') showWrong(form, 'password', told(error, words));
      if (code !== 'auth.phone_proof_required') throw error;
      form.after(proof);
      const phone = value('phone').trim();
      await askForCode(proof, browser, {
        ask: () => client.createSessionChallenge({ body: { phone, purpose: 'register' } }), sent: words('entry.codeSentRegister', { phone }), submit: words('guardianAccount.submit'), take: ({ challengeId, code: given }) => make({ challengeId, code: given }),
      });
    }
  });
};
