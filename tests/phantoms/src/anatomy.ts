import { paint, paintCut, type Ellipsoid } from './canvas.js';
import { seededRandom } from './noise.js';
import type { PointLps } from './types.js';

/** A straight vessel that tapers from its root to its tip; radii in mm. */
interface Vessel {
  root: PointLps;
  tip: PointLps;
  radius: number;
}

/** A ball that vessels keep out of, so that a lesion has a clean edge. */
export interface KeepOut {
  center: PointLps;
  radius: number;
}

/** What differs between subjects: scale of the body and the courses of vessels. */
export interface Anatomy {
  scale: number;
  lungVessels: Vessel[];
  liverVessels: Vessel[];
  bowel: { x: number; y: number; z: number; size: number; air: boolean }[];
}

const lungs: Ellipsoid[] = [
  { x: -80, y: 2, z: -110, a: 52, b: 84, c: 108, angle: 6 },
  { x: 80, y: 2, z: -110, a: 52, b: 84, c: 108, angle: -6 },
];
const liver: Ellipsoid = { x: -62, y: -8, z: -262, a: 88, b: 76, c: 74, angle: -12 };

function branches(
  random: () => number,
  count: number,
  root: PointLps,
  organ: Ellipsoid,
  radius: number
): Vessel[] {
  const vessels: Vessel[] = [];
  const [x, y, z] = root;
  for (let i = 0; i < count; i++) {
    const turn = random() * 2 * Math.PI;
    const height = random() * 1.8 - 0.9;
    const reach = Math.sqrt(1 - height * height) * (0.55 + 0.4 * random());
    const tip: PointLps = [
      organ.x + organ.a * reach * Math.cos(turn),
      organ.y + organ.b * reach * Math.sin(turn),
      organ.z + organ.c * height,
    ];
    const start: PointLps = [x, y + 24 * (random() - 0.5), z + organ.c * (random() - 0.5)];
    vessels.push({ root: start, tip, radius: radius * (0.5 + random()) });
  }
  return vessels;
}

/** The anatomy of a subject, the same at every visit. */
export function anatomyOf(seed: number): Anatomy {
  const random = seededRandom(seed);
  const scale = 0.98 + 0.04 * random();
  const lungVessels = lungs.flatMap(lung =>
    branches(random, 90, [Math.sign(lung.x) * 40, 5, -135], lung, 2)
  );
  const liverVessels = branches(random, 26, [-38, 0, -268], liver, 3);
  const bowel = Array.from({ length: 26 }, () => ({
    x: 5 + 90 * random(),
    y: -66 + 66 * random(),
    z: -315 + 26 * random(),
    size: 8 + 7 * random(),
    air: random() < 0.3,
  })).filter(({ x, y }) => Math.hypot(x / 118, y / 78) < 1 && Math.hypot(x - 42, y - 18) > 36);
  return { scale, lungVessels, liverVessels, bowel };
}

function paintVessels(
  hu: Int16Array,
  vessels: readonly Vessel[],
  z: number,
  value: number,
  clear: readonly KeepOut[]
): void {
  for (const { root, tip, radius } of vessels) {
    const dz = tip[2] - root[2];
    const t = (z - root[2]) / dz;
    if (!(t >= 0 && t <= 1)) continue;
    const dx = tip[0] - root[0];
    const dy = tip[1] - root[1];
    const x = root[0] + dx * t;
    const y = root[1] + dy * t;
    const b = radius * (1 - 0.7 * t);
    const a = Math.min(b * Math.hypot(1, Math.hypot(dx, dy) / dz), 7 * b);
    const near = clear.some(
      ball =>
        Math.hypot(x - ball.center[0], y - ball.center[1], z - ball.center[2]) < ball.radius + a
    );
    if (near) continue;
    paint(hu, { x, y, a, b, angle: (Math.atan2(dy, dx) * 180) / Math.PI }, value);
  }
}

function paintBones(hu: Int16Array, z: number, scale: number): void {
  const level = ((((z % 30) + 30) % 30) - 15) / 15;
  const disc = Math.abs(level) > 0.8;
  paint(hu, { x: 0, y: 68, a: 22, b: 17 }, disc ? 90 : 420);
  paint(hu, { x: 0, y: 68, a: 20, b: 15 }, disc ? 80 : 190);
  paint(hu, { x: 0, y: 91, a: 15, b: 13 }, 400);
  paint(hu, { x: 0, y: 91, a: 9.5, b: 8.5 }, 30);
  if (!disc) paint(hu, { x: 0, y: 107, a: 3.5, b: 9 }, 430);
  for (const side of [-1, 1]) {
    paint(hu, { x: side * 26, y: 88, a: 13, b: 4, angle: side * 20 }, disc ? 60 : 380);
    for (let rib = 0; rib < 6; rib++) {
      const turn = (-62 + rib * 26 + level * 9) * (Math.PI / 180);
      const x = side * 143 * scale * Math.cos(turn);
      const y = 98 * scale * Math.sin(turn);
      if (z < -225 && rib < 2) continue;
      const angle = (Math.atan2(98 * Math.cos(turn), -side * 143 * Math.sin(turn)) * 180) / Math.PI;
      paint(hu, { x, y, a: 9, b: 4.2, angle }, 480);
      paint(hu, { x, y, a: 7, b: 2.2, angle }, 220);
    }
  }
  if (z > -215) paint(hu, { x: 0, y: -99 * scale, a: 16, b: 5.5 }, 260);
}

function paintAbdomen(
  hu: Int16Array,
  anatomy: Anatomy,
  z: number,
  clear: readonly KeepOut[]
): void {
  const { scale } = anatomy;
  const cavity = { x: 0, y: -4, a: 133 * scale, b: 90 * scale };
  paintCut(hu, { ...cavity, z: -300, c: 112 }, z, -95);
  for (const { x, y, z: height, size, air } of anatomy.bowel) {
    const loop = { x: x + 5 * Math.sin(z / 19 + size), y, z: height, c: 22 };
    paintCut(hu, { ...loop, a: size * 1.3, b: size, angle: size * 20 }, z, 62);
    paintCut(hu, { ...loop, a: size * 1.1, b: size * 0.8, angle: size * 20 }, z, 22);
    if (air) paintCut(hu, { ...loop, y: y - size / 3, a: size * 0.7, b: size * 0.35 }, z, -750);
  }
  paintCut(hu, { x: 60, y: -36, z: -245, a: 38, b: 30, c: 42, angle: 35 }, z, 70);
  paintCut(hu, { x: 60, y: -36, z: -245, a: 34, b: 26, c: 39, angle: 35 }, z, 15);
  paintCut(hu, { x: 58, y: -52, z: -243, a: 17, b: 8, c: 24 }, z, -900);
  paintCut(hu, { x: 98, y: 32, z: -245, a: 28, b: 42, c: 40, angle: -20 }, z, 125);
  for (const side of [-1, 1]) {
    const kidney = { x: side * 62, y: 55, z: -305, c: 48, angle: side * 25 };
    paintCut(hu, { ...kidney, a: 27, b: 23 }, z, 185);
    paintCut(hu, { ...kidney, x: side * 55, a: 11, b: 8, c: 28 }, z, -40);
  }
  paintCut(hu, liver, z, 112);
  paintVessels(hu, anatomy.liverVessels, z, 168, clear);
  paintCut(hu, { x: -24, y: -58, z: -292, a: 15, b: 12, c: 22 }, z, 10);
}

function paintChest(hu: Int16Array, anatomy: Anatomy, z: number, clear: readonly KeepOut[]): void {
  for (const lung of lungs) paintCut(hu, lung, z, -860);
  paintVessels(hu, anatomy.lungVessels, z, 40, clear);
  paintCut(hu, { x: 0, y: -2, z: -120, a: 37, b: 66, c: 110 }, z, -90);
  paintCut(hu, { x: 16, y: -26, z: -172, a: 58, b: 46, c: 44, angle: 25 }, z, 90);
  paintCut(hu, { x: 26, y: -20, z: -172, a: 26, b: 20, c: 32, angle: 25 }, z, 155);
  paintCut(hu, { x: -8, y: -34, z: -170, a: 20, b: 17, c: 30 }, z, 150);
  paintCut(hu, { x: 14, y: -34, z: -115, a: 15, b: 14, c: 40 }, z, 160);
  paintCut(hu, { x: -16, y: -38, z: -108, a: 8, b: 8, c: 50 }, z, 158);
  if (z > -150) {
    paint(hu, { x: 4, y: 26, a: 10.5, b: 9.5 }, 40);
    paint(hu, { x: 4, y: 26, a: 9, b: 8 }, -990);
  }
  paintCut(hu, { x: 12, y: 42, z: -150, a: 8, b: 6, c: 120 }, z, 40);
}

/**
 * Paints the body without lesions: chest above, abdomen below, the couch under it.
 * @param hu SIZE x SIZE, HU, overwritten
 * @param z height of the slice, mm LPS
 * @param clear balls that vessels keep out of
 */
export function paintBody(
  hu: Int16Array,
  anatomy: Anatomy,
  z: number,
  clear: readonly KeepOut[]
): void {
  const { scale } = anatomy;
  hu.fill(-1000);
  paint(hu, { x: 0, y: 190, a: 230, b: 62 }, -650);
  paint(hu, { x: 0, y: 190, a: 227, b: 59 }, -940);
  paint(hu, { x: 0, y: 0, a: 172 * scale, b: 121 * scale }, 25);
  paint(hu, { x: 0, y: 0, a: 170.5 * scale, b: 119.5 * scale }, -105);
  paint(hu, { x: 0, y: 2, a: 152 * scale, b: 107 * scale }, 58);
  if (z < -188) paintAbdomen(hu, anatomy, z, clear);
  if (z > -218) paintChest(hu, anatomy, z, clear);
  if (z < -188 && z > -218) {
    paintCut(hu, liver, z, 112);
    paintVessels(hu, anatomy.liverVessels, z, 168, clear);
  }
  paintBones(hu, z, scale);
  paint(hu, { x: 25, y: 50, a: 11.5, b: 11.5 }, 162);
  if (z < -180) paint(hu, { x: -18, y: 38, a: 13, b: 10 }, 152);
}
