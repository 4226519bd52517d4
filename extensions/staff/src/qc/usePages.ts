import { useCallback, useMemo } from 'react';
import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

interface Paged {
  readonly next: string | null;
}

/** A list of the server, page by page as its end comes near. `ask` gives the page after an id. */
export function usePages<Page extends Paged>(
  queryKey: QueryKey,
  ask: (after: { after?: string }) => Promise<Page>
) {
  const list = useInfiniteQuery({
    queryKey,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => ask(pageParam === null ? {} : { after: pageParam }),
    getNextPageParam: ({ next }) => next,
    // All pages are asked for again: after an act, or when somebody asks to.
    refetchOnWindowFocus: false,
  });
  const { data, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list;
  const goOn = hasNextPage && !isFetching && !isFetchNextPageError;
  const onEnd = useCallback(() => {
    if (goOn) void fetchNextPage();
  }, [goOn, fetchNextPage]);
  const pages = useMemo(() => data?.pages ?? [], [data]);
  return {
    pages,
    onEnd,
    /** Nothing is here yet. */
    isPending: list.isPending,
    error: list.isError ? list.error : null,
    retry: () => void (isFetchNextPageError ? fetchNextPage() : list.refetch()),
    isLoadingMore: hasNextPage && isFetching,
  };
}
