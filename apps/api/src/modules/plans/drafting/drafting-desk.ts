import { Injectable } from '@nestjs/common';
import type { Desk } from '@kepu/contracts';
import { isPastDeadline } from '@kepu/domain';
import { can, type PersonActor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { ProposalsRepository } from './proposals.repository.js';

const SHOWN = 5;

/** What the own units have not handed in yet. Two statements, however many units. */
@Injectable()
export class DraftingDesk {
  constructor(private readonly proposals: ProposalsRepository, private readonly consultations: ConsultationsRepository, private readonly clock: Clock) {}

  async waitingFor(actor: PersonActor): Promise<Desk['drafting']> {
    const right = (['drafting:submit', 'drafting:write'] as const).find((one) => can(actor, one));
    if (!right) return null;
    const today = this.clock.today();
    const [proposals, consultations] = await Promise.all([this.proposals.waiting(actor, right), this.consultations.waiting(actor, right)]);
    const all = [...proposals.map((row) => ({ kind: 'proposal' as const, ...row })), ...consultations.map((row) => ({ kind: 'consultation' as const, ...row }))]
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)).map(({ kind, id, title, unitId, unitName, dueOn }) => ({ kind, id, title, unit: { id: unitId, name: unitName }, dueOn, overdue: isPastDeadline(today, dueOn) }));
    return { count: all.length, first: all.slice(0, SHOWN) };
  }
}
