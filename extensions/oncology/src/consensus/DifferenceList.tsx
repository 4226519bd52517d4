import { useEffect, useRef } from 'react';
import { text } from '@corelab/ui';
import { keyOfName } from '../compared/comparedReads.js';
import { stopsOf } from '../compared/differencePlaces.js';
import { ImageStops } from '../compared/ImageStops.js';
import { saySentence } from '../compared/saySentence.js';
import { listedPlaces, pairsIn } from './listedPlaces.js';
import { shownDifference, type MeetingDifference } from './loadMeeting.js';
import type { MeetingPart } from './MeetingPanel.js';
import { timepointName } from './meetingWords.js';

function PairFilter({ store, snapshot }: MeetingPart) {
  const pairs = pairsIn(snapshot.meeting);
  return pairs.length < 2 ? null : (
    <div className="cl-row cl-filters">
      <select
        className="cl-input"
        aria-label={text('meet.filter')}
        value={snapshot.pair ?? ''}
        onChange={({ target }) => store.filterBy(target.value === '' ? null : target.value)}
      >
        <option value="">{text('meet.allPairs')}</option>
        {pairs.map(pair => {
          const [one = '', other = ''] = pair.split(' ');
          return (
            <option
              key={pair}
              value={pair}
            >
              {text('meet.between', { one, other })}
            </option>
          );
        })}
      </select>
    </div>
  );
}

/** The images of the difference in hand, where its reads marked different ones. */
function Stops({ store, snapshot, one }: MeetingPart & { one: MeetingDifference }) {
  const shown = shownDifference(one);
  const stops = stopsOf(store.compared, shown);
  if (stops.length === 0) {
    const isOfLesion = one.lesions.a !== null || one.lesions.b !== null;
    return <p className="cl-second">{text(isOfLesion ? 'meet.noMarks' : 'adj.noImage')}</p>;
  }
  return (
    <ImageStops
      stops={stops}
      shown={snapshot.stop}
      onShow={stop => store.showStop(stop)}
    />
  );
}

function Entry(props: MeetingPart & { place: number; one: MeetingDifference }) {
  const { store, snapshot, place, one } = props;
  const entry = useRef<HTMLLIElement>(null);
  const selected = snapshot.selected === place;
  // The one it opens at stays where it is: what the reads come to is above it.
  const wasSelected = useRef(selected);
  useEffect(() => {
    if (selected && !wasSelected.current) entry.current?.scrollIntoView?.({ block: 'nearest' });
    wasSelected.current = selected;
  }, [selected]);
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
        <span className="cl-difference-place cl-medium">
          {[one.between.one, one.between.other].map((name, at) => (
            <span key={name}>
              {at === 0 ? '' : '–'}
              <span className={`cl-read-${keyOfName(name)}-text`}>{name}</span>
            </span>
          ))}
        </span>
        <span className="cl-grow">{saySentence(store.compared, one.message)}</span>
      </button>
      {selected ? (
        <div className="cl-difference-detail">
          <Stops {...props} />
        </div>
      ) : null}
    </li>
  );
}

/** What any two of the reads did not enter alike, in words; what is of the whole subject first, then by timepoint. */
export function DifferenceList(part: MeetingPart) {
  const { meeting, pair } = part.snapshot;
  const { comparison, differences } = meeting.case;
  const listed = listedPlaces(meeting, pair);
  const groups = [null, ...comparison.timepoints].flatMap(timepoint => {
    const own = listed.filter(place => differences[place]?.timepoint === timepoint);
    return own.length === 0 ? [] : [{ timepoint, own }];
  });
  return (
    <section
      className="cl-section"
      aria-label={text('meet.differences')}
    >
      <h2 className="cl-heading">
        {text('meet.differences')} <kbd className="cl-key">W</kbd> <kbd className="cl-key">S</kbd>
      </h2>
      {groups.length === 0 ? <p className="cl-second">{text('meet.noDifferences')}</p> : null}
      <PairFilter {...part} />
      {groups.map(({ timepoint, own }) => (
        <div
          key={timepoint ?? ''}
          data-differences={timepoint ?? 'subject'}
        >
          <h3 className="cl-label">
            {timepoint === null ? text('meet.subject') : timepointName(meeting, timepoint)}
          </h3>
          <ol className="cl-list cl-differences">
            {own.flatMap(place => {
              const one = differences[place];
              return one === undefined
                ? []
                : [
                    <Entry
                      key={place}
                      {...{ ...part, place, one }}
                    />,
                  ];
            })}
          </ol>
        </div>
      ))}
    </section>
  );
}
