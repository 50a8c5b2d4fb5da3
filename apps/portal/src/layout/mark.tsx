/** A sheet whose last line is a tick: the paper, proven. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 48 48" width="36" height="36" aria-hidden="true" focusable="false">
    <rect className="mark-ground" width="48" height="48" rx="12" />
    <path className="mark-line" d="M14 35V15.5a3.5 3.5 0 0 1 3.5-3.5h13a3.5 3.5 0 0 1 3.5 3.5V25M20 20h8M20 26.5h4" />
    <path className="mark-tick" d="m22 34.5 4.6 4.3L37 29" />
  </svg>
);
