import type { ReactNode } from 'react';
import { draw, nodes } from '../../dom/draw.js';
import { act, type Own } from './own.js';

/** One page of something, with how many there are in all. */
export interface Pageful<T> { readonly data: readonly T[]; readonly total: number }

/** A list that begins with its first page and grows by one at a press, until all of it is there. */
export const Growing = <T,>({ first, ask, row, own }: { readonly first: Pageful<T>; readonly ask: (page: number) => Promise<Pageful<T>>; readonly row: (one: T) => ReactNode; readonly own: Own }) => {
  const list = document.createElement('ul');
  list.className = 'rows';
  const more = document.createElement('div');
  const shown: T[] = [];
  const add = ({ data, total }: Pageful<T>, page: number): void => {
    shown.push(...data);
    draw(list, shown.map(row));
    let wrong: HTMLElement | null = null;
    draw(more, shown.length < total && data.length > 0 && (
      <>
        <p className="wrong" role="alert" ref={(place) => { wrong = place; }} />
        <button className="button button-soft" type="button" onClick={(event) => wrong && void act(event.currentTarget, own, wrong, async () => add(await ask(page + 1), page + 1))}>{own.words('me.more', { shown: shown.length, total })}</button>
      </>
    ));
  };
  add(first, 1);
  return nodes(list, more);
};
