import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { ProposalsRepository } from '../drafting/proposals.repository.js';
import { JointGroupsRepository } from '../joint-groups.repository.js';
import { leadOf } from '../joint-tasks.js';
import { LightReader } from '../lights/light-reader.js';
import type { PlanEntity } from '../plan.entity.js';
import { one, twice, type CountedLine } from './plan-counts.service.js';

type Named = { readonly id: string; readonly name: string };
/** What is past its day: the item's own, or that of a measure; and what the office has said of it. */
export interface OverduePart { readonly unit: Named; readonly itemId: string; readonly seq: number; readonly text: string; readonly day: string; readonly measure: string | null; readonly said: string | null }
/** What is counted for the leading group's meeting, with the words that stand beside it. */
export interface MeetingCount {
  readonly lines: readonly CountedLine[]; readonly overdue: readonly OverduePart[]; readonly joint: readonly { readonly name: string; readonly lead: Named | null; readonly units: readonly Named[] }[];
  readonly proposals: readonly { readonly unit: Named; readonly programme: string; readonly text: string; readonly adopted: boolean }[];
}

/** What the meeting is told besides the year's work: what units share, what is overdue, what they would do next year. As many statements for a large plan as for a small one. */
@Injectable()
export class MeetingCounts {
  constructor(private readonly lights: LightReader, private readonly groups: JointGroupsRepository, private readonly proposals: ProposalsRepository) {}

  /** Of a plan that the actor sees whole: the caller has proved it. */
  async of(actor: Actor, plan: PlanEntity): Promise<MeetingCount> {
    const [late, shared, wanted] = await Promise.all([this.late(actor, plan), this.shared(actor, plan), this.wanted(actor, plan)]);
    return { lines: [...shared.lines, ...late.lines, ...wanted.lines], overdue: late.overdue, joint: shared.joint, proposals: wanted.proposals };
  }

  /** Past its day by the rule, whatever light was set by hand: that one says why. */
  private async late(actor: Actor, plan: PlanEntity): Promise<{ lines: CountedLine[]; overdue: OverduePart[] }> {
    const lines: CountedLine[] = [];
    const overdue: OverduePart[] = [];
    for (const { row, rule, override } of await this.lights.read(actor, plan)) {
      const reason = rule.reasons.find(({ code }) => code === 'overdue') ?? rule.reasons.find(({ code }) => code === 'measure_overdue');
      if (!reason) continue;
      const ref = { refKind: 'assignment', refId: row.id, title: row.text, programmeId: row.programmeId, unitId: row.unitId, itemId: row.itemId } as const;
      lines.push(...twice('overdue', ref), one('unit', 'overdue', ref));
      overdue.push({ unit: { id: row.unitId, name: row.unitName }, itemId: row.itemId, seq: row.seq, text: row.text, day: String(reason.params.day), measure: reason.code === 'overdue' ? null : String(reason.params.measure), said: override?.reason ?? null });
    }
    return { lines, overdue };
  }

  private async shared(actor: Actor, plan: PlanEntity): Promise<{ lines: CountedLine[]; joint: MeetingCount['joint'] }> {
    const groups = await this.groups.groupsFor(actor, { planId: plan.id, state: 'confirmed' });
    const groupIds = groups.map(({ id }) => id);
    const [parts, units, items] = groups.length === 0 ? [[], [], []] : await Promise.all([this.groups.partsFor(actor, groupIds), this.groups.unitsOf({ groupIds }), this.groups.programmesOf(groupIds)]);
    const programmeOf = new Map(items.map(({ itemId, programmeId }) => [itemId, programmeId]));
    const lines: CountedLine[] = [];
    const joint = groups.map((group) => {
      const itemIds = new Set(parts.flatMap(({ groupId, itemId, standing }) => (groupId === group.id && standing !== 'withdrawn' ? [itemId] : [])));
      const own = new Map(units.filter(({ itemId }) => itemIds.has(itemId)).map(({ unitId, name }) => [unitId, { id: unitId, name }]));
      for (const itemId of itemIds) {
        const ref = { refKind: 'joint_group', refId: group.id, title: group.name, itemId, programmeId: programmeOf.get(itemId) ?? null } as const;
        lines.push(...twice('joint', { ...ref, unitId: group.leadUnitId }), ...units.filter((unit) => unit.itemId === itemId).map(({ unitId }) => one('unit', 'joint', { ...ref, unitId })));
      }
      return { name: group.name, lead: leadOf(group), units: [...own.values()], counts: itemIds.size > 0 };
    });
    return { lines, joint: joint.filter(({ counts }) => counts) };
  }

  /** What was handed in for the next year. Proposals are the city's. */
  private async wanted(actor: Actor, plan: PlanEntity): Promise<{ lines: CountedLine[]; proposals: MeetingCount['proposals'] }> {
    const calls = plan.divisionId.endsWith('00') ? (await this.proposals.listFor(actor, {})).filter(({ year }) => year === plan.year + 1) : [];
    const rows = (await Promise.all(calls.map(({ id }) => this.proposals.proposalsFor(actor, id, {})))).flat();
    const adopted = ({ decision }: (typeof rows)[number]): boolean => decision === 'adopted' || decision === 'partly';
    return {
      lines: rows.flatMap((row) => {
        const ref = { refKind: 'proposal', refId: row.id, title: row.text, programmeId: row.programmeId, unitId: row.unitId } as const;
        const all = (metric: 'proposals' | 'proposals_adopted'): CountedLine[] => [...twice(metric, ref), one('unit', metric, ref)];
        return [...all('proposals'), ...(adopted(row) ? all('proposals_adopted') : [])];
      }),
      proposals: rows.map((row) => ({ unit: { id: row.unitId, name: row.unitName }, programme: row.programmeName, text: row.text, adopted: adopted(row) })),
    };
  }
}
