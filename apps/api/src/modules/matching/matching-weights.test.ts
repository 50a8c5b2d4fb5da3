import { firstWeights } from '@kepu/matching';
import { eachDatabase, onMariadb } from '../../../test-support/databases.js';
import { furnishMatching } from '../../../test-support/matching.js';
import { personWith } from '../../../test-support/units.js';
import { UniqueViolation } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';

const input = { weights: { ...firstWeights, rural: 0.3 }, note: '山区优先' };
const administrator = (accountId: string) => ({ ...personWith('administrator', 'city'), accountId });

eachDatabase('matching weights', (makeDb) => {
  it('begin with the first weights, the version after one that knew nothing of reliability', async () => {
    const { weights } = await furnishMatching(makeDb);
    expect(await weights.current()).toMatchObject({ version: 2, weights: firstWeights, createdBy: null });
    const listed = await weights.list(personWith('liaison', 'unit', 'u', '/u/'));
    expect(listed.data.map(({ version, weights: { reliability } }) => [version, reliability])).toEqual([[2, firstWeights.reliability], [1, 0]]);
    expect((await weights.list(personWith('reader', 'city'))).total).toBe(0);
  });

  it('are set anew as the next version, by whoever may set them for the whole city; the old one stays readable', async () => {
    const { weights, account, audit } = await furnishMatching(makeDb);
    const actor = administrator(await account('周主任'));
    const made = await weights.create(actor, input);
    expect(made).toMatchObject({ version: 3, weights: input.weights, note: '山区优先', createdBy: '周主任' });
    expect((await weights.list(actor)).data.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(await weights.principle()).toEqual({ version: 3, weights: input.weights, since: made.createdAt });
    expect((await audit.listFor({ subjectKind: 'matching_weights' }, { page: 1, perPage: 10 })).data).toMatchObject([
      { action: 'matching_weights.created', actor: { id: actor.accountId }, before: { version: 2, weights: firstWeights }, after: { version: 3, weights: input.weights, note: '山区优先' } },
    ]);
    expect(() => weights.create({ ...personWith('editor', 'city'), accountId: actor.accountId }, input)).toThrow(Refusal);
  });

  it('get one number each, however many are set at once', async () => {
    const { weights, account } = await furnishMatching(makeDb);
    const actor = administrator(await account('周主任'));
    const made = await Promise.all(Array.from({ length: 20 }, () => weights.create(actor, input)));
    expect(made.map(({ version }) => version).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 3));
  });
});

onMariadb('matching weights without turns', (makeDb) => {
  it('would make the same version twice, and the key refuses it', async () => {
    const { weights, weightRows, account } = await furnishMatching(makeDb);
    const actor = administrator(await account('周主任'));
    jest.spyOn(weightRows, 'takeTurn').mockResolvedValue();
    const made = await Promise.allSettled(Array.from({ length: 20 }, () => weights.create(actor, input)));
    expect(made.some((one) => one.status === 'rejected' && one.reason instanceof UniqueViolation)).toBe(true);
  });
});
