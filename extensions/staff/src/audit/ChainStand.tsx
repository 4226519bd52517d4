import { text } from '@corelab/ui';
import type { Facets } from './auditData.js';
import { momentText, shortHash } from './auditWords.js';

/** Where a chain stands, and how far it is signed and anchored. */
export function ChainStand({ facets }: { facets: Facets }) {
  const { entries, lastHash, head, anchored } = facets;
  const said = [
    text('audit.verify.stand', { entries, hash: lastHash === null ? '' : shortHash(lastHash) }),
    head === null
      ? text('audit.verify.noHead')
      : text('audit.verify.head', { entry: head.sequence, at: momentText(head.at) }),
    anchored === null
      ? text('audit.verify.noAnchor')
      : text('audit.verify.anchored', { entry: anchored.sequence, at: momentText(anchored.at) }),
  ];
  return <p className="cl-second cl-audit-stand">{said.join(' ')}</p>;
}
