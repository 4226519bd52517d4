import { text } from '@corelab/ui';

/** Which builds this page runs: ours, and the pinned host's. */
export interface ProductVersions {
  product: string;
  host: string;
}

/** What this program is, its versions, its use and licence. */
export function AboutPage({ versions }: { versions: ProductVersions }) {
  return (
    <div className="cl-settings">
      <p className="cl-heading">{text('about.product')}</p>
      <p>{text('about.use')}</p>
      <dl className="cl-settings-facts">
        <dt>{text('about.version')}</dt>
        <dd data-about="version">{versions.product}</dd>
        <dt>{text('about.host')}</dt>
        <dd data-about="host">{text('about.hostName', { version: versions.host })}</dd>
        <dt>{text('about.licence')}</dt>
        <dd>{text('about.licenceText')}</dd>
      </dl>
    </div>
  );
}
