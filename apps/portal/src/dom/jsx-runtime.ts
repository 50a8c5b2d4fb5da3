/**
 * What JSX means in the browser: elements are made at once. The client's build puts this in the place of React's runtime, so that a card
 * which the server has drawn can be drawn here by the same component, in 1 kB. Text becomes text nodes: nothing a person wrote is ever markup.
 * Components are plain functions; hooks do not exist here.
 */
type Props = Readonly<Record<string, unknown>>;
type Component = (props: Props) => unknown;

const svg = new Set(['svg', 'g', 'path', 'rect', 'circle', 'line']);
const renamed: Readonly<Record<string, string>> = { className: 'class', htmlFor: 'for', defaultValue: 'value', defaultChecked: 'checked' };

/** Appends what JSX may hold: nodes, text, numbers, lists; nothing for `null`, `undefined` and booleans. */
export const append = (host: Node, child: unknown): void => {
  if (child === null || child === undefined || typeof child === 'boolean') return;
  if (Array.isArray(child)) for (const one of child) append(host, one);
  else host.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
};

const set = (element: Element, name: string, value: unknown): void => {
  if (/^on[A-Z]/.test(name)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2).toLowerCase(), value as EventListener);
  } else if (name === 'ref') {
    if (typeof value === 'function') (value as (element: Element) => void)(element);
  } else if (/^(aria|data)-/.test(name)) {
    if (value !== undefined && value !== null) element.setAttribute(name, String(value));
  } else if (value !== undefined && value !== null && value !== false) {
    element.setAttribute(renamed[name] ?? name, value === true ? '' : String(value));
  }
};

const create = (tag: string, { children, ...props }: Props): Element => {
  const element = svg.has(tag) ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(props)) if (name !== 'ref') set(element, name, value);
  append(element, children);
  // Chosen only once the options are there; a text area shows its text and not an attribute.
  if ((element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement) && props['defaultValue'] !== undefined) element.value = String(props['defaultValue']);
  set(element, 'ref', props['ref']);
  return element;
};

/** Several nodes without an element around them. */
export const Fragment = ({ children }: Props): DocumentFragment => {
  const fragment = document.createDocumentFragment();
  append(fragment, children);
  return fragment;
};

/** An element, or what a component makes of its properties. */
export const jsx = (type: string | Component, props: Props): unknown => (typeof type === 'string' ? create(type, props) : type(props));
export { jsx as jsxs, jsx as jsxDEV };
