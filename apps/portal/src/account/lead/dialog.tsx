import { draw } from '../../dom/draw.js';

interface Question { readonly title: string; readonly text: string; readonly yes: string; readonly no: string }

/** Asks before something that cannot be taken back. Older browsers inside other apps have no dialog: there it is a part of the page, with the same two ways. */
export const askInDialog = ({ title, text, yes, no }: Question): Promise<boolean> => new Promise((resolve) => {
  const dialog = document.createElement('dialog');
  const answer = (sure: boolean) => (): void => {
    dialog.remove();
    resolve(sure);
  };
  dialog.className = 'ask';
  dialog.setAttribute('aria-labelledby', 'ask-title');
  draw(dialog, <><h2 id="ask-title" tabIndex={-1}>{title}</h2><p>{text}</p><p className="ways"><button className="button ask-yes" type="button" onClick={answer(true)}>{yes}</button><button className="quiet ask-no" type="button" onClick={answer(false)}>{no}</button></p></>);
  dialog.addEventListener('cancel', answer(false));
  document.body.append(dialog);
  if (typeof dialog.showModal === 'function') dialog.showModal();
  else dialog.setAttribute('open', '');
  dialog.querySelector<HTMLElement>('#ask-title')?.focus();
});
