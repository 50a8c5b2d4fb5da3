import { z } from 'zod';
import { id, instant } from '../primitives.js';
import { listQuery, pageOf } from '../paging.js';

/** What a notice can be about. Its sentence stands in the labels under `notices.<kind>`. */
export const noticeKinds = [
  'plan_issued', 'plan_revised', 'plan_eased', 'joint_group', 'assignment_asked', 'assignment_answered', 'assignment_reopened', 'import_ready', 'import_asks', 'import_failed', 'grant_given',
  'activity_submitted', 'activity_returned', 'activity_approved', 'activity_cancelled', 'shift_moved', 'shift_cancelled', 'report_submitted', 'report_returned', 'report_accepted',
  'signup_requested', 'signup_confirmed', 'signup_waiting', 'signup_refused', 'signup_withdrawn', 'signup_clashed', 'signup_lapsed', 'signup_lapsed_unit', 'place_invited', 'place_held', 'signup_passed', 'credential_declared', 'credential_confirmed', 'credential_returned', 'credential_ending', 'credential_ending_unit', 'credential_granted', 'credential_undone', 'leader_set', 'hours_confirmed', 'record_reversed', 'real_name_wanted', 'birth_date_corrected', 'registration_frozen', 'registration_unfrozen', 'registrations_merged', 'still_willing',
  'work_entry_submitted', 'work_entry_returned', 'work_entry_accepted', 'work_entry_revoked',
  'report_opened', 'report_due', 'unit_report_checking', 'unit_report_sent_back', 'unit_report_returned', 'unit_report_accepted', 'correction_asked', 'correction_allowed', 'correction_refused',
  'items_handed', 'chased', 'lights_turned', 'lights_office',
  'bulletin_awaiting', 'bulletin_approved', 'bulletin_turned_down', 'bulletin_issued', 'bulletin_withdrawn',
  'prompt_awaiting', 'prompt_approved', 'prompt_turned_down', 'prompt_sent', 'prompt_replied', 'prompt_accepted', 'prompt_returned', 'prompt_withdrawn', 'prompt_escalated', 'prompt_due', 'prompt_overdue',
  'assessment_opened', 'assessment_admitted', 'assessment_due', 'assessment_withdrawn', 'assessment_checking', 'assessment_sent_back', 'assessment_returned', 'assessment_announced', 'assessment_final', 'assessment_appealed', 'assessment_answered',
  'collection_opened', 'collection_reopened', 'collection_withdrawn', 'collection_due', 'collection_chased', 'collection_checking', 'collection_sent_back', 'collection_returned',
  'pack_ready', 'pack_failed', 'batch_ready', 'batch_failed', 'batch_sent',
  'nomination_consent', 'nomination_recommended', 'nomination_reviewed', 'nomination_returned', 'nomination_declined', 'nomination_appointed', 'nomination_refused', 'pool_term_ending', 'pool_term_members_ending', 'pool_term_asked', 'pool_term_answered', 'pool_term_renewed', 'pool_term_suspended', 'pool_term_left', 'pool_term_ended', 'pool_term_given_up', 'talk_submitted', 'talk_published', 'talk_returned', 'talk_withdrawn', 'talk_undone',
  'team_invited', 'team_joined', 'team_left', 'team_dismissed', 'team_led', 'team_paused', 'team_disbanded', 'team_child_asks', 'team_asked', 'team_comes', 'team_declined', 'team_called_off', 'team_refused', 'team_taken_along', 'team_consent_wanted', 'booking_asked', 'booking_confirmed', 'booking_declined', 'booking_moved', 'booking_taken_back', 'booking_withdrawn',
  'proposal_call_opened', 'proposal_call_due', 'consultation_opened', 'consultation_due', 'consultation_closed',
  'adjustment_checking', 'adjustment_asked', 'adjustment_sent_back', 'adjustment_granted', 'adjustment_refused', 'adjustment_oral', 'adjustment_unwritten', 'close_out_checking', 'close_out_asked', 'close_out_sent_back', 'close_out_accepted', 'close_out_returned', 'close_out_reopened',
  'order_made', 'order_review_due', 'order_answered', 'order_offered', 'order_offer_ending', 'order_offer_withdrawn', 'order_confirmed', 'order_confirmed_lecturer', 'order_refused', 'order_stuck', 'order_city', 'order_stepped_back', 'order_released', 'order_moved', 'order_called_off', 'order_unfilled', 'order_reminder', 'order_rate',
  'complaint_made', 'complaint_disputed', 'complaint_due', 'invitation_accepted', 'unit_application', 'handed_over', 'taken_over',
  'signed_in_anew', 'sign_in_changed',
  'consent_asked', 'consent_given', 'consent_refused', 'consent_withdrawn', 'consent_changed', 'slips_changed', 'guardian_linked', 'guardian_ended', 'came_of_age', 'child_came_of_age',
  'child_signup_confirmed', 'child_signup_waiting', 'child_signup_refused', 'child_activity_cancelled', 'child_shift_moved', 'child_shift_cancelled', 'child_signup_clashed', 'child_hours_confirmed',
  'minor_record_asked', 'minor_record_approved', 'minor_record_refused',
] as const;
/** A message inside the app. `link` is a path of the back office or of the portal (`leadsToPortal`). */
export const notice = z.object({
  id, kind: z.enum(noticeKinds), params: z.record(z.string(), z.union([z.string(), z.number()])), link: z.string().nullable(), createdAt: instant, readAt: instant.nullable(),
}).meta({ id: 'Notice' });
/** A message inside the app. */
export type Notice = z.output<typeof notice>;
/** Filters of the list of notices. */
export const noticeQuery = listQuery(['createdAt'], { unread: z.enum(['true', 'false']).transform((v) => v === 'true').optional() });
/** Notices with how many are unread in all. */
export const notices = pageOf(notice).extend({ unread: z.int() });
/** Which notices were read: the given ones, or all. */
export const noticesRead = z.strictObject({ ids: z.array(id).min(1).max(200).optional() }).meta({ id: 'NoticesRead' });
/** What the public home page shows. */
export const home = z.object({
  cityName: z.string(), year: z.int().nullable(), planTitle: z.string().nullable(), units: z.int(), items: z.int(),
  programmes: z.array(z.object({ name: z.string(), shortName: z.string(), kind: z.enum(['action', 'project']), items: z.int() })),
}).meta({ id: 'Home' });
/** What the public home page shows. */
export type Home = z.output<typeof home>;
