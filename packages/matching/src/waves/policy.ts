/** How long a question stands: a share of the time that is left, within bounds. Hours. */
export interface Patience {
  readonly share: number;
  readonly least: number;
  readonly most: number;
}

/** The rules of invitations. Hours of the day are full hours in Asia/Shanghai. */
export interface WavePolicy {
  /** A wave is as large as it takes for all places to be filled with this probability. */
  readonly confidence: number;
  /** While those who have not answered yet fill the places with this probability, nobody else is asked. */
  readonly patience: number;
  /** Nobody is asked earlier than so many days before the start: until then people find it by themselves. */
  readonly fromDays: number;
  /** The last answer that helps comes so many hours before the start. */
  readonly lastCallHours: number;
  /** Most invitations of one person within any seven days, and within any 24 hours. */
  readonly mostAWeek: number;
  readonly mostADay: number;
  /** Days without any after "no, thanks". */
  readonly silentDays: number;
  /** Nothing is sent from the one hour to the other, over midnight. */
  readonly quietFrom: number;
  readonly quietTo: number;
  /** Most invitations that wait for an answer at once, for each place that is left. */
  readonly mostAPlace: number;
  /** What one invitation just sent takes from the rank of a person, in points of the score; half of it a fortnight later. */
  readonly spread: number;
  /** For answers to an invitation. */
  readonly answer: Patience;
  /** For a place that is held for somebody of the waiting list. */
  readonly hold: Patience;
}

/** The first rules: reference values of the plan for invitations (`docs/adr/0039-simulator.md` says what each is good for). */
export const firstWavePolicy: WavePolicy = {
  confidence: 0.8, patience: 0.5, fromDays: 10, lastCallHours: 2, mostAWeek: 2, mostADay: 1, silentDays: 14, quietFrom: 22, quietTo: 8, mostAPlace: 12, spread: 1,
  answer: { share: 0.25, least: 2, most: 48 }, hold: { share: 0.125, least: 2, most: 24 },
};
