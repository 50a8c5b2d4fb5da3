import type { PersonActor } from './actor.js';

/** Finds who a session token belongs to. Implemented by the identity module: the guard itself knows no table. */
export abstract class SessionReader {
  /** The person with the grants in force now, in one statement; null for a token that is unknown, ended or too old. */
  abstract actorOf(token: string, ip: string | null): Promise<PersonActor | null>;
}
