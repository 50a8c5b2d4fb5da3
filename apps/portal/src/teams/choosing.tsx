import type { TeamCandidates } from '@kepu/contracts';
import { attachForm } from '../account/forms.js';
import { fill } from '../account/me/own.js';
import { part } from '../dom/draw.js';
import { newKey } from '../islands/browser.js';
import { Verbatim } from '../layout/verbatim.js';
import { Group } from '../register/fields.js';
import { timeText } from '../times.js';
import type { Here } from './my-teams.js';

interface Wish { readonly teamId: string; readonly positionId: string; readonly done: () => Promise<void> }

/** Who comes: those who can, to be ticked; the others with what stands against it. */
export const showChoosing = async (here: Here, host: HTMLElement, { teamId, positionId, done }: Wish): Promise<void> => {
  const { client, words, locale, announce } = here;
  let key = newKey();
  const view = ({ activity, place, shift, position, data }: TeamCandidates) => {
    const able = data.filter(({ may }) => may);
    return (
      <form className="form" noValidate>
        <p><b><Verbatim text={activity.title} locale={locale} /></b><br />{timeText(shift, locale, '')} · <Verbatim text={[place, position.name].join(' · ')} locale={locale} /></p>
        <Group name="volunteerIds" label={words('myTeams.pick')} hint={words('myTeams.pickText', { count: position.left })}>
          {data.map(({ volunteerId, name, may, minor, block }) => (
            <label key={volunteerId} className="check"><input type="checkbox" name="volunteerIds" value={volunteerId} disabled={!may && block !== 'consent'} checked={may && able.length <= position.left} /> <span><Verbatim text={name} locale={locale} />{minor && <> ({words('myTeams.minor')})</>}{block && <span className="soft"> {words(`terms.teamBlocks.${block}`)}</span>}</span></label>
          ))}
        </Group>
        <label className="check"><input type="checkbox" name="waitIfFull" /> <span>{words('myTeams.wait')}</span></label>
        <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><p className="ways"><button className="button" type="submit">{words('myTeams.send')}</button></p></div>
      </form>
    );
  };
  await fill(host, here, () => client.getTeamCandidates({ params: { id: teamId }, query: { positionId } }), view);
  const form = host.querySelector<HTMLFormElement>('form');
  if (!form) return;
  attachForm(form, here, ['volunteerIds'], words('myTeams.loading'), async () => {
    const volunteerIds = [...form.querySelectorAll<HTMLInputElement>('[name="volunteerIds"]:checked')].map(({ value }) => value);
    const result = await client.signTeamUp({ params: { id: teamId }, body: { positionId, volunteerIds, waitIfFull: part<HTMLInputElement>(form, '[name="waitIfFull"]').checked }, idempotencyKey: key });
    key = newKey();
    await done();
    announce(outcome(here, result.data));
  });
  part<HTMLElement>(form, 'input').focus();
};

/** What became of those who were chosen, in one sentence or two. */
export const outcome = ({ words, locale }: Pick<Here, 'words' | 'locale'>, data: readonly { readonly name: string; readonly state: string | null; readonly block: string | null }[]): string => {
  const [up, left] = [data.filter(({ state }) => state !== null), data.filter(({ state }) => state === null)];
  const gap = locale === 'en' ? ', ' : '、';
  return [
    up.length > 0 ? words('myTeams.done', { count: up.length }) : words('myTeams.notDone'),
    ...(left.length > 0 ? [words('myTeams.notThese', { names: left.map(({ name, block }) => words('myTeams.because', { name, reason: words(`terms.teamBlocks.${block ?? 'other'}`) })).join(gap) })] : []),
  ].join(locale === 'en' ? ' ' : '');
};
