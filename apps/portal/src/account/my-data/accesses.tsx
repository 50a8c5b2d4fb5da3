import type { DataAccess } from '@kepu/contracts';
import { clockOf, dateOf, dayOf } from '../../times.js';
import { Growing, type Pageful } from '../me/growing.js';
import type { Own } from '../me/own.js';

export const askAccesses = ({ client }: Own, page: number): Promise<Pageful<DataAccess>> => client.listMyDataAccesses({ query: { page, perPage: 10 } });

/** Who saw what, when and why: the body and the role, as the law asks for, and not the name of who works there. */
export const AccessList = ({ accesses, own }: { readonly accesses: Pageful<DataAccess>; readonly own: Own }) => {
  const { words, locale, today } = own;
  if (accesses.total === 0) return <p className="soft">{words('mine.accesses.none')}</p>;
  return (
    <div>
      <Growing first={accesses} ask={(page) => askAccesses(own, page)} own={own} row={({ id, at, body, role, field, reason }) => (
        <li key={id} className="row">
          <div>
            <p><b>{words('mine.accesses.saw', { body, role: words(`terms.accessRoles.${role}`), field: words(`terms.accessFields.${field}`) })}</b></p>
            {reason && <p>{words('mine.accesses.reason', { text: reason })}</p>}
            <p className="soft"><time dateTime={at}>{`${dateOf(dayOf(at), locale, today)} ${clockOf(at)}`}</time></p>
          </div>
        </li>
      )} />
      <p className="hint">{words('mine.accesses.hint')}</p>
    </div>
  );
};
