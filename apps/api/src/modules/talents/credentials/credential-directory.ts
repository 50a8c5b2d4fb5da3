import { Injectable } from '@nestjs/common';
import { impliedBy } from '@kepu/domain';
import type { CredentialFact } from '@kepu/matching';
import { CredentialFactRows } from './credential-facts.repository.js';
import { CredentialKindsRepository } from './credential-kinds.repository.js';
import { implicationsOf } from './credential-kinds.service.js';

/** The kinds as rules and pages ask for them. */
export interface KnownKinds {
  /** Every kind with what it stands for, itself among them. */
  readonly closures: ReadonlyMap<string, ReadonlySet<string>>;
  readonly nameOf: (kindId: string) => string;
  readonly implied: (kindId: string) => ReadonlySet<string>;
  /** Kinds that can be demanded anew; `byCourse`: that a training can give. */
  readonly open: (kindId: string, byCourse?: boolean) => boolean;
}

/** Certificates, for the other modules. */
@Injectable()
export class CredentialDirectory {
  constructor(private readonly rows: CredentialFactRows, private readonly kinds: CredentialKindsRepository) {}

  async facts(personIds: readonly string[] | 'all'): Promise<ReadonlyMap<string, CredentialFact[]>> {
    const found = new Map<string, CredentialFact[]>();
    if (personIds !== 'all' && personIds.length === 0) return found;
    for (const { personId, seen, ...fact } of await this.rows.of(personIds)) {
      const list = found.get(personId);
      if (list) list.push({ ...fact, seen: Boolean(seen) });
      else found.set(personId, [{ ...fact, seen: Boolean(seen) }]);
    }
    return found;
  }

  async known(): Promise<KnownKinds> {
    const kinds = await this.kinds.all();
    const implications = implicationsOf(kinds);
    const closures = new Map(kinds.map(({ id }) => [id, impliedBy(id, implications)]));
    const byId = new Map(kinds.map((kind) => [kind.id, kind]));
    return {
      closures, nameOf: (id) => byId.get(id)?.name ?? '', implied: (id) => closures.get(id) ?? new Set([id]),
      open: (id, byCourse = false) => { const kind = byId.get(id); return kind !== undefined && !kind.retired && (!byCourse || kind.byCourse); },
    };
  }
}
