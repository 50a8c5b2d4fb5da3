import type { InvitationPage, NoThanksReason } from '@kepu/contracts';
import { draw, part } from '../dom/draw.js';
import { told, type Browser } from '../islands/browser.js';
import { Answer } from './answer.js';

/** Takes the taps. A tap is one request; what comes back is drawn, whatever stood there before. */
export const attachInvited = (root: HTMLElement, { client, words, locale }: Browser): void => {
  const token = root.dataset['token'] ?? '';
  const today = root.dataset['today'] ?? '';
  const answer = part(root, '.invited-answer');
  const wrong = part(root, '.invited-wrong');
  let busy = false;

  const run = (ask: () => Promise<InvitationPage>, after: (page: InvitationPage) => void): void => {
    // A second press while the first is on its way says nothing new.
    if (busy) return;
    busy = true;
    wrong.hidden = true;
    for (const button of root.querySelectorAll('button')) button.disabled = true;
    ask().then(after, (error: unknown) => {
      for (const button of root.querySelectorAll('button')) button.disabled = false;
      wrong.textContent = told(error, words);
      wrong.hidden = false;
      wrong.focus();
    }).finally(() => { busy = false; });
  };
  const show = (page: InvitationPage, thanked = false): void => draw(answer, <Answer page={page} words={words} locale={locale} today={today} thanked={thanked} taps={taps} />);
  const send = (body: { readonly answer: 'yes' | 'no'; readonly reason: NoThanksReason | null }): void => run(() => client.answerInvitation({ params: { token }, body }), (page) => {
    show(page, body.reason !== null);
    answer.focus();
  });
  const taps = { yes: () => send({ answer: 'yes', reason: null }), no: (reason: NoThanksReason | null) => send({ answer: 'no', reason }) };

  show(JSON.parse(root.dataset['page'] ?? '{}') as InvitationPage);
  root.querySelector<HTMLButtonElement>('.invited-stop')?.addEventListener('click', ({ currentTarget }) => {
    const button = currentTarget as HTMLButtonElement;
    run(() => client.stopInvitations({ params: { token } }), (page) => {
      show(page);
      const said = part(root, '.invited-stopped');
      said.textContent = words('invited.stopped');
      button.remove();
    });
  });
};
