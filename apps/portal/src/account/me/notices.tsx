import type { Notice } from '@kepu/contracts';
import { part } from '../../dom/draw.js';
import { clockOf, dayOf, dayText } from '../../times.js';
import { act, type Own } from './own.js';

interface Notices { readonly data: readonly Notice[]; readonly total: number; readonly unread: number }

/** Where a notice leads: a page of this portal, or of the back office for those who work there. */
const wayOf = (link: string, { locale }: Own): string => (link.startsWith('/me') ? `${locale === 'en' ? '/en' : ''}${link}` : `/admin${link}`);

/** What has happened, newest first. */
export const NoticeList = ({ notices: { data, unread }, own, again }: { readonly notices: Notices; readonly own: Own; readonly again: () => Promise<void> }) => {
  const { client, words, locale, today } = own;
  // Some parameters are words of the field by their key.
  const said = ({ kind, params }: Notice): string => words(`notices.${kind}`, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && value.startsWith('terms.') ? words(value) : value])));
  if (data.length === 0) return <p className="soft">{words('me.notices.none')}</p>;
  return (
    <div className="notices">
      {unread > 0 && <p><button className="button button-soft" type="button" onClick={(event) => void act(event.currentTarget, own, part(event.currentTarget.closest('.notices') ?? document, '.wrong'), async () => {
        await client.readNotices({ body: {} });
        await again();
      })}>{words('me.notices.readAll', { count: unread })}</button></p>}
      <p className="wrong" role="alert" />
      <ul className="rows">
        {data.map((notice) => (
          <li key={notice.id} className={`row notice${notice.readAt ? '' : ' notice-new'}`}>
            <div>
              <p>{notice.readAt === null && <b className="new-mark">{words('me.notices.new')}</b>} {said(notice)}</p>
              <p className="soft"><time dateTime={notice.createdAt}>{dayText(dayOf(notice.createdAt), locale, today)} {clockOf(notice.createdAt)}</time>{notice.link && !notice.link.startsWith('//') && <> · <a href={wayOf(notice.link, own)}>{words('me.notices.open')}</a></>}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
};
