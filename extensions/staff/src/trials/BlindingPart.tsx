import { text } from '@corelab/ui';
import { ErrorLine } from '../parts/ErrorLine.js';
import { attributeText, formText, reasonText, variantFacts } from './blindingWords.js';
import { useBlinding, type Blinding } from './versions.js';

type Rows = Blinding['attributes'];

function Attributes({ caption, rows }: { caption: string; rows: Rows }) {
  if (rows.length === 0) return null;
  return (
    <table className="cl-change-table cl-policy-table">
      <caption className="cl-caption">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text('blinding.attribute')}</th>
          <th scope="col">{text('blinding.modalities')}</th>
          <th scope="col">{text('blinding.form')}</th>
          <th scope="col">{text('blinding.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr
            key={[...row.within, row.tag, row.why].join(' ')}
            data-tag={row.tag}
          >
            <th scope="row">{attributeText(row)}</th>
            <td>{row.modalities.join(', ')}</td>
            <td>{formText(row)}</td>
            <td>{reasonText(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What readers are shown of image headers under one version of a charter: its variant, then every attribute. */
export function BlindingPart({ version }: { version: number }) {
  const blinding = useBlinding(version);
  if (blinding.isPending) return <p role="status">{text('room.loading')}</p>;
  if (blinding.isError)
    return (
      <ErrorLine
        reason={blinding.error}
        onRetry={() => void blinding.refetch()}
      />
    );
  const { policyVersion, charterVersion, variant, iods, attributes } = blinding.data;
  return (
    <div className="cl-form">
      <p className="cl-second">
        {text('blinding.version', { version: policyVersion.slice(0, 12), charter: charterVersion })}
      </p>
      <dl className="cl-facts">
        {variantFacts(variant).map(([name, is]) => (
          <div
            key={name}
            className="cl-contents"
          >
            <dt>{text(name)}</dt>
            <dd>{text(is)}</dd>
          </div>
        ))}
        <dt>{text('blinding.kinds')}</dt>
        <dd>{iods.map(({ name }) => name).join(', ')}</dd>
      </dl>
      <Attributes
        caption={text('blinding.passes')}
        rows={attributes.filter(({ passes }) => passes)}
      />
      <Attributes
        caption={text('blinding.kept')}
        rows={attributes.filter(({ passes }) => !passes)}
      />
    </div>
  );
}
