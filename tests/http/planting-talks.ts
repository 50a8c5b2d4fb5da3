import type { Client } from '@kepu/api-client';
import type { Markers, Visitor } from './marking.js';

/** The lecturer, where the lecturer lives, and whoever reads all of the city: for what has been handed in. */
const readers: readonly Visitor[] = ['reader', 'owner', 'home', 'office'];

/** Talks of one lecturer, whose term ends afterwards, so that none of them stands on the menu: a draft, one that waits, one that came back and was corrected, and one that was written by the office and taken off the menu. */
export const plantTalks = async (office: Client, owner: { readonly id: string; readonly client: Client }, poolId: string, markers: Markers): Promise<readonly string[]> => {
  const terms = async (kind: 'topic' | 'audience') => (await office.listTerms({ query: { kind, perPage: 200 } })).data.filter(({ parent }) => kind === 'audience' || parent !== null).slice(0, 1).map(({ id }) => id);
  const [topicIds, audienceIds] = [await terms('topic'), await terms('audience')];
  const plain = { poolId, title: '身边的科学', summary: '讲身边的科学。', topicIds, audienceIds, minutes: 45 };
  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
  const words = (key: string, seenBy: readonly Visitor[], route: string) => ({ title: markers.text(`${key}title`, seenBy, `${route}.title`), summary: markers.text(`${key}sum`, seenBy, `${route}.summary`), needs: markers.text(`${key}needs`, seenBy, `${route}.needs`) });
  const draft = await owner.client.createMyTalk({ body: { ...plain, ...words('talkown', ['owner'], 'createMyTalk'), nameShown: true } });
  const begun = await owner.client.createMyTalk({ body: plain });
  const waiting = await owner.client.submitMyTalk(at(await owner.client.updateMyTalk({ params: { id: begun.id }, body: { version: begun.version, ...words('talkset', readers, 'updateMyTalk') } })));
  const handed = await owner.client.submitMyTalk(at(await owner.client.createMyTalk({ body: plain })));
  const returned = await office.returnTalk({ params: { id: handed.id }, body: { version: handed.version, reason: markers.text('talkback', readers, 'returnTalk.reason') } });
  await office.updateTalk({ params: { id: returned.id }, body: { version: returned.version, ...words('talkfix', readers, 'updateTalk') } });
  const written = await office.submitTalk(at(await office.createTalk({ body: { ...plain, lecturerId: owner.id, ...words('talkfor', readers, 'createTalk') } })));
  const published = await office.publishTalk(at(written));
  await office.withdrawTalk({ params: { id: published.id }, body: { version: published.version, reason: markers.text('talkoff', readers, 'withdrawTalk.reason') } });
  return [draft, waiting, returned, published].map(({ id }) => id);
};
