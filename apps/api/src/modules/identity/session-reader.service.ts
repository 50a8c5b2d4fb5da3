import { Inject, Injectable } from '@nestjs/common';
import { factorKinds } from '@kepu/contracts';
import { permissionsOf, type ActorGrant, type PersonActor } from '../../platform/auth/actor.js';
import { readProofs, standingOf } from '../../platform/auth/standing.js';
import type { SessionReader } from '../../platform/auth/session-reader.js';
import { Clock } from '../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { fromDbTime, UnitOfWork } from '../../platform/database/index.js';
import { MailGateway, SmsGateway } from '../../platform/messages/index.js';
import { SessionRepository } from './session.repository.js';

/** How often a session in use is marked as used: not with every request, which would make every read a write. */
const TOUCH_MS = 60_000;
const DAY_MS = 86_400_000;

/** Reads who a token belongs to, with every right as it stands at this moment. */
@Injectable()
export class SessionReaderService implements SessionReader {
  constructor(
    private readonly sessions: SessionRepository, private readonly sms: SmsGateway, private readonly mail: MailGateway, private readonly work: UnitOfWork, private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async actorOf(token: string, ip: string | null): Promise<PersonActor | null> {
    if (!/^[\w-]{43}$/.test(token)) return null;
    const now = this.clock.now();
    const rows = await this.sessions.findByToken(token, this.clock.today(), now, new Date(now.getTime() - this.config.session.idleMinutes * 60_000));
    const first = rows[0];
    if (!first) return null;
    if (now.getTime() - new Date(first.lastSeenAt).getTime() > TOUCH_MS) await this.work.run(() => this.sessions.touch(first.sessionId, now));
    const grants: ActorGrant[] = rows.flatMap((row) => (row.grantId && row.role && row.scopeKind
      ? [{ id: row.grantId, role: row.role, scopeKind: row.scopeKind, scopeId: row.scopeId, unitPath: row.unitPath }] : []));
    const demanded = this.config.secondFactor === 'staff' && grants.length > 0;
    const standing = standingOf({
      proofs: readProofs(first.proofs), demanded, factors: factorKinds.filter((kind) => first.factors?.split(',').includes(kind)), hasPhone: Boolean(Number(first.hasPhone)), hasEmail: Boolean(Number(first.hasEmail)),
      linked: Boolean(Number(first.linked)), offers: { sms: this.sms.offered, email: this.mail.offered, oidc: this.config.oidc !== null },
    });
    const { passwordMaxDays } = this.config;
    const aged = passwordMaxDays !== null && grants.length > 0 && now.getTime() - new Date(fromDbTime(first.passwordSetAt)).getTime() > passwordMaxDays * DAY_MS;
    return {
      standing, kind: 'person', accountId: first.accountId, name: first.name, sessionId: first.sessionId, mustChangePassword: aged || Boolean(first.mustChangePassword),
      sessionExpiresAt: new Date(first.expiresAt), grants, permissions: permissionsOf(grants), ip,
    };
  }
}
