import type { Child } from '@kepu/contracts';
import type { Own } from '../account/me/own.js';
import type { Kin } from './kin.js';

/** What is said of a child, in the place of what is said to the person. */
const instead: Readonly<Record<string, string>> = {
  'mine.accesses.none': 'myFamily.children.noAccesses', 'mine.leave.text': 'myFamily.children.leaveText', 'mine.leave.sure': 'myFamily.children.leaveSure', 'mine.leave.start': 'myFamily.children.leaveStart', 'mine.leave.password': 'myFamily.children.leavePassword',
  'realName.lead': 'myFamily.children.realNameLead', 'realName.why': 'myFamily.children.realNameWhy',
};

/**
 * The parts of the own page, for a child of the own family: they ask for "my" sign-ups, "my" profile, and a guardian's own are those of the child.
 * The API decides whether somebody is its guardian.
 */
export const forChild = (kin: Kin, { id, name }: Child): Own => {
  const { client, words, announce, refresh } = kin;
  const params = { id };
  const gone = async (): Promise<void> => {
    await refresh();
    announce(words('myFamily.children.left', { name }));
  };
  return {
    ...kin,
    words: (key, more) => words(instead[key] ?? key, { ...more, name }),
    // Closing an account leads the person out of it: the guardian stays.
    memory: { ...kin.memory, remember: () => undefined }, go: () => void gone(),
    client: {
      ...client,
      getMyRealName: () => client.getMyChildRealName({ params }), giveMyRealName: ({ body }) => client.giveMyChildRealName({ params, body }),
      getMyVolunteer: () => client.getMyChild({ params }), updateMyVolunteer: ({ body }) => client.updateMyChild({ params, body }),
      listMySignups: (input) => client.listMyChildSignups({ params, ...(input?.query ? { query: input.query } : {}) }), withdrawSignup: (input) => client.withdrawChildSignup(input),
      listMyDataAccesses: (input) => client.listMyChildAccesses({ params, ...(input?.query ? { query: input.query } : {}) }), getMyDeletion: () => client.getMyChildDeletion({ params }), deleteMyself: ({ body }) => client.deleteMyChild({ params, body }),
    },
  };
};
