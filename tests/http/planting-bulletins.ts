import type { Client } from '@kepu/api-client';
import type { Bulletin } from '@kepu/contracts';
import type { Markers, Visitor } from './marking.js';

/** Bulletins with a word in each of their fields: one that was issued and taken back, which every reader of the plan may read, and one that never left the office. Answers their ids. */
export const plantBulletins = async (office: Client, head: Client, planId: string, markers: Markers, readers: readonly Visitor[]): Promise<string[]> => {
  const officeOnly: readonly Visitor[] = ['office'];
  const at = ({ id, version }: Bulletin) => ({ params: { id }, body: { version } });
  const because = ({ id, version }: Bulletin, reason: string) => ({ params: { id }, body: { version, reason } });
  const days = { kind: 'bulletin', from: '2013-01-01', to: '2099-12-31' } as const;
  const kept = await office.createBulletin({ params: { id: planId }, body: { ...days, title: markers.text('bulletinheld', officeOnly, 'createBulletin.title') } });
  await head.turnBulletinDown(because(await office.requestBulletinApproval(at(kept)), markers.text('bulletinback', officeOnly, 'turnBulletinDown.reason')));
  const draft = await office.createBulletin({ params: { id: planId }, body: days });
  const written = await office.updateBulletin({ params: { id: draft.id }, body: {
    version: draft.version, title: markers.text('bulletintitle', readers, 'updateBulletin.title'), sections: [{ heading: markers.text('bulletinhead', readers, 'updateBulletin.sections.heading'), text: markers.text('bulletintext', readers, 'updateBulletin.sections.text') }],
  } });
  const approved = await head.approveBulletin(at(await office.requestBulletinApproval(at(written))));
  const issued = await office.issueBulletin({ params: { id: approved.id }, body: { version: approved.version, number: markers.text('bulletinnumber', readers, 'issueBulletin.number') } });
  await office.withdrawBulletin(because(issued, markers.text('bulletingone', readers, 'withdrawBulletin.reason')));
  // What is for the meeting stays with the office and its leader, issued or not.
  const brief = await office.createBulletin({ params: { id: planId }, body: { ...days, kind: 'meeting', title: markers.text('meetingtitle', officeOnly, 'createBulletin.title') } });
  const asked = await office.updateBulletin({ params: { id: brief.id }, body: { version: brief.version, sections: [{ heading: markers.text('meetinghead', officeOnly, 'updateBulletin.sections.heading'), text: markers.text('meetingtext', officeOnly, 'updateBulletin.sections.text') }] } });
  const told = await head.approveBulletin(at(await office.requestBulletinApproval(at(asked))));
  await office.issueBulletin({ params: { id: told.id }, body: { version: told.version, number: markers.text('meetingnumber', officeOnly, 'issueBulletin.number') } });
  return [kept.id, issued.id, brief.id];
};
