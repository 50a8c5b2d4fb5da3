import type { ScopeKind } from '@kepu/contracts';

/** Says whether a division or unit that a grant names exists and is open. Implemented by the units module, which stands to the right of this one. */
export abstract class ScopeDirectory {
  abstract exists(kind: ScopeKind, id: string): Promise<boolean>;
}
