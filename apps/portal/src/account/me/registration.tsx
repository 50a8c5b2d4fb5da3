import type { MyVolunteer } from '@kepu/contracts';
import { draw } from '../../dom/draw.js';
import { Icon } from '../../layout/icon.js';
import { pathOf } from '../../routes.js';
import type { Own } from './own.js';

/** What stands in the way of service: a registration that is frozen, or a real name that is still to come. Nothing for everybody else. */
export const showRegistration = (host: HTMLElement, { standing, realName }: Pick<MyVolunteer, 'standing' | 'realName'>, { words, locale }: Own): void => {
  if (standing !== 'good') draw(host, <div className="note note-wrong"><Icon name="alert" /><div><b>{words('realName.frozenHeading')}</b><p>{words('realName.frozenText')}</p></div></div>);
  else if (!realName) draw(host, <section className="note note-wait note-large" aria-label={words('realName.card.heading')}><div><b>{words('realName.card.heading')}</b><p>{words('realName.card.text')}</p><p className="ways"><a className="button" href={pathOf('realName', locale)}>{words('realName.card.go')}</a></p></div></section>);
};
