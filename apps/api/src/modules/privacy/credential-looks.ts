import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../platform/auth/actor.js';
import { CredentialAccessLog } from '../talents/index.js';
import { DataAccessLog } from './data-access-log.js';

/** A look at somebody's certificate stands where the person reads who saw what. */
@Injectable()
export class CredentialLooks extends CredentialAccessLog {
  constructor(private readonly log: DataAccessLog) { super(); }

  async seen(actor: PersonActor, personId: string, kind: string): Promise<void> { await this.log.record(actor, 'credential:confirm', { personIds: [personId], field: 'credential', reason: kind, exportId: null }); }
}
