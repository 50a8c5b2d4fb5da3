import { ChallengeDelivery } from './challenge-delivery.js';
import { ChallengeEntity } from './challenge.entity.js';
import { Challenges } from './challenges.service.js';
import { ChallengesRepository } from './challenges.repository.js';
import { DeviceEntity } from './device.entity.js';
import { DevicesRepository } from './devices.repository.js';
import { FactorEntity, IdentityEntity, PasswordRecordEntity, RecoveryCodeEntity } from './factor.entity.js';
import { FactorsRepository } from './factors.repository.js';
import { FactorsService } from './factors.service.js';
import { IdentitiesRepository } from './identities.repository.js';
import { OidcProvider } from './oidc-provider.js';
import { OidcService } from './oidc.service.js';
import { PasswordChanges } from './password-changes.service.js';
import { PasswordRecords } from './password-records.repository.js';
import { SecurityNews } from './security-news.js';
import { SecurityService } from './security.service.js';
import { SessionSteps } from './session-steps.service.js';
import { SignInRemains } from './sign-in-remains.js';
import { SignInService } from './sign-in.service.js';
import { Totp } from './totp.js';

export { Challenges, PasswordChanges };
export { OidcController } from './oidc.controller.js';
export { SignInController } from './sign-in.controller.js';
export type { SecurityEvent } from './security-news.js';

/** Tables of signing in. */
export const signInEntities = [ChallengeEntity, DeviceEntity, FactorEntity, IdentityEntity, PasswordRecordEntity, RecoveryCodeEntity] as const;
/** What signing in is made of. */
export const signInProviders = [
  ChallengeDelivery, Challenges, ChallengesRepository, DevicesRepository, FactorsRepository, FactorsService, IdentitiesRepository, OidcProvider, OidcService, PasswordChanges, PasswordRecords, SecurityNews, SecurityService,
  SessionSteps, SignInRemains, SignInService, Totp,
] as const;
