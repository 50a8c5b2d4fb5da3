import { Injectable } from '@nestjs/common';
import type { ConsultationComment, consultationDecision } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { notFound, Refusal } from '../../../platform/errors/refusal.js';
import { ConsultationsRepository } from './consultations.repository.js';
import { ConsultationsService } from './consultations.service.js';
import { DraftWording } from './draft-wording.js';
import { commentView } from './drafting.mapper.js';

/** What becomes of a comment, and what the draft says after it. */
@Injectable()
export class ConsultationDecisions {
  constructor(
    private readonly rows: ConsultationsRepository, private readonly consultations: ConsultationsService, private readonly wording: DraftWording, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** While the consultation is open, and again where the office thinks better of it. Errors: `lifecycle.not_allowed`, `plan_approval.signed`, `version.stale`. */
  async decide(actor: PersonActor, id: string, { version, decision, reason, words }: z.output<typeof consultationDecision>): Promise<ConsultationComment> {
    await this.work.run(async () => {
      const row = await this.rows.commentFor(actor, id, 'drafting:decide');
      const answer = row && (await this.rows.answer(row.answerId));
      if (!row || !answer) throw notFound();
      const consultation = await this.consultations.findFor(actor, row.consultationId);
      if (consultation.state !== 'open') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.consultationStates.${consultation.state}` } });
      const changes = { decision, decidedText: words?.text ?? (decision === 'refused' ? null : row.decidedText), decidedReason: reason ?? null, decidedBy: actor.accountId, decidedAt: this.clock.now() };
      // The answer too: of a decision and a unit that takes its words back, one comes first.
      if (!(await this.rows.decide({ id, version }, changes)) || !(await this.rows.updateAnswer(answer, answer.version, {}))) throw new Refusal('version.stale');
      if (words) {
        if (row.itemId === null || consultation.planId === null) throw notFound();
        await this.wording.change(actor, { planId: consultation.planId, itemId: row.itemId, version: words.itemVersion, text: words.text });
        await this.rows.refreshAnswers(consultation.planId, row.itemId);
      } else if (decision === 'refused' && row.decidedText !== null && row.nowText === row.decidedText && row.itemId !== null && row.itemVersion !== null && consultation.planId !== null) {
        // Refused after all: what it had put into the draft goes out of it again.
        await this.wording.change(actor, { planId: consultation.planId, itemId: row.itemId, version: row.itemVersion, text: row.itemText });
        await this.rows.refreshAnswers(consultation.planId, row.itemId);
      }
      await this.audit.record({
        actor: auditActor(actor), action: 'consultation_comment.decided', subjectKind: 'consultation', subjectId: row.consultationId, before: { commentId: id, decision: row.decision, reason: row.decidedReason }, after: { commentId: id, decision, reason: changes.decidedReason, words: changes.decidedText },
      });
    });
    const row = await this.rows.commentFor(actor, id, 'drafting:read');
    if (!row) throw notFound();
    return commentView(row, true, true);
  }
}
