import { useState } from 'react';
import type { SideName } from '@corelab/adjudication';
import type { AdjudicationSide } from '@corelab/client';
import { Chevron, formatMm, formatNumber, text } from '@corelab/ui';
import { locationName } from '../lesions/locationNames.js';
import { stateWord } from '../lesions/lesionValues.js';
import type { AdjudicationStore } from './adjudicationStore.js';
import { LineSample } from '../compared/LineSample.js';
import { commentsOf, lesionCell, lesionsOfRead } from './readTables.js';
import { entryText } from '../compared/saySentence.js';
import { timepointLabel } from '../compared/timepointNames.js';

interface ReadPart {
  store: AdjudicationStore;
  side: SideName;
}

type Rated = AdjudicationSide['output']['timepoints'][number];

/** Two units in which sums come; others are written beside the number. */
function sumText({ burden }: Rated): string {
  if (burden === null) return text('adj.noSum');
  if (burden.value === null) return text('adj.sumIncomplete');
  return burden.unit === 'mm'
    ? formatMm(burden.value)
    : text('adj.valueUnit', { value: formatNumber(burden.value), unit: burden.unit });
}

function overallText({ overall, calculated, revised }: Rated): string {
  const value =
    overall === undefined || calculated === undefined
      ? entryText(overall ?? null)
      : text('response.ownInPlace', { value: overall, calculated });
  return revised == null ? value : text('adj.revised', { value, revised: revised.value });
}

function Timepoints({ store, side }: ReadPart) {
  const { adjudication } = store;
  const { timepoints } = adjudication.sides[side].output;
  const heads = ['timepoint', 'sum', 'target', 'nonTarget', 'new', 'overall'] as const;
  return (
    <table className="cl-read-table cl-rated">
      <caption className="cl-spoken">{text(`adj.timepointsOf.${side}`)}</caption>
      <thead>
        <tr>
          {heads.map(head => (
            <th
              key={head}
              scope="col"
            >
              {text(`adj.head.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {timepoints.map((rated, index) => (
          <tr key={rated.id}>
            <th scope="row">{timepointLabel(adjudication, rated.id)}</th>
            <td className="cl-numbers">{sumText(rated)}</td>
            {index === 0 ? (
              <td colSpan={4}>{text('adj.baselineRow')}</td>
            ) : (
              <>
                <td>{entryText(rated.target ?? null)}</td>
                <td>{entryText(rated.nonTarget ?? null)}</td>
                <td>{entryText(rated.newLesions ?? null)}</td>
                <td className="cl-medium">{overallText(rated)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lesions({ store, side }: ReadPart) {
  const { adjudication } = store;
  const read = adjudication.sides[side];
  return (
    <div className="cl-scroll-x">
      <table className="cl-read-table">
        <caption className="cl-spoken">{text(`adj.lesionsOf.${side}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{text('adj.head.lesion')}</th>
            {read.reads.map(({ timepoint }) => (
              <th
                key={timepoint}
                scope="col"
              >
                {timepointLabel(adjudication, timepoint)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lesionsOfRead(read).map(({ id, location, laterality }) => (
            <tr key={id}>
              <th scope="row">
                {id} <span className="cl-second">{locationName(location, laterality)}</span>
              </th>
              {read.reads.map(({ timepoint, document }) => {
                const lesion = document.lesions.find(one => one.id === id);
                const value = lesionCell(lesion);
                return (
                  <td
                    key={timepoint}
                    className="cl-numbers"
                    title={lesion === undefined ? undefined : stateWord(lesion)}
                  >
                    {value}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One read: what it comes to at each timepoint, its lesions, and what the reader said of them; folded at first. */
export function ReadSection({ store, side }: ReadPart) {
  const [open, setOpen] = useState(false);
  const comments = open ? commentsOf(store.adjudication, side) : [];
  return (
    <section
      className="cl-section"
      aria-label={text(`adj.readName.${side}`)}
    >
      <div className="cl-row">
        <button
          type="button"
          className="cl-button cl-button-quiet cl-fold cl-grow"
          aria-expanded={open}
          data-fold={side}
          onClick={() => setOpen(!open)}
        >
          <Chevron open={open} />
          <LineSample side={side} />
          <span>{text(`adj.readFold.${side}`)}</span>
        </button>
        <button
          type="button"
          className="cl-button cl-button-quiet"
          onClick={() => store.open(`derivation-${side}`)}
        >
          {text('response.how')} <kbd className="cl-key">H</kbd>
        </button>
      </div>
      {open ? (
        <>
          <Timepoints
            store={store}
            side={side}
          />
          <Lesions
            store={store}
            side={side}
          />
          {comments.length === 0 ? null : (
            <ul
              className="cl-list cl-comments"
              aria-label={text('adj.comments')}
            >
              {comments.map(({ key, where, words }) => (
                <li key={key}>
                  <b>{where}</b> {words}
                </li>
              ))}
            </ul>
          )}
        </>
      ) : null}
    </section>
  );
}
