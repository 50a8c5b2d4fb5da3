import { GuardianAgeEntity } from './guardian-age.entity.js';
import { GuardianLinkEntity } from './guardian-link.entity.js';
import { MinorPolicyEntity } from './minor-policy.entity.js';

export { type GuardianRow } from './guardian-links.repository.js';
export { GuardianSlips, type SlipGuardian } from './guardian-slips.service.js';
export { GuardiansModule } from './guardians.module.js';
export { Guardians } from './guardians.service.js';
export { MinorPolicies } from './minor-policies.service.js';
export const guardianEntities = [GuardianAgeEntity, GuardianLinkEntity, MinorPolicyEntity];
