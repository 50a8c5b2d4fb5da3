import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Notice } from '@kepu/contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { AccountsRepository, maskedName } from '../identity/index.js';
import { NoticesService, type Message } from '../notices/index.js';
import { GuardianLinksRepository } from './guardian-links.repository.js';
import { Guardians } from './guardians.service.js';

/** What a guardian is told in place of, or beside, the child. */
const copied: Partial<Record<Notice['kind'], Notice['kind']>> = {
  signup_confirmed: 'child_signup_confirmed', signup_waiting: 'child_signup_waiting', signup_refused: 'child_signup_refused', activity_cancelled: 'child_activity_cancelled', shift_moved: 'child_shift_moved', shift_cancelled: 'child_shift_cancelled',
  signup_clashed: 'child_signup_clashed', hours_confirmed: 'child_hours_confirmed',
};
const FAMILY = '/me/family';

/** Tells families what concerns them. Guardians read what their children are told; in what is written a child is its surname. */
@Injectable()
export class GuardianNotices implements OnModuleInit {
  constructor(
    private readonly notices: NoticesService, private readonly guardians: Guardians, private readonly rows: GuardianLinksRepository, private readonly accounts: AccountsRepository, private readonly worker: JobWorker, private readonly work: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.notices.copy((accountIds, message) => this.copies(accountIds, message));
    this.worker.register<{ minorId: string; linkId: string }>({ kind: 'notice.guardian_linked', run: (run) => this.linked(run) });
    this.worker.register<{ minorId: string; linkId: string }>({ kind: 'notice.guardian_ended', run: (run) => this.toMinor(run, 'guardian_ended', {}) });
    this.worker.register<{ id: string; guardianIds: readonly string[] }>({ kind: 'notice.came_of_age', run: (run) => this.cameOfAge(run) });
  }

  /** Inside the unit that tells the child. */
  private async copies(accountIds: readonly string[], message: Message): Promise<readonly { accountId: string; message: Message }[]> {
    const kind = copied[message.kind];
    if (!kind) return [];
    const guardians = await this.guardians.of(accountIds);
    if (guardians.size === 0) return [];
    const names = await this.accounts.namesOf([...guardians.keys()]);
    return [...guardians].flatMap(([minorId, people]) => people.flatMap(({ guardianId }) => (guardianId === null ? [] : [{
      accountId: guardianId, message: { eventKey: `${message.eventKey}:${minorId}`, kind, link: FAMILY, params: { ...message.params, name: names.get(minorId) ?? '' } },
    }])));
  }

  private async linked(run: JobRun<{ minorId: string; linkId: string }>): Promise<void> {
    const link = await this.rows.find(run.payload.linkId);
    await this.toMinor(run, 'guardian_linked', { name: maskedName(link?.guardianName ?? '') });
  }

  private async toMinor(run: JobRun<{ minorId: string; linkId: string }>, kind: Notice['kind'], params: Notice['params']): Promise<void> {
    await this.work.run(async () => {
      await this.notices.deliver([run.payload.minorId], { eventKey: `${kind}:${run.payload.linkId}`, kind, link: FAMILY, params });
      await run.finish();
    });
  }

  private async cameOfAge(run: JobRun<{ id: string; guardianIds: readonly string[] }>): Promise<void> {
    const { id, guardianIds } = run.payload;
    const name = maskedName((await this.accounts.namesOf([id])).get(id) ?? '');
    await this.work.run(async () => {
      await this.notices.deliver([id], { eventKey: `came_of_age:${id}`, kind: 'came_of_age', link: '/me', params: {} });
      await this.notices.deliver(guardianIds, { eventKey: `child_came_of_age:${id}`, kind: 'child_came_of_age', link: FAMILY, params: { name } });
      await run.finish();
    });
  }
}
