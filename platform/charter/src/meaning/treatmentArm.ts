/** What a key or field is called that holds the treatment arm; an arm of the body (`left arm`) is none of these. */
const names = new Set([
  'arm',
  'arms',
  'armcd',
  'armcode',
  'actarm',
  'actarmcd',
  'plannedarm',
  'actualarm',
  'studyarm',
  'trialarm',
  'treatmentarm',
  'treatmentarms',
  'treatmentgroup',
  'randomisedarm',
  'randomizedarm',
  'randomisedtreatment',
  'randomizedtreatment',
]);

export function namesArm(key: string): boolean {
  return names.has(key.toLowerCase().replaceAll(/[\s._-]/g, ''));
}

export const armAdvice =
  'the treatment arm has no place in a charter or in what it collects; remove it';
