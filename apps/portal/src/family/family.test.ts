/**
 * @jest-environment ./packages/tooling/page-environment.cjs
 */
import { consentVersions } from '@kepu/contracts/consents';
import { Refused, type Handlers } from '../../test-support/fake-api.js';
import { get, named, openPage, submit, textIn, tick, type, until } from '../../test-support/page.js';
import * as world from '../../test-support/world.js';
import { attachGuardian } from './confirming.js';
import { attachFamily } from './entering.js';
import { attachMyFamily } from './my-family.js';

jest.mock('react/jsx-runtime', () => jest.requireActual('../dom/jsx-runtime.js'));

const { uid, child, activityConsent, family, session } = world;
const none = { data: [], total: 0 };
const base: Handlers = { getPublicDictionary: () => world.dictionary, getMinorPolicy: () => world.policy, getSession: () => session, getMyFamily: () => family, listActivityConsents: () => none, listMyChildSignups: () => none };
const openMine = async (more: Handlers = {}) => {
  const page = await openPage('/me/family', { ...base, ...more }, { signedIn: true });
  const root = page.island('my-family');
  await attachMyFamily(root, page.browser(root));
  return page;
};
const waiting = (more: Partial<typeof activityConsent> = {}): Handlers => ({ listActivityConsents: () => ({ data: [{ ...activityConsent, ...more }], total: 1 }) });

describe('what waits for a guardian', () => {
  it('comes first, with the risks in full, and is agreed to only by coming along', async () => {
    const { called } = await openMine({ ...waiting(), giveActivityConsent: () => ({ ...activityConsent, state: 'given', accompanies: true, signedUp: true, version: 2 }) });
    expect([...document.querySelectorAll('.own-part h2')].map(({ textContent }) => textContent)).toEqual(['等您决定', '我的孩子', '您已同意的活动']);
    expect(textIn('.risk-block')).toContain('室内活动，注意上下楼梯。请自带水杯。');
    submit('.consent-card');
    expect(textIn('.tick-wrong')).toBe('这个年龄须由监护人全程陪同，请勾选后再同意。');
    expect(called('giveActivityConsent')).toEqual([]);
    tick('.consent-card [name="accompanies"]');
    submit('.consent-card');
    await until(() => expect(textIn('.own-alert')).toBe('已同意，林小满已报名“老年人手机防诈骗讲座”。'));
    expect(called('giveActivityConsent')[0]?.input).toMatchObject({ params: { id: activityConsent.id }, body: { version: 1, riskHash: 'a'.repeat(64), accompanies: true } });
  });

  it('shows a text that was changed meanwhile instead of agreeing to another', async () => {
    let asked = 0;
    await openMine({
      listActivityConsents: () => ({ data: [{ ...activityConsent, accompanied: false, risk: { ...activityConsent.risk, text: (asked += 1) > 1 ? '改在室外，注意防晒。' : '室内活动。' } }], total: 1 }), giveActivityConsent: () => { throw new Refused('consent.text_changed'); },
    });
    submit('.consent-card');
    await until(() => expect(textIn('.own-alert')).toContain('风险告知刚刚改过'));
    expect(textIn('.risk-block')).toContain('改在室外，注意防晒。');
  });

  it('says no without asking twice where no place is lost, and that a place could not be had', async () => {
    const { called } = await openMine({ ...waiting({ accompanied: false }), refuseActivityConsent: () => ({ ...activityConsent, state: 'refused', version: 2 }), giveActivityConsent: () => ({ ...activityConsent, state: 'given', signedUp: false, version: 2 }) });
    submit('.consent-card');
    await until(() => expect(textIn('.own-alert')).toContain('这个岗位没有报上'));
    named('不同意').click();
    await until(() => expect(textIn('.own-alert')).toContain('已告知林小满'));
    expect(called('refuseActivityConsent')).toHaveLength(1);
  });

  it('takes back what was agreed to, once the loss of the place is confirmed', async () => {
    const { called } = await openMine({ ...waiting({ state: 'given', givenAt: activityConsent.askedAt, accompanies: true, signedUp: true }), withdrawActivityConsent: () => ({ ...activityConsent, state: 'withdrawn' }) });
    named('撤回同意').click();
    expect(textIn('.ask')).toContain('林小满还没开始的名额会马上退出');
    named('不撤回').click();
    expect(called('withdrawActivityConsent')).toEqual([]);
    await until(() => expect(document.querySelector('.ask')).toBeNull());
    named('撤回同意').click();
    named('撤回并退出').click();
    await until(() => expect(textIn('.own-alert')).toContain('名额已退出'));
    expect(called('withdrawActivityConsent')[0]?.input.body).toEqual({ version: 1 });
  });
});

describe('a child', () => {
  it('is shown with what holds at its age, and its data are the child’s and not the guardian’s', async () => {
    const { called } = await openMine({ listMyChildAccesses: () => none, getMyChild: () => ({ ...world.volunteer, id: child.id, name: child.name, phone: '' }) });
    expect(textIn('.family-rules')).toContain('须由您全程陪同每天服务最多 2 小时18 点前结束');
    expect(textIn('.child-card')).toContain('您是孩子唯一的监护人');
    named('谁看过').click();
    await until(() => expect(textIn('.child-detail')).toBe('还没有人查看过孩子的资料或您的电话。'));
    named('全部信息').click();
    expect(named<HTMLAnchorElement>('下载数据文件（JSON）').getAttribute('href')).toBe(`/api/v1/me/children/${child.id}/data`);
    named('资料').click();
    await until(() => expect(textIn('.child-detail')).toContain('林小满'));
    expect(called('listMyChildAccesses')).toHaveLength(1);
    expect(called('listMyChildSignups')[0]?.input.params).toEqual({ id: child.id });
  });

  it('is registered with two ticks of their own, and with none of them nothing is sent', async () => {
    const { called } = await openMine({ getMyFamily: () => ({ ...family, children: [] }), registerChild: () => family });
    expect(document.querySelector('.child-form')).toBeNull();
    named('登记一个孩子').click();
    submit('.child-form');
    const wrong = () => Object.fromEntries([...document.querySelectorAll<HTMLElement>('.child-form [data-field]')].map((field) => [field.dataset['field'], field.querySelector('.wrong')?.textContent ?? '']).filter(([, text]) => text !== ''));
    await until(() => expect(Object.keys(wrong())).toEqual(['name', 'bornOn', 'relation', 'countyCode', 'consent', 'childConsent']));
    type('#name', ' 林小满 ');
    type('#bornOn', '20131105');
    tick('.child-form [name="relation"][value="mother"]');
    tick('.child-form [name="countyCode"][value="330304"]');
    tick('#consent');
    await until(() => expect(get<HTMLButtonElement>('.child-form [type="submit"]').disabled).toBe(false));
    submit('.child-form');
    await until(() => expect(Object.keys(wrong())).toEqual(['childConsent']));
    expect(called('registerChild')).toEqual([]);
    tick('#childConsent');
    await until(() => expect(get<HTMLButtonElement>('.child-form [type="submit"]').disabled).toBe(false));
    submit('.child-form');
    await until(() => expect(textIn('.own-alert')).toContain('登记好了'));
    expect(called('registerChild')[0]?.input.body).toMatchObject({ name: '林小满', bornOn: '2013-11-05', relation: 'mother', countyCode: '330304', unitId: null, consent: world.dictionary.consentVersion, childConsent: consentVersions.child });
  });
});

describe('a guardian whose age is not known', () => {
  const child = (): void => {
    type('#name', '林小满');
    type('#bornOn', '20131105');
    tick('.child-form [name="relation"][value="mother"]');
    tick('.child-form [name="countyCode"][value="330304"]');
    tick('#consent');
    tick('#childConsent');
  };
  const ready = () => until(() => expect(get<HTMLButtonElement>('.child-form [type="submit"]').disabled).toBe(false));

  it('says it with the first child, and nobody under age sends anything', async () => {
    const { called } = await openMine({ getMyFamily: () => ({ ...family, children: [], ageKnown: false }), registerChild: () => family });
    named('登记一个孩子').click();
    expect(get('.guardian-birth').hidden).toBe(false);
    child();
    submit('.child-form');
    await until(() => expect(textIn('[data-field="guardianBornOn"] .wrong')).not.toBe(''));
    // The day before the eighteenth birthday; today is 2026-11-26.
    type('#guardianBornOn', '20081127');
    await ready();
    submit('.child-form');
    await until(() => expect(textIn('[data-field="guardianBornOn"] .wrong')).toBe('未满 18 周岁不能做监护人，请由父母或其他成年监护人用自己的手机办理'));
    expect(called('registerChild')).toEqual([]);
    type('#guardianBornOn', '2008.11.26');
    expect(textIn('#guardianBornOn-read')).toBe('2008年11月26日，18 周岁');
    await ready();
    submit('.child-form');
    await until(() => expect(textIn('.own-alert')).toContain('登记好了'));
    expect(called('registerChild')[0]?.input.body).toMatchObject({ bornOn: '2013-11-05', guardianBornOn: '2008-11-26' });
  });

  it('is asked for it when the server asks, with everything else as it was typed', async () => {
    const { called } = await openMine({ getMyFamily: () => ({ ...family, children: [] }), registerChild: ({ body }) => {
      if (body.guardianBornOn === undefined) throw new Refused('guardian.age_needed');
      return family;
    } });
    named('登记一个孩子').click();
    expect(get('.guardian-birth').hidden).toBe(true);
    child();
    submit('.child-form');
    await until(() => expect(get('.guardian-birth').hidden).toBe(false));
    await until(() => expect(textIn('[data-field="guardianBornOn"] .wrong')).toContain('请先填写您自己的出生日期'));
    expect(get<HTMLInputElement>('#name').value).toBe('林小满');
    type('#guardianBornOn', '19850312');
    await ready();
    submit('.child-form');
    await until(() => expect(textIn('.own-alert')).toContain('登记好了'));
    expect(called('registerChild')).toHaveLength(2);
  });
});

describe('a minor', () => {
  const asks: Handlers = { getMyFamily: () => ({ children: [], guardians: [], minor: { needsGuardian: true, adultOn: '2029-05-01' }, ageKnown: true }) };
  it('asks a guardian, and gets what to send on', async () => {
    const { called } = await openMine({ ...asks, askGuardian: () => ({ id: uid(1), link: `https://kepu.example/guardian#${'t'.repeat(43)}`, qr: world.qr, expiresAt: world.at('2026-12-03', '9:00') }) });
    type('#name', '林素云');
    type('#phone', '13700000001');
    tick('.guardian-form [name="relation"][value="mother"]');
    submit('.guardian-form');
    await until(() => expect(textIn('.link-text')).toContain(`https://kepu.example/guardian#${'t'.repeat(43)}`));
    expect(get<HTMLImageElement>('.guardian-sent img').alt).toBe('监护人扫这个码打开链接');
    expect(called('askGuardian')[0]?.input.body).toEqual({ name: '林素云', phone: '13700000001', relation: 'mother' });
  });
});

describe('the parents’ way in', () => {
  it('proves the phone where messages can be sent, and goes on to the family', async () => {
    const page = await openPage('/family', { ...base, createGuardian: ({ body }) => {
      if (!body.phoneProof) throw new Refused('auth.phone_proof_required');
      return session;
    }, createSessionChallenge: () => ({ id: uid(9), expiresAt: world.at('2026-11-26', '10:00'), resendAfterSeconds: 60 }) });
    const root = page.island('family');
    attachFamily(root, page.browser(root));
    type('#name', '林素云');
    type('#phone', '13700000001');
    type('#password', 'Nanyan-2026');
    tick('#consent');
    submit('.guardian-account');
    expect(textIn('[data-field="bornOn"] .wrong')).not.toBe('');
    type('#bornOn', '20081127');
    submit('.guardian-account');
    await until(() => expect(textIn('[data-field="bornOn"] .wrong')).toContain('未满 18 周岁不能做监护人'));
    expect(page.called('createGuardian')).toEqual([]);
    await until(() => expect(get<HTMLButtonElement>('.guardian-account [type="submit"]').disabled).toBe(false));
    type('#bornOn', '19850312');
    submit('.guardian-account');
    await until(() => expect(document.querySelector('#code')).not.toBeNull());
    type('#code', '123456');
    submit('.phone-proof form');
    await until(() => expect(page.go).toHaveBeenCalledWith('/me/family'));
    expect(page.called('createGuardian')[1]?.input.body).toMatchObject({ bornOn: '1985-03-12', phoneProof: { challengeId: uid(9), code: '123456' } });
  });
});

describe('the guardian’s link', () => {
  const token = 't'.repeat(43);
  const offer = { child: '林**', countyName: '鹿城区', name: '林素云', relation: 'mother' as const, phone: '137****0001', state: 'asked' as const, expiresAt: world.at('2026-12-03', '9:00'), childConsent: consentVersions.child };
  const openLink = async (more: Handlers, { signedIn = false, given = token } = {}) => {
    const page = await openPage('/guardian', { ...base, lookUpGuardianRequest: () => offer, ...more }, { signedIn });
    const [root, forget] = [page.island('guardian'), jest.fn()];
    attachGuardian(root, { ...page.browser(root), token: given, forget });
    return { ...page, forget };
  };

  it('says who asks, and leads to a sign-in or to an account without the token in any address', async () => {
    const { go } = await openLink({});
    await until(() => expect(textIn('.offer')).toContain('林**（鹿城区）在科普志愿登记时写明：您是母亲。'));
    expect(textIn('.offer')).toContain('137****0001');
    named('我有账号，去登录').click();
    expect(go).toHaveBeenCalledWith('/sign-in?next=%2Fguardian');
    expect(get('.make-account').hidden).toBe(true);
    named('没有账号，开通一个').click();
    expect(get('.make-account').hidden).toBe(false);
  });

  it('is accepted after the rules are ticked, and says what is wrong with the wrong phone', async () => {
    let wrong = true;
    const { called, forget } = await openLink({ acceptGuardianRequest: () => {
      if (wrong) throw new Refused('guardian.wrong_phone');
      return family;
    } }, { signedIn: true });
    await until(() => expect(textIn('.accept-form')).toContain('我是孩子的父母或其他监护人'));
    submit('.accept-form');
    await until(() => expect(textIn('[data-field="childConsent"] .wrong')).toBe('请看过规则后勾选'));
    tick('[name="childConsent"]');
    await until(() => expect(get<HTMLButtonElement>('.accept-form [type="submit"]').disabled).toBe(false));
    submit('.accept-form');
    await until(() => expect(textIn('.accept-form .form-wrong')).toContain('您登录的手机号与孩子填写的不一致'));
    wrong = false;
    await until(() => expect(get<HTMLButtonElement>('.accept-form [type="submit"]').disabled).toBe(false));
    submit('.accept-form');
    await until(() => expect(textIn('.offer')).toContain('已确认，您现在是林**的监护人'));
    expect(called('acceptGuardianRequest').at(-1)?.input.body).toEqual({ token, childConsent: consentVersions.child });
    expect(forget).toHaveBeenCalled();
  });

  it('asks whoever is not known to be of age, beside the rules', async () => {
    const { called } = await openLink({ getMyFamily: () => ({ ...family, children: [], ageKnown: false }), acceptGuardianRequest: () => family }, { signedIn: true });
    await until(() => expect(get('.accept-form .guardian-birth').hidden).toBe(false));
    tick('[name="childConsent"]');
    submit('.accept-form');
    await until(() => expect(textIn('[data-field="guardianBornOn"] .wrong')).not.toBe(''));
    expect(called('acceptGuardianRequest')).toEqual([]);
    type('#guardianBornOn', '19850312');
    await until(() => expect(get<HTMLButtonElement>('.accept-form [type="submit"]').disabled).toBe(false));
    submit('.accept-form');
    await until(() => expect(textIn('.offer')).toContain('已确认'));
    expect(called('acceptGuardianRequest')[0]?.input.body).toMatchObject({ guardianBornOn: '1985-03-12' });
  });

  it.each([['linked', '已经用过'], ['declined', '已作废'], ['expired', '已过期'], ['ended', '已解除']] as const)('that is %s says so', async (state, words) => {
    await openLink({ lookUpGuardianRequest: () => ({ ...offer, state }) });
    await until(() => expect(textIn('.offer')).toContain(words));
  });

  it('that was cut off is not asked about', async () => {
    const { calls } = await openLink({}, { given: 'short' });
    expect(textIn('.offer')).toContain('链接不完整');
    expect(calls).toEqual([]);
  });
});
