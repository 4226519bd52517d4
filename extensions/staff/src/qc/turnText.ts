import { text } from '@corelab/ui';
import type { QueryItem } from './qcData.js';

/** Who has to act on a query. */
export function turnText({ state, site }: Pick<QueryItem, 'state' | 'site'>): string {
  if (state === 'closed') return text('qc.query.turnNobody');
  return state === 'answered' ? text('qc.query.turnCoreLab') : text('qc.query.turnSite', { site });
}
