import type { Unit } from '@kepu/contracts';

/** Code of what a unit is, as contracts lists them. */
export type UnitKind = Unit['kind'];

/**
 * The usual order of kinds in a paper: 党委, 政府, 群团, 媒体, 垂直管理, 高校, 事业, then county offices, townships and their communities,
 * then all others. Used to propose a place for a new unit; it never reorders units that have theirs.
 */
const RANK: Readonly<Record<UnitKind, number>> = {
  party: 0,
  government: 1,
  mass_organisation: 2,
  media: 3,
  vertical: 4,
  university: 5,
  institution: 6,
  county_office: 7,
  township: 8,
  community: 9,
  village: 10,
  school: 11,
  hospital: 12,
  society: 13,
  enterprise: 14,
  other: 15,
};

/** What ordering needs of a unit. */
export interface ProtocolPlace {
  /** Stored place in protocol order; units added between others take a number between theirs. */
  readonly sortNo: number;
  readonly id: string;
}

/**
 * Compares two units in protocol order. It is stored, not derived: the printed order has its own reasons (市科协 stands last in
 * the city's paper), and neither name nor kind may reorder it. Equal numbers are settled by id, so that pages of a list are stable.
 */
export function byProtocol(a: ProtocolPlace, b: ProtocolPlace): number {
  if (a.sortNo !== b.sortNo) return a.sortNo - b.sortNo;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Distance between neighbours when a list is numbered anew, so that later units fit in without renumbering. */
export const SORT_STEP = 10;

/**
 * A number between two neighbours (`null` = no neighbour on that side), or `null` when no whole number of 0 or more is left and
 * the list has to be numbered anew.
 */
export function sortNoBetween(before: number | null, after: number | null): number | null {
  if (after === null) return before === null ? SORT_STEP : before + SORT_STEP;
  const low = before ?? -1;
  const middle = Math.floor((low + after) / 2);
  return middle > low && middle < after ? middle : null;
}

/**
 * The place to propose for a new unit of `kind`: behind the first unbroken run of its kind (市科协 at the end of the paper keeps its
 * place), or behind the last unit whose kind usually stands before it. A person may choose another.
 * @returns a sort number, or `null` when the list has to be numbered anew first
 */
export function proposedSortNo(kind: UnitKind, units: readonly (ProtocolPlace & { readonly kind: UnitKind })[]): number | null {
  const ordered = [...units].sort(byProtocol);
  let at = ordered.findIndex((unit) => unit.kind === kind);
  if (at < 0) at = ordered.findIndex((unit) => RANK[unit.kind] > RANK[kind]);
  else while (ordered[at]?.kind === kind) at += 1;
  if (at < 0) at = ordered.length;
  return sortNoBetween(ordered[at - 1]?.sortNo ?? null, ordered[at]?.sortNo ?? null);
}
