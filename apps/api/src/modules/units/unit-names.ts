import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitsService } from './units.service.js';

/** What the modules to the right may do to the names of units. */
@Injectable()
export class UnitNames {
  constructor(private readonly units: UnitsService) {}

  /** A name that a paper printed becomes an alias of the unit. Inside or outside a unit of work. Errors: `unit.name_taken`. */
  remember(actor: Actor, unitId: string, name: string): Promise<void> { return this.units.addAlias(actor, unitId, name); }
}
