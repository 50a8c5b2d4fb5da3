/**
 * @jest-environment ./packages/tooling/page-environment.cjs
 */
import { draw, nodes, part } from './draw.js';

jest.mock('react/jsx-runtime', () => jest.requireActual('./jsx-runtime.js'));

const host = document.createElement('div');
const Greeting = ({ name, children }: { readonly name: string; readonly children?: React.ReactNode }) => <p className="greeting">Hello {name}{children}</p>;

it('makes elements, components and lists of them', () => {
  draw(host, <><Greeting name="Li"><b>!</b></Greeting><ul>{['a', 'b'].map((one) => <li key={one}>{one}</li>)}</ul>{0}{null}{false}{undefined}</>);
  expect(host.innerHTML).toBe('<p class="greeting">Hello Li<b>!</b></p><ul><li>a</li><li>b</li></ul>0');
});

it('takes what a person wrote for text', () => {
  const evil = '<img src=x onerror=alert(1)>';
  draw(host, <p title={evil}>{evil}</p>);
  expect(host.children).toHaveLength(1);
  expect(host.querySelector('img')).toBeNull();
  expect(part(host, 'p').title).toBe(evil);
});

it('writes attributes as React does: named, spelled out for ARIA, and left out where they are off', () => {
  draw(host, <label htmlFor="x" className="l"><input id="x" type="checkbox" defaultChecked disabled={false} required aria-invalid={false} data-key={3} tabIndex={-1} /></label>);
  expect(host.innerHTML).toBe('<label for="x" class="l"><input id="x" type="checkbox" checked="" required="" aria-invalid="false" data-key="3" tabindex="-1"></label>');
});

it('chooses an option, fills a text area, and draws in SVG', () => {
  draw(host, <><select defaultValue="b"><option value="a">A</option><option value="b">B</option></select><textarea defaultValue="text" /><svg viewBox="0 0 1 1"><path d="M0 0" /></svg></>);
  expect(part<HTMLSelectElement>(host, 'select').value).toBe('b');
  expect(part<HTMLTextAreaElement>(host, 'textarea').value).toBe('text');
  expect(part(host, 'path').namespaceURI).toBe('http://www.w3.org/2000/svg');
  expect(part(host, 'svg').getAttribute('viewBox')).toBe('0 0 1 1');
});

it('hears events, hands its elements on, and takes nodes that were made before', () => {
  const heard = jest.fn();
  const made = document.createElement('i');
  let button: HTMLButtonElement | null = null;
  draw(host, <div><button type="button" onClick={heard} ref={(element) => { button = element; }}>Go</button>{nodes(made)}</div>);
  part(host, 'button').click();
  expect(heard).toHaveBeenCalledTimes(1);
  expect(button).toBe(host.querySelector('button'));
  expect(host.querySelector('i')).toBe(made);
});
