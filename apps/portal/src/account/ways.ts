/** Shows one way of signing in at a time. */
export const attachWays = (root: HTMLElement): void => {
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('.way-choices > [data-way]')];
  for (const button of buttons) {
    button.addEventListener('click', () => {
      for (const one of buttons) one.setAttribute('aria-pressed', String(one === button));
      for (const way of root.querySelectorAll<HTMLElement>('.way')) way.hidden = !way.classList.contains(`way-${button.dataset['way']}`);
      root.querySelector<HTMLElement>(`.way-${button.dataset['way']} input`)?.focus();
    });
  }
};
