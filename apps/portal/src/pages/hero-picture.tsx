const threads = ['M190 92C272 92 250 196 272 222', 'M190 130C258 130 284 196 338 208', 'M190 168C228 168 190 244 206 258'];
const houses = [[272, 238], [338, 224], [206, 274]] as const;
const stops = [['0', '0'], ['0.22', '1'], ['0.78', '1'], ['1', '0']] as const;

const Fade = ({ id }: { readonly id: string }) => (
  <linearGradient id={id}>{stops.map(([offset, opacity]) => <stop key={offset} className={id} offset={offset} stopOpacity={opacity} />)}</linearGradient>
);

/** One paper, its lines drawn out to villages among hills. Decoration only. */
export const HeroPicture = () => (
  <svg className="picture" viewBox="0 0 420 330" aria-hidden="true" focusable="false">
    <defs><Fade id="picture-far" /><Fade id="picture-near" /></defs>
    <circle className="picture-sun" cx="330" cy="92" r="36" />
    <path fill="url(#picture-far)" d="M0 286C70 224 128 232 190 262S318 178 420 236V330H0Z" />
    <path fill="url(#picture-near)" d="M0 316C90 262 160 276 236 292S356 250 420 276V330H0Z" />
    {threads.map((d) => <path key={d} className="picture-thread" d={d} />)}
    <rect className="picture-paper" x="44" y="36" width="146" height="186" rx="12" />
    <path className="picture-title" d="M68 62h60" />
    <path className="picture-rule" d="M94 92h72M94 130h58M94 168h66M94 200h40" />
    <path className="picture-tick" d="m66 92 6 6 11-12M66 130l6 6 11-12M66 168l6 6 11-12" />
    <circle className="picture-wait" cx="74" cy="200" r="6" />
    {houses.map(([x, y]) => (
      <g key={x} transform={`translate(${x} ${y})`}>
        <path className="picture-house" d="M-17 0v22h34V0" /><path className="picture-roof" d="M-24 3 0-17 24 3Z" /><path className="picture-door" d="M-4 22V9h8v13" />
      </g>
    ))}
  </svg>
);
