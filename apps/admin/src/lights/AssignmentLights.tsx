import type { Assignment, Item } from '@kepu/contracts';
import { useMay } from '../providers/session.js';
import { LightWithReasons } from './LightReasons.js';
import { useLightsOf } from './useLights.js';

/** The light of one unit's part in an item, for those who may see it. */
export const AssignmentLights = ({ item, assignment }: { item: Pick<Item, 'planId'>; assignment: Pick<Assignment, 'id' | 'state'> }) => {
  const may = useMay();
  return may('light:read') && assignment.state !== 'withdrawn' ? <Read planId={item.planId} assignmentId={assignment.id} /> : null;
};

const Read = ({ planId, assignmentId }: { planId: string; assignmentId: string }) => {
  const row = useLightsOf(planId, { assignmentId })?.get(assignmentId);
  return row ? <LightWithReasons row={row} /> : null;
};
