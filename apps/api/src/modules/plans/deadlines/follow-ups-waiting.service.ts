import { Injectable } from '@nestjs/common';
import type { Desk } from '@kepu/contracts';
import { can, reaches, reachOf, type PersonActor } from '../../../platform/auth/actor.js';
import { CloseOutsRepository, type CloseOutRow } from '../close-outs/close-outs.repository.js';
import { approvesIn } from '../unit-report-steps.js';
import { AdjustmentsRepository, type AdjustmentRow } from './adjustments.repository.js';

type Waiting = NonNullable<Desk['followUps']>;
const [SHOWN, READ] = [5, 200];
const line = (kind: 'adjustment' | 'close_out') => (row: AdjustmentRow | CloseOutRow): Waiting['first'][number] => ({ kind, id: row.id, planId: row.planId, itemId: row.itemId, title: row.text, unit: { id: row.unitId, name: row.unitName }, at: row.decidedAt ?? row.askedAt ?? row.createdAt });
const oldestFirst = (rows: Waiting['first']): Waiting['first'] => [...rows].sort((a, b) => (a.at < b.at ? -1 : 1));

/** For the first page of a reader: what the office has to decide, and what came back to a unit or waits for its approver. */
@Injectable()
export class FollowUpsWaiting {
  constructor(private readonly adjustments: AdjustmentsRepository, private readonly closeOuts: CloseOutsRepository) {}

  async of(actor: PersonActor): Promise<{ own: Waiting | null; toDecide: Waiting | null }> {
    const [decides, asks] = [can(actor, 'adjustment:decide'), can(actor, 'adjustment:ask')];
    if (!decides && !asks) return { own: null, toDecide: null };
    const query = { page: 1, perPage: decides ? SHOWN : READ, sort: 'askedAt', waiting: true } as const;
    const [adjustments, closeOuts] = await Promise.all([this.adjustments.listFor(actor, query), this.closeOuts.listFor(actor, query)]);
    if (decides) return { own: null, toDecide: { count: adjustments.total + closeOuts.total, first: oldestFirst([...adjustments.rows.map(line('adjustment')), ...closeOuts.rows.map(line('close_out'))]).slice(0, SHOWN) } };
    // What was handed to the approver waits for the approver, and no more for who wrote it.
    const reach = reachOf(actor, 'adjustment:ask');
    const waits = (row: AdjustmentRow | CloseOutRow): boolean => (row.state === 'checking' ? approvesIn(actor, row.unitPath) : reaches(reach, { path: row.unitPath, divisionId: row.unitDivision }));
    const own = oldestFirst([...adjustments.rows.filter(waits).map(line('adjustment')), ...closeOuts.rows.filter(waits).map(line('close_out'))]);
    return { own: { count: own.length, first: own.slice(0, SHOWN) }, toDecide: null };
  }
}
