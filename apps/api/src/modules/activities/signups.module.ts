import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Guardians } from '../guardians/index.js';
import { NoticesModule } from '../notices/index.js';
import { ActivityConsentNotices } from './activity-consent-notices.js';
import { ActivityConsentPersonData } from './activity-consent-person-data.repository.js';
import { ActivityConsentsController } from './activity-consents.controller.js';
import { ActivityConsentsRepository } from './activity-consents.repository.js';
import { ActivityConsents } from './activity-consents.service.js';
import { ActivityFollowers } from './activity-followers.js';
import { VolunteersModule } from '../volunteers/index.js';
import { AttendanceOpenHours } from './attendance-open-hours.js';
import { AttendanceRepository } from './attendance.repository.js';
import { AttendanceService } from './attendance.service.js';
import { Companions } from './companions.js';
import { ProofLapseRows } from './proof-lapses.repository.js';
import { ProofLapses } from './proof-lapses.js';
import { GuardianWords } from './guardian-words.js';
import { HeldPlacesRepository } from './held-places.repository.js';
import { HeldPlacesClock } from './held-places-clock.js';
import { HeldPlaces } from './held-places.js';
import { OpenHours } from './open-hours.js';
import { RealNameReminders } from './real-name-reminders.js';
import { ShiftAccess } from './roster-access.js';
import { RosterRepository } from './roster.repository.js';
import { RosterService } from './roster.service.js';
import { SignupCancellation } from './signup-cancellation.js';
import { SignupCancellations } from './signup-cancellations.service.js';
import { SignupDecisions } from './signup-decisions.service.js';
import { SignupListsRepository } from './signup-lists.repository.js';
import { SignupLists } from './signup-lists.service.js';
import { SignupMergesRepository } from './signup-merges.repository.js';
import { SignupMerges } from './signup-merges.js';
import { SignupMoves } from './signup-moves.js';
import { SignupNewsRepository } from './signup-news.repository.js';
import { SignupNotices } from './signup-notices.js';
import { SignupPlaces } from './signup-places.js';
import { SignupPersonData } from './signup-person-data.js';
import { SignupRelease } from './signup-release.js';
import { SignupPersonRows } from './signup-person-data.repository.js';
import { SignupRequests } from './signup-requests.service.js';
import { SignupTurns } from './signup-turns.repository.js';
import { LedTeams } from './team-signups/led-teams.service.js';
import { SignedUpTeams } from './team-signups/team-comings.js';
import { TeamPlacePersonData } from './team-signups/team-place-person-data.repository.js';
import { TeamSignupDesk } from './team-signups/team-signup-desk.service.js';
import { TeamSignupNotices } from './team-signups/team-signup-notices.js';
import { TeamSignupsController } from './team-signups/team-signups.controller.js';
import { TeamSignupsRepository } from './team-signups/team-signups.repository.js';
import { TeamSignups } from './team-signups/team-signups.service.js';
import { TeamComings } from '../teams/index.js';
import { SignupsController } from './signups.controller.js';
import { SignupsRepository } from './signups.repository.js';

/** Sign-ups and attendance. Global, because activities ask for what becomes of the people of a shift. Needs an `EligibilityCheck` from a module to its right for the hard rules, and `PlaceOffers` to ask whoever waits. */
@Global()
@Module({
  imports: [NoticesModule, VolunteersModule],
  controllers: [SignupsController, ActivityConsentsController, TeamSignupsController],
  providers: [
    ActivityConsentNotices, ActivityFollowers, ActivityConsentPersonData, ActivityConsents, ActivityConsentsRepository, AttendanceRepository, AttendanceService, Companions, ProofLapseRows, ProofLapses, GuardianWords, HeldPlaces, HeldPlacesClock, HeldPlacesRepository, RealNameReminders, RosterRepository, RosterService, ShiftAccess, SignupCancellations, { provide: SignupCancellation, useExisting: SignupCancellations },
    { provide: SignupMoves, useExisting: SignupCancellations }, { provide: OpenHours, useClass: AttendanceOpenHours }, SignupDecisions, SignupLists, SignupListsRepository, SignupMerges, SignupMergesRepository, SignupNewsRepository, SignupNotices, SignupPersonData, SignupPersonRows, SignupPlaces, SignupRelease, SignupRequests, SignupTurns, SignupsRepository,
    LedTeams, TeamPlacePersonData, TeamSignupDesk, TeamSignupNotices, TeamSignups, TeamSignupsRepository, { provide: TeamComings, useClass: SignedUpTeams },
  ],
  exports: [ActivityFollowers, ActivityConsents, ActivityConsentsRepository, SignupsRepository, AttendanceService, Companions, GuardianWords, HeldPlaces, OpenHours, ShiftAccess, SignupCancellation, SignupDecisions, SignupMoves, SignupPlaces, SignupRequests, TeamComings, TeamSignupDesk, TeamSignups],
})
export class SignupsModule implements OnModuleInit {
  constructor(private readonly guardians: Guardians, private readonly consents: ActivityConsents) {}

  /** What a guardian has agreed to ends with being the guardian. */
  onModuleInit(): void { this.guardians.whenEnded((actor, minorId) => this.consents.endOf(actor, minorId)); }
}
