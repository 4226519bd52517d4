import { useEffect, useRef } from 'react';
import { type Counterfactual, type DifferenceKind, differenceKinds } from '@corelab/adjudication';
import { formatMm, text } from '@corelab/ui';
import type { AdjudicationPart } from './AdjudicationPanel.js';
import { stopsOf } from '../compared/differencePlaces.js';
import { ImageStops } from '../compared/ImageStops.js';
import { counterfactualsShown } from './counterfactualsShown.js';
import type { ListedDifference } from './listedDifferences.js';
import { saySentence } from '../compared/saySentence.js';
import { timepointLabel } from '../compared/timepointNames.js';

function Filters({ store, snapshot }: AdjudicationPart) {
  const { differences } = store.adjudication.case;
  const { filter } = snapshot;
  const timepoints = store.adjudication.studies
    .map(({ timepointId }) => timepointId)
    .filter(id => differences.some(({ timepoint }) => timepoint === id));
  const kinds = differenceKinds.filter(kind => differences.some(one => one.kind === kind));
  return (
    <div className="cl-row cl-filters">
      <select
        className="cl-input"
        aria-label={text('adj.filterTimepoint')}
        value={filter.timepoint ?? ''}
        onChange={({ target }) =>
          store.filterBy({ ...filter, timepoint: target.value === '' ? null : target.value })
        }
      >
        <option value="">{text('adj.allTimepoints')}</option>
        {timepoints.map(id => (
          <option
            key={id}
            value={id}
          >
            {timepointLabel(store.adjudication, id)}
          </option>
        ))}
      </select>
      <select
        className="cl-input"
        aria-label={text('adj.filterKind')}
        value={filter.kind ?? ''}
        onChange={({ target }) =>
          store.filterBy({
            ...filter,
            kind: target.value === '' ? null : (target.value as DifferenceKind),
          })
        }
      >
        <option value="">{text('adj.allKinds')}</option>
        {kinds.map(kind => (
          <option
            key={kind}
            value={kind}
          >
            {text(`adj.kind.${kind}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Sentences({ store, one }: Pick<AdjudicationPart, 'store'> & { one: Counterfactual }) {
  return (
    <p data-counterfactual={one.in}>
      {one.messages.map(message => saySentence(store.adjudication, message)).join(' ')}
    </p>
  );
}

/** What stands under the difference in hand: how sure the match is, its images, what it does. */
function Detail({
  store,
  snapshot,
  difference,
}: AdjudicationPart & Pick<ListedDifference, 'difference'>) {
  const { match, counterfactuals } = difference;
  const stops = stopsOf(store.adjudication, difference);
  return (
    <div className="cl-difference-detail">
      {match === null ? null : (
        <p className="cl-second">
          {match.distanceMm === null
            ? text(`adj.match.${match.certainty}`)
            : text(`adj.matchAt.${match.certainty}`, { distance: formatMm(match.distanceMm) })}
        </p>
      )}
      {counterfactualsShown(counterfactuals, true).map(one => (
        <Sentences
          key={one.in}
          store={store}
          one={one}
        />
      ))}
      <ImageStops
        stops={stops}
        shown={snapshot.stop}
        onShow={stop => store.showStop(stop)}
      />
      {stops.length === 0 && difference.lesions.a === null && difference.lesions.b === null ? (
        <p className="cl-second">{text('adj.noImage')}</p>
      ) : null}
    </div>
  );
}

function Entry(props: AdjudicationPart & ListedDifference) {
  const { store, snapshot, place, difference } = props;
  const entry = useRef<HTMLLIElement>(null);
  const selected = snapshot.selected === place;
  useEffect(() => {
    if (selected) entry.current?.scrollIntoView?.({ block: 'nearest' });
  }, [selected]);
  const { timepoint, message, counterfactuals, match } = difference;
  const [best] = selected ? [] : counterfactualsShown(counterfactuals, false);
  return (
    <li
      ref={entry}
      className={selected ? 'cl-difference cl-selected' : 'cl-difference'}
      data-difference={place + 1}
    >
      <button
        type="button"
        className="cl-difference-button"
        aria-current={selected}
        onClick={() => store.select(place)}
      >
        <span className="cl-difference-place cl-numbers">{place + 1}</span>
        <span className="cl-grow">
          {timepoint === null ? null : <b>{timepointLabel(store.adjudication, timepoint)} </b>}
          {saySentence(store.adjudication, message)}
          {!selected && match !== null && match.certainty !== 'certain' ? (
            <span className="cl-second"> {text(`adj.matchShort.${match.certainty}`)}</span>
          ) : null}
        </span>
      </button>
      {best === undefined ? null : (
        <div className="cl-difference-detail">
          <Sentences
            store={store}
            one={best}
          />
        </div>
      )}
      {selected ? <Detail {...props} /> : null}
    </li>
  );
}

/** What the readers did not enter alike, in words, the largest effect first. */
export function DifferenceSection(part: AdjudicationPart) {
  const { store } = part;
  const all = store.adjudication.case.differences.length;
  const listed = store.listed();
  return (
    <section
      className="cl-section"
      aria-label={text('adj.differences')}
    >
      <div className="cl-row">
        <h2 className="cl-heading cl-grow">
          {text('adj.differencesCount', { count: all })} <kbd className="cl-key">D</kbd>
        </h2>
      </div>
      {all === 0 ? <p>{text('adj.noDifferences')}</p> : null}
      {all > 1 ? <Filters {...part} /> : null}
      {all > 0 && listed.length === 0 ? (
        <div className="cl-row">
          <p className="cl-grow">{text('adj.filtered')}</p>
          <button
            type="button"
            className="cl-button"
            onClick={() => store.filterBy({ timepoint: null, kind: null })}
          >
            {text('adj.clearFilters')}
          </button>
        </div>
      ) : null}
      <ol className="cl-list cl-differences">
        {listed.map(one => (
          <Entry
            key={one.place}
            {...part}
            {...one}
          />
        ))}
      </ol>
    </section>
  );
}
