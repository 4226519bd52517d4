import type { LesionInput } from '../schemas.js';
import { coursesOf, type VisitOf } from './course.testdata.js';
import { fresh, nonTarget, target, unmeasured } from './recistLesions.testdata.js';

const course = coursesOf<LesionInput>('irecist');

const at = (
  day: number,
  lesions: readonly LesionInput[],
  more: Record<string, unknown> = {}
): VisitOf<LesionInput> => ({ day, lesions, ...more });
const seen = (mm: number, more: Partial<LesionInput> = {}): LesionInput =>
  fresh('unequivocal', { longestDiameterMm: mm, ...more });
const bone = (mm: number | null, status: LesionInput['status'] = 'unequivocal'): LesionInput =>
  fresh(status, { id: 'NL02', location: 'BONE', laterality: null, longestDiameterMm: mm });
const unread = unmeasured('T01', 'LIVER', { evaluable: false, reason: 'POOR_QUALITY' });

/** New lesions within a run: what they are compared with, and what is missing. */
export const irecistNewLesionRunCourses = [
  course(
    'Growth of a new non-target lesion from its smallest size',
    '8 mm, 7 mm, then 7.1 mm: more than the smallest size in the run, though less than at first: iCPD.',
    [
      at(0, [target(100)]),
      at(56, [target(100), bone(8)]),
      at(91, [target(100), bone(7)]),
      at(126, [target(100), bone(7.1)]),
    ]
  ),
  course(
    'A new non-target lesion measured later',
    'Its size is first given at day 91, 8 mm; 8 mm at day 126 is no growth, iUPD; 8.1 mm at day 161 is: iCPD.',
    [
      at(0, [target(100)]),
      at(56, [target(100), bone(null)]),
      at(91, [target(100), bone(8)]),
      at(126, [target(100), bone(8)]),
      at(161, [target(100), bone(8.1)]),
    ]
  ),
  course(
    'An early scan does not change what new lesions are compared with',
    'Day 70 is too early: 17 mm cannot confirm, iUPD. Day 91 cannot be read. At day 105 the same 17 mm are still +5 mm over 12 mm: iCPD.',
    [
      at(0, [target(100)]),
      at(56, [target(100), seen(12)]),
      at(70, [target(100), seen(17)]),
      at(91, [target(100), seen(17)], { evaluable: false }),
      at(105, [target(100), seen(17)]),
    ]
  ),
  course(
    'A first new lesion at a scan that is too early',
    'The targets opened the run. Day 70 shows a new lesion, 14 days after, too early: iUPD. It is still there at day 91, 35 days after, and new to the run: iCPD, although the sum did not grow.',
    [
      at(0, [target(100)]),
      at(56, [target(130)]),
      at(70, [target(130), bone(null)]),
      at(91, [target(130), bone(null)]),
    ]
  ),
  course(
    'An early scan for a symptom with a further new lesion',
    'A new lesion opened the run; 14 days later a scan for a new symptom shows another one: iCPD.',
    [
      at(0, [target(100)]),
      at(56, [target(100), seen(12)]),
      at(70, [target(100), seen(12), bone(8)], { newSymptom: true }),
    ]
  ),
  course(
    'An early scan for a symptom with the same new lesion',
    'The new lesion of the run grew from 12 to 17 mm, but there is no further one: iUPD 14 days after.',
    [
      at(0, [target(100)]),
      at(56, [target(100), seen(12)]),
      at(70, [target(100), seen(17)], { newSymptom: true }),
    ]
  ),
  course(
    'A new non-target lesion of the run not looked at',
    'The measured new lesion is unchanged, but the bone lesion of the run was not looked at: NE, the run stays open.',
    [
      at(0, [target(100)]),
      at(56, [target(100), seen(12), bone(null)]),
      at(91, [target(100), seen(12)]),
    ]
  ),
  course(
    'Non-targets not read, whatever is answered',
    'Bone opened the run and was not imaged: that it grew further cannot be known, NE.',
    [
      at(0, [target(100), nonTarget('present')]),
      at(56, [target(100), nonTarget('progressed')]),
      at(91, [target(100), nonTarget(undefined, { evaluable: false })], { ntFurther: true }),
    ]
  ),
  course(
    'A run opened while the targets could not be read',
    'New lesion with the targets not evaluable: iUPD. At day 91 the targets are 60 mm of 100 mm; nothing says that they improved since: iUPD. At day 126 they are gone: closed, iPR with the new lesion still there.',
    [
      at(0, [target(100)]),
      at(56, [unread, seen(12)]),
      at(91, [target(60), seen(12)]),
      at(126, [target(0), seen(12)]),
    ]
  ),
  course(
    'Targets not read at an early scan',
    'SD when the new lesion opened the run; the early scan has growth that cannot confirm and no targets. At day 91 the targets are PR, better than SD: closed, iPR.',
    [
      at(0, [target(100)]),
      at(56, [target(90), seen(12)]),
      at(70, [unread, seen(17)]),
      at(91, [target(60), seen(12)]),
    ]
  ),
  course(
    'Further new lesions of both kinds after a reset',
    'Two new bone lesions at day 56; the targets improve: closed. Both are worse at day 126: iUPD by both.',
    [
      at(0, [target(100)]),
      at(56, [target(100), bone(null), { ...bone(null), id: 'NL03' }]),
      at(91, [target(60), bone(null, 'present'), { ...bone(null, 'present'), id: 'NL03' }]),
      at(126, [target(60), bone(null, 'progressed'), { ...bone(null, 'progressed'), id: 'NL03' }]),
    ]
  ),
];
