import type { ReactNode } from 'react';
import { KeptPlan } from '../providers/session.js';
import { usePlan } from './usePlan.js';

/** What is part of a plan: whether the reader's office may write in it follows from whose plan that is. */
export const OfPlan = ({ id, children }: { id: string; children: ReactNode }) => <KeptPlan value={usePlan(id).data?.kept ?? true}>{children}</KeptPlan>;
