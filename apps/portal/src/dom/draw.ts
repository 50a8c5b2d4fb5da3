import type { ReactNode } from 'react';
import { append } from './jsx-runtime.js';

/** Puts a view in the place of what a host holds. In the browser a view is made of nodes, whatever its type says: see the runtime beside. */
export const draw = (host: Element, view: ReactNode): void => {
  const fragment = document.createDocumentFragment();
  append(fragment, view);
  host.replaceChildren(fragment);
};

/** The first element that fits, or an error that names what the page lacks. */
export const part = <T extends Element = HTMLElement>(root: ParentNode, selector: string): T => {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
};

/** Nodes that were made before, as a part of a view. */
export const nodes = (...made: readonly Node[]): ReactNode => made as unknown as ReactNode;
