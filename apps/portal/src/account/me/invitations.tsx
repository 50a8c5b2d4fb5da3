import type { MyInvitations } from '@kepu/contracts';
import { draw, part } from '../../dom/draw.js';
import { Icon } from '../../layout/icon.js';
import { Verbatim } from '../../layout/verbatim.js';
import { When } from '../../layout/when.js';
import { act, fill, type Own } from './own.js';

/** What waits for an answer, each with the way to its page, and whether one wants to be asked at all. */
const InvitationList = ({ answer: { data, off }, own }: { readonly answer: MyInvitations; readonly own: Own }) => {
  const { words, locale, today } = own;
  const waiting = data.filter(({ state, over }) => state === 'sent' && over === null);
  return (
    <>
      {waiting.length === 0 ? <p className="soft">{words('myInvited.none')}</p> : (
        <ul className="cards">{waiting.map(({ id, link, activity, position, place, ...time }) => (
          <li key={id} className="card"><div className="card-text">
            <h3><Verbatim text={activity.name} locale={locale} /></h3>
            <p className="line"><Icon name="clock" /><span><When time={time} locale={locale} today={today} words={words} /></span></p>
            <p className="line"><Icon name="place" /><span><Verbatim text={place} locale={locale} /></span></p>
            {position && <p className="line"><Icon name="people" /><span><Verbatim text={position.name} locale={locale} /></span></p>}
            <p className="ways"><a className="button" href={`${locale === 'en' ? '/en' : ''}${link}`}>{words('myInvited.answer')}</a></p>
          </div></li>
        ))}</ul>
      )}
      <p className="soft">{words(off ? 'myInvited.off' : 'myInvited.on')} <button className="quiet invitations-switch" type="button">{words(off ? 'myInvited.switch_on' : 'myInvited.switch_off')}</button></p>
      <p className="wrong invitations-wrong" role="alert" />
    </>
  );
};

/** Fills the part of invitations on the own page. */
export const showInvitations = async (host: HTMLElement, own: Own): Promise<void> => {
  const show = (answer: MyInvitations): void => {
    draw(host, <InvitationList answer={answer} own={own} />);
    attach(answer);
  };
  const attach = (answer: MyInvitations): void => part(host, '.invitations-switch').addEventListener('click', ({ currentTarget }) => void act(currentTarget as HTMLButtonElement, own, part(host, '.invitations-wrong'), async () => {
    show(await own.client.setMyInvitations({ body: { off: !answer.off } }));
    own.announce(own.words('myInvited.switched'));
  }));
  let answer: MyInvitations | null = null;
  await fill(host, own, async () => { answer = await own.client.listMyInvitations(); return answer; }, (given) => <InvitationList answer={given} own={own} />);
  if (answer) attach(answer);
};
