import { reasonOfRegion, type ReadDocument, type RegionQuality } from '@corelab/reads';
import { Field, text } from '@corelab/ui';
import { Act } from './Act.js';
import type { CaseStore } from '../case/caseStore.js';
import { reasons } from '../lesions/judgeLesion.js';
import { judgeRegion, lesionsOffered, markRegion } from '../lesions/regionActs.js';
import { heldWords } from '../typed/heldWords.js';

interface RegionProps {
  store: CaseStore;
  document: ReadDocument;
  quality: RegionQuality;
}

const values: readonly RegionQuality['value'][] = ['optimal', 'limited', 'notReadable'];

function Reason({ store, quality }: RegionProps) {
  const { region, reason } = quality;
  const place = reasonOfRegion(region);
  const held = store.texts.at(place);
  const own = reason?.code === 'OTHER' ? reason.text : '';
  const take = (typed: string): void => {
    const words = typed.trim();
    if (words === own) store.texts.drop(place);
    else {
      const other = words === '' ? null : { code: 'OTHER', text: words };
      judgeRegion(store, { ...quality, reason: other });
    }
  };
  return (
    <div
      className="cl-reasons"
      role="group"
      aria-label={text('quality.reasonOf', { region: text(`region.${region}`) })}
    >
      {reasons.slice(0, -1).map(({ code, key }) => (
        <Act
          key={code}
          name={`reason-${region}-${code}`}
          label={text(key)}
          pressed={reason?.code === code}
          onPress={() => judgeRegion(store, { ...quality, reason: { code, text: text(key) } })}
        />
      ))}
      <Field
        label={text('quality.otherReason')}
        value={held?.text ?? own}
        maxLength={1000}
        held={heldWords(held, {
          insist: () => store.texts.insist(place),
          drop: () => store.texts.drop(place),
          take,
        })}
        onCommit={take}
      />
    </div>
  );
}

/** One region: its value, the reason where it is not optimal, and what that means for its lesions. */
export function RegionLine(props: RegionProps) {
  const { store, document, quality } = props;
  const { region, value, reason } = quality;
  const offered = lesionsOffered(store, document, quality);
  const name = text(`region.${region}`);
  return (
    <div
      className="cl-region"
      role="group"
      aria-label={name}
      data-region={region}
    >
      <div className="cl-row">
        <span className="cl-grow cl-sentence">{name}</span>
        {values.map(choice => (
          <button
            key={choice}
            type="button"
            className="cl-button cl-button-quiet"
            data-quality={choice}
            aria-pressed={value === choice}
            disabled={store.locked}
            onClick={() => judgeRegion(store, { region, value: choice, reason })}
          >
            {text(`quality.${choice}`)}
          </button>
        ))}
      </div>
      {value === 'optimal' || store.locked ? null : <Reason {...props} />}
      {offered === 0 || store.locked ? null : (
        <div className="cl-row">
          <span className="cl-grow">
            {text('quality.offer', { count: offered, region: name, reason: reason?.text ?? '' })}
          </span>
          <Act
            name={`apply-${region}`}
            label={text('quality.apply')}
            onPress={() => markRegion(store, region)}
          />
        </div>
      )}
    </div>
  );
}
