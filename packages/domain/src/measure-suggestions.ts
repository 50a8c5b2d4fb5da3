import type { Measure, MeasureSource } from '@kepu/contracts';
import type { CivilDate } from './civil-date.js';

/** A measure that the words of an item suggest, with the words that led to it. */
export interface SuggestedMeasure {
  readonly kind: Measure['kind'];
  readonly name: string;
  readonly sources: readonly MeasureSource[];
  /** The pool whose people are counted, by the key of the seeds. */
  readonly pool: string | null;
  readonly unitOfMeasure: string;
  readonly min: number | null;
  readonly dueOn: CivilDate | null;
  readonly demands: string;
  readonly reason: string;
}
/** One rule: words of a clause, and what they ask for. The first rule of a kind of evidence that fits an item is taken. */
interface Rule { readonly words: RegExp; readonly kind: Measure['kind']; readonly name: string; readonly sources: readonly MeasureSource[]; readonly pool?: string; readonly unitOfMeasure: string; readonly min: number | null; readonly demands: string }

/**
 * What words usually ask for, the plainest first. Numbers are the office's: a number starts from one, which is the least that can be wanted.
 * Verified against the measures that were set for the paper of 2020.
 */
const rules: readonly Rule[] = [
  { words: /大赛|竞赛|比武|奥赛|锦标赛|挑战赛/u, kind: 'number', name: '竞赛场次', sources: ['competitions'], unitOfMeasure: '场', min: 1, demands: '竞赛通知、参赛名单、获奖文件' },
  { words: /培训|轮训|研修|技能提升|学习教育|继续教育/u, kind: 'number', name: '培训人次', sources: ['trained', 'figure'], unitOfMeasure: '人次', min: 1, demands: '培训通知、签到名册、现场照片' },
  { words: /栏目|节目|报刊|电台|电视台|频道|专栏|公益广告|新媒体|公众号|宣传片|刊物|网站|媒体宣传|科技宣传|科技报道|成果的传播|知识传播/u, kind: 'number', name: '刊播数量', sources: ['publications', 'figure'], unitOfMeasure: '篇（条）', min: 1, demands: '刊播页面或截图、链接' },
  { words: /挂图|读物|图书|作品|动漫|展教品|文创|教材|课程|影视|资源包|宣传资料|产品研发|新产品|文艺/u, kind: 'deliverable', name: '科普作品', sources: ['works'], unitOfMeasure: '件', min: 1, demands: '作品样本或照片' },
  { words: /科技馆|科普馆|科普教育基地|示范基地|实践基地|教学基地|特色学校|体验馆|科普小镇|活动中心|少年宫|文化礼堂建设|家长学校|场馆|科普画廊|科普基地|基地建设/u, kind: 'number', name: '场馆、基地数', sources: ['venues', 'figure'], unitOfMeasure: '个', min: 1, demands: '命名或验收文件、现场照片' },
  ...([['lecturers', '讲师团在册人数', /讲师团/u], ['service-corps', '服务团在册人数', /服务团/u], ['publicity-team', '宣传团队人数', /宣传团队|宣传员/u], ['academicians', '专家团队人数', /院士|[“"][海瓯]智[”"]/u], ['student-volunteers', '大学生志愿者人数', /大学生[^，。；]{0,8}志愿者/u],
    ['youth-tutors', '科技辅导员人数', /辅导员/u], ['science-volunteers', '科技志愿者人数', /科技志愿者|志愿者(?:队伍|组织|协会)/u]] as const)
    .map(([pool, name, words]): Rule => ({ words, kind: 'number', name, sources: ['pool_members'], pool, unitOfMeasure: '人', min: 1, demands: '在册名单' })),
  { words: /讲座|活动|进社区|进校园|进文化礼堂|下乡|宣讲|巡回演讲|演讲|科技周|科普日|进农村|开放|巡展|义诊|咨询/u, kind: 'number', name: '活动场次', sources: ['sessions', 'figure'], unitOfMeasure: '场', min: 1, demands: '活动通知、签到表、现场照片' },
  { words: /制定|出台|印发|纳入|机制|制度|规划|方案|经费|预算|投入|考核|述学|评学|政策|文件|意见/u, kind: 'deliverable', name: '文件或机制', sources: ['documents'], unitOfMeasure: '份', min: 1, demands: '印发的文件或会议纪要' },
  { words: /改造|布展|建成|竣工|工程建设|启动建设|平台建设|数字化/u, kind: 'milestone', name: '建设节点', sources: ['documents', 'venues'], unitOfMeasure: '项', min: 1, demands: '立项、验收材料' },
];
const quality: Omit<Rule, 'words'> = { kind: 'qualitative', name: '落实情况', sources: ['documents', 'figure'], unitOfMeasure: '项', min: 1, demands: '工作小结及佐证材料' };
/** No item needs more measures than a person looks at. */
const MOST = 3;

/** Measures that the words of an item suggest, at most three, and one of quality where no words tell. They are due at the end of the plan's year unless the item has a day. */
export function suggestMeasures(item: { readonly text: string; readonly dueOn: CivilDate | null }, year: number): SuggestedMeasure[] {
  const dueOn = item.dueOn ?? `${year}-12-31`;
  const found = rules.flatMap((rule): { at: number; made: SuggestedMeasure }[] => {
    const word = rule.words.exec(item.text);
    if (!word) return [];
    const { words: _, ...rest } = rule;
    return [{ at: word.index, made: { pool: null, ...rest, dueOn, reason: word[0] } }];
  });
  if (found.length === 0) return [{ pool: null, ...quality, dueOn, reason: '' }];
  return found.slice(0, MOST).sort((a, b) => a.at - b.at).map(({ made }) => made);
}
