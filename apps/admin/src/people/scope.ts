import type { Grant } from '@kepu/contracts';
import { useTranslate } from 'react-admin';

/** Where a right holds, in words. */
export const useScopeName = () => {
  const t = useTranslate();
  return ({ kind, name }: Grant['scope']): string => (kind === 'city' ? t('terms.scopeKinds.city') : name);
};
