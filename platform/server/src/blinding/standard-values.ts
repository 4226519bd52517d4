/**
 * Usual windows of CT, centre and width in HU: the presets of the areas in platform/charter, and the angiogram. A site's own
 * windows would tell its images from those of others.
 */
export const ctWindows: readonly (readonly [center: number, width: number])[] = [
  [40, 400],
  [-600, 1500],
  [400, 1800],
  [90, 150],
  [40, 80],
  [200, 600],
];

/** Nominal tube voltages in kV. */
export const tubeVoltages = [70, 80, 90, 100, 110, 120, 130, 140, 150] as const;

/** Nominal field strengths in tesla: a measured one, such as 1.494, is one scanner's. */
export const fieldStrengths = [0.2, 0.35, 0.55, 1, 1.2, 1.5, 3, 5, 7] as const;
