import type { Manifest, ManifestSeries, ManifestTimepoint } from './manifest.js';

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** One series as several reads were shown it: every image that any of them was. */
const unitedSeries = (shown: readonly ManifestSeries[]): ManifestSeries[] => {
  const united = new Map<string, ManifestSeries>();
  for (const series of shown) {
    const before = united.get(series.seriesUid);
    const known = new Set(before?.instances.map(({ sopUid }) => sopUid));
    united.set(series.seriesUid, {
      ...(before ?? series),
      instances: [
        ...(before?.instances ?? []),
        ...series.instances.filter(({ sopUid }) => !known.has(sopUid)),
      ],
    });
  }
  return [...united.values()]
    .sort(
      (one, other) =>
        byText(one.modality, other.modality) ||
        byText(one.role, other.role) ||
        byText(one.seriesUid, other.seriesUid)
    )
    .map((series, index) => ({ ...series, number: index + 1 }));
};

/**
 * What several reads of a subject were shown, as one list by date: each timepoint once, with every series and image that
 * any of the reads was shown of it, in an order that does not tell of which read they are. No timepoint is the current
 * one. A series that some read did not show is among those not shown only where no read did.
 */
export const unitedTimepoints = (manifests: readonly Manifest[]): ManifestTimepoint[] => {
  const shown = manifests.flatMap(({ timepoints }) => timepoints);
  const ids = [...new Set(shown.map(({ timepointId }) => timepointId))];
  return ids
    .map((id): ManifestTimepoint => {
      const own = shown.filter(({ timepointId }) => timepointId === id);
      const [first] = own;
      if (first === undefined) throw new Error(`no manifest shows timepoint ${id}`);
      const series = unitedSeries(own.flatMap(timepoint => timepoint.series));
      const missing = new Map(
        own.flatMap(({ notShown = [] }) => notShown).map(one => [JSON.stringify(one), one])
      );
      const { code, label, date } = first;
      const subject = own.find(one => one.subject !== undefined)?.subject;
      const notShown = [...missing]
        .sort(([one], [other]) => byText(one, other))
        .map(([, one]) => one)
        .filter(({ role }) => role === null || !series.some(other => other.role === role));
      return {
        ...{ timepointId: id, code, label, date, current: false, series, notShown },
        ...(subject === undefined ? {} : { subject }),
      };
    })
    .sort((one, other) => byText(one.date ?? '', other.date ?? ''));
};
