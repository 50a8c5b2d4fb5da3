import { Global, Module } from '@nestjs/common';
import { SessionReader } from '../../platform/auth/session-reader.js';
import { StandIns } from './stand-ins.js';
import { AccessExplanations } from './access-explanations.service.js';
import { AccessSubjects } from './access-subjects.js';
import { AccountQueries } from './account-queries.repository.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { AuditQueries } from './audit-queries.js';
import { Contacts } from './contacts.js';
import { GrantsRepository } from './grants.repository.js';
import { GrantsService } from './grants.service.js';
import { IdentityController } from './identity.controller.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';
import { Numbers } from './numbers.repository.js';
import { Passwords } from './passwords.js';
import { PersonTurns } from './person-turns.repository.js';
import { RightsController } from './rights.controller.js';
import { SealedNames } from './sealed-names.repository.js';
import { SessionReaderService } from './session-reader.service.js';
import { SessionRepository } from './session.repository.js';
import { SessionsService } from './sessions.service.js';
import { Challenges, OidcController, SignInController, signInProviders } from './sign-in/index.js';

/** Accounts, sessions and grants. Needs a `ScopeDirectory` and an `UnreadCounter` from modules to its right. Global, because the guard of every route asks its `SessionReader`. */
@Global()
@Module({
  controllers: [IdentityController, RightsController, SignInController, OidcController],
  providers: [
    AccessExplanations, AccessSubjects, AccountQueries, AccountsRepository, AccountsService, AuditQueries, Contacts, GrantsRepository, GrantsService, InvitationsRepository, InvitationsService, Numbers, Passwords, PersonTurns, SealedNames, SessionRepository, SessionsService, StandIns,
    ...signInProviders, SessionReaderService, { provide: SessionReader, useExisting: SessionReaderService },
  ],
  exports: [AccessSubjects, AccountsRepository, AccountsService, AuditQueries, Challenges, Contacts, GrantsRepository, GrantsService, InvitationsRepository, InvitationsService, Numbers, Passwords, PersonTurns, SealedNames, SessionReader, SessionsService, StandIns],
})
export class IdentityModule {}
