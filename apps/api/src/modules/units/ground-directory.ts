import { Injectable } from '@nestjs/common';
import type { Term, Travel } from '@kepu/contracts';
import { DivisionsRepository } from './divisions.repository.js';
import { TermsRepository } from './terms.repository.js';

/** A county as ways and rules look at it. */
export interface County { readonly code: string; readonly name: string; readonly urbanCore: boolean; readonly island: boolean; readonly mountain: boolean }
/** A topic or an audience as other modules need it. */
export interface TermBrief { readonly id: string; readonly kind: Term['kind']; readonly name: string; readonly parentId: string | null }

/** Counties, the ways between them, topics and audiences, for the other modules. Closed ones too: what refers to them stays. */
@Injectable()
export class GroundDirectory {
  constructor(private readonly divisions: DivisionsRepository, private readonly terms: TermsRepository) {}

  async counties(): Promise<ReadonlyMap<string, County>> {
    const rows = await this.divisions.counties();
    return new Map(rows.map(({ urbanCore, island, mountain, ...row }) => [row.code, { ...row, urbanCore: Boolean(urbanCore), island: Boolean(island), mountain: Boolean(mountain) }]));
  }

  /** Minutes between seats, each pair once, the smaller code first. */
  travel(): Promise<Travel[]> { return this.divisions.travel(); }

  async topicsAndAudiences(): Promise<ReadonlyMap<string, TermBrief>> { return new Map((await this.terms.briefs()).map((term) => [term.id, term])); }
}
