import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { SideSheet } from '../parts/SideSheet.js';
import { trackQuery, useTrackAsked } from '../tracks/tracks.js';
import { awaitedAfter, EndOfImagingForm, possibleEnds } from './EndOfImagingForm.js';
import { DestructionPart } from './DestructionPart.js';
import { HistoryList } from './HistoryList.js';
import { mayDecide } from './decisions.js';
import { PlaceActs } from './PlaceActs.js';
import { PlaceEntry, type Place } from './PlaceEntry.js';
import { SignatureList } from './SignatureList.js';
import { timepointStateName, visitKindName } from './progressWords.js';
import { ReadersSection } from './ReadersSection.js';
import type { Sheet } from './standings.js';
import { TimepointActs } from './TimepointActs.js';
import { WithdrawEndForm } from './WithdrawEndForm.js';

type Timepoint = Sheet['timepoints'][number];
type ImagingEnd = NonNullable<Sheet['imagingEnd']> & { readonly label: string };

interface PlacesProps {
  subject: string;
  /** Label of the timepoint. */
  timepoint: string;
  places: readonly Place[];
}

function Places({ subject, timepoint, places }: PlacesProps) {
  const component = new Set(places.map(one => one.component)).size > 1;
  return (
    <ul className="cl-list cl-form">
      {places.map(place => (
        <PlaceEntry
          key={`${place.component} ${place.slot ?? ''}`}
          place={place}
          component={component}
        >
          <PlaceActs {...{ subject, timepoint, place }} />
        </PlaceEntry>
      ))}
    </ul>
  );
}

/** Kinds that come before what imaging can end with. */
const early = ['screening', 'historical'];

/** No images of it came before imaging was declared to have ended. */
const isAfterImaging = ({ kind, state, awaited }: Timepoint): boolean =>
  state === 'expected' && !awaited && !early.includes(kind);

/** Code and kind of a timepoint whose name does not tell them, as of a visit that readers see a number of. */
const kindText = ({ timepoint, kind }: Timepoint): string | null => {
  const name = visitKindName(kind);
  return name === null ? null : text('progress.kind', { timepoint, kind: name });
};

interface TimepointSectionProps {
  subject: string;
  timepoint: Timepoint;
  end: ImagingEnd | null;
}

function TimepointSection({ subject, timepoint, end }: TimepointSectionProps) {
  const { label, state, since, windowEnd, places } = timepoint;
  if (end !== null && isAfterImaging(timepoint)) {
    return (
      <section className="cl-timepoint">
        <h3 className="cl-heading">{label}</h3>
        <p className="cl-second">
          {text('decide.notExpected', { timepoint: end.label, date: instantText(end.declaredAt) })}
        </p>
      </section>
    );
  }
  const name = timepointStateName(state);
  const kind = kindText(timepoint);
  return (
    <section className="cl-timepoint">
      <div className="cl-row">
        <h3 className="cl-heading">{label}</h3>
        <span className="cl-second">
          {since === null
            ? name
            : text('progress.timepointSince', { state: name, since: instantText(since) })}
        </span>
      </div>
      {kind === null ? null : <p className="cl-second">{kind}</p>}
      {windowEnd === null ? null : (
        <p className="cl-second">{text('progress.windowEnd', { date: windowEnd })}</p>
      )}
      <Places
        {...{ subject, places }}
        timepoint={label}
      />
      <TimepointActs
        {...{ subject, label, state }}
        timepoint={timepoint.timepoint}
      />
    </section>
  );
}

interface EndOfImagingProps {
  subject: string;
  sheet: Sheet;
  end: ImagingEnd | null;
}

function EndOfImaging({ subject, sheet, end }: EndOfImagingProps) {
  const [acting, setActing] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const { timepoints } = sheet;
  const [first] = possibleEnds(timepoints);
  const nothingToEnd =
    first === undefined || awaitedAfter(timepoints, first.timepoint).length === 0;
  if (done !== null) {
    return (
      <p
        role="status"
        className="cl-ok"
      >
        {done}
      </p>
    );
  }
  if (acting) {
    const form = { subject, onDone: setDone, onCancel: () => setActing(false) };
    return end === null ? (
      <EndOfImagingForm
        {...form}
        timepoints={timepoints}
      />
    ) : (
      <WithdrawEndForm
        {...form}
        timepoint={end.label}
      />
    );
  }
  return nothingToEnd && end === null ? null : (
    <div className="cl-row">
      <button
        type="button"
        className="cl-button"
        onClick={() => setActing(true)}
      >
        {text(end === null ? 'progress.end' : 'progress.end.withdraw')}
      </button>
    </div>
  );
}

interface InsideProps {
  subject: string;
  sheet: Sheet;
  /** The timepoint it was opened at; null for the whole subject. */
  at: string | null;
}

function Inside({ subject, sheet, at }: InsideProps) {
  const room = useTrialRoom();
  const [all, setAll] = useState(false);
  const one = sheet.timepoints.find(({ timepoint }) => timepoint === at);
  const isOneShown = one !== undefined && !all;
  const labelOf = (code: string): string =>
    sheet.timepoints.find(({ timepoint }) => timepoint === code)?.label ?? code;
  const end =
    sheet.imagingEnd === null
      ? null
      : { ...sheet.imagingEnd, label: labelOf(sheet.imagingEnd.timepoint) };
  return (
    <>
      {(isOneShown ? [one] : sheet.timepoints).map(timepoint => (
        <TimepointSection
          key={timepoint.timepoint}
          subject={subject}
          timepoint={timepoint}
          end={end}
        />
      ))}
      {isOneShown || sheet.whole.length === 0 ? null : (
        <section className="cl-timepoint">
          <h3 className="cl-heading">{text('progress.whole')}</h3>
          <Places
            subject={subject}
            timepoint={text('progress.whole')}
            places={sheet.whole}
          />
        </section>
      )}
      {isOneShown ? (
        <div className="cl-row">
          <button
            type="button"
            className="cl-button"
            onClick={() => setAll(true)}
          >
            {text('progress.showAll')}
          </button>
        </div>
      ) : null}
      {mayDecide(room) ? (
        <ReadersSection
          subject={subject}
          sheet={sheet}
        />
      ) : null}
      {end === null ? null : (
        <p>
          {text('decide.ended', {
            ...{ timepoint: end.label, date: instantText(end.declaredAt) },
            ...{ by: end.declaredBy, reason: end.reason },
          })}
        </p>
      )}
      {mayDecide(room) ? (
        <EndOfImaging
          subject={subject}
          sheet={sheet}
          end={end}
        />
      ) : null}
      <DestructionPart subject={subject} />
      <SignatureList
        signatures={
          isOneShown
            ? sheet.signatures.filter(({ timepoint }) => timepoint === at)
            : sheet.signatures
        }
        labelOf={labelOf}
      />
      <HistoryList
        history={
          isOneShown ? sheet.history.filter(({ timepoint }) => timepoint === at) : sheet.history
        }
        labelOf={labelOf}
      />
    </>
  );
}

export interface SubjectSheetProps {
  subject: string;
  at: string | null;
  onClose(): void;
}

/** One subject beside the matrix: each read since when, whose, due when and why not further, and what was done. */
export function SubjectSheet({ subject, at, onClose }: SubjectSheetProps) {
  const { server, trial } = useTrialRoom();
  const track = useTrackAsked();
  const sheet = useQuery({
    queryKey: ['progress', trial.id, 'subject', subject, track],
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/progress/subjects/{subject}', {
        path: { trial: trial.id, subject },
        query: trackQuery(track),
      }),
  });
  return (
    <SideSheet
      title={subject}
      onClose={onClose}
    >
      {sheet.isPending ? <p role="status">{text('room.loading')}</p> : null}
      {sheet.isError ? (
        <ErrorLine
          reason={sheet.error}
          onRetry={() => void sheet.refetch()}
        />
      ) : null}
      {sheet.data === undefined ? null : (
        <Inside
          key={at ?? ''}
          subject={subject}
          sheet={sheet.data}
          at={at}
        />
      )}
    </SideSheet>
  );
}
