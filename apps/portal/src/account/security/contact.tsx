import { draw, part } from '../../dom/draw.js';
import { Field } from '../../register/fields.js';
import { askForCode } from '../code-step.js';
import { attachForm, PasswordForm, Secret } from '../forms.js';
import type { Account } from './account.js';
import { Part } from './parts.js';

const End = ({ submit }: { readonly submit: string }) => <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button" type="submit">{submit}</button></div>;

/** The own phone and address: changed by a code to the new one. */
export const Contact = ({ account }: { readonly account: Account }) => {
  const { client, words, security, done, prove } = account;
  const change = (button: HTMLElement, kind: 'phone' | 'email'): void => {
    if (!security.fresh && prove(null)) return;
    const host = part(button.closest('section') ?? document, '.part-form');
    draw(host, (
      <form className="form" noValidate>
        <Field name={kind} label={words(kind === 'phone' ? 'security.contact.next' : 'security.contact.nextEmail')}><input id={kind} name={kind} type={kind === 'phone' ? 'tel' : 'email'} autoComplete={kind === 'phone' ? 'tel' : 'email'} maxLength={254} aria-describedby={`${kind}-wrong`} /></Field>
        <End submit={words('entry.getCode')} />
      </form>
    ));
    attachForm(part<HTMLFormElement>(host, 'form'), account, [kind], words('form.sending'), (value) => {
      const given = value(kind);
      return askForCode(host, account, {
        ask: () => client.createContactChallenge({ body: kind === 'phone' ? { phone: given } : { email: given } }), sent: words('entry.ownCodeSent'), submit: words('entry.confirm'),
        take: async ({ challengeId, code }) => {
          await client.changeMyContact({ body: { challengeId, code } });
          await done(words('security.contact.done'));
        },
      });
    });
    part(host, 'input').focus();
  };
  return (
    <Part name="contact" heading={words('security.contact.heading')}>
      <ul className="rows">{(['phone', 'email'] as const).map((kind) => (
        <li key={kind} className="row"><div><b>{words(`security.contact.${kind}`)}</b><p className="soft">{security.contact[kind] ?? words('security.contact.none')}</p></div><button className="button button-soft" type="button" onClick={(event) => change(event.currentTarget, kind)}>{words(security.contact[kind] ? 'security.contact.change' : 'security.contact.add')}</button></li>
      ))}</ul>
      <div className="part-form" />
    </Part>
  );
};

/** The password: with the old one, or without it after a code or link. */
export const Password = ({ account }: { readonly account: Account }) => {
  const { client, words, security, done } = account;
  const open = (button: HTMLElement): void => {
    const host = part(button.closest('section') ?? document, '.part-form');
    const { recovered } = security;
    draw(host, recovered
      ? <form className="form" noValidate><p>{words('security.password.recoverText')}</p><Secret name="nextPassword" label={words('signIn.next')} hint={words('signIn.nextHint')} words={words} fresh /><End submit={words('form.save')} /></form>
      : <PasswordForm words={words} submit={words('form.save')} />);
    attachForm(part<HTMLFormElement>(host, 'form'), account, recovered ? ['nextPassword'] : ['currentPassword', 'nextPassword'], words('form.sending'), async (value) => {
      if (recovered) await client.setNewPassword({ body: { next: value('nextPassword') } });
      else await client.changePassword({ body: { current: value('currentPassword'), next: value('nextPassword') } });
      await done(words('security.password.done'));
    });
    part(host, 'input').focus();
  };
  return <Part name="password" heading={words('security.password.heading')}><p>{words('security.password.text')}</p><p className="ways"><button className="button button-soft" type="button" onClick={(event) => open(event.currentTarget)}>{words('security.password.change')}</button></p><div className="part-form" /></Part>;
};
