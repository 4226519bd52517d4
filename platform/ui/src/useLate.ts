import { useEffect, useState } from 'react';

const lateMs = 10_000;

/** True once `waiting` has lasted ten seconds: then it is said that no answer comes. */
export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const id = setTimeout(() => setLate(true), lateMs);
    return () => {
      clearTimeout(id);
      setLate(false);
    };
  }, [waiting]);
  return waiting && late;
}
