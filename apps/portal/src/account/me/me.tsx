import { draw, part } from '../../dom/draw.js';
import { codeOf, ledAway, told, type Browser } from '../../islands/browser.js';
import { pathOf } from '../../routes.js';
import { attachForm, PasswordForm } from '../forms.js';
import { askAgain } from './asks.js';
import { askCredentials, CredentialList } from './credentials.js';
import { askRecords, Hours } from './hours.js';
import { askSignups, SignupList } from './my-signups.js';
import { showInvitations } from './invitations.js';
import { NextShift } from './next-shift.js';
import { askNotices, NoticeList } from './notices.js';
import { fill, type Own } from './own.js';
import { showPools } from './pools.js';
import { Profile } from './profile.js';
import { showRegistration } from './registration.js';
import { SuggestionList } from './suggestions.js';

const forVolunteers = ['invitations', 'suggestions', 'signups', 'hours', 'pools', 'profile', 'credentials'] as const;

/** Password and sign-out: at the end, where they are looked for and never hit by chance. */
const attachDoor = (root: HTMLElement, own: Own): void => {
  const { client, words, go, locale, memory, announce } = own;
  const door = document.createElement('section');
  door.className = 'own-part own-door';
  const password = (): void => {
    const host = part(door, '.door-form');
    draw(host, <PasswordForm words={words} submit={words('form.save')} />);
    const form = part<HTMLFormElement>(host, 'form');
    attachForm(form, own, ['currentPassword', 'nextPassword'], words('form.sending'), async (value) => {
      await client.changePassword({ body: { current: value('currentPassword'), next: value('nextPassword') } });
      draw(host, null);
      announce(words('me.door.changed'));
    });
    part(form, 'input').focus();
  };
  const leave = async (): Promise<void> => {
    // Whoever leaves is to be gone here even if the server cannot be reached; the session then ends by itself.
    await client.deleteSession().catch(() => undefined);
    memory.remember(false);
    go(pathOf('home', locale));
  };
  draw(door, <><p className="ways"><a className="button button-soft" id="orders" href={pathOf('myOrders', locale)}>{words('myOrders.heading')}</a><a className="button button-soft" href={pathOf('myTeams', locale)}>{words('myTeams.heading')}</a><a className="button button-soft" href={pathOf('myTalks', locale)}>{words('myTalks.heading')}</a><a className="button button-soft" href={pathOf('myFamily', locale)}>{words('me.door.family')}</a><a className="button button-soft" href={pathOf('myData', locale)}>{words('me.door.mine')}</a><a className="button button-soft" href={pathOf('security', locale)}>{words('me.door.security')}</a><button className="button button-soft" type="button" onClick={password}>{words('me.door.password')}</button><button className="quiet" type="button" onClick={() => void leave()}>{words('me.door.leave')}</button></p><div className="door-form" /></>);
  part(root, '.own-body').append(door);
};

/** Fills the own page, each part by itself. */
export const attachMe = async (root: HTMLElement, browser: Browser & { readonly hash: string }): Promise<void> => {
  const { client, words, locale, memory, hash } = browser;
  const content = (name: string): HTMLElement => part(root, `#${name} .own-content`);
  const alert = part(root, '.own-alert');
  const announce = (text: string): void => draw(alert, <p className="note note-good">{text}</p>);
  const session = await client.getSession().catch((error: unknown) => {
    if (!ledAway(error, browser)) draw(part(root, '.own-body'), <div className="note note-wrong"><div><p>{told(error, words)}</p><a className="button button-soft" href={pathOf('me', locale)}>{words('form.retry')}</a></div></div>);
    return null;
  });
  if (!session) return;
  memory.remember(true);
  part(root, '.own-greeting').textContent = words('me.greeting', { name: session.account.name });

  const signups = async (): Promise<void> => {
    const asked = askSignups(own, true, 1);
    await Promise.all([
      fill(content('next'), own, async () => ({ mine: await asked, led: await client.listMyShifts() }), ({ mine, led }) => <NextShift signups={mine.data} led={led.data} own={own} />),
      fill(content('signups'), own, () => asked, (answer) => <SignupList signups={answer} own={own} />),
    ]);
  };
  const suggestions = (): Promise<void> => fill(content('suggestions'), own, () => client.getMyRecommendations({ query: { limit: 3 } }), (answer) => <SuggestionList suggestions={answer} own={own} />);
  const notices = (): Promise<void> => fill(content('notices'), own, () => askNotices(own, 1), (answer) => <NoticeList notices={answer} own={own} again={notices} />);
  const own: Own = { ...browser, today: session.today, announce, refresh: async () => { await Promise.all([signups(), suggestions()]); } };

  // Somebody of the office may lead a shift without being a volunteer.
  const volunteer = client.getMyVolunteer();
  const registered = await volunteer.then(() => true, (error: unknown) => codeOf(error) !== 'volunteer.required');
  let asked: typeof volunteer | null = volunteer;
  const profile = (): typeof volunteer => {
    const first = asked ?? client.getMyVolunteer();
    asked = null;
    return first;
  };
  if (registered) {
    if (hash === '#welcome') announce(words('me.welcome'));
    await Promise.all([
      signups(), suggestions(), notices(), showPools(content('pools'), own), showInvitations(content('invitations'), own), askAgain(part(root, '.own-asks'), own),
      fill(content('hours'), own, async () => ({ service: await client.getMyService(), records: await askRecords(own, 1) }), (answer) => <Hours {...answer} own={own} />),
      fill(content('credentials'), own, () => askCredentials(own), (answer) => <CredentialList {...answer} own={own} />),
      fill(content('profile'), own, profile, (answer) => <Profile volunteer={answer} own={own} />), volunteer.then((answer) => showRegistration(part(root, '.own-registration'), answer, own), () => undefined),
    ]);
  } else {
    for (const name of forVolunteers) {
      part(root, `#${name}`).hidden = true;
      part(root, `.own-nav a[href="#${name}"]`).hidden = true;
    }
    draw(alert, <div className="note note-wait"><div><b>{words('me.unregistered')}</b><p>{words('me.unregisteredText')}</p><a className="button" href={pathOf('register', locale, { query: { next: pathOf('me', locale) } })}>{words('list.register')}</a> <a className="button button-soft" href={pathOf('myFamily', locale)}>{words('me.door.family')}</a></div></div>);
    await Promise.all([fill(content('next'), own, () => client.listMyShifts(), ({ data }) => <NextShift signups={[]} led={data} own={own} />), notices()]);
  }
  attachDoor(root, own);
};
