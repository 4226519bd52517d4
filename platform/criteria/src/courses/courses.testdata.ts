import { cheson2007Courses } from './cheson2007.testdata.js';
import { choiCourses } from './choi.testdata.js';
import { imrecistCourses } from './imrecist.testdata.js';
import { imwg2016Courses } from './imwg2016.testdata.js';
import { irecistCourses } from './irecist.testdata.js';
import { irrcCourses } from './irrc.testdata.js';
import { iwcll2018Courses } from './iwcll2018.testdata.js';
import { lugano2014Courses } from './lugano2014.testdata.js';
import { macdonaldCourses } from './macdonald.testdata.js';
import { mrecistCourses } from './mrecist.testdata.js';
import { pcwg3Courses } from './pcwg3.testdata.js';
import { percistCourses } from './percist.testdata.js';
import { rano2Courses } from './rano2.testdata.js';
import { ranoHgg2010Courses } from './ranoHgg2010.testdata.js';
import { recist11Courses } from './recist11.testdata.js';
import type { Course } from './course.testdata.js';

/** The courses of every criterion by its id. */
export const courses: Readonly<Record<string, readonly Course[]>> = {
  'cheson-2007': cheson2007Courses,
  choi: choiCourses,
  imrecist: imrecistCourses,
  'imwg-2016': imwg2016Courses,
  irecist: irecistCourses,
  irrc: irrcCourses,
  'iwcll-2018': iwcll2018Courses,
  'lugano-2014': lugano2014Courses,
  macdonald: macdonaldCourses,
  mrecist: mrecistCourses,
  pcwg3: pcwg3Courses,
  'percist-1.0': percistCourses,
  'rano-2.0': rano2Courses,
  'rano-hgg-2010': ranoHgg2010Courses,
  'recist-1.1': recist11Courses,
};
