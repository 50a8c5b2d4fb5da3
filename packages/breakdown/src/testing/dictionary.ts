import type { Dictionary } from '../types.js';

const UNITS = `市委组织部 中共温州市委组织部|市委宣传部 中共温州市委宣传部|市委直属机关工委 中共温州市委直属机关工作委员会|市发改委 温州市发展和改革委员会|市教育局 温州市教育局|市科技局 温州市科学技术局|市财政局 温州市财政局
市人力社保局 温州市人力资源和社会保障局|市生态环境局 温州市生态环境局|市农业农村局 温州市农业农村局|市文化广电旅游局 温州市文化广电旅游局|市卫健委 温州市卫生健康委员会|市总工会 温州市总工会|团市委 共青团温州市委员会|市妇联 温州市妇女联合会
市社科联 温州市社会科学界联合会|温州广播电视传媒集团|市气象局 温州市气象局|市消防救援支队 温州市消防救援支队|温州大学|温州医科大学|温州科技职业学院|市科协 温州市科学技术协会`;
const PROGRAMMES = `未成年人科学素质行动|农民科学素质行动|城镇劳动者科学素质行动|领导干部和公务员科学素质行动|科学教育与培训基础工程建设
科普资源开发与共建共享工程建设|科普信息化工程建设|科普基础设施工程建设|科普人才队伍工程建设 科普人才工程建设|社区科普益民工程建设`;

const entries = (list: string, prefix: string): { id: string; names: string[] }[] =>
  list.split(/[|\n]/u).map((names, i) => ({ id: `${prefix}-${i + 1}`, names: names.split(' ') }));

/** The 23 units (short and full names, in protocol order, ids `unit-1` …) and 10 programmes (`programme-1` …) of the 2020 paper. */
export const DICTIONARY_2020: Dictionary = { units: entries(UNITS, 'unit'), programmes: entries(PROGRAMMES, 'programme') };
