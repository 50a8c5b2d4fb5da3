/** How many messages wait for a person. Implemented by the notices module, which stands to the right of this one. */
export abstract class UnreadCounter {
  abstract of(accountId: string): Promise<number>;
}
