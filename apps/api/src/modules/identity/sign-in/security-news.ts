import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import type { DeviceWords } from './device-words.js';

/** What happened to an account: a key of `terms.accountChanges`. */
export type AccountChange = 'factor_on' | 'factor_off' | 'password' | 'contact' | 'recovery_codes' | 'recovery_code_used' | 'identity_on' | 'identity_off';
/** What the notices module is asked to tell: codes only. */
export type SecurityEvent = Readonly<Record<'accountId' | 'eventId' | 'kind' | 'first' | 'second', string>>;

/** Has people told of what happens to their account. Inside the unit in which it happens; the notices module, which stands to the right, delivers. */
@Injectable()
export class SecurityNews {
  constructor(private readonly jobs: Jobs) {}

  async changed(accountId: string, change: AccountChange): Promise<void> {
    await this.jobs.enqueue('notice.sign_in', { accountId, eventId: newId(), kind: 'sign_in_changed', first: change, second: '' } satisfies SecurityEvent);
  }
  async signedInAnew(accountId: string, { browser, system }: DeviceWords): Promise<void> {
    await this.jobs.enqueue('notice.sign_in', { accountId, eventId: newId(), kind: 'signed_in_anew', first: browser, second: system } satisfies SecurityEvent);
  }
}
