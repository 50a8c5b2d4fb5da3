/** Invitations sent, and how many of them were answered with yes in time. */
export interface Answered {
  readonly sent: number;
  readonly yes: number;
}

/** As much as four invitations: so long a person's own answers weigh less than everybody's. */
const PRIOR_WEIGHT = 4;
/** Before anybody has been asked: one in four. */
const FIRST = { sent: 4, yes: 1 };

/**
 * The probability that somebody says yes in time, smoothed: with nothing known of anybody (yes + 1) ÷ (sent + 4). It sizes waves and is shown to nobody, and orders nobody either.
 *
 * @param own null for who has switched personal features off: then everybody's mean counts
 */
export function chanceOfYes(own: Answered | null, everybody: Answered): number {
  const mean = (everybody.yes + FIRST.yes) / (everybody.sent + FIRST.sent);
  return own === null ? mean : (own.yes + PRIOR_WEIGHT * mean) / (own.sent + PRIOR_WEIGHT);
}

/** How many of those asked say yes, up to as many as there are places: a Poisson-binomial distribution, grown person by person. */
export class YesCount {
  /** Probability of exactly so many, for all that are too few. */
  private readonly tooFew: Float64Array;

  constructor(places: number) {
    this.tooFew = new Float64Array(places);
    if (places > 0) this.tooFew[0] = 1;
  }

  ask(chance: number): void {
    for (let count = this.tooFew.length - 1; count >= 0; count--) this.tooFew[count] = this.tooFew[count]! * (1 - chance) + (count > 0 ? this.tooFew[count - 1]! * chance : 0);
  }

  /** Probability that all places are filled. */
  enough(): number {
    return 1 - this.tooFew.reduce((sum, one) => sum + one, 0);
  }
}
