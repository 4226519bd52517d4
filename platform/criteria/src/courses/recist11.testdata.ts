import { recist11NewLesionCourses } from './recist11NewLesions.testdata.js';
import { recist11EntryCourses } from './recist11Entries.testdata.js';
import { recist11MissingCourses } from './recist11Missing.testdata.js';
import { recist11ResponseCourses } from './recist11Response.testdata.js';
import { recist11TargetCourses } from './recist11Targets.testdata.js';
import type { Course } from './course.testdata.js';

export const recist11Courses: readonly Course[] = [
  ...recist11TargetCourses,
  ...recist11MissingCourses,
  ...recist11NewLesionCourses,
  ...recist11ResponseCourses,
  ...recist11EntryCourses,
];
