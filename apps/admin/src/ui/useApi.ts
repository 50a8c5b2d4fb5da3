import { useQuery, type QueryKey, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLogoutIfAccessDenied } from 'react-admin';

interface Options<T> { enabled?: boolean; refetchInterval?: number | false | ((data: T | undefined) => number | false) }

/** A read of the API that is kept, asked again after every change, and leads to the sign-in page once the session is over. */
export const useApi = <T>(key: QueryKey, read: () => Promise<T>, { enabled = true, refetchInterval = false }: Options<T> = {}): UseQueryResult<T> => {
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  const query = useQuery<T>({
    queryKey: ['kepu', ...key], queryFn: read, enabled, retry: false,
    refetchInterval: typeof refetchInterval === 'function' ? ({ state }) => refetchInterval(state.data) : refetchInterval,
  });
  const { error } = query;
  useEffect(() => {
    if (error) void logoutIfAccessDenied(error);
  }, [error, logoutIfAccessDenied]);
  return query;
};
