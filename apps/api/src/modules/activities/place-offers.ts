/** Asks somebody of the waiting list whether they still want a place. Implemented by the matching module, which stands to the right of this one. */
export abstract class PlaceOffers {
  /** Inside the unit that holds the place. */
  abstract ask(held: { readonly volunteerId: string; readonly positionId: string; readonly shiftId: string; readonly activityId: string }, window: { readonly offerAt: string; readonly until: string }): Promise<void>;
}
