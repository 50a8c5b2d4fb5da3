import { Module, type OnModuleInit } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { UnitsModule, UnitSuccession } from '../units/index.js';
import { PoolCounts } from './pool-counts.js';
import { PoolCountsRepository } from './pool-counts.repository.js';
import { PoolTerms } from './pool-terms.js';
import { PoolTermsRepository } from './pool-terms.repository.js';
import { PoolsRepository } from './pools.repository.js';
import { PoolsService } from './pools.service.js';
import { TalentsController } from './talents.controller.js';

/** Pools of people and their terms. */
@Module({
  imports: [IdentityModule, UnitsModule],
  controllers: [TalentsController],
  providers: [PoolCounts, PoolCountsRepository, PoolTerms, PoolTermsRepository, PoolsRepository, PoolsService],
  exports: [PoolCounts, PoolTerms, PoolsService],
})
export class TalentsModule implements OnModuleInit {
  constructor(private readonly succession: UnitSuccession, private readonly terms: PoolTermsRepository) {}

  /** The terms of a unit that ends in another one go along. */
  onModuleInit(): void {
    this.succession.register('pool terms', async (fromUnit, toUnit) => { await this.terms.moveUnit(fromUnit, toUnit); });
  }
}
