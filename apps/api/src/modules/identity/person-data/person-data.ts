import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../../platform/auth/actor.js';

/** One thing that is kept of a person: fields by name, as plain values; times in ISO 8601. */
export type PersonRow = Readonly<Record<string, string | number | boolean | null>>;
/** What one part of the system keeps of a person. `words` says under which labels the codes of a field are spoken. */
export interface PersonSection { readonly key: string; readonly rows: readonly PersonRow[]; readonly words?: Readonly<Record<string, string>> }
/** A place in a shift to come, which ends with the account. */
export interface PlaceGivenUp { readonly title: string; readonly startsAt: string }
/** How an account is closed. The name stays where records or official acts bear it, for the time that these are kept. */
export interface Closing { readonly keepsName: boolean }

/** A part of the system that keeps something of people. It shows it, and lets go of it. */
export interface PersonHolder {
  /** Every column, as `table.column`, by which its rows are of a person. */
  readonly columns: readonly string[];
  /** All that it keeps of a person, for the person. */
  read(personId: string): Promise<readonly PersonSection[]>;
  /** Inside the unit that closes the account, before it looks: a turn at what `ties` counts. */
  hold?(): Promise<void>;
  /** Rights and duties that somebody else has to take over before the account can be closed: how many. */
  ties?(personId: string): Promise<number>;
  givesUp?(personId: string): Promise<readonly PlaceGivenUp[]>;
  /** The last day for which the name has to stay, counted from here; null where nothing here bears it. */
  lastDay?(personId: string): Promise<string | null>;
  /** Inside the unit that closes the account: everything goes that no law demands to be kept. */
  erase?(actor: PersonActor, closing: Closing): Promise<void>;
}

/** All parts that keep something of people, filled by the modules. What is shown, what is erased and what a test compares with the tables is this one list. */
@Injectable()
export class PersonData {
  private readonly list: PersonHolder[] = [];
  private readonly acts: string[] = [];

  register(holder: PersonHolder): void { this.list.push(holder); }
  /** Columns that say who of the staff did something in the line of work. Their rows are of the office, not of the person; the person is told how many there are. */
  registerActs(...columns: readonly string[]): void { this.acts.push(...columns); }

  get holders(): readonly PersonHolder[] { return this.list; }
  get actColumns(): readonly string[] { return [...this.acts].sort(); }
}
