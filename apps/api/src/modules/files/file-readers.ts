import { Injectable } from '@nestjs/common';
import type { ScopeKind } from '@kepu/contracts';
import { withGrants, type PersonActor } from '../../platform/auth/actor.js';

/** What a file can prove or illustrate. */
export type FileSubject = 'work_entry' | 'activity_report' | 'plan_approval' | 'adjustment' | 'assessment_sheet' | 'assessment_appeal';
/** Whether a person sees a subject, and so its files; or speaks for it, and so says what its files show. */
export type FileReader = (actor: PersonActor, subjectId: string) => Promise<boolean>;
/** What else is known of the subjects of a kind: who says whether their files may be shown to others, and of which of them it is not sure that no children were there. */
export interface FileKeeping { readonly marks: FileReader; readonly withChildren: (subjectIds: readonly string[]) => Promise<ReadonlySet<string>> }

/** Reaches from the widest to the narrowest. */
const reaches: readonly ScopeKind[] = ['city', 'division', 'unit'];
/** Whether one reach is at least as wide as another. */
export const atLeast = (reach: ScopeKind, other: ScopeKind): boolean => reaches.indexOf(reach) <= reaches.indexOf(other);

/** Who may read what a file proves. The modules to the right answer for their own subjects. */
@Injectable()
export class FileReaders {
  private readonly readers = new Map<string, FileReader>();
  private readonly keepers = new Map<string, FileKeeping>();

  /** A second reader of the same kind is a mistake in the wiring. */
  register(kind: FileSubject, reader: FileReader, keeping?: FileKeeping): void {
    if (this.readers.has(kind)) throw new Error(`${kind} is registered already`);
    this.readers.set(kind, reader);
    if (keeping) this.keepers.set(kind, keeping);
  }

  /** What nobody answers for is seen by nobody. */
  async allows(actor: PersonActor, kind: string, subjectId: string): Promise<boolean> {
    return (await this.readers.get(kind)?.(actor, subjectId)) ?? false;
  }

  /** The widest reach under which a person may say what the files of a subject show; null for whoever may not. */
  async marks(actor: PersonActor, kind: string, subjectId: string): Promise<ScopeKind | null> {
    const keeper = this.keepers.get(kind);
    for (const reach of keeper ? reaches : []) {
      const within = withGrants(actor, ({ scopeKind }) => atLeast(scopeKind, reach));
      if (within.grants.some(({ scopeKind }) => scopeKind === reach) && (await keeper?.marks(within, subjectId))) return reach;
    }
    return null;
  }

  /** Whether somebody keeps the files of a kind, and so says what they show. */
  keeps(kind: string): kind is FileSubject { return this.keepers.has(kind); }

  /** Those of some subjects whose pictures may show children. Of what nobody answers for: all of them. */
  async withChildren(kind: FileSubject, subjectIds: readonly string[]): Promise<ReadonlySet<string>> {
    return (await this.keepers.get(kind)?.withChildren(subjectIds)) ?? new Set(subjectIds);
  }
}
