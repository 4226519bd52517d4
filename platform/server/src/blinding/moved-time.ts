/**
 * Dates and times of day of PET, moved together: decay correction goes by intervals, so all moments of a series move by the
 * same number of seconds, over midnight too. Where they are moved to says nothing: the day is that of the policy's variant, the
 * time of day one that each read draws for each timepoint anew.
 */

/** Seconds since 1970-01-01 in the station's own time, with the fraction of a second as it was written. */
export interface Moment {
  readonly seconds: number;
  readonly fraction: string;
}

export const secondsOfDay = 86_400;

const dayMs = secondsOfDay * 1000;

/** Days since 1970-01-01 of a DICOM date; undefined for text that is none. */
const dayOf = (text: string): number | undefined => {
  const match = /^(\d{4})\.?(\d{2})\.?(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const iso = `${match[1]}-${match[2]}-${match[3]}`;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso
    ? undefined
    : at / dayMs;
};

/** A date (DA) and a time of day (TM; none is midnight). */
export const momentOf = (date: string, time: string | undefined): Moment | undefined => {
  const day = dayOf(date);
  if (day === undefined) return undefined;
  if (time === undefined) return { seconds: day * secondsOfDay, fraction: '' };
  const match = /^(\d{2})(\d{2})?(\d{2})?(\.\d{1,6})?$/.exec(time);
  if (match === null) return undefined;
  const [hour = 0, minute = 0, second = 0] = [match[1], match[2], match[3]].map(part =>
    Number(part ?? 0)
  );
  // 60 is a leap second (PS3.5, 6.2).
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  return {
    seconds: day * secondsOfDay + hour * 3600 + minute * 60 + second,
    fraction: match[4] ?? '',
  };
};

/** A date-time (DT) of at least a whole day. What it says of the time zone is left out: that tells where the scanner stands. */
export const momentOfDateTime = (text: string): Moment | undefined => {
  const match = /^(\d{8})(\d{2,6}(?:\.\d{1,6})?)?(?:[+-]\d{4})?$/.exec(text);
  return match === null ? undefined : momentOf(match[1] ?? '', match[2]);
};

export const movedBy = ({ seconds, fraction }: Moment, by: number): Moment => ({
  seconds: seconds + by,
  fraction,
});

const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** Undefined beyond the years that DICOM can write. */
export const dateText = ({ seconds }: Moment): string | undefined => {
  const day = /^\d{4}-\d{2}-\d{2}T/.exec(isoOf(seconds))?.[0];
  return day?.slice(0, 10).replaceAll('-', '');
};

export const timeText = ({ seconds, fraction }: Moment): string =>
  `${isoOf(seconds).slice(-13, -5).replaceAll(':', '')}${fraction}`;
