/** What of a page is read, one utterance each: some browsers fall silent in the middle of a long one. */
const readable = 'h1, h2, h3, p, li:not(:has(h3, p)), dt, dd';

const textOf = (element: Element): string => {
  const label = element.closest('[aria-hidden="true"]') ? '' : (element.textContent ?? '');
  return label.replaceAll(/\s+/g, ' ').trim();
};

/** Shows the button and lets it read `main` from its beginning, or stop. Each part is spoken in its own language. */
export const attachReader = (button: HTMLButtonElement, speech: SpeechSynthesis): void => {
  let reading = false;
  const show = (now: boolean): void => {
    reading = now;
    button.textContent = (now ? button.dataset['stop'] : button.dataset['start']) ?? '';
  };
  const stop = (): void => {
    show(false);
    speech.cancel();
  };
  const start = (): void => {
    const parts = [...document.querySelectorAll(`main :is(${readable})`)].map((element) => ({ text: textOf(element), element })).filter(({ text }) => text !== '');
    speech.cancel();
    show(parts.length > 0);
    parts.forEach(({ text, element }, place) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = element.closest<HTMLElement>('[lang]')?.lang ?? '';
      if (place === parts.length - 1) utterance.onend = () => show(false);
      speech.speak(utterance);
    });
  };
  button.addEventListener('click', () => (reading ? stop() : start()));
  // A voice that goes on after the page is gone cannot be stopped by anybody.
  window.addEventListener('pagehide', stop);
  // Its place was kept free: nothing on the page moves when it appears.
  button.classList.add('ready');
};
