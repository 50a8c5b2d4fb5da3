/** What is to be filled, by position. Times count from the beginning of the period (a week, a campaign) in any one unit, the same as the gaps. */
export interface PositionColumns {
  readonly count: number;
  /** First moment, and the first that is free again. */
  readonly startsAt: Int32Array;
  readonly endsAt: Int32Array;
  /** Day of the period, from 0. */
  readonly day: Uint8Array;
  /** Row and column of `gaps`. */
  readonly place: Uint16Array;
  /** What one service takes of a person's room, at least 1: 1 where services are counted, hours where hours are. */
  readonly load: Uint8Array;
  /** Places that are to be had. */
  readonly seats: Int32Array;
  /** Of which so many are needed for the activity to be held. */
  readonly minimum: Int32Array;
  /** Of which so many are held dear for the villages: 0 in the towns. */
  readonly reserved: Int32Array;
}

/** Who can be asked, and how much room each has for load. */
export interface VolunteerColumns {
  readonly count: number;
  readonly days: number;
  /** Most load of the whole period. */
  readonly weekRoom: Uint8Array;
  /** Most load of each day: `count × days`. */
  readonly dayRoom: Uint8Array;
}

/** What the office has settled: a person stays in a position, or is not to be placed there. */
export const lock = { none: 0, fixed: 1, forbidden: 2 } as const;

/** Who may and fits, row by row as compressed sparse rows: what belongs to volunteer `v` stands from `first[v]` up to `first[v + 1]`. */
export interface EdgeColumns {
  readonly first: Int32Array;
  readonly position: Int32Array;
  /** How well they fit, above 0. */
  readonly worth: Float32Array;
  /** One of `lock`; null where nothing is. */
  readonly locks: Uint8Array | null;
}

/** How much time has to lie between an end in one place and a start in another, travel and rest: `places × places`, from row to column. */
export interface Gaps {
  readonly places: number;
  readonly between: Int32Array;
}

/** What a filled seat is worth beyond the person in it. */
export interface SeatValues {
  /** One more of those that an activity needs to be held. */
  readonly staffing: number;
  /** One more of those that are held dear for the villages. */
  readonly parity: number;
}

/** All that a batch is made of. */
export interface AssignmentInput {
  readonly positions: PositionColumns;
  readonly volunteers: VolunteerColumns;
  readonly edges: EdgeColumns;
  readonly gaps: Gaps | null;
  readonly seatValues: SeatValues;
}

/** Who is where, row by row: the positions of volunteer `v` stand from `first[v]` up to `first[v + 1]`. */
export interface Places {
  readonly first: Int32Array;
  readonly position: Int32Array;
}

/** An earlier draft to start from, in the numbering of the new input. */
export interface Earlier {
  readonly places: Places;
  /** By position. */
  readonly prices: Float64Array;
  /** What it is worth to leave somebody where they are. */
  readonly stability: number;
}
