import { zipFile } from '@kepu/breakdown/testing';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { keptBy } from './kept.js';
import { Markers, textOf, visitors, type Visitor } from './marking.js';
import { plant, type Planted } from './planting.js';
import { addressesOf, attemptsOf, pagesOf, searches, walk, writableTexts } from './walk.js';

/** Fields whose words are everybody's to read, or none that anybody could read. Whole dictionaries are told by their permission. */
const plain: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['answerSessionChallenge', 'addSessionProof', 'confirmTotp', 'turnOnSms', 'changeMyContact', 'createVolunteer.phoneProof'].map((route) => [`${route}.code`, 'compared, and not kept'])),
  'acceptInvitation.contact': 'compared, and not kept', 'acceptInvitation.password': 'kept as a digest only', 'acceptInvitation.token': 'compared, and not kept', 'lookUpInvitation.token': 'compared, and not kept', 'lookUpUnitApplication.token': 'compared, and not kept',
  'reviseUnitApplication.token': 'compared, and not kept', 'withdrawUnitApplication.token': 'compared, and not kept', 'lookUpComplaint.token': 'compared, and not kept', 'disputeComplaint.token': 'compared, and not kept', 'acceptComplaintAnswer.token': 'compared, and not kept',
  'lookUpRosterEntry.token': 'compared, and not kept', 'declineRosterEntry.token': 'compared, and not kept', 'acceptRosterEntry.token': 'compared, and not kept', 'acceptRosterEntry.phone': 'compared, and not kept', 'acceptRosterEntry.password': 'kept as a digest only',
  'getOwnOrderPoster.number': 'compared, and not kept', 'getOwnOrderPoster.code': 'compared, and not kept',
  'acceptRosterEntry.consent': 'the version of a text', 'acceptRosterEntry.phoneProof.code': 'compared, and not kept',
  'registerChild.consent': 'the version of a text', 'registerChild.childConsent': 'the version of a text', 'acceptGuardianRequest.childConsent': 'the version of a text', 'createGuardian.consent': 'the version of a text', 'createGuardian.password': 'kept as a digest only', 'createGuardian.phoneProof.code': 'compared, and not kept',
  'lookUpGuardianRequest.token': 'compared, and not kept', 'acceptGuardianRequest.token': 'compared, and not kept', 'declineGuardianRequest.token': 'compared, and not kept', 'deleteMyChild.password': 'compared, and not kept', 'askConsent.note': 'the note of signUpChild, by the child',
  'confirmPupil.consent': 'the version of a text', 'confirmPupil.childConsent': 'the version of a text', 'deletePupil.password': 'compared, and not kept', 'signUpClass.riskCode': 'the beginning of a digest, compared',
  'signUpChild.riskHash': 'a digest', 'giveActivityConsent.riskHash': 'a digest', 'createSignup.riskHash': 'a digest', 'setSignupCompanions.riskHash': 'a digest',
  'createAccount.name': 'who works for a unit is named with what they do', 'checkIn.code': 'compared, and not kept', 'exportVolunteers.q': 'searched for, and not kept', 'createVolunteer.consent': 'the version of a text', 'giveConsent.version': 'the version of a text',
  ...Object.fromEntries(['createJointGroup', 'updateJointGroup', 'dismissJointSuggestion'].map((route) => [`${route}.parts.clause`, 'words of the paper, compared'])),
  ...Object.fromEntries(['exportPoolTerms', 'exportNominations', 'exportCredentials'].flatMap((route) => [[`${route}.q`, 'searched for, and not kept'], [`${route}.reason`, 'kept and told as that of exportVolunteers']])),
  'createPool.owner.id': 'an id', 'joinTeam.code': 'compared, and not kept',
  'lookUpOrder.number': 'compared, and not kept', 'lookUpOrder.code': 'compared, and not kept', 'reviseOwnOrder.key.number': 'compared, and not kept', 'reviseOwnOrder.key.code': 'compared, and not kept', 'cancelOwnOrder.key.number': 'compared, and not kept', 'cancelOwnOrder.key.code': 'compared, and not kept', 'rateOwnOrder.key.number': 'compared, and not kept', 'setOwnOrderMessages.key.number': 'compared, and not kept', 'setOwnOrderMessages.key.code': 'compared, and not kept', 'rateOwnOrder.key.code': 'compared, and not kept', 'createOrder.phoneProof.code': 'compared, and not kept',
  ...Object.fromEntries(['createOrder', 'createOrderOnBehalf', 'reviseOwnOrder', 'reviseOrder'].map((route) => [`${route}.dates.time`, 'an hour of the day'])), 'moveOrder.reason': 'told to everybody',
  'saveFilter.list': 'what the back office calls a list', 'setAssessmentSwitch.reason': 'in the log alone, which is read by administrators',
  'readCollectionSheet.file': 'read, answered back and not kept', 'readMeasureSheet.file': 'a sheet is read and not kept; its measures are planted one by one', 'markMeasureSheet.file': 'a sheet is read and not kept; its measures are planted one by one', 'takeMeasureSheet.file': 'a sheet is read and not kept; its measures are planted one by one', 'markCollectionSheet.file': 'read, answered back and not kept',
  'resolveImportName.name': 'a name as a paper prints it, for the dictionary', 'cancelActivity.reason': 'told to everybody', 'cancelShift.reason': 'told to everybody', 'moveShift.reason': 'told to everybody',
};
/** What these write is a dictionary: names of places, bodies, topics, programmes and days, read by all who work here. */
const dictionaries = /^(?:mapProgramme|updateCredentialKind|updateTeamKind|updateSharedThing|(?:create|rename|merge)(?:Division|Unit|Term|Programme|ProgrammeSet|ThemeDay|Workday|CredentialKind|TeamKind|SharedThing))\b/;
/** Whom nothing here belongs to. */
const outsiders: readonly Visitor[] = ['nobody', 'stranger', 'women', 'reader'];
const strangers: readonly Visitor[] = [...outsiders, 'county'];

describe('a marker', () => {
  const markers = new Markers();
  const word = markers.text('sample', []);
  markers.phone('number', '13811122233', [], ['office']);
  markers.day('born', '1988-07-09', []);
  const hex = (text: string) => Buffer.from(text).toString('hex');

  it.each<readonly [string, string, string]>([
    ['as it is', `"${word}"`, 'sample'], ['in capitals', word.toUpperCase(), 'sample'], ['as a key of pinyin', `anzq7ksample7yu`, 'sample'], ['percent-encoded', `?q=${[...Buffer.from(word)].map((byte) => `%${byte.toString(16)}`).join('')}`, 'sample'],
    ['in entities', [...word].map((sign) => `&#${sign.codePointAt(0)};`).join(''), 'sample'], ['escaped', [...word].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''), 'sample'],
    ...[0, 1, 2].map((shift) => [`in base64, ${shift} bytes in`, Buffer.from(`${'x'.repeat(shift)}${word}y`).toString('base64'), 'sample'] as const), ['as hexadecimal figures', hex(word), 'sample'],
    ['in a sheet', textOf(Buffer.from(zipFile([{ name: 'xl/sharedStrings.xml', data: `<t>${word}</t>`, deflate: true }]))), 'sample'], ['in the name of a part', textOf(Buffer.from(zipFile([{ name: `${word}.xml`, data: '' }]))), 'sample'],
    ['as a number', '"13811122233"', 'number'], ['as a number with its country', '+8613811122233', 'number'], ['set apart', '138 1112-2233', 'number'], ['in full width', '１３８１１１２２２３３', 'number'], ['between tags', '<b>138</b><i>11122233</i>', 'number'],
    ['as a number in base64', Buffer.from('{"phone":"13811122233"}').toString('base64'), 'number'], ['half hidden', '138****2233', 'numberMasked'], ['as a day', '1988-07-09', 'born'], ['as a day in eight figures', '19880709', 'born'], ['as a day in Chinese', '1988年7月9日', 'born'],
  ])('is found %s', (_, text, key) => {
    expect(markers.find(text)).toEqual([key]);
  });

  it.each(['13811122234', '0.198879', 'zq7k', '138****2234', '1988-07-19', '2138111222335'])('is not taken for %s', (text) => {
    expect(markers.find(text)).toEqual([]);
  });
});

/** S4: no phone number and no foreign draft in any public or cross-unit answer. */
eachDatabase('what is not for everybody', (database) => {
  let server: TestServer;
  let planted: Planted;
  /** Which marker each visitor found, and where first. */
  const found = new Map<Visitor, Map<string, string>>();
  const broken: string[] = [];
  let asked = 0;

  beforeAll(async () => {
    // Everything that is logged at all is logged, and sessions outlast a clock that moves.
    server = await startServer({ database, env: { LOG_LEVEL: 'trace', SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '168' } });
    planted = await plant(server);
    // What narrows a list is the same code on both databases: those who see nothing ask that way on one of them, and for each thing as it is on both.
    const [all, plainly] = [[...addressesOf(planted.ground), ...pagesOf(planted.ground)], [...addressesOf(planted.ground, { plain: true }), ...pagesOf(planted.ground)]];
    for (const visitor of visitors) {
      const addresses = database === 'sqlite' || !outsiders.includes(visitor) ? all : plainly;
      const here = new Map<string, string>();
      found.set(visitor, here);
      await walk(server, planted.cookies[visitor], addresses, ({ address, status, said }) => {
        asked += 1;
        if (status === 429 || status >= 500) broken.push(`${visitor} ${address}: ${status}`);
        for (const key of planted.markers.find(said)) if (!here.has(key)) here.set(key, address);
      });
    }
  }, 600_000);

  it('was written into every field that takes words', () => {
    const known = new Set(planted.markers.all.flatMap(({ of }) => of));
    const writable = writableTexts().filter((field) => !dictionaries.test(field.replace(/^update/, 'create')));
    // A change writes into the same column as the first word.
    const isKnown = (field: string) => [field, field.replace(/^update/, 'create'), field.replace(/^updateMy/, 'create'), field.replace(/^revise/, 'create')].some((one) => known.has(one) || one in plain);
    expect(writable.filter((field) => !isKnown(field))).toEqual([]);
    expect([...known].filter((field) => !writable.includes(field))).toEqual([]);
    expect(Object.keys(plain).filter((field) => !writable.includes(field) || known.has(field))).toEqual([]);
  });

  it('was looked for everywhere, and nothing broke or was cut short', () => {
    expect(broken).toEqual([]);
    expect(asked).toBeGreaterThan(5_000);
  });

  it('is found by those whom it concerns, by all of them, and by nobody else', () => {
    const who = (key: string) => visitors.filter((visitor) => found.get(visitor)?.has(key));
    const wrong = planted.markers.all.flatMap(({ key, seenBy }) => visitors.flatMap((visitor) => {
      const sees = found.get(visitor)?.get(key);
      return (sees !== undefined) === seenBy.includes(visitor) ? [] : [sees === undefined ? `${visitor} does not find ${key}` : `${visitor} finds ${key} at ${sees}`];
    }));
    expect(wrong).toEqual([]);
    // The control: the same walk finds each of them, but for what nobody is shown whole.
    const unseen = planted.markers.all.filter(({ key }) => who(key).length === 0).map(({ key }) => key);
    expect(unseen.sort()).toEqual(['appliedPhone', 'askedmail', 'askedphone', 'childDocument', 'complainantPhone', 'elderDocument', 'email', 'guardian', 'guardianPhone', 'invitedPhone', 'newmail', 'newphone', 'orderPhone', 'orderbPhone', 'orderbneed', 'orderbnote', 'orderbvenue', 'ownerDocument', 'parentBorn', 'parentPhone', 'password', 'slipPhone', 'staffPhone', 'turnedPhone']);
  });

  it('is not found out by searching: its words answer what nonsense answers', async () => {
    const nonsense = 'zq9kqqqqq9';
    const differing = async (visitor: Visitor): Promise<string[]> => {
      const hidden = planted.markers.all.filter(({ key, seenBy }) => !key.endsWith('Masked') && (visitor === 'office' || !seenBy.includes(visitor)));
      const told: string[] = [];
      // On the second database each of them asks for half as many: how words are looked for is one code, and the databases differ in how they compare.
      const shares = database === 'sqlite' ? 3 : 6;
      // One network may search so many times in ten minutes, and everybody here comes from one.
      await server.control.clock({ advanceMs: 11 * 60_000 });
      for (const [place, search] of searches.entries()) {
        const answers = new Map<string, string>();
        const plainly = (word: string, body: string) => body.replaceAll(word, '·').replace(/"requestId":"[^"]*"/, '');
        await walk(server, planted.cookies[visitor], [search(nonsense)], ({ body }) => answers.set(nonsense, plainly(nonsense, body)));
        // Whoever is not let in at all is told so whatever the word.
        const refused = /"code":"auth\.(required|forbidden)"/.test(answers.get(nonsense) ?? '');
        // Each stranger asks each list for a third of the words, and the next stranger for another third: together they ask for all of them.
        const third = place + strangers.indexOf(visitor);
        const words = refused ? hidden.slice(0, 1) : hidden.filter((_, at) => visitor === 'office' || (at + third) % shares === 0);
        const byAddress = new Map(words.map(({ word }) => [search(word), word]));
        const before = told.length;
        // The office need not find all: the first that a list tells is proof enough.
        const enough = function* (): Generator<string> { for (const address of byAddress.keys()) if (visitor !== 'office' || told.length === before) yield address; };
        await walk(server, planted.cookies[visitor], enough(), ({ address, status, body }) => {
          if (status === 429 || status >= 500) broken.push(`${visitor} ${address}: ${status}`);
          // A list that shows the word whatever is searched for does not tell by the search.
          const word = byAddress.get(address) ?? '';
          if (plainly(word, body) !== plainly(word, answers.get(nonsense) ?? '')) told.push(address);
        });
      }
      return told;
    };
    for (const visitor of strangers) expect([visitor, await differing(visitor)]).toEqual([visitor, []]);
    expect(broken).toEqual([]);
    // The control: for the office the same words find people, drafts and work.
    const office = (await differing('office')).map((address) => address.split('?')[0]);
    expect([...new Set(office)].sort()).toEqual([
      'accounts', 'activities', 'assessments', 'assignments', 'batches', 'bulletins', 'classes', 'collections', 'credentials', 'evidence', 'invitations', 'measures', 'nominations', 'orders', 'plan-imports', 'plans', 'pool-terms', 'prompts', 'report-periods', 'roster-entries', 'roster-imports', 'service-records', 'signups', 'talks', 'teams', 'unit-applications', 'volunteers', 'work-entries',
    ].map((noun) => `/api/v1/${noun}`));
  }, 300_000);

  it('is not told by a refusal either, whatever a stranger tries to do', async () => {
    const done: string[] = [];
    for (const visitor of strangers) {
      for (const { method, address, body } of attemptsOf(planted.ground)) {
        await walk(server, planted.cookies[visitor], [address], ({ status, said }) => {
          // Whoever is a volunteer may sign up for what is open.
          const joins = visitor === 'stranger' && /\/positions\/[^/]+\/signups$/.test(address);
          // And whoever reads a plan may take along what he reads of it.
          const packs = visitor !== 'nobody' && visitor !== 'stranger' && /\/plans\/[^/]+\/packs$/.test(address);
          // An office looks after those who live there.
          const keeps = status === 200 && visitor === 'county' && address.includes(`/volunteers/${planted.neighbour}/`);
          const allowed = keeps || (status === 201 && (joins || packs));
          if ((status < 400 && !allowed) || status === 429 || status >= 500) done.push(`${visitor} ${method} ${address} ${body}: ${status}`);
          const told = planted.markers.find(said).filter((key) => !planted.markers.all.find((marker) => marker.key === key)?.seenBy.includes(visitor));
          if (told.length > 0) done.push(`${visitor} ${method} ${address} ${body} tells ${told.join(', ')}`);
        }, { method, ...(body === null ? {} : { body, headers: { 'content-type': 'application/json' } }) });
      }
    }
    expect(done).toEqual([]);
  }, 300_000);

  it('stands in no line of the log, and no contact in what is kept', async () => {
    const log = server.process.wholeLog;
    expect(log).toContain('/api/v1/volunteers/on-behalf');
    expect(log.split('\n').length).toBeGreaterThan(asked);
    expect(planted.markers.find(log)).toEqual([]);
    const kept = new Set(planted.markers.find(await keptBy(server)));
    for (const key of ['ownerPhone', 'elderPhone', 'staffPhone', 'email', 'password', 'invitedPhone', 'appliedPhone', 'turnedPhone', 'rosterPhone', 'ownerPhoneMasked', 'newphone', 'newmail', 'askedphone', 'askedmail', 'ownerDocument', 'elderDocument', 'child', 'childDocument', 'guardian', 'guardianPhone', 'parentPhone', 'pupil', 'slipguardian', 'slipPhone', 'orderPhone', 'orderbPhone']) expect([key, kept.has(key)]).toEqual([key, false]);
    // The control: what is words to its unit is kept as words.
    for (const key of ['drafttitle', 'draftContact', 'closing']) expect([key, kept.has(key)]).toEqual([key, true]);
  });
});
