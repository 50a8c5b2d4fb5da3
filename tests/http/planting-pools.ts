import type { Client } from '@kepu/api-client';
import type { Markers, Visitor } from './marking.js';

interface People {
  readonly office: Client; readonly home: Client; readonly league: Client; readonly owner: { readonly id: string; readonly client: Client };
  /** Two volunteers of the league's unit, who look at nothing. */
  readonly members: readonly [string, string];
}
/** What was planted, by kind. */
export interface PlantedPools { readonly pools: readonly string[]; readonly nominations: readonly string[]; readonly poolTerms: readonly string[]; readonly letters: readonly { readonly number: string; readonly code: string }[] }

/** Whoever works for some body: the settings of pools are theirs to read. */
const staff: readonly Visitor[] = ['women', 'county', 'reader', 'league', 'home', 'office'];
/** A pool that people may apply to is laid before all who have signed in, with what it asks. */
const signedIn: readonly Visitor[] = [...staff, 'stranger', 'leader', 'owner', 'elder'];

/** A pool with a word in each of its fields, and those who are to come into it: a draft of a unit, one that came back, and an application that was declined. A term of another pool is held, and its letter can be checked by anybody. */
export const plantPools = async ({ office, home, league, owner, members }: People, markers: Markers): Promise<PlantedPools> => {
  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
  const because = ({ id, version }: { id: string; version: number }, reason: string) => ({ params: { id }, body: { version, reason } });
  const question = (part: string): string => `createPool.questions.${part}`;
  const pool = await office.createPool({ body: {
    name: markers.text('poolname', signedIn, 'createPool.name'), note: markers.text('poolnote', signedIn, 'createPool.note'), aliases: [markers.text('poolalias', staff, 'createPool.aliases')], peopleApply: true,
    letterWords: `兹聘请{name}。${markers.text('poolletter', staff, 'createPool.letterWords')}`, numberPattern: `${markers.word('poolnumber', staff, 'createPool.numberPattern')}〔{year}〕{n}号`,
    questions: [
      { label: markers.text('poolasks', signedIn, question('label')), type: 'choice', options: [markers.text('pooloption', signedIn, question('options')), '其他'], help: markers.text('poolhelp', signedIn, question('help')) },
      { label: '年限', type: 'whole', unitOfMeasure: markers.text('poolu', signedIn, question('unitOfMeasure')) },
      { label: '健康状况', type: 'text', personalReason: markers.text('poolwhy', signedIn, question('personalReason')) },
    ],
  } });
  const textKey = pool.questions.at(-1)?.key ?? '';
  const [member, second] = members;
  // A draft is the unit's own, and the office's that sees all.
  const inside: readonly Visitor[] = ['league', 'office'];
  const draft = await league.createNomination({ body: { poolId: pool.id, volunteerId: member, words: '可靠' } });
  await league.updateNomination({ params: { id: draft.id }, body: { version: draft.version, words: markers.text('nomdraft', inside, 'updateNomination.words'), answers: { [textKey]: markers.text('nomdraftanswer', inside) }, consentNote: markers.text('nomdraftconsent', inside, 'updateNomination.consentNote') } });
  // Of whoever stands in a body of the city no county has a say.
  const written = await league.createNomination({ body: { poolId: pool.id, volunteerId: second, words: markers.text('nomwords', inside, 'createNomination.words'), answers: { [textKey]: markers.text('nomanswer', inside) }, consentNote: markers.text('nomconsent', inside, 'createNomination.consentNote') } });
  const returned = await office.returnNomination(because(await league.recommendNomination(at(written)), markers.text('nomback', inside, 'returnNomination.reason')));
  // An application is the person's, the county's and the office's: no unit has a part in it.
  const own: readonly Visitor[] = ['owner', 'home', 'office'];
  await owner.client.applyToPool({ body: { poolId: pool.id, words: markers.text('nomapply', own, 'applyToPool.words'), answers: { [textKey]: markers.text('nomapplyanswer', own) } } });
  const applied = (await office.listNominations({ query: { personId: owner.id, poolId: pool.id } })).data[0];
  if (!applied) throw new Error('The application is not there');
  const declined = await office.declineNomination(because(await home.reviewNomination(at(applied)), markers.text('nomdeclined', own, 'declineNomination.reason')));

  const other = await office.createPool({ body: { name: '星火宣讲团' } });
  const recommended = await home.recommendNomination(at(await home.createNomination({ body: { poolId: other.id, volunteerId: owner.id, consentNote: '当面同意' } })));
  const appointed = await office.appointNomination(at(await home.reviewNomination(at(recommended))));
  const term = await office.suspendPoolTerm({ params: { id: appointed.termId ?? '' }, body: { reason: markers.text('termheld', own, 'suspendPoolTerm.reason') } });
  const { number = '', checkUrl = '' } = term.letter ?? {};
  return { pools: [pool.id, other.id], nominations: [draft, returned, declined, appointed].map(({ id }) => id), poolTerms: [term.id], letters: [{ number, code: new URL(checkUrl).searchParams.get('code') ?? '' }] };
};
