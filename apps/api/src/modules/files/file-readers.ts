import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../platform/auth/actor.js';

/** What a file can prove or illustrate. */
export type FileSubject = 'work_entry' | 'activity_report';
/** Whether a person sees a subject, and so its files. */
export type FileReader = (actor: PersonActor, subjectId: string) => Promise<boolean>;

/** Who may read what a file proves. The modules to the right answer for their own subjects. */
@Injectable()
export class FileReaders {
  private readonly readers = new Map<string, FileReader>();

  /** A second reader of the same kind is a mistake in the wiring. */
  register(kind: FileSubject, reader: FileReader): void {
    if (this.readers.has(kind)) throw new Error(`${kind} is registered already`);
    this.readers.set(kind, reader);
  }

  /** What nobody answers for is seen by nobody. */
  async allows(actor: PersonActor, kind: string, subjectId: string): Promise<boolean> {
    return (await this.readers.get(kind)?.(actor, subjectId)) ?? false;
  }
}
