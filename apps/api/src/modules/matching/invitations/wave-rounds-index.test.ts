import { addDays, WILLING_SILENT_DAYS } from '@kepu/domain';
import { VolunteerIndex, type PositionFacts } from '@kepu/matching';
import { eachDatabase } from '../../../../test-support/databases.js';
import { at, furnishMatching, NOW, type MatchingRoom } from '../../../../test-support/matching.js';
import { insertRows, newId } from '../../../platform/database/index.js';
import { PlaceInvitationEntity } from './place-invitation.entity.js';
import { openKeyOf } from './place-invitations.repository.js';
import type { WavePostRow } from './wave-steps.repository.js';

const DAY = 24;

eachDatabase('rounds of waves', (makeDb) => {
  let room: MatchingRoom;
  let crowd: string[] = [];
  let index: VolunteerIndex;
  let places: PositionFacts[] = [];
  const rowOf = (place: PositionFacts): WavePostRow => ({ id: place.id, activityId: place.activityId, name: '主讲', role: 'lecturer', shiftId: place.shiftId, startsAt: place.startsAt.replace('T', ' ').replace('Z', ''), minimum: place.minimum, maximum: place.maximum, confirmed: 0, requested: 0, wave: null, kind: null, because: null, dueAt: null, lookedAt: null, countyCode: '330302', unitDivision: '330300' });
  const invite = (place: PositionFacts, volunteerId: string, hours: number, state: PlaceInvitationEntity['state']): PlaceInvitationEntity => ({
    id: newId(), positionId: place.id, shiftId: place.shiftId, activityId: place.activityId, volunteerId, state, openKey: state === 'sent' ? openKeyOf(place.id, volunteerId) : null, closedBecause: null, origin: 'wave', wave: 1, roundId: null, score: null, chance: null, weightsVersion: 1, reasons: [], sentAt: new Date(at(hours)), sentBy: null,
    answerBy: new Date(at(hours + 24)), answeredAt: state === 'declined' ? new Date(at(hours + 1)) : null, reason: null, version: 1,
  });
  /** The same round by the index and by the facts of everybody. */
  const both = async (of: readonly PositionFacts[], now?: Date) => {
    const rounds = await Promise.all([room.rounds(index), room.rounds(null)].map((one) => one.plan(of.map(rowOf), now)));
    return { byIndex: rounds[0]!, byFacts: rounds[1]! };
  };

  beforeAll(async () => {
    room = await furnishMatching(makeDb);
    const { id: unitId } = await room.unit('市教育局', '330300');
    const kinds = [{ topicIds: [room.terms.eyes.id], availability: '1'.repeat(21) }, { topicIds: [room.terms.eyes.id] }, { availability: `${'0'.repeat(18)}111` }, { personal: false, topicIds: [room.terms.eyes.id] }, { bornOn: '2010-01-01' }, { countyCode: '330329', travelLimit: 40 }, { askedOn: '2025-12-01' }] as const;
    crowd = await room.crowd(Array.from({ length: 900 }, (_, at) => ({ ...kinds[at % kinds.length], services: at % 3 })));
    places = [
      await room.place({ unitId, topicIds: [room.terms.eyes.id], minimum: 2, maximum: 4, minors: true }), await room.place({ unitId, startsAt: at(3 * DAY), endsAt: at(3 * DAY + 2), minimum: 1 }), await room.place({ unitId, minimum: 70, maximum: 90, countyCode: '330329' }), await room.place({ unitId, occupations: ['medical'] }),
    ];
    // Of those who fit best, most were asked of late; some have said no, some twice within the week.
    const asked = crowd.flatMap((id, one) => [...(one % 7 < 3 && one % 9 !== 0 ? [invite(places[1]!, id, -DAY * (2 + (one % 20)), one % 11 === 0 ? 'declined' : 'lapsed')] : []), ...(one % 13 === 0 ? [invite(places[3]!, id, -5, 'sent')] : [])]);
    await room.unitOfWork.run(() => insertRows(room.database.writer, PlaceInvitationEntity, asked));
    index = new VolunteerIndex('2026-03-02');
    for (const facts of await room.facts.of(crowd)) index.upsert({ facts, unitPath: null, silentFrom: crowd.indexOf(facts.id) % 7 === 6 ? addDays('2025-12-01', WILLING_SILENT_DAYS) : null });
    index.merge('2026-03-02');
  });

  it.each([['one', 1], ['all', 4]])('are the same by the index as by everybody’s facts, whatever is kept of them and to the digest: %s', async (_, count) => {
    const { byIndex, byFacts } = await both(places.slice(0, count));
    expect(byIndex.inputs).toEqual(byFacts.inputs);
    expect(byIndex).toEqual(byFacts);
    expect(byIndex.inputs.posts[0]?.candidates).toHaveLength(300);
    // For seventy places more are looked at than for two.
    if (count > 2) expect(byIndex.inputs.posts[2]?.candidates.length).toBeGreaterThan(300);
    expect(byIndex.steps.some(({ kind }) => kind === 'send')).toBe(true);
  });

  it('and so are those of the next morning, as its preview reckons them', async () => {
    const { byIndex, byFacts } = await both(places, new Date(NOW.getTime() + 23 * 3_600_000));
    expect(byIndex).toEqual(byFacts);
  });

  it('look no further down than they have to', async () => {
    const best = jest.spyOn(index, 'best');
    await room.rounds(index).plan([rowOf(places[0]!)]);
    expect(best.mock.calls.map((call) => call[3])).toEqual([450, 900]);
    best.mockRestore();
  });
});
