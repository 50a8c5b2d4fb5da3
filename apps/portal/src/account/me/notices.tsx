import type { Notice } from '@kepu/contracts';
import { leadsToPortal, noticeParams } from '@kepu/contracts/notices';
import { part } from '../../dom/draw.js';
import { clockOf, dayOf, dayText } from '../../times.js';
import { Growing, type Pageful } from './growing.js';
import { act, type Own } from './own.js';

interface Notices extends Pageful<Notice> { readonly unread: number }

export const askNotices = ({ client }: Own, page: number): Promise<Notices> => client.listNotices({ query: { page, perPage: 10 } });

/** Where a notice leads: a page of this portal, or of the back office for those who work there. */
const wayOf = (link: string, { locale }: Own): string => (leadsToPortal(link) ? `${locale === 'en' ? '/en' : ''}${link}` : `/admin${link}`);

/** What has happened, newest first. */
export const NoticeList = ({ notices, own, again }: { readonly notices: Notices; readonly own: Own; readonly again: () => Promise<void> }) => {
  const { client, words, locale, today } = own;
  const instant = (at: string): string => `${dayText(dayOf(at), locale, today)} ${clockOf(at)}`;
  const said = (notice: Notice): string => words(`notices.${notice.kind}`, noticeParams(notice, { term: words, day: (day) => dayText(day, locale, today), instant }));
  const { unread } = notices;
  if (notices.total === 0) return <p className="soft">{words('me.notices.none')}</p>;
  return (
    <div className="notices">
      {unread > 0 && <p><button className="button button-soft" type="button" onClick={(event) => void act(event.currentTarget, own, part(event.currentTarget.closest('.notices') ?? document, '.wrong'), async () => {
        await client.readNotices({ body: {} });
        await again();
      })}>{words('me.notices.readAll', { count: unread })}</button></p>}
      <p className="wrong" role="alert" />
      <Growing first={notices} ask={(page) => askNotices(own, page)} own={own} row={(notice) => (
        <li key={notice.id} className={`row notice${notice.readAt ? '' : ' notice-new'}`}>
          <div>
            <p>{notice.readAt === null && <b className="new-mark">{words('me.notices.new')}</b>} {said(notice)}</p>
            <p className="soft"><time dateTime={notice.createdAt}>{instant(notice.createdAt)}</time>{notice.link && !notice.link.startsWith('//') && <> · <a href={wayOf(notice.link, own)}>{words('me.notices.open')}</a></>}</p>
          </div>
        </li>
      )} />
    </div>
  );
};
