import { consentVersions } from '@kepu/contracts';

/** The privacy text that people agree to when they register. A new text gets a new version, and a page that shows the old one is asked to show the new. */
export const CONSENT_VERSION = consentVersions.privacy;
