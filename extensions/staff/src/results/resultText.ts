import { text } from '@corelab/ui';
import type { Result, ResultTrack } from './results.js';

/** What the readers came to, in words. */
export function centralText({ central }: Pick<Result, 'central'>): string {
  if (central === null) return text('results.pending');
  if (central.standing === 'readAgain') return text('results.readAgain');
  const response = central.response ?? text('results.noResponse');
  return central.standing === 'inReview' ? text('results.inReview', { response }) : response;
}

const progression: readonly string[] = ['PD', 'irPD', 'ICPD', 'cPD'];

/**
 * How the readers' result is to the site's, where both stand: of a track that confirms progression, whether they did, and
 * nothing where the site saw none.
 */
export function comparedText(
  { central, bySite }: Pick<Result, 'central' | 'bySite'>,
  { kind }: Pick<ResultTrack, 'kind'>
): string | null {
  if (central?.standing !== 'stands' || central.response === null || bySite === null) return null;
  if (kind === 'progressionConfirmation') {
    if (!progression.includes(bySite.response)) return null;
    const confirmed = progression.includes(central.response);
    return text(confirmed ? 'results.confirmed' : 'results.notConfirmed');
  }
  return text(central.response === bySite.response ? 'results.agrees' : 'results.differs');
}
