import type { Client } from '@kepu/api-client';
import type { Markers, Visitor } from './marking.js';

interface People { readonly office: Client; readonly league: Client; readonly anyone: Client; readonly unitId: string; readonly county: string }
/** What was planted, by kind. */
export interface PlantedComers { readonly invitations: readonly string[]; readonly applications: readonly string[]; readonly complaints: readonly string[] }

/** What the city alone reads, and with it the county office that decides who comes in. */
const officeOnly: readonly Visitor[] = ['office'];
const deciders: readonly Visitor[] = ['home', 'office'];

/** Who comes in and who complains: an invitation into the league's unit, applications of bodies in another county, and a complaint of somebody without a name here. */
export const plantComers = async ({ office, league, anyone, unitId, county }: People, desksOfPeople: readonly Visitor[], markers: Markers): Promise<PlantedComers> => {
  const because = ({ id, version }: { id: string; version: number }, reason: string) => ({ params: { id }, body: { version, reason } });
  const invitation = await league.createInvitation({ body: { unitId: unitId, role: 'publisher', name: markers.text('invited', desksOfPeople, 'createInvitation.name'), contact: markers.phone('invitedPhone', '13822211047', [], desksOfPeople, 'createInvitation.contact') } });
  const apply = async (prefix: string, number: string, of: boolean) => {
    const field = (name: string) => markers.text(`${prefix}${name.toLowerCase()}`, deciders, ...(of ? [`createUnitApplication.${name}`] : []));
    const body = { unitName: field('unitName'), kind: 'school' as const, countyCode: county, place: field('place'), name: field('name'), duty: field('duty'), contact: markers.phone(`${prefix}Phone`, number, [], deciders, ...(of ? ['createUnitApplication.contact'] : [])), note: field('note') };
    const { number: named } = await anyone.createUnitApplication({ body });
    const row = (await office.listUnitApplications({ query: { perPage: 200 } })).data.find((one) => one.number === named);
    if (!row) throw new Error('The application is not there');
    return row;
  };
  const [waiting, turned] = [await apply('applied', '13822211058', true), await apply('turned', '13822211069', false)];
  await office.returnUnitApplication(because(waiting, markers.text('applicationback', deciders, 'returnUnitApplication.reason')));
  await office.refuseUnitApplication(because(turned, markers.text('applicationrefused', deciders, 'refuseUnitApplication.reason')));
  // The city answers it, and answers once more.
  const complained = await anyone.createComplaint({ body: {
    kind: 'other', text: markers.text('complaint', officeOnly, 'createComplaint.text'), about: `/${markers.word('about', officeOnly, 'createComplaint.about')}`, name: markers.text('complainant', officeOnly, 'createComplaint.name'), contact: markers.phone('complainantPhone', '13822211070', [], officeOnly, 'createComplaint.contact'),
  } });
  const [complaint] = (await office.listComplaints()).data;
  if (!complaint) throw new Error('The complaint is not there');
  const toComplaint = { params: { id: complaint.id } };
  await office.answerComplaint({ ...toComplaint, body: { version: complaint.version, outcome: 'partly', text: markers.text('complaintanswer', officeOnly, 'answerComplaint.text') } });
  await anyone.disputeComplaint({ body: { token: complained.link.split('#')[1] ?? '', reason: markers.text('disputed', officeOnly, 'disputeComplaint.reason') } });
  return { invitations: [invitation.id], applications: [waiting.id, turned.id], complaints: [complaint.id] };
};
