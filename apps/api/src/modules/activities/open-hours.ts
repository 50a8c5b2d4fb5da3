/** How many people of an activity were there and have no settled hours yet. */
export abstract class OpenHours {
  abstract of(activityId: string): Promise<number>;
}
