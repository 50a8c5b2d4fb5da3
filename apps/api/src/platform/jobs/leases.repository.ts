import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { Database } from '../database/database.js';
import { LeaseEntity } from './lease.entity.js';

/** Leases are rows, not GET_LOCK: that is per node on a Galera cluster and dies with a connection. */
@Injectable()
export class LeasesRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Inside a unit: takes or renews the lease. False while another holds it. */
  async acquire(name: string, owner: string, ms: number): Promise<boolean> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + ms);
    const { writer } = this.database;
    const { affected } = await writer
      .createQueryBuilder()
      .update(LeaseEntity)
      .set({ owner, heldUntil: until })
      .where('name = :name AND (owner = :owner OR held_until < :now)', { name, owner, now })
      .execute();
    if (affected === 1) return true;
    await writer.createQueryBuilder().insert().into(LeaseEntity).values({ name, owner, heldUntil: until }).orIgnore().updateEntity(false).execute();
    const held = await writer.findOneBy(LeaseEntity, { name });
    return held?.owner === owner;
  }

  /** Inside a unit: lets others have it at once. */
  async release(name: string, owner: string): Promise<void> {
    await this.database.writer.update(LeaseEntity, { name, owner }, { heldUntil: new Date(0) });
  }
}
