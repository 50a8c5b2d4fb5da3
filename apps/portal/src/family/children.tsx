import type { Child } from '@kepu/contracts';
import { askInDialog } from '../account/lead/dialog.js';
import { AccessList, askAccesses } from '../account/my-data/accesses.js';
import { Leave } from '../account/my-data/leave.js';
import { askSignups, SignupList } from '../account/me/my-signups.js';
import { drawRealName } from '../account/real-name/real-name.js';
import { act, fill, type Own } from '../account/me/own.js';
import { Profile } from '../account/me/profile.js';
import { draw, part } from '../dom/draw.js';
import { told } from '../islands/browser.js';
import { Icon } from '../layout/icon.js';
import { Verbatim } from '../layout/verbatim.js';
import { pathOf } from '../routes.js';
import { dateOf, hoursOf } from '../times.js';
import { forChild } from './for-child.js';
import { Part, type Kin } from './kin.js';
import { openChildForm } from './registering-child.js';

const details = ['realName', 'profile', 'data', 'accesses', 'leave'] as const;
type Detail = (typeof details)[number];

/** What holds at the child's age, in plain words. */
const Rules = ({ child: { accompanied, mostMinutes, latestHour, until }, kin: { words, locale, today } }: { readonly child: Child; readonly kin: Kin }) => (
  <ul className="family-rules">
    {mostMinutes === null || latestHour === null ? <li><Icon name="info" />{words('myFamily.children.none_yet')}</li> : (
      <><li><Icon name="people" />{words(accompanied ? 'myFamily.children.accompanied' : 'myFamily.children.alone')}</li><li><Icon name="clock" />{words('myFamily.children.most', { count: hoursOf(mostMinutes) })}</li><li><Icon name="calendar" />{words('myFamily.children.latest', { hour: latestHour })}</li></>
    )}
    <li><Icon name="info" />{words('myFamily.children.until', { day: dateOf(until, locale, today) })}</li>
  </ul>
);

const Kept = ({ child, kin: { words } }: { readonly child: Child; readonly kin: Kin }) => (
  <div>
    <p>{words('myFamily.children.dataText')}</p>
    <p className="ways"><a className="button" href={`/api/v1/me/children/${child.id}/data.html`} download>{words('mine.kept.page')}</a><a className="button button-soft" href={`/api/v1/me/children/${child.id}/data`} download>{words('mine.kept.data')}</a></p>
    <p className="hint">{words('myFamily.children.dataHint')}</p>
  </div>
);

const ChildCard = ({ child, kin }: { readonly child: Child; readonly kin: Kin }) => {
  const { client, words, locale, announce, refresh, root } = kin;
  const own: Own = forChild(kin, child);
  const show = (detail: Detail) => ({ currentTarget }: { readonly currentTarget: HTMLButtonElement }): void => {
    const card = currentTarget.closest('.child-card');
    const open = currentTarget.getAttribute('aria-expanded') === 'true';
    if (!card) return;
    closeAll(root);
    if (open) return;
    currentTarget.setAttribute('aria-expanded', 'true');
    const host = part(card, '.child-detail');
    if (detail === 'data') draw(host, <Kept child={child} kin={kin} />);
    else if (detail === 'realName') void own.client.getMyRealName().then((name) => drawRealName(host, name, { ...own, back: null }), (error: unknown) => draw(host, <p className="note note-wrong">{told(error, words)}</p>));
    else if (detail === 'leave') draw(host, <Leave own={own} />);
    else if (detail === 'accesses') void fill(host, own, () => askAccesses(own, 1), (answer) => <AccessList accesses={answer} own={own} />);
    else void fill(host, own, () => own.client.getMyVolunteer(), (answer) => <Profile volunteer={answer} own={own} />);
  };
  const end = async (button: HTMLButtonElement): Promise<void> => {
    const card = button.closest('.child-card');
    if (!card || !(await askInDialog({ title: words('myFamily.children.endSure', { name: child.name }), text: words('myFamily.children.endText'), yes: words('myFamily.children.endYes'), no: words('myFamily.children.endNo') }))) return;
    await act(button, kin, part(card, '.end-wrong'), async () => {
      await client.endGuardianLink({ params: { id: child.linkId } });
      await refresh();
      announce(words('myFamily.children.ended', { name: child.name }));
    });
  };
  const signups = (host: HTMLElement): void => void fill(host, own, () => askSignups(own, true, 1), (answer) => <SignupList signups={answer} own={own} />);
  return (
    <article className="child-card" aria-label={child.name}>
      <h3><Verbatim text={child.name} locale={locale} /> <span className="soft">{words('myFamily.children.age', { age: child.age })}</span></h3>
      <p className="soft"><Verbatim text={[child.number, child.county.name, child.unit?.name].filter(Boolean).join(' · ')} locale={locale} /></p>
      <Rules child={child} kin={kin} />
      <h4>{words('myFamily.children.signups')}</h4>
      <div className="child-signups" ref={(host) => { if (host) signups(host); }} />
      <p className="ways">{details.map((detail) => <button key={detail} className="button button-soft" type="button" aria-expanded={false} onClick={show(detail)}>{words(`myFamily.children.${detail}`)}</button>)}</p>
      <div className="child-detail own-content" />
      {child.mayEndLink ? <p><button className="quiet end-link" type="button" onClick={(event) => void end(event.currentTarget)}>{words('myFamily.children.end')}</button></p> : <p className="hint">{words('myFamily.children.onlyOne')}</p>}
      <p className="wrong end-wrong" role="alert" />
    </article>
  );
};

/** One part open at a time: two forms of the same fields on one page would be told apart by nobody. */
const closeAll = (root: HTMLElement): void => {
  for (const host of root.querySelectorAll('.child-detail, .child-form-place')) draw(host, null);
  for (const button of root.querySelectorAll('[aria-expanded="true"]')) button.setAttribute('aria-expanded', 'false');
};

/** The children that one decides for, and the way to register another. */
export const Children = ({ children, ageKnown, kin }: { readonly children: readonly Child[]; readonly ageKnown: boolean; readonly kin: Kin }) => {
  const { words, locale, root } = kin;
  const add = (): void => {
    closeAll(root);
    openChildForm(part(root, '.child-form-place'), kin, ageKnown);
  };
  return (
    <Part name="children" heading={words('myFamily.children.heading')}>
      {children.length === 0 && <div className="empty empty-small"><p>{words('myFamily.children.none')}</p></div>}
      <div className="family-cards">{children.map((child) => <ChildCard key={child.id} child={child} kin={kin} />)}</div>
      <p className="ways"><button className={children.length === 0 ? 'button button-large add-child' : 'button button-soft add-child'} type="button" onClick={add}>{words('myFamily.children.add')}</button>{children.length > 0 && <a className="button" href={pathOf('activities', locale, { query: { minors: '1' } })}>{words('myFamily.children.find')}</a>}</p>
      <div className="child-form-place" />
    </Part>
  );
};
