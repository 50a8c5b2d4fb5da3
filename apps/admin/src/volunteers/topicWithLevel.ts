import type { Volunteer } from '@kepu/contracts';

/** A topic by name, with how well the person knows it where that is more than interest. */
export const topicWithLevel = ({ name, level }: Volunteer['topics'][number], t: (key: string, params?: Record<string, string>) => string): string =>
  (level === 'interested' ? name : t('admin.volunteers.topic_level', { topic: name, level: t(`terms.skillLevels.${level}`) }));
