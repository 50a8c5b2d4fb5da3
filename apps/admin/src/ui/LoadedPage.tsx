import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { PageHeader } from './PageHeader.js';
import { Refused, SkeletonRows } from './Panels.js';

interface Props<T> {
  query: UseQueryResult<T>;
  /** The list to which the thing belongs: the head of a page that has nothing to show, and the way on. */
  list: { to: string; label: string };
  children: (data: T) => ReactNode;
}

/** A page about one thing: what stands in the way has a head too, and leads back to the list. */
export const LoadedPage = <T,>({ query, list, children }: Props<T>) => {
  const t = useTranslate();
  if (query.data !== undefined) return children(query.data);
  if (!query.error) return <SkeletonRows rows={8} />;
  return (
    <>
      <PageHeader title={t(list.label)} back={list} />
      <Refused error={query.error} retry={() => void query.refetch()} />
    </>
  );
};
