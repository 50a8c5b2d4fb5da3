/** Lines of the ledger that were taken back after a moment, and by how much the minutes changed. */
export interface LateCorrection { readonly records: number; readonly minutes: number }

/** What became of an activity's hours after its close was accepted. Implemented by the records module, which stands to the right of this one. */
export abstract class LateCorrections {
  /** Null for nothing. */
  abstract of(activityId: string, since: Date): Promise<LateCorrection | null>;
}
