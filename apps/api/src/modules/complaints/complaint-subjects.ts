import { Injectable } from '@nestjs/common';

/** What a complaint is about: what it is called, in which county it is, and which unit answers for it. */
export interface ComplaintSubject { readonly title: string; readonly countyId: string | null; readonly unitId: string | null }
/** Finds what a page is about by the id in its address; null where there is nothing. */
export type SubjectFinder = (id: string) => Promise<ComplaintSubject | null>;

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const address = new RegExp(`^(?:/en|/admin)?/([a-z-]+)/(${uuid})(?=[/?#]|$)`);

/** Whom the pages of the site are about. The modules to the right answer for their own, so that a complaint finds its county without them being known here. */
@Injectable()
export class ComplaintSubjects {
  private readonly finders = new Map<string, SubjectFinder>();

  /** `noun`: the first part of the address. A second finder of the same pages is a mistake in the wiring. */
  register(noun: string, finder: SubjectFinder): void {
    if (this.finders.has(noun)) throw new Error(`${noun} is registered already`);
    this.finders.set(noun, finder);
  }

  /** Of a page of the portal, in either language, or of the back office. */
  async at(path: string | null): Promise<ComplaintSubject | null> {
    const [, noun = '', id = ''] = address.exec(path ?? '') ?? [];
    return (await this.finders.get(noun)?.(id)) ?? null;
  }
}
