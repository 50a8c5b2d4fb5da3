import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** Assessment (考核): a rubric for the units of a plan. What it asks stands once it is open; results are told to each unit, may be objected to for some workdays, and are final then. */
export const assessmentLifecycle = defineLifecycle({
  object: 'assessment',
  title: { zh: '考核', en: 'Assessment' },
  states: {
    draft: { zh: '草稿', en: 'the office writes its rubric' },
    open: { zh: '自评与审核中', en: 'units fill in their sheets, the office reviews them' },
    announced: { zh: '结果公示中', en: 'each unit knows its result and may object' },
    final: { zh: '已定', en: 'results are final' },
    withdrawn: { zh: '已撤回', en: 'taken back' },
  },
  initial: 'draft',
  actions: {
    save: { zh: '保存', en: 'Save', from: ['draft'], to: 'draft', permission: 'assessment:write', demands: [] },
    delete: { zh: '删除草稿', en: 'Delete the draft', from: ['draft'], to: null, permission: 'assessment:write', demands: [] },
    open: { zh: '发出', en: 'Ask the units', from: ['draft'], to: 'open', permission: 'assessment:write', demands: [] },
    widen: { zh: '补发给新增单位', en: 'Ask units that joined the plan since', from: ['open'], to: 'open', permission: 'assessment:write', demands: [] },
    extend: { zh: '延长截止日', en: 'Change the last day', from: ['open'], to: 'open', permission: 'assessment:write', demands: [] },
    announce: { zh: '公布结果', en: 'Tell each unit its result', from: ['open'], to: 'announced', permission: 'assessment:write', demands: [] },
    finalise: { zh: '定稿', en: 'Make it final', from: ['announced'], to: 'final', permission: 'assessment:write', demands: [] },
    publish: { zh: '设定公开范围', en: 'Choose what units read', from: ['final'], to: 'final', permission: 'assessment:write', demands: [] },
    withdraw: { zh: '撤回', en: 'Take back', from: ['open', 'announced'], to: 'withdrawn', permission: 'assessment:write', demands: ['reason'] },
  },
});

/** AssessmentSheet (考核自评表): what one unit says of itself, and what the office makes of it. One approval inside the unit, by the rule of reports. */
export const assessmentSheetLifecycle = defineLifecycle({
  object: 'assessment_sheet',
  title: { zh: '考核自评表', en: 'Sheet of an assessment' },
  states: {
    draft: { zh: '待自评', en: 'with the unit' },
    checking: { zh: '待本单位审核', en: 'waits for the approver of the unit' },
    submitted: { zh: '待审核', en: 'handed in; the office reviews it' },
    returned: { zh: '已退回', en: 'given back by the office, with the reason' },
    accepted: { zh: '已审核', en: 'reviewed by the office' },
    released: { zh: '不参评', en: 'left out, or gone into the sheet of the successor' },
  },
  initial: 'draft',
  actions: {
    save: { zh: '保存', en: 'Save', from: ['draft'], to: 'draft', permission: 'assessment:answer', demands: [] },
    revise: { zh: '修改', en: 'Change what came back', from: ['returned'], to: 'returned', permission: 'assessment:answer', demands: [] },
    hand_over: { zh: '交审核人', en: 'Hand to the approver', from: ['draft', 'returned'], to: 'checking', permission: 'assessment:answer', demands: [] },
    send_back: { zh: '退给填报人', en: 'Give back inside the unit', from: ['checking'], to: 'draft', permission: 'assessment:submit', demands: ['reason'] },
    submit: { zh: '报送', en: 'Hand in', from: ['draft', 'returned', 'checking'], to: 'submitted', permission: 'assessment:submit', demands: [] },
    recall: { zh: '撤回', en: 'Take back', from: ['checking', 'submitted'], to: 'draft', permission: 'assessment:answer', demands: [] },
    take_in: { zh: '逾期代收', en: 'Take in as it is', from: ['draft', 'checking', 'returned'], to: 'submitted', permission: 'assessment:write', demands: [] },
    review: { zh: '打分', en: 'Give points', from: ['submitted'], to: 'submitted', permission: 'assessment:write', demands: [] },
    accept: { zh: '审核完成', en: 'Reviewed', from: ['submitted'], to: 'accepted', permission: 'assessment:write', demands: [] },
    rescore: { zh: '申诉改分', en: 'Give other points after an appeal', from: ['accepted'], to: 'accepted', permission: 'assessment:write', demands: ['reason'] },
    return: { zh: '退回', en: 'Give back', from: ['submitted', 'accepted'], to: 'returned', permission: 'assessment:write', demands: ['reason'] },
    release: { zh: '不参评', en: 'Leave out', from: ['draft', 'checking', 'submitted', 'returned', 'accepted'], to: 'released', permission: 'assessment:write', demands: ['reason'] },
    admit: { zh: '恢复参评', en: 'Let in again', from: ['released'], to: 'draft', permission: 'assessment:write', demands: ['reason'] },
    admit_late: { zh: '公示期内恢复参评', en: 'Let in again while objections run: taken in as it is', from: ['released'], to: 'submitted', permission: 'assessment:write', demands: ['reason'] },
  },
});

/** AssessmentAppeal (考核申诉): a unit objects to the points of one criterion, once. */
export const assessmentAppealLifecycle = defineLifecycle({
  object: 'assessment_appeal',
  title: { zh: '考核申诉', en: 'Appeal against points' },
  states: { open: { zh: '待答复', en: 'waits for the office' }, granted: { zh: '已改分', en: 'other points were given' }, refused: { zh: '维持原分', en: 'the points stand' } },
  initial: 'open',
  actions: {
    grant: { zh: '改分', en: 'Give other points', from: ['open'], to: 'granted', permission: 'assessment:write', demands: ['reason'] },
    refuse: { zh: '维持', en: 'Let the points stand', from: ['open'], to: 'refused', permission: 'assessment:write', demands: ['reason'] },
  },
});

/** State of an assessment. */
export type AssessmentState = StateOf<typeof assessmentLifecycle>;
/** Action on an assessment. */
export type AssessmentAction = ActionOf<typeof assessmentLifecycle>;
/** State of a sheet. */
export type AssessmentSheetState = StateOf<typeof assessmentSheetLifecycle>;
/** Action on a sheet. */
export type AssessmentSheetAction = ActionOf<typeof assessmentSheetLifecycle>;
