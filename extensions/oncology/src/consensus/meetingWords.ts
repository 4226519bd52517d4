import { namedAt, type PanelChoice } from '@corelab/adjudication';
import { text, type TextKey } from '@corelab/ui';
import type { Meeting, Proposal } from './loadMeeting.js';

/** What a timepoint is called, by its id. */
export const timepointName = ({ timepoints }: Pick<Meeting, 'timepoints'>, id: string): string =>
  timepoints.find(timepoint => timepoint.id === id)?.label ?? id;

/** Which read stands, one sentence for the whole course or one for each timepoint. */
export const choiceText = (meeting: Meeting, choice: PanelChoice): string =>
  choice.kind === 'read'
    ? text('meet.stands', { name: choice.name })
    : meeting.case.comparison.timepoints
        .flatMap(id => {
          const name = namedAt(choice, id);
          return name === undefined
            ? []
            : [text('meet.standsAt', { timepoint: timepointName(meeting, id), name })];
        })
        .join('; ');

export const reasonName = (code: string): string => text(`adj.reason.${code}` as TextKey);

/** Why something was put forward. */
export const becauseText = ({ reason }: Pick<Proposal, 'reason'>): string =>
  text('meet.because', { reason: reasonName(reason.code), words: reason.text });

/** A vote as it may be seen: that it was cast, or what it was. */
export const voteText = ({ slot, vote, reason }: Proposal['votes'][number]): string => {
  if (vote === null) return text('meet.voted', { slot });
  if (vote === 'disagree') return text('meet.voted.disagree', { slot, reason: reason ?? '' });
  return reason === null || reason === ''
    ? text('meet.voted.agree', { slot })
    : text('meet.voted.agreeWhy', { slot, reason });
};
