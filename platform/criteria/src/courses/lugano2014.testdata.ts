import type { Course } from './course.testdata.js';
import { luganoTargetCourses } from './lugano2014Ct.testdata.js';
import { luganoEntryCourses } from './lugano2014Entries.testdata.js';
import { luganoFollowedCourses } from './lugano2014Followed.testdata.js';
import { luganoLyricCourses } from './lugano2014Lyric.testdata.js';
import { luganoPetCourses } from './lugano2014Pet.testdata.js';
import { luganoRestCourses } from './lugano2014Rest.testdata.js';

export const lugano2014Courses: readonly Course[] = [
  ...luganoTargetCourses,
  ...luganoRestCourses,
  ...luganoFollowedCourses,
  ...luganoPetCourses,
  ...luganoLyricCourses,
  ...luganoEntryCourses,
];
