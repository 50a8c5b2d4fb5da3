/** What somebody has served. */
export interface ServiceCount { readonly services: number; readonly minutes: number }

/**
 * How often and how long people have served, by the ledger of volunteer hours. Implemented by the records module, which stands to the right of this one; nobody is
 * in the answer who has not served.
 */
export abstract class ServiceCounter {
  abstract of(volunteerIds: readonly string[]): Promise<ReadonlyMap<string, ServiceCount>>;
}
