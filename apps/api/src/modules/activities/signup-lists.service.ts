import { Injectable } from '@nestjs/common';
import type { MySignup, mySignupQuery, Page, Signup, signupQuery } from '@kepu/contracts';
import type { z } from 'zod';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { notFound } from '../../platform/errors/refusal.js';
import { SignupListsRepository } from './signup-lists.repository.js';
import { mySignupView, signupView } from './signup.mapper.js';

const windowOf = (query: { readonly page: number; readonly perPage: number }) => ({ offset: (query.page - 1) * query.perPage, limit: query.perPage });

/** Sign-ups as people read them. */
@Injectable()
export class SignupLists {
  constructor(private readonly rows: SignupListsRepository, private readonly clock: Clock) {}

  async mine(actor: PersonActor, query: z.output<typeof mySignupQuery>): Promise<Page<MySignup>> {
    const now = this.clock.now();
    const { rows, total } = await this.rows.ofPerson(actor.accountId, query, now, windowOf(query));
    return { data: rows.map((row) => mySignupView(row, now)), total };
  }

  async mineOne(actor: PersonActor, id: string): Promise<MySignup> {
    const now = this.clock.now();
    const [row] = (await this.rows.ofPerson(actor.accountId, { ids: [id] }, now, { offset: 0, limit: 1 })).rows;
    if (!row) throw notFound();
    return mySignupView(row, now);
  }

  async list(actor: PersonActor, query: z.output<typeof signupQuery>): Promise<Page<Signup>> {
    const { rows, total } = await this.rows.listFor(actor, query, windowOf(query));
    return { data: rows.map((row) => signupView(row, this.clock.today())), total };
  }

  async one(actor: PersonActor, id: string): Promise<Signup> {
    const [row] = (await this.rows.listFor(actor, { ids: [id] }, { offset: 0, limit: 1 })).rows;
    if (!row) throw notFound();
    return signupView(row, this.clock.today());
  }
}
