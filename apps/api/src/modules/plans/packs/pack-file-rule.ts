import type { FileFaces } from '@kepu/contracts';

/** Why a file does not leave in a pack, the strictest first: somebody has said that it stays inside, it names citizens, or nobody has looked whether children can be recognised in it. */
export const leftOutReasons = ['withheld', 'personal', 'photo'] as const;
/** Why a file does not leave in a pack. */
export type LeftOut = (typeof leftOutReasons)[number];

/** Files that list people, by how offices call them. They are read in the system, under its rights. */
const LISTS_PEOPLE = /签到|签字|签名|签收表|名单|名册|花名|人员表|报名表|登记表|通讯录|联系方式|联系人|身份证|手机号|电话|回执|同意书|工资|劳务|领款|roster|attendance|sign.?in|contact/iu;
/** What holds no picture: anything else may, a document or a sheet too. */
const WORDS_ALONE = 'text/plain';

/** What decides about one file. `listed`: it was handed in as a list of people. `withChildren`: it is not sure that there were none where it comes from. */
export interface FileFacts { readonly name: string; readonly type: string; readonly faces: FileFaces | null; readonly listed: boolean; readonly withChildren: boolean }

/** Whether a file stays out of a pack, and why. That a picture may be shown never makes a list of people one that leaves. */
export const leftOutFor = ({ name, type, faces, listed, withChildren }: FileFacts): LeftOut | null => {
  if (faces === 'withheld') return 'withheld';
  if (listed || LISTS_PEOPLE.test(name)) return 'personal';
  return withChildren && type !== WORDS_ALONE && faces !== 'none' && faces !== 'allowed' ? 'photo' : null;
};

/** Of several answers about the same bytes the strictest one; null where each lets them go. */
export const strictestOf = (answers: readonly (LeftOut | null)[]): LeftOut | null => leftOutReasons.find((reason) => answers.includes(reason)) ?? null;
