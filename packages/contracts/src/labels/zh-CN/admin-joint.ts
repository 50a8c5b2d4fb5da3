/** Pages of what several units do together. */
export const adminJoint = {
  joint: {
    title: '联合任务', why: '几家单位共同承担的同一件工作。文件原文不合并，各单位照旧签收、填报；全市汇总时按牵头单位计一次。', none: '还没有联合任务', none_hint: '请核对下方比对出的内容，或手动建立。', none_for_unit: '办公室确认后会显示在这里。', all: '全部联合任务',
    suggestions: '待确认', suggestions_why: '不同单位的任务里有相同或相近的句子（已标出）。请逐组确认是不是同一件工作，并指定牵头单位。', no_suggestions: '没有待确认的内容', no_suggestions_hint: '相同或相近的句子都已处理。字面不同的联合任务，可以手动建立。',
    suggestion: '{units}的相近内容', equal: '字句相同', alike: '字句相近', choose: '选上{item}', joins: '可以并入联合任务“{name}”', in_group: '已在这项联合任务中', parts: '各单位的任务原文',
    confirm: '确认为联合任务', confirm_title: '把这 {count} 处确认为联合任务？', confirm_explained: '相关单位会收到消息，看到彼此的这句话和牵头单位。', confirmed: '已确认为联合任务', add: '并入', added: '已并入“{name}”', dismiss: '不是同一件工作', dismissed: '已标为不是同一件工作，可在页面下方恢复',
    name: '名称', lead: '牵头单位', lead_hint: '牵头单位由您指定，系统不猜。全市汇总时采用牵头单位的指标。', led_by: '由{unit}牵头', no_lead: '需要重新指定牵头单位', partners: '共同承担：{units}',
    edit: '修改', edit_title: '修改联合任务', dissolve: '取消联合', dissolve_title: '不再把“{name}”作为联合任务？', dissolve_explained: '各单位的任务、佐证和填报不受影响，但全市汇总会分别计算。这些句子会回到“待确认”。', dissolved: '已取消联合任务',
    take_out: '移出', take_out_of: '移出{item}', taken_out: '已移出，全市汇总会单独计算', was: '原为“{clause}”', by_hand: '手动建立', by_hand_explained: '字面不同、实际是同一件工作的任务，在这里选到一起。这些单位会看到彼此任务的全文。', items: '包含的任务', items_hint: '至少两项，来自不同单位。输入几个字、单位或拼音查找。', two_items: '请至少选两项任务。',
    set_aside: '标为不是同一件工作的 {count} 组', show: '展开', hide: '收起', restore: '恢复到待确认', restored: '已恢复到待确认', counted_by: '联合任务：全市汇总时按牵头单位（{unit}）的指标计一次，本单位的表里照常计。',
  },
} as const;
