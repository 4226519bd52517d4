import type { Charter } from '../schema/charter.js';
import type { CharterProblem } from './problem.js';

/** A trial is rated by something, and goes by one of them. */
export function measureProblems({ criteria, instruments }: Charter): CharterProblem[] {
  if (criteria.length + instruments.length === 0) {
    return [
      {
        path: '/criteria',
        message: 'no criterion and no instrument: name one, such as criteria: [{ id: recist-1.1 }]',
      },
    ];
  }
  const primary = [
    ...criteria.map(({ primary }, index) => ({ primary, path: `/criteria/${index}/primary` })),
    ...instruments.map(({ primary }, index) => ({
      primary,
      path: `/instruments/${index}/primary`,
    })),
  ];
  const chosen = primary.filter(entry => entry.primary);
  if (chosen.length === 1) return [];
  const [first] = primary;
  if (chosen.length === 0) {
    const message = 'no criterion or instrument is primary; set primary: true for one of them';
    return first ? [{ path: first.path, message }] : [];
  }
  return chosen.slice(1).map(({ path }) => ({
    path,
    message: 'a second primary criterion or instrument; adjudication and endpoints go by one',
  }));
}
