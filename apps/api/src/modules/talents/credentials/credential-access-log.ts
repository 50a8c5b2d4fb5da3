import type { PersonActor } from '../../../platform/auth/actor.js';

/** Notes that staff looked at somebody's certificate, for the person to see. Implemented by the privacy module, which stands to the right of this one. */
export abstract class CredentialAccessLog {
  /** Inside the unit that lets it be seen. `kind`: the name of the certificate. */
  abstract seen(actor: PersonActor, personId: string, kind: string): Promise<void>;
}
