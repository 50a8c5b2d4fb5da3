import { admin } from './admin.js';
import { adminAppointments, appointmentActions, appointmentDocuments, appointmentFieldErrors, appointmentNotices, appointmentTerms, portalAppointments } from './appointments.js';
import { adminClasses, classActions, classKept, classNotices, classTerms, slipWords } from './classes.js';
import { adminBulk, bulkActions, bulkDocuments, bulkTerms, bulkFieldErrors } from './bulk.js';
import { adminAssessments, assessmentActions, assessmentDocuments, assessmentFieldErrors, assessmentNotices, assessmentTerms } from './assessments.js';
import { adminCollections, collectionActions, collectionDocuments, collectionFieldErrors, collectionNotices, collectionTerms } from './collections.js';
import { adminBatches, batchActions, batchDocuments, batchFieldErrors, batchKept, batchNotices, batchTerms } from './batches.js';
import { adminCertificates, certificateActions, certificateDocuments, certificateTerms, portalCertificates } from './certificates.js';
import { adminComplaints, complaintActions, complaintNotices, complaintTerms, portalComplaints } from './complaints.js';
import { adminCredentials, credentialActions, credentialNotices, credentialTerms, portalCredentials } from './credentials.js';
import { documents, passwordRules } from './documents.js';
import { errors, fieldErrors } from './errors.js';
import { adminFollowUps, followUpActions, followUpDocuments, followUpNotices, followUpTerms } from './follow-ups.js';
import { childText, companionTerms, guardianActions, guardianNotices, guardianTerms, minorAuditWords } from './guardians.js';
import { loopTerms, matching } from './loop.js';
import { portal as frame } from './portal.js';
import { portalActivities } from './portal-activities.js';
import { portalFamily } from './portal-family.js';
import { portalMe } from './portal-me.js';
import { portalPrivacy } from './portal-privacy.js';
import { portalRegister } from './portal-register.js';
import { portalSignIn } from './portal-sign-in.js';
import { consentTexts, exportWords, myDataWords, privacyTerms } from './privacy.js';
import { adminInvitations, invitationActions, invitationNotices, invitationTerms, invitationWords, portalInvited } from './place-invitations.js';
import { adminMerges, mergeActions, mergeNotices, mergeTerms } from './merges.js';
import { hoursWait, portalRealName, registrationActions, registrationNotices, registrationTerms } from './registration.js';
import { portalJoin, rightTerms } from './rights.js';
import { adminLevels, levelActions, levelDocuments, levelNotices, levelTerms } from './levels.js';
import { adminLights, lightActions, lightDocuments, lightNotices, lightTerms } from './lights.js';
import { adminDrafting, draftingActions, draftingDocuments, draftingNotices, draftingTerms } from './drafting.js';
import { adminReports, reportActions, reportDocuments, reportNotices, reportTerms } from './reports.js';
import { adminBulletins, bulletinActions, bulletinDocuments, bulletinNotices, bulletinTerms } from './bulletins.js';
import { adminCourse, courseActions, courseDocuments, courseTerms } from './course.js';
import { orderActions, orderFieldErrors, orderNotices, orderSms, orderTerms } from './orders.js';
import { adminPacks, packActions, packDocuments, packKept, packNotices, packTerms } from './packs.js';
import { adminPrompts, promptActions, promptDocuments, promptNotices, promptTerms } from './prompts.js';
import { portalRoster, rosterKept, rosterSheet, rosterTerms } from './rosters.js';
import { adminTeams, portalTeams, teamActions, teamDocuments, teamNotices, teamTerms } from './teams.js';
import { adminThings, portalThings, thingActions, thingNotices, thingTerms } from './things.js';
import { adminStatistics, statisticsActions, statisticsWords } from './statistics.js';
import { adminTalks, portalTalks, talkActions, talkDocuments, talkNotices, talkTerms } from './talks.js';
import { adminOrders, orderDocuments, portalOrders } from './order-pages.js';
import { signInActions, signInMessages, signInNotices, signInTerms } from './sign-in.js';
import { actions, notices, terms as words, warnings } from './terms.js';

/** The catalogue of one language. */
export const zhCN = {
  documents: { ...documents, ...reportDocuments, ...lightDocuments, ...promptDocuments, ...bulletinDocuments, ...courseDocuments, ...collectionDocuments, ...appointmentDocuments, ...talkDocuments, ...teamDocuments, ...orderDocuments, ...assessmentDocuments, ...bulkDocuments, ...packDocuments, ...batchDocuments, ...draftingDocuments, ...followUpDocuments, ...levelDocuments, ...certificateDocuments }, errors, fieldErrors: { ...fieldErrors, ...collectionFieldErrors, ...appointmentFieldErrors, ...assessmentFieldErrors, ...bulkFieldErrors, ...orderFieldErrors, ...batchFieldErrors }, passwordRules, terms: { ...words, ...loopTerms, ...privacyTerms, ...rightTerms, ...rosterTerms, ...signInTerms, ...guardianTerms, ...registrationTerms, ...mergeTerms, ...complaintTerms, ...classTerms, ...reportTerms, ...lightTerms, ...promptTerms, ...bulletinTerms, ...bulkTerms, ...courseTerms, ...collectionTerms, ...appointmentTerms, ...talkTerms, ...teamTerms, ...thingTerms, ...assessmentTerms, ...packTerms, ...batchTerms, ...draftingTerms, ...followUpTerms, ...levelTerms, ...credentialTerms, ...orderTerms, ...certificateTerms, ...invitationTerms, companions: companionTerms, keptApart: { ...rosterKept, ...complaintTerms.keptApart, ...classKept, ...packKept, ...batchKept, ...orderTerms.keptApart, ...invitationTerms.keptApart } }, warnings, notices: { ...notices, ...signInNotices, ...guardianNotices, ...registrationNotices, ...mergeNotices, ...complaintNotices, ...classNotices, ...reportNotices, ...lightNotices, ...promptNotices, ...bulletinNotices, ...collectionNotices, ...appointmentNotices, ...talkNotices, ...teamNotices, ...thingNotices, ...assessmentNotices, ...packNotices, ...batchNotices, ...draftingNotices, ...followUpNotices, ...levelNotices, ...credentialNotices, ...orderNotices, ...invitationNotices }, actions: { ...actions, ...signInActions, ...guardianActions, ...registrationActions, ...mergeActions, ...complaintActions, ...classActions, ...reportActions, ...lightActions, ...promptActions, ...bulletinActions, ...courseActions, ...collectionActions, ...appointmentActions, ...talkActions, ...teamActions, ...thingActions, ...assessmentActions, ...bulkActions, ...packActions, ...batchActions, ...draftingActions, ...followUpActions, ...levelActions, ...credentialActions, ...orderActions, ...statisticsActions, ...certificateActions, ...invitationActions }, matching, minorAudit: minorAuditWords, consentTexts: { ...consentTexts, child: childText }, myData: myDataWords, exported: exportWords, statistics: statisticsWords, rosterSheet, orderSms, slip: slipWords, admin: { ...admin, ...adminComplaints, ...adminMerges, ...adminClasses, ...adminReports, ...adminLights, ...adminPrompts, ...adminBulletins, ...adminCourse, ...adminCollections, ...adminAppointments, ...adminTalks, ...adminTeams, ...adminThings, ...adminStatistics, ...adminCertificates, ...adminOrders, ...adminAssessments, ...adminBulk, ...adminPacks, ...adminBatches, ...adminDrafting, ...adminFollowUps, levels: adminLevels, ...adminCredentials, ...adminInvitations }, signInMessages, placeInvitations: invitationWords,
  portal: { ...frame, ...portalActivities, ...portalRegister, ...portalMe, ...portalAppointments, ...portalTalks, ...portalTeams, ...portalThings, ...portalOrders, ...portalFamily, ...portalPrivacy, ...portalJoin, ...portalRoster, ...portalSignIn, ...portalRealName, hoursWait, ...portalComplaints, ...portalCredentials, ...portalCertificates, ...portalInvited },
} as const;
