import { chesonPetCourses } from './cheson2007Pet.testdata.js';
import { chesonSizeCourses } from './cheson2007Size.testdata.js';
import type { Course } from './course.testdata.js';

export const cheson2007Courses: readonly Course[] = [...chesonSizeCourses, ...chesonPetCourses];
