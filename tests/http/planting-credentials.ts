import type { Client } from '@kepu/api-client';
import type { Markers, Visitor } from './marking.js';

/** Certificates of one person with a word in each of their fields: one that waits, and one that came back. Read by the person, by the county where the person lives and by the office. Answers their ids and those of their kinds. */
export const plantCredentials = async (office: Client, owner: Client, markers: Markers): Promise<{ credentials: string[]; credentialKinds: string[] }> => {
  const readers: readonly Visitor[] = ['owner', 'home', 'office'];
  const kinds = (await office.listCredentialKinds()).data;
  const kindId = kinds.find(({ key }) => key === 'teacher')?.id ?? '';
  const days = { fromDay: '2015-01-01' } as const;
  const page = (): Blob => new Blob([Buffer.from('%PDF-1.4\n%%EOF\n')]);
  // A number is told to nobody but its holder, who takes all data along.
  const waiting = await owner.createMyCredential({ body: { kindId, ...days, issuer: markers.text('credissuer', readers, 'createMyCredential.issuer'), number: markers.word('crednumber', ['owner'], 'createMyCredential.number') } });
  await owner.setMyCredentialFile({ params: { id: waiting.id }, file: page(), fileName: `${markers.word('credfile', readers, 'setMyCredentialFile.file')}.pdf` });
  const second = await owner.createMyCredential({ body: { kindId, ...days, issuer: '市教育局' } });
  const returned = await office.returnCredential({ params: { id: second.id }, body: { version: second.version, reason: markers.text('credback', readers, 'returnCredential.reason') } });
  const third = await owner.createMyCredential({ body: { kindId, ...days, issuer: '市教育局' } });
  const corrected = await owner.updateMyCredential({ params: { id: third.id }, body: { version: third.version, issuer: markers.text('credfixed', readers, 'updateMyCredential.issuer'), number: markers.word('credchanged', ['owner'], 'updateMyCredential.number') } });
  return { credentials: [waiting.id, returned.id, corrected.id], credentialKinds: [kindId] };
};
