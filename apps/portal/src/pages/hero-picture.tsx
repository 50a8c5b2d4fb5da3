const threads = ['M176 92C262 92 236 196 268 226', 'M176 130C246 130 262 214 330 214', 'M176 168C224 168 176 250 200 262'];
const houses = [[268, 238], [330, 226], [200, 274]] as const;

/** One paper, its lines drawn out to villages among hills. Decoration only. */
export const HeroPicture = () => (
  <svg className="picture" viewBox="0 0 420 330" aria-hidden="true" focusable="false">
    <circle className="picture-sun" cx="322" cy="84" r="34" />
    <path className="picture-far" d="M0 286C70 224 128 232 190 262S318 178 420 236V330H0Z" />
    <path className="picture-near" d="M0 316C90 262 160 276 236 292S356 250 420 276V330H0Z" />
    {threads.map((d) => <path key={d} className="picture-thread" d={d} />)}
    <g>
      <rect className="picture-paper" x="44" y="36" width="146" height="186" rx="12" />
      <path className="picture-title" d="M68 62h60" />
      <path className="picture-rule" d="M94 92h72M94 130h58M94 168h66M94 200h40" />
      <path className="picture-tick" d="m66 92 6 6 11-12M66 130l6 6 11-12M66 168l6 6 11-12" />
      <circle className="picture-wait" cx="74" cy="200" r="6" />
    </g>
    {houses.map(([x, y]) => (
      <g key={x} transform={`translate(${x} ${y})`}>
        <path className="picture-house" d="M-17 0v22h34V0" /><path className="picture-roof" d="M-24 3 0-17 24 3Z" /><path className="picture-door" d="M-4 22V9h8v13" />
      </g>
    ))}
  </svg>
);
