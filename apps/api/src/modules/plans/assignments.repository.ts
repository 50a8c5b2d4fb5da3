import { Injectable } from '@nestjs/common';
import { Database, type Predicate } from '../../platform/database/index.js';
import { AssignmentEntity } from './assignment.entity.js';

/** An assignment with what a message about it says. */
export interface AssignmentNews {
  readonly id: string; readonly itemId: string; readonly unitId: string; readonly unitPrinted: string; readonly question: string | null; readonly answer: string | null; readonly askedBy: string | null;
}

/** Single rows of `assignments`, for the office and for workers. The caller has proved the right to all of them. */
@Injectable()
export class AssignmentsRepository {
  constructor(private readonly database: Database) {}

  findIssued(id: string, plans: Predicate): Promise<AssignmentEntity | null> {
    return this.database.reader.createQueryBuilder(AssignmentEntity, 'a').innerJoin('plans', 'p', 'p.id = a.plan_id').where('a.id = :id', { id }).andWhere("p.state = 'issued'").andWhere(`(${plans.sql})`, plans.params).getOne();
  }
  news(id: string): Promise<AssignmentNews | null> {
    return this.database.reader.findOne(AssignmentEntity, { select: { id: true, itemId: true, unitId: true, unitPrinted: true, question: true, answer: true, askedBy: true }, where: { id } });
  }
  /** How many assignments in force each unit of a plan has. */
  countByUnit(planId: string): Promise<{ unitId: string; count: number | string }[]> {
    return this.database.reader.createQueryBuilder(AssignmentEntity, 'a').where('a.plan_id = :planId', { planId }).andWhere("a.state <> 'withdrawn'").select('a.unit_id', 'unitId').addSelect('COUNT(*)', 'count').groupBy('a.unit_id').getRawMany();
  }
}
