import { consentKinds, consentVersions } from '@kepu/contracts';
import { consentText } from './consent-texts.js';

/** Texts that people have agreed to under these versions. Whoever changes one gives it a new version in contracts, and adds it here. */
const hashes: Readonly<Record<string, string>> = {
  'privacy 2026-11-26': '7d7848662c3267821cdff375ecdfc89df12c174c89ff60b4f13903dfe98ca40c',
  'privacy 2026-11-27': 'd7c7d569a6df0f4ec757ebc80714ee00b032a5b203fefce34ae5ed2d956d8a78',
  'child 2026-11-27': '2a3d35b220108978c9555592282434231b3065fa9928c2881c8fe761c0eda870',
  'recommendations 2026-11-26': 'f20e7b753bfd279ad575e2a727676e98e24dd62e1c0348ca8979c51256fe1b9e',
  'honour_roll 2026-11-26': '2ddc9938c7d325391cad2087dd9965a50fed6f6d3345266403d6451df08db9aa',
};

it.each(consentKinds)('the text of %s is the one of its version', (kind) => {
  const { zh, en, hash } = consentText(kind);
  expect(zh.length).toBeGreaterThan(50);
  expect(en.length).toBeGreaterThan(50);
  expect({ [`${kind} ${consentVersions[kind]}`]: hash }).toEqual({ [`${kind} ${consentVersions[kind]}`]: hashes[`${kind} ${consentVersions[kind]}`] });
});

it('the privacy notice says what the law demands, and shows no key instead of a word', () => {
  const { zh, en } = consentText('privacy');
  // 个人信息保护法, art. 17 (1) to (4), 24 and 50: who, why, what, how long, which rights, and where to complain.
  for (const word of ['个人信息处理者', '收集什么', '为什么', '保存多久', '您的权利', '撤回', '删除', '投诉', '联系我们']) expect(zh).toContain(word);
  expect(`${zh}${en}`).not.toMatch(/portal\.|undefined/);
});
