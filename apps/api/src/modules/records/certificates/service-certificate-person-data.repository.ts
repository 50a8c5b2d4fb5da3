import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { PersonData, PersonMerges, type PersonHolder, type PersonMerge, type PersonMover, type PersonSection } from '../../identity/index.js';
import { ServiceCertificatesRepository } from './service-certificates.repository.js';

/** Which proofs of service somebody had. */
@Injectable()
export class ServiceCertificatePersonData implements PersonHolder, PersonMover, OnModuleInit {
  readonly columns = ['service_certificates.account_id'];
  readonly moves = this.columns;
  readonly stays = [];

  constructor(private readonly data: PersonData, private readonly merges: PersonMerges, private readonly rows: ServiceCertificatesRepository) {}

  onModuleInit(): void {
    this.data.register(this);
    this.merges.register(this);
    this.data.registerActs('service_certificates.issued_by');
  }

  async read(personId: string): Promise<PersonSection[]> {
    return [{ key: 'serviceCertificates', rows: (await this.rows.ofAccount(personId)).map(({ number, words, fromDay, toDay, minutes, issuedAt }) => ({ certificateNumber: number, unit: words.unit, fromDay, toDay, minutes, at: issuedAt.toISOString() })) }];
  }
  /** The name and what was done go; a number that was given stays given. */
  async erase({ accountId }: PersonActor): Promise<void> {
    for (const { id, words } of await this.rows.ofAccount(accountId)) await this.rows.rewrite(id, { ...words, name: '', volunteerNumber: '', lines: [] });
  }
  count(): Promise<ReadonlyMap<string, Record<string, never>>> { return Promise.resolve(new Map()); }
  async merge({ from, into }: PersonMerge): Promise<Record<string, never>> {
    await this.rows.movePerson(from, into);
    return {};
  }
}
