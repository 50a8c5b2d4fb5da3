import { dayParts, weekdays } from '../choices.js';

const places = weekdays.length * dayParts.length;
const presets: Readonly<Record<string, (day: number, partOfDay: number) => boolean>> = {
  weekend: (day) => day >= 5, evenings: (day, partOfDay) => day < 5 && partOfDay === 2, all: () => true,
};

/** The times of a week in 21 signs, from what is ticked. */
export const availabilityOf = (root: ParentNode): string => {
  const ticked = new Set([...root.querySelectorAll<HTMLInputElement>('input[name="availability"]:checked')].map(({ value }) => Number(value)));
  return Array.from({ length: places }, (_, place) => (ticked.has(place) ? '1' : '0')).join('');
};

/** Lets one tap tick what most people would: a second tap takes it back. */
export const attachPresets = (root: HTMLElement): void => {
  const boxes = [...root.querySelectorAll<HTMLInputElement>('input[name="availability"]')];
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('[data-preset]')];
  const belongs = (button: HTMLButtonElement, box: HTMLInputElement): boolean => presets[button.dataset['preset'] ?? '']?.(Math.floor(Number(box.value) / dayParts.length), Number(box.value) % dayParts.length) ?? false;
  const reflect = (): void => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(boxes.filter((box) => belongs(button, box)).every(({ checked }) => checked)));
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const on = button.getAttribute('aria-pressed') !== 'true';
      for (const box of boxes) if (belongs(button, box)) box.checked = on;
      reflect();
      boxes[0]?.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }
  for (const box of boxes) box.addEventListener('change', reflect);
  reflect();
};
