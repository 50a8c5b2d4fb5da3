import type { Place, Warning, WarningCode } from './types.js';

/** Collects warnings in the order of the paper. */
export class WarningList {
  readonly all: Warning[] = [];

  add(code: WarningCode, place: Place | null, value: string, item: number | null, suggestion: { id: string; name: string } | null = null): void {
    this.all.push({ code, place, item, value: shorten(value), suggestion: suggestion?.name ?? null, suggestionId: suggestion?.id ?? null });
  }
}

const LONGEST_VALUE = 60;

/** The end of a long text: that is where a missing stop or a cut shows. */
function shorten(value: string): string {
  const letters = [...value];
  return letters.length <= LONGEST_VALUE ? value : `…${letters.slice(1 - LONGEST_VALUE).join('')}`;
}
