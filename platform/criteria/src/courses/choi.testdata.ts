import { choiDensityCourses } from './choiDensity.testdata.js';
import { choiEntryCourses } from './choiEntry.testdata.js';
import { choiOtherCourses } from './choiOther.testdata.js';
import { choiStateCourses } from './choiState.testdata.js';

export const choiCourses = [
  ...choiDensityCourses,
  ...choiOtherCourses,
  ...choiStateCourses,
  ...choiEntryCourses,
];
