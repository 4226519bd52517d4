import { percistComparabilityCourses } from './percistComparability.testdata.js';
import { percistEntryCourses } from './percistEntry.testdata.js';
import { percistHottestCourses } from './percistHottest.testdata.js';
import { percistOthersCourses } from './percistOthers.testdata.js';
import { percistThresholdCourses } from './percistThreshold.testdata.js';

export const percistCourses = [
  ...percistThresholdCourses,
  ...percistHottestCourses,
  ...percistComparabilityCourses,
  ...percistOthersCourses,
  ...percistEntryCourses,
];
