import { useCallback, useEffect, useState } from 'react';
import { goToAddress } from '@corelab/host';

const queryNow = (): URLSearchParams => new URLSearchParams(window.location.search);

/** The query of the page's address, kept as the address changes under an open page, and the way to another address. */
export function usePlace(): { query: URLSearchParams; go(address: string): void } {
  const [query, setQuery] = useState(queryNow);
  useEffect(() => {
    const look = (): void => setQuery(queryNow());
    window.addEventListener('popstate', look);
    return () => window.removeEventListener('popstate', look);
  }, []);
  const go = useCallback((address: string) => {
    const { pathname } = window.location;
    const next = new URL(address, window.location.origin);
    goToAddress(address, () => {
      // The host does not paint a page anew whose path is the same.
      if (next.pathname === pathname) setQuery(next.searchParams);
    });
  }, []);
  return { query, go };
}
