/** How well somebody knows a topic: follows it, has practice, can give a talk on it. */
export const skillLevels = ['interested', 'practised', 'teaching'] as const;
/** How well somebody knows a topic. */
export type SkillLevel = (typeof skillLevels)[number];
