import CheckCircleOutline from '@mui/icons-material/CheckCircleOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlined';
import DoneAll from '@mui/icons-material/DoneAll';
import DoNotDisturb from '@mui/icons-material/DoNotDisturbOnOutlined';
import EventBusy from '@mui/icons-material/EventBusyOutlined';
import HelpOutline from '@mui/icons-material/HelpOutlined';
import Hourglass from '@mui/icons-material/HourglassEmptyOutlined';
import Inventory from '@mui/icons-material/Inventory2Outlined';
import Logout from '@mui/icons-material/LogoutOutlined';
import PersonOff from '@mui/icons-material/PersonOffOutlined';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUncheckedOutlined';
import Schedule from '@mui/icons-material/Schedule';
import TrendingUp from '@mui/icons-material/TrendingUpOutlined';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** How a state feels: amber waits, red is wrong or late, teal is in order, grey is over. */
export type Tone = 'waiting' | 'wrong' | 'good' | 'quiet';
const icons: Readonly<Record<Tone, ReactNode>> = {
  waiting: <Schedule />, wrong: <ErrorOutline />, good: <CheckCircleOutline />, quiet: <Inventory />,
};

/** A word with its tone; never the colour alone. */
export const Mark = ({ tone, children, icon }: { tone: Tone; children: ReactNode; icon?: ReactNode }) => (
  <Box
    component="span"
    sx={({ palette: { tokens: c } }) => ({
      display: 'inline-flex', alignItems: 'center', gap: 0.5, px: 1, py: 0.125, borderRadius: 1, whiteSpace: { xs: 'normal', sm: 'nowrap' }, lineHeight: 1.5, fontWeight: 500,
      '& svg': { fontSize: '1.1rem' },
      color: { waiting: c.waiting, wrong: c.wrong, good: c.primary, quiet: c.textMuted }[tone],
      backgroundColor: { waiting: c.waitingSoft, wrong: c.wrongSoft, good: c.primarySoft, quiet: c.ground }[tone],
    })}
  >
    <Box component="span" aria-hidden sx={{ display: 'inline-flex' }}>{icon ?? icons[tone]}</Box>
    {children}
  </Box>
);

const tones: Readonly<Record<string, Tone>> = {
  'planStates.draft': 'waiting', 'planStates.issued': 'good', 'planStates.closed': 'quiet',
  'importStates.queued': 'waiting', 'importStates.reading': 'waiting', 'importStates.ready': 'waiting', 'importStates.failed': 'wrong', 'importStates.committed': 'good',
  'importStates.discarded': 'quiet',
  'assignmentStates.pending': 'waiting', 'assignmentStates.asked': 'waiting', 'assignmentStates.signed': 'good', 'assignmentStates.withdrawn': 'quiet',
  'planRevisionStates.draft': 'waiting', 'planRevisionStates.issued': 'good',
  'handedStates.pending': 'waiting', 'handedStates.signed': 'good', 'handedStates.withdrawn': 'quiet',
  'promptStates.draft': 'waiting', 'promptStates.awaiting': 'waiting', 'promptStates.approved': 'waiting', 'promptStates.sent': 'waiting', 'promptStates.replied': 'waiting', 'promptStates.closed': 'good', 'promptStates.escalated': 'wrong', 'promptStates.withdrawn': 'quiet',
  'bulletinStates.draft': 'waiting', 'bulletinStates.awaiting': 'waiting', 'bulletinStates.approved': 'waiting', 'bulletinStates.issued': 'good', 'bulletinStates.withdrawn': 'wrong',
  'assessmentStates.draft': 'waiting', 'assessmentStates.open': 'good', 'assessmentStates.announced': 'waiting', 'assessmentStates.final': 'quiet', 'assessmentStates.withdrawn': 'quiet', 'assessmentSheetStates.draft': 'waiting', 'assessmentSheetStates.checking': 'waiting', 'assessmentSheetStates.submitted': 'waiting', 'assessmentSheetStates.returned': 'wrong', 'assessmentSheetStates.accepted': 'good', 'assessmentSheetStates.released': 'quiet', 'assessmentAppealStates.open': 'waiting', 'assessmentAppealStates.granted': 'good', 'assessmentAppealStates.refused': 'quiet',
  'collectionStates.draft': 'waiting', 'collectionStates.open': 'good', 'collectionStates.closed': 'quiet', 'collectionStates.withdrawn': 'quiet', 'collectionAnswerStates.draft': 'waiting', 'collectionAnswerStates.checking': 'waiting', 'collectionAnswerStates.submitted': 'waiting', 'collectionAnswerStates.returned': 'wrong', 'collectionAnswerStates.accepted': 'good',
  'nominationStates.draft': 'waiting', 'nominationStates.recommended': 'waiting', 'nominationStates.reviewed': 'waiting', 'nominationStates.appointed': 'good', 'nominationStates.returned': 'wrong', 'nominationStates.declined': 'quiet', 'nominationStates.withdrawn': 'quiet',
  'orderStates.submitted': 'waiting', 'orderStates.asked': 'waiting', 'orderStates.dispatching': 'waiting', 'orderStates.confirmed': 'good', 'orderStates.done': 'waiting', 'orderStates.closed': 'quiet', 'orderStates.declined': 'quiet', 'orderStates.unfilled': 'wrong', 'orderStates.cancelled': 'quiet', 'orderOfferStates.offered': 'waiting', 'orderOfferStates.accepted': 'good', 'orderOfferStates.declined': 'quiet', 'orderOfferStates.expired': 'wrong', 'orderOfferStates.withdrawn': 'quiet', 'orderOfferStates.stepped_back': 'wrong', 'orderOfferStates.released': 'quiet',
  'teamStates.forming': 'waiting', 'teamStates.active': 'good', 'teamStates.paused': 'waiting', 'teamStates.disbanded': 'quiet', 'teamMemberStates.invited': 'waiting', 'teamMemberStates.consent': 'waiting', 'teamMemberStates.member': 'good', 'teamMemberStates.declined': 'quiet', 'teamMemberStates.left': 'quiet',
  'teamSignupStates.invited': 'waiting', 'teamSignupStates.coming': 'good', 'teamSignupStates.declined': 'quiet', 'teamSignupStates.cancelled': 'quiet', 'teamSignupStates.retracted': 'quiet', 'teamSignupStates.refused': 'quiet', 'bookingStates.asked': 'waiting', 'bookingStates.confirmed': 'good', 'bookingStates.declined': 'quiet', 'bookingStates.taken_back': 'wrong', 'bookingStates.withdrawn': 'quiet',
  'talkStates.draft': 'waiting', 'talkStates.submitted': 'waiting', 'talkStates.returned': 'wrong', 'talkStates.published': 'good', 'talkStates.withdrawn': 'quiet',
  'packStates.waiting': 'waiting', 'packStates.making': 'waiting', 'packStates.ready': 'good', 'packStates.failed': 'wrong', 'packStates.cancelled': 'quiet', 'packStates.expired': 'quiet',
  'batchStates.waiting': 'waiting', 'batchStates.running': 'waiting', 'batchStates.draft': 'waiting', 'batchStates.failed': 'wrong', 'batchStates.cancelled': 'quiet', 'batchStates.sending': 'waiting', 'batchStates.sent': 'good', 'batchStates.discarded': 'quiet',
  'fileFaces.unchecked': 'waiting', 'fileFaces.none': 'good', 'fileFaces.allowed': 'good', 'fileFaces.withheld': 'quiet',
  'reportPeriodStates.open': 'good', 'reportPeriodStates.locked': 'quiet',
  'unitReportStatuses.not_begun': 'waiting', 'unitReportStatuses.draft': 'waiting', 'unitReportStatuses.checking': 'waiting', 'unitReportStatuses.submitted': 'waiting', 'unitReportStatuses.returned': 'wrong', 'unitReportStatuses.accepted': 'good', 'unitReportStatuses.locked': 'quiet', 'unitReportStatuses.asking': 'waiting',
  'proposalCallStates.open': 'good', 'proposalCallStates.closed': 'quiet', 'proposalAnswerStates.draft': 'waiting', 'proposalAnswerStates.submitted': 'good', 'proposalAnswerStates.none': 'good', 'consultationStates.open': 'good', 'consultationStates.closed': 'quiet', 'consultationAnswerStates.draft': 'waiting', 'consultationAnswerStates.submitted': 'good',
  'stances.agree': 'good', 'stances.suggest': 'waiting', 'stances.object': 'wrong', 'draftingDecisions.adopted': 'good', 'draftingDecisions.partly': 'good', 'draftingDecisions.refused': 'quiet',
  'adjustmentStates.checking': 'waiting', 'adjustmentStates.asked': 'waiting', 'adjustmentStates.granted': 'good', 'adjustmentStates.refused': 'quiet', 'adjustmentStates.sent_back': 'wrong', 'adjustmentStates.withdrawn': 'quiet',
  'closeOutStates.checking': 'waiting', 'closeOutStates.asked': 'waiting', 'closeOutStates.accepted': 'good', 'closeOutStates.returned': 'wrong', 'closeOutStates.reopened': 'waiting', 'closeOutStates.sent_back': 'wrong', 'closeOutStates.withdrawn': 'quiet',
  'accountStates.active': 'good', 'accountStates.disabled': 'quiet',
  'activityStates.draft': 'waiting', 'activityStates.submitted': 'waiting', 'activityStates.open': 'good', 'activityStates.reported': 'waiting', 'activityStates.closed': 'quiet', 'activityStates.cancelled': 'quiet',
  'signupStates.requested': 'waiting', 'signupStates.waiting': 'waiting', 'signupStates.confirmed': 'good', 'signupStates.refused': 'quiet', 'signupStates.withdrawn': 'quiet', 'signupStates.cancelled': 'quiet',
  'placeInvitationStates.sent': 'waiting', 'placeInvitationStates.accepted': 'good', 'placeInvitationStates.declined': 'quiet', 'placeInvitationStates.lapsed': 'quiet', 'placeInvitationStates.closed': 'quiet',
  'attendanceStates.present': 'good', 'attendanceStates.left': 'quiet', 'attendanceStates.absent': 'wrong', 'attendanceStates.settled': 'good',
  'workEntryStates.draft': 'waiting', 'workEntryStates.submitted': 'waiting', 'workEntryStates.accepted': 'good', 'workEntryStates.revoked': 'wrong',
  'measureStates.open': 'quiet', 'measureStates.moving': 'good', 'measureStates.done': 'good', 'measureStates.overdue': 'wrong',
  'recordRequestStates.asked': 'waiting', 'recordRequestStates.approved': 'good', 'recordRequestStates.refused': 'quiet', 'recordRequestStates.expired': 'quiet',
  'invitationStates.open': 'waiting', 'invitationStates.accepted': 'good', 'invitationStates.expired': 'quiet', 'invitationStates.withdrawn': 'quiet',
  'rosterStates.previewed': 'waiting', 'rosterStates.committed': 'good', 'rosterEntryStates.pending': 'waiting', 'rosterEntryStates.accepted': 'good',
  'applicationStates.submitted': 'waiting', 'applicationStates.returned': 'waiting', 'applicationStates.approved': 'good', 'applicationStates.refused': 'quiet', 'applicationStates.withdrawn': 'quiet',
  'pupilStates.listed': 'waiting', 'pupilStates.scanned': 'waiting', 'pupilStates.registered': 'good', 'pupilStates.adult': 'quiet', 'pupilStates.left': 'quiet',
  'activityConsentStates.given': 'good', 'activityConsentStates.changed': 'wrong', 'activityConsentStates.asked': 'waiting', 'activityConsentStates.refused': 'quiet', 'activityConsentStates.withdrawn': 'quiet', 'activityConsentStates.over': 'quiet',
  'credentialStates.declared': 'waiting', 'credentialStates.confirmed': 'good', 'credentialStates.audited': 'good', 'credentialStates.returned': 'wrong',
  'standings.good': 'good', 'standings.frozen': 'waiting', 'standings.void': 'wrong',
  'complaintStates.open': 'waiting', 'complaintStates.answered': 'good', 'complaintStates.reopened': 'wrong', 'complaintStates.closed': 'quiet',
};
const special: Readonly<Record<string, ReactNode>> = {
  'assignmentStates.asked': <HelpOutline />, 'assignmentStates.withdrawn': <DoNotDisturb />, 'handedStates.withdrawn': <DoNotDisturb />, 'planStates.draft': <Edit />, 'planRevisionStates.draft': <Edit />, 'promptStates.draft': <Edit />, 'promptStates.withdrawn': <DoNotDisturb />, 'assessmentStates.draft': <Edit />, 'assessmentStates.final': <DoneAll />, 'assessmentStates.withdrawn': <DoNotDisturb />, 'assessmentSheetStates.draft': <RadioButtonUnchecked />, 'assessmentSheetStates.released': <Logout />, 'assessmentAppealStates.refused': <DoNotDisturb />, 'collectionStates.draft': <Edit />, 'collectionStates.withdrawn': <DoNotDisturb />, 'collectionAnswerStates.draft': <RadioButtonUnchecked />, 'unitReportStatuses.not_begun': <RadioButtonUnchecked />, 'unitReportStatuses.draft': <Edit />, 'activityStates.draft': <Edit />, 'activityStates.closed': <DoneAll />, 'activityStates.cancelled': <EventBusy />,
  'signupStates.waiting': <Hourglass />, 'signupStates.refused': <DoNotDisturb />, 'signupStates.withdrawn': <Logout />, 'signupStates.cancelled': <EventBusy />,
  'placeInvitationStates.declined': <DoNotDisturb />, 'placeInvitationStates.lapsed': <Hourglass />,
  'attendanceStates.left': <Logout />, 'attendanceStates.absent': <PersonOff />, 'attendanceStates.settled': <DoneAll />,
  'adjustmentStates.refused': <DoNotDisturb />, 'adjustmentStates.withdrawn': <Logout />, 'closeOutStates.accepted': <DoneAll />, 'closeOutStates.withdrawn': <Logout />,
  'workEntryStates.draft': <Edit />, 'measureStates.open': <RadioButtonUnchecked />, 'measureStates.moving': <TrendingUp />,
  'recordRequestStates.refused': <DoNotDisturb />, 'recordRequestStates.expired': <Hourglass />,
  'invitationStates.expired': <Hourglass />, 'invitationStates.withdrawn': <DoNotDisturb />, 'applicationStates.refused': <DoNotDisturb />, 'applicationStates.withdrawn': <Logout />,
};

/** The objects that have states. */
export type StateGroup = 'batchStates' | 'placeInvitationStates' | 'teamStates' | 'teamMemberStates' | 'teamSignupStates' | 'bookingStates' | 'nominationStates' | 'handedStates' | 'promptStates' | 'bulletinStates' | 'assessmentStates' | 'assessmentSheetStates' | 'assessmentAppealStates' | 'collectionStates' | 'collectionAnswerStates' | 'packStates' | 'talkStates' | 'orderStates' | 'orderOfferStates' | 'fileFaces' | 'proposalCallStates' | 'proposalAnswerStates' | 'consultationStates' | 'consultationAnswerStates' | 'stances' | 'draftingDecisions' | 'adjustmentStates' | 'closeOutStates' | 'reportPeriodStates' | 'unitReportStatuses' | 'planStates' | 'planRevisionStates' | 'importStates' | 'assignmentStates' | 'accountStates' | 'activityStates' | 'signupStates' | 'attendanceStates' | 'workEntryStates' | 'measureStates' | 'invitationStates' | 'rosterStates' | 'rosterEntryStates' | 'applicationStates' | 'standings' | 'credentialStates' | 'complaintStates' | 'recordRequestStates' | 'pupilStates' | 'activityConsentStates';

/** The state of one of them, in its word. */
export const StateChip = ({ of, state }: { of: StateGroup; state: string }) => {
  const t = useTranslate();
  const key = `${of}.${state}`;
  return <Mark tone={tones[key] ?? 'quiet'} icon={special[key]}>{t(`terms.${key}`)}</Mark>;
};
