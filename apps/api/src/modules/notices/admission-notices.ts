import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobWorker, type JobRun } from '../../platform/jobs/index.js';
import { AccountsRepository, GrantsRepository, InvitationsRepository } from '../identity/index.js';
import { UnitApplicationsRepository, UnitDirectory } from '../units/index.js';
import { NoticesService } from './notices.service.js';

/** Tells whoever waits for it of those who come in, and of work that changes hands. */
@Injectable()
export class AdmissionNotices implements OnModuleInit {
  constructor(
    private readonly notices: NoticesService, private readonly invitations: InvitationsRepository, private readonly applications: UnitApplicationsRepository, private readonly accounts: AccountsRepository, private readonly grants: GrantsRepository,
    private readonly units: UnitDirectory, private readonly worker: JobWorker, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.worker.register<{ invitationId: string }>({ kind: 'notice.invitation_accepted', run: (run) => this.accepted(run) });
    this.worker.register<{ applicationId: string; version: number }>({ kind: 'notice.unit_application', run: (run) => this.applied(run) });
    this.worker.register<{ unitId: string; fromId: string; toId: string; grantId: string }>({ kind: 'notice.handed_over', run: (run) => this.handedOver(run) });
  }

  private async accepted(run: JobRun<{ invitationId: string }>): Promise<void> {
    const invitation = await this.invitations.byId(run.payload.invitationId);
    await this.work.run(async () => {
      if (invitation) {
        await this.notices.deliver([invitation.invitedBy], { eventKey: `invitation_accepted:${invitation.id}`, kind: 'invitation_accepted', link: '/invitations', params: { name: invitation.name, unit: invitation.unitName, role: `terms.roles.${invitation.role}` } });
      }
      await run.finish();
    });
  }

  private async applied(run: JobRun<{ applicationId: string; version: number }>): Promise<void> {
    const { applicationId, version } = run.payload;
    const application = await this.applications.byId(applicationId);
    const today = this.clock.today();
    const county = application ? await this.applications.deciders(application.countyId, today) : [];
    const readers = county.length > 0 ? county : await this.grants.officeAccounts(today);
    await this.work.run(async () => {
      if (application?.state === 'submitted') await this.notices.deliver(readers, { eventKey: `unit_application:${applicationId}:${version}`, kind: 'unit_application', link: `/unit-applications/${applicationId}`, params: { unit: application.unitName } });
      await run.finish();
    });
  }

  private async handedOver(run: JobRun<{ unitId: string; fromId: string; toId: string; grantId: string }>): Promise<void> {
    const { unitId, fromId, toId, grantId } = run.payload;
    const unit = (await this.units.unitsByIds([unitId])).get(unitId)?.name ?? '';
    const names = await this.accounts.namesOf([fromId, toId]);
    await this.work.run(async () => {
      await this.notices.deliver([fromId], { eventKey: `handed_over:${grantId}`, kind: 'handed_over', link: null, params: { unit, name: names.get(toId) ?? '' } });
      await this.notices.deliver([toId], { eventKey: `taken_over:${grantId}`, kind: 'taken_over', link: '/my-items', params: { unit, name: names.get(fromId) ?? '' } });
      await run.finish();
    });
  }
}
