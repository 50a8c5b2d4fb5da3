import type { Activity, ActivityConsent, ActivityRow, Child, Family, Home, InvitationPage, LedShift, MatchingPrinciple, MinorPolicy, MySignup, MyVolunteer, Position, PublicDictionary, PublicTalk, PublicThings, Recommendation, Roster, ServiceRecord, Session, SignInOptions, Shift, ShiftCode } from '@kepu/contracts';

/** A small city for the portal's tests: each object fits its contract, and every test changes what it needs. */
export const today = '2026-11-26';
/** A UUID by number. */
export const uid = (number: number): string => `01970000-0000-7000-8000-${String(number).padStart(12, '0')}`;
/** An instant by day and clock of Asia/Shanghai. */
export const at = (day: string, clock: string): string => new Date(`${day}T${clock.padStart(5, '0')}:00+08:00`).toISOString();

export const qr = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#fff"/><path d="M1 1h3v3H1zM5 1h3v3H5zM1 5h3v3H1zM5 5h1v1H5zM7 5h1v1H7zM6 6h1v1H6zM5 7h1v1H5zM7 7h1v1H7z"/></svg>';

const counties = [['330302', '鹿城区'], ['330303', '龙湾区'], ['330304', '瓯海区'], ['330305', '洞头区'], ['330324', '永嘉县'], ['330326', '平阳县'], ['330327', '苍南县'], ['330328', '文成县'], ['330329', '泰顺县'], ['330381', '瑞安市'], ['330382', '乐清市'], ['330383', '龙港市']] as const;
export const dictionary: PublicDictionary = {
  cityName: '温州市', today, consentVersion: '2026-11', counties: counties.map(([code, name]) => ({ code, name, island: code === '330305', mountain: ['330328', '330329'].includes(code) })),
  topics: [
    { id: uid(1), name: '健康生活', children: [{ id: uid(2), name: '急救' }, { id: uid(3), name: '慢病防治' }, { id: uid(4), name: '心理健康' }] },
    { id: uid(5), name: '数字素养', children: [{ id: uid(6), name: '防电信诈骗' }, { id: uid(7), name: '人工智能' }] },
    { id: uid(8), name: '现代农业', children: [{ id: uid(9), name: '杨梅栽培' }, { id: uid(10), name: '绿色防控' }] },
  ],
  audiences: [{ id: uid(20), name: '老年人' }, { id: uid(21), name: '青少年' }, { id: uid(22), name: '农民' }],
};

export const home: Home = {
  cityName: '温州市', year: 2026, planTitle: '2026 年目标任务分解表', units: 23, items: 18,
  programmes: [{ name: '青少年科学素质提升行动', shortName: '青少年', kind: 'action', items: 17 }, { name: '科普信息化工程', shortName: '信息化', kind: 'project', items: 1 }],
};

export const row: ActivityRow = {
  id: uid(100), title: '老年人手机防诈骗讲座', kind: 'lecture', state: 'open', unit: { id: uid(50), name: '瓯海区三垟街道' }, county: { code: '330304', name: '瓯海区' }, township: { code: '330304001', name: '三垟街道' }, place: '文化礼堂二楼',
  topics: [{ id: uid(6), name: '防电信诈骗' }], audiences: [{ id: uid(20), name: '老年人' }], flow: 'instant', minors: false, companions: false, dangerous: false, startsAt: at('2026-11-28', '9:00'), endsAt: at('2026-11-28', '11:00'), shiftCount: 2, wanted: 8, free: 5, version: 3,
};

export const position: Position = { id: uid(300), role: 'lecturer', name: '主讲老师', minimum: 1, maximum: 2, confirmed: 1, waiting: 0, free: 1, paid: false, requires: { occupations: ['teacher', 'researcher'], credentials: [], pools: [], minAge: null, note: '会说温州话优先' } };
export const fullPosition: Position = { id: uid(301), role: 'helper', name: '现场协助', minimum: 2, maximum: 4, confirmed: 4, waiting: 1, free: 0, paid: false, requires: { occupations: [], credentials: [], pools: [], minAge: 20, note: null } };
export const shift: Shift = { id: uid(200), startsAt: at('2026-11-28', '9:00'), endsAt: at('2026-11-28', '11:00'), cancelled: null, moved: null, positions: [position, fullPosition] };
export const secondShift: Shift = {
  id: uid(201), startsAt: at('2026-12-05', '14:00'), endsAt: at('2026-12-05', '16:30'), cancelled: null, moved: { from: at('2026-12-04', '14:00'), reason: '台风影响，顺延一天' },
  positions: [{ ...fullPosition, id: uid(302), confirmed: 0, waiting: 0, free: 4 }],
};
export const activity: Activity = {
  ...row, summary: '请讲师用身边的例子说清楚常见骗术。\n现场教大家设置手机。', programmes: [{ id: uid(60), name: '老年人科学素质提升行动' }], grants: null, risk: { statement: '室内活动，注意上下楼梯。', insurance: 'organiser' }, shifts: [shift, secondShift],
  cancelled: null, result: null, publishedAt: at('2026-11-20', '10:00'), staff: null,
};
export const share = { text: '【科普志愿】11月28日 周六 9:00 老年人手机防诈骗讲座，还缺 5 人。报名：https://kepu.example/activities/1', url: `https://kepu.example/activities/${uid(100)}`, qr };

export const signInOptions: SignInOptions = { sms: true, email: true, oidc: { name: '浙政钉' }, demoMessages: false, registrationProof: false };
export const session: Session = { account: { id: uid(400), name: '章若溪', identifier: '138****0001', mustChangePassword: false }, grants: [], permissions: [], unreadNotices: 1, today, expiresAt: at('2026-12-03', '0:00'), proofs: ['password'], missing: null, ways: [] };
export const volunteer: MyVolunteer = {
  id: uid(401), number: 'V0001024', name: '章若溪', occupation: 'teacher', unit: { id: uid(51), name: '瓯海区实验小学' }, county: { code: '330304', name: '瓯海区' }, topics: [{ id: uid(6), name: '防电信诈骗', level: 'practised' }], pausedUntil: null, standing: 'good', realName: true, phone: '138****0001',
  bornOn: '1990-05-12', topicIds: [uid(6)], availability: '000000000000000111111', travelLimit: 60, toIslands: false, toMountains: true, languages: ['mandarin'], monthlyHours: null, absences: [], willingness: 'standing', recommendationsOff: false, pools: [{ id: uid(70), name: '科技志愿者' }], registeredAt: at('2026-11-01', '9:00'), version: 2,
};
export const mySignup: MySignup = {
  id: uid(500), state: 'confirmed', queue: null, reason: null, activity: { id: uid(100), title: row.title, state: 'open' }, unit: row.unit, place: row.place, countyName: '瓯海区',
  shift: { id: uid(200), startsAt: shift.startsAt, endsAt: shift.endsAt, cancelled: false, moved: false }, position: { id: uid(300), name: '主讲老师', role: 'lecturer' }, attendance: null, mayCheckIn: false, mayCheckOut: false, mayWithdraw: true, team: null, reasonToWithdraw: false, companions: 0, companionsToConfirm: false, mayBring: false,
  signedUpAt: at('2026-11-24', '20:00'), version: 1,
};
export const recommendation: Recommendation = {
  activity: row, shift: { id: shift.id, startsAt: shift.startsAt, endsAt: shift.endsAt, cancelled: null, moved: null }, position, score: 0.87,
  parts: [{ part: 'topic', value: 1, weight: 0.3, points: 0.3 }, { part: 'availability', value: 1, weight: 0.2, points: 0.2 }, { part: 'travel', value: 1, weight: 0.15, points: 0.15 }, { part: 'need', value: 0.5, weight: 0.25, points: 0.12 }, { part: 'first_service', value: 1, weight: 0.08, points: 0.08 }, { part: 'connections', value: 0.2, weight: 0.2, points: -0.04 }],
  reasons: [{ code: 'topic_same', part: 'topic', points: 0.3, params: { topic: '防电信诈骗' } }, { code: 'time_fits', part: 'availability', points: 0.2, params: { time: '周六上午' } }, { code: 'same_county', part: 'travel', points: 0.15, params: {} }],
  against: { code: 'many_asked', part: 'connections', points: -0.04, params: {} },
};
export const record: ServiceRecord = {
  id: uid(600), volunteer: { id: uid(401), name: '章若溪', number: 'V0001024' }, activity: { id: uid(102), name: '社区急救培训' }, kind: 'training', unit: { id: uid(52), name: '市红十字会' }, shiftId: uid(210), position: '演示', day: '2026-11-15', minutes: 150, ledger: 'volunteer', rule: 'own_time',
  reverses: null, reversedBy: null, reason: null, confirmedBy: '林海燕', createdAt: at('2026-11-15', '17:00'),
};
export const ledShift: LedShift = { id: uid(200), startsAt: shift.startsAt, endsAt: shift.endsAt, activity: { id: uid(100), name: row.title }, place: row.place, expected: 3, present: 1, hoursToConfirm: 1 };
export const roster: Roster = {
  shift: { id: uid(200), startsAt: shift.startsAt, endsAt: shift.endsAt, cancelled: false }, activity: { id: uid(100), title: row.title, place: row.place, countyName: '瓯海区', unit: row.unit }, leader: { id: uid(400), name: '章若溪' }, open: true, mayConfirmHours: true, companions: 2,
  rows: [
    { signupId: uid(510), name: '陈晓梅', number: 'V0000031', position: '主讲老师', onDuty: false, companions: 0, companionsToConfirm: false, minor: null, attendance: { state: 'present', inAt: at('2026-11-28', '8:52'), inBy: 'code', outAt: null, outBy: null, minutes: 120 }, team: null, proposedMinutes: 120, recorded: false, realName: true, frozen: false },
    { signupId: uid(511), name: '李向阳', number: 'V0000452', position: '现场协助', onDuty: true, companions: 2, companionsToConfirm: false, minor: null, attendance: null, team: null, proposedMinutes: null, recorded: false, realName: true, frozen: false },
    { signupId: uid(512), name: '周文斌', number: 'V0000777', position: '现场协助', onDuty: false, companions: 0, companionsToConfirm: false, minor: null, attendance: { state: 'left', inAt: at('2026-11-28', '9:05'), inBy: 'list', outAt: at('2026-11-28', '11:10'), outBy: 'list', minutes: 125 }, team: null, proposedMinutes: 125, recorded: false, realName: true, frozen: false },
  ],
};
export const shiftCode: ShiftCode = { url: `https://kepu.example/checkin/${uid(200)}?code=abc123.def`, qr, digits: '482 913', validUntil: at('2026-11-28', '9:01'), stepSeconds: 30 };
export const principle: MatchingPrinciple = {
  version: 1, since: at('2026-11-01', '0:00'), weights: { topic: 0.3, audience: 0.15, availability: 0.2, travel: 0.15, wish: 0.1, growth: 0.1, need: 0.25, rural: 0.1, first_service: 0.08, connections: 0.2, load: 0.1, reliability: 0.1 },
};

export const policy: MinorPolicy = { version: 1, since: at('2026-11-27', '0:00'), bands: [{ fromAge: 8, toAge: 13, registersAlone: false, accompanied: true, mostMinutes: 120, latestHour: 18 }, { fromAge: 14, toAge: 17, registersAlone: true, accompanied: false, mostMinutes: 240, latestHour: 20 }] };
export const child: Child = {
  id: uid(600), linkId: uid(610), name: '林小满', number: 'V0002001', bornOn: '2013-11-05', age: 13, county: { code: '330304', name: '瓯海区' }, unit: { id: uid(51), name: '瓯海区实验小学' }, relation: 'mother', method: 'registered', since: at('2026-11-20', '9:00'), until: '2031-11-05',
  accompanied: true, mostMinutes: 120, latestHour: 18, guardians: 1, mayEndLink: false,
};
export const family: Family = { children: [child], guardians: [], minor: null, ageKnown: true };
export const activityConsent: ActivityConsent = {
  id: uid(620), state: 'asked', child: { id: child.id, name: child.name }, activity: { id: uid(100), title: row.title }, unit: row.unit, startsAt: shift.startsAt, place: row.place, countyName: '瓯海区', position: { id: uid(301), name: '现场协助' },
  risk: { text: '室内活动，注意上下楼梯。\n请自带水杯。', hash: 'a'.repeat(64), insurance: 'organiser' }, accompanied: true, accompanies: null, askedAt: at('2026-11-25', '20:00'), givenAt: null, withdrawnAt: null, signedUp: false, version: 1,
};

/** What nobody may ever find in a page as markup. */
export const hostile = '<img src=x onerror=alert(1)>"\'</script><b>';

/** A van that comes next. */
export const things: PublicThings = {
  asOf: today, data: [{ id: uid(800), name: '科普大篷车一号', kind: 'van', unit: '市科协', about: '展品二十件。', needs: null }],
  stops: [{ thing: { id: uid(800), name: '科普大篷车一号' }, from: today, to: today, parts: ['morning'], place: '江滨公园', countyName: '鹿城区', unit: '市教育局', activity: null }],
};
export const talk: PublicTalk = {
  id: uid(700), pool: { id: uid(701), name: '科普讲师团' }, title: '心跳停了，四分钟里能做什么', summary: '人人练到会。', topics: [{ id: uid(2), name: '急救' }], audiences: [{ id: uid(20), name: '老年人' }], minutes: 90, mostPeople: 30, equipment: ['projector'], needs: null, languages: ['mandarin', 'wenzhou'], months: [11, 12, 1], lecturer: null, rating: null,
};

/** A link of an invitation, and what it shows. */
export const token = `${'A'.repeat(22)}.1qz9ab.${'b'.repeat(43)}`;
export const invitation: InvitationPage = {
  state: 'sent', givenName: '若溪', origin: 'wave', activity: { id: uid(100), name: row.title }, position: { id: uid(300), name: '主讲老师', role: 'lecturer' }, unitName: '瓯海区三垟街道', countyName: '瓯海区', place: '文化礼堂二楼', startsAt: shift.startsAt, endsAt: shift.endsAt, answerBy: at('2026-11-27', '12:00'), canYes: true, canNo: true,
  reasonWanted: false, over: null, off: false, reasons: recommendation.reasons, alternatives: [],
};
