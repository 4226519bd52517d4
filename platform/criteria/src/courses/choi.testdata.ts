import type { ChoiLesion } from '../choi/inputs.js';
import type { LesionInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';

type Lesion = LesionInput & ChoiLesion;
const course = coursesOf<Lesion>('choi');
const target = (mm: number, hu: number | null, more: Partial<Lesion> = {}): Lesion => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: mm,
  densityHu: hu,
  ...more,
});
const second = (mm: number, hu: number | null, more: Partial<Lesion> = {}) =>
  target(mm, hu, { id: 'T02', location: 'STOMACH', ...more });
export const choiCourses = [
  course(
    'Density alone',
    'A sum 5 % smaller, but 15 % less dense: PR by density. The third visit is 10 % over the nadir and its density is 15 % down, so it stays a response.',
    [
      [target(60, 80), second(40, 60)],
      [target(57, 68), second(38, 51)],
      [target(62.7, 68), second(41.8, 51)],
    ]
  ),
];
