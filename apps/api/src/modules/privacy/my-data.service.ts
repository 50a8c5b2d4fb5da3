import { Injectable } from '@nestjs/common';
import type { MyData } from '@kepu/contracts';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { PersonData, type PersonSection } from '../identity/index.js';
import { ActsRepository } from './acts.repository.js';

/** The order in which a person reads it. */
const order = [
  'account', 'wholeName', 'profile', 'merges', 'realName', 'documentRefused', 'standing', 'guardianAge', 'guardians', 'children', 'activityConsents', 'classes', 'slips', 'topics', 'credentials', 'pools', 'talks', 'teams', 'consents', 'signups', 'teamPlaces', 'attendance', 'leads', 'orderOffers', 'records', 'notices', 'accesses', 'recordRequests', 'rosters', 'grants', 'savedFilters', 'sessions',
];
/** A section that nobody has put in order comes last, and is not left out. */
const placeOf = ({ key }: PersonSection): number => (order.includes(key) ? order.indexOf(key) : order.length);

/** All that is kept of one person, with the words for its codes. */
export interface Gathered { readonly data: MyData; readonly words: ReadonlyMap<string, Readonly<Record<string, string>>> }

/** Gathers what every module keeps of the person who asks. */
@Injectable()
export class MyDataService {
  constructor(private readonly people: PersonData, private readonly acts: ActsRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  async gather(actor: PersonActor): Promise<Gathered> {
    const sections: PersonSection[] = [];
    for (const holder of this.people.holders) sections.push(...(await holder.read(actor.accountId)));
    sections.sort((a, b) => placeOf(a) - placeOf(b));
    const acts: MyData['acts'] = [];
    for (const column of this.people.actColumns) {
      const count = await this.acts.count(column, actor.accountId);
      if (count > 0) acts.push({ column, count });
    }
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'personal.downloaded', subjectKind: 'account', subjectId: actor.accountId, before: null, after: null }));
    return {
      data: { madeAt: this.clock.now().toISOString(), sections: sections.map(({ key, rows }) => ({ key, rows: rows.map((row) => ({ ...row })) })), acts },
      words: new Map(sections.map(({ key, words }) => [key, words ?? {}])),
    };
  }
}
