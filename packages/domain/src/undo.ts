/** How long whoever decided can take a decision back with one press, in minutes: long enough to see a slip, too short for others to have built on it. */
export const UNDO_MINUTES = 10;

/**
 * Whether a decision can still be undone: by whoever made it, within `UNDO_MINUTES`. What a later step would have to undo as well is told by the lifecycle and the version.
 * @param decided when it was made and by whom; null where none was made
 * @param now the present moment
 */
export const undoable = (decided: { readonly at: Date; readonly by: string } | null, actorId: string, now: Date): boolean =>
  decided !== null && decided.by === actorId && now.getTime() - decided.at.getTime() <= UNDO_MINUTES * 60_000;
