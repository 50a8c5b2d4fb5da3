import type { Permission } from '@kepu/contracts/permissions';

/**
 * The mechanism behind every lifecycle of the product: one table per object, read by the API (enforces it), the back office
 * (draws its buttons from it), the tests (walk it) and the docs (print it).
 */

/** What an action demands beside the right to do it. The value itself is checked by the contract of the route. */
export type Demand = 'reason' | 'evidence' | 'note' | 'question' | 'answer' | 'docNumber' | 'issuedOn';

/** A term in both languages. The Chinese word is the one an office uses. */
export interface Term {
  readonly zh: string;
  readonly en: string;
}

/** Permission of the actions that only the system itself takes (workers); no person holds it. */
export const SYSTEM_PERMISSION = 'system';
/** Permission of what a person does with the own things, and no other person for them. */
export const SELF_PERMISSION = 'self';
/** Permission of whoever leads on the spot, a relation on a shift, and of those who manage the activity. */
export const LEADER_PERMISSION = 'leader';

/** Who may take an action: those who hold a permission of contracts, the system alone, the person concerned, or the leader on the spot. */
export type ActionPermission = Permission | typeof SYSTEM_PERMISSION | typeof SELF_PERMISSION | typeof LEADER_PERMISSION;

/** One action of a lifecycle. `to: null` means that the object is deleted: there is no state afterwards. */
export interface ActionRule<S extends string> extends Term {
  readonly from: readonly S[];
  readonly to: S | null;
  readonly permission: ActionPermission;
  readonly demands: readonly Demand[];
}

/** What `defineLifecycle` takes. */
export interface LifecycleSpec<S extends string, A extends string> {
  readonly object: string;
  readonly title: Term;
  readonly states: Readonly<Record<S, Term>>;
  readonly initial: NoInfer<S>;
  readonly actions: Readonly<Record<A, ActionRule<NoInfer<S>>>>;
}

/** A checked lifecycle. Make one with `defineLifecycle` only. */
export interface Lifecycle<S extends string, A extends string> extends LifecycleSpec<S, A> {
  readonly stateNames: readonly S[];
  readonly actionNames: readonly A[];
}

/** State names of a lifecycle: `StateOf<typeof planLifecycle>`. */
export type StateOf<L> = L extends Lifecycle<infer S, string> ? S : never;

/** Action names of a lifecycle. */
export type ActionOf<L> = L extends Lifecycle<string, infer A> ? A : never;

/** An action that may not be taken in this state, with those that may. The code is stable: clients switch on it. */
export interface LifecycleRefusal<S extends string, A extends string> {
  readonly ok: false;
  readonly code: 'lifecycle.not_allowed';
  readonly object: string;
  readonly state: S;
  readonly action: A;
  readonly allowed: readonly A[];
}

/** A step that may be taken, and what it asks for. `state: null`: the object is deleted. */
export interface LifecycleStep<S extends string> {
  readonly ok: true;
  readonly state: S | null;
  readonly permission: ActionPermission;
  readonly demands: readonly Demand[];
}

/**
 * Checks a table and gives the lifecycle.
 * @throws Error for an unknown state, an action without origin, an initial state that is none, or a state that no path reaches.
 */
export function defineLifecycle<const S extends string, const A extends string>(spec: LifecycleSpec<S, A>): Lifecycle<S, A> {
  const stateNames = Object.keys(spec.states) as S[];
  const actionNames = Object.keys(spec.actions) as A[];
  const known = new Set<string>(stateNames);
  const fault = (text: string): never => {
    throw new Error(`Lifecycle ${spec.object}: ${text}`);
  };
  if (!known.has(spec.initial)) fault(`initial state "${spec.initial}" is not declared`);
  for (const name of actionNames) {
    const rule = spec.actions[name];
    if (rule.from.length === 0) fault(`action "${name}" starts nowhere`);
    for (const state of rule.from) if (!known.has(state)) fault(`action "${name}" starts from unknown state "${state}"`);
    if (rule.to !== null && !known.has(rule.to)) fault(`action "${name}" leads to unknown state "${rule.to}"`);
  }
  const reached = new Set<S>([spec.initial]);
  // Sets are iterated in order of insertion and grow while iterated: a breadth-first walk.
  for (const state of reached) {
    for (const name of actionNames) {
      const rule = spec.actions[name];
      if (rule.to !== null && rule.from.includes(state)) reached.add(rule.to);
    }
  }
  for (const state of stateNames) if (!reached.has(state)) fault(`no path reaches state "${state}"`);
  return { ...spec, stateNames, actionNames };
}

/** Whether `action` may be taken in `state`, by the table alone (rights and demands are checked apart). */
export function can<S extends string, A extends string>(lifecycle: Lifecycle<S, A>, state: S, action: A): boolean {
  return lifecycle.actions[action].from.includes(state);
}

/** The actions open in `state`, in the order of the table: what a page offers before rights are asked. */
export function allowedActions<S extends string, A extends string>(lifecycle: Lifecycle<S, A>, state: S): A[] {
  return lifecycle.actionNames.filter((action) => can(lifecycle, state, action));
}

/** Takes one step: the new state with what it asks for, or a typed refusal. Nothing is changed. */
export function next<S extends string, A extends string>(
  lifecycle: Lifecycle<S, A>,
  state: S,
  action: A,
): LifecycleStep<S> | LifecycleRefusal<S, A> {
  const rule = lifecycle.actions[action];
  if (!rule.from.includes(state)) {
    const allowed = allowedActions(lifecycle, state);
    return { ok: false, code: 'lifecycle.not_allowed', object: lifecycle.object, state, action, allowed };
  }
  return { ok: true, state: rule.to, permission: rule.permission, demands: rule.demands };
}

/**
 * The demands of `action` that `given` does not meet: a missing value, a blank string and an empty list do not meet one.
 * @param given values by demand, as the route received them
 */
export function missingDemands<S extends string, A extends string>(
  lifecycle: Lifecycle<S, A>,
  action: A,
  given: Readonly<Partial<Record<Demand, string | readonly unknown[] | null>>>,
): Demand[] {
  return lifecycle.actions[action].demands.filter((demand) => {
    const value = given[demand];
    if (value === undefined || value === null) return true;
    return (typeof value === 'string' ? value.trim() : value).length === 0;
  });
}

/** Whether no action leaves `state`. */
export function isFinal<S extends string, A extends string>(lifecycle: Lifecycle<S, A>, state: S): boolean {
  return allowedActions(lifecycle, state).length === 0;
}
