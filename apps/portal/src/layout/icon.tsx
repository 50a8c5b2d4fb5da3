const drawings = {
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4', clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3.5 2', place: 'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21M12 7.2a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5',
  unit: 'M4 21V8l8-5 8 5v13M9 21v-6h6v6M8.5 10.5h.01M12 10.5h.01M15.5 10.5h.01', topic: 'M4 4h8l8 8-8 8-8-8zM8 8h.01', people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.4a3.5 3.5 0 0 1 0 6.3M18 14.4c2.2.8 3.5 2.8 3.5 5.6',
  check: 'm4.5 12.5 5 5 10-11', queue: 'M4 6h10M4 12h10M4 18h6M18 10v9M14.5 15.5 18 19l3.5-3.5', cross: 'm6 6 12 12M18 6 6 18', alert: 'M12 4 2.5 20h19zM12 10v4.5M12 17.3v.01', info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11v5.5M12 7.7v.01',
  shield: 'M12 3 4.5 6v5.5c0 4.6 3.2 7.9 7.5 9.5 4.3-1.6 7.5-4.9 7.5-9.5V6z', leave: 'M14 4H5v16h9M10 12h11M17.5 8.5 21 12l-3.5 3.5', moved: 'M4 7h13l-3-3M20 17H7l3 3', next: 'm9 5 7 7-7 7', back: 'm15 5-7 7 7 7', search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 21 21', copy: 'M8 8V4h12v12h-4M4 8h12v12H4z', star: 'm12 3.5 2.6 5.4 5.9.8-4.3 4.1 1.1 5.9L12 16.8l-5.3 2.9 1.1-5.9-4.3-4.1 5.9-.8z', code: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM18 18h2v2h-2zM19.5 14h.01M14 19.5h.01', undo: 'M9 6 4 11l5 5M4 11h10a5.5 5.5 0 0 1 0 11h-2',
} as const;
/** A drawing; it never stands without a word. */
export type IconName = keyof typeof drawings;

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false"><path d={drawings[name]} /></svg>
);
