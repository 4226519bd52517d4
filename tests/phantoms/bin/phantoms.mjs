#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/index.js', import.meta.url);
const outDir = process.argv[2];
if (!outDir || outDir.startsWith('-')) {
  process.stderr.write('usage: phantoms OUTDIR\n');
  process.exit(2);
}
if (!existsSync(built)) {
  process.stderr.write('phantoms: not built; run `npm run build` first\n');
  process.exit(2);
}
const { generatePhantoms } = await import(built.href);
const started = process.stderr.isTTY;
try {
  const truth = await generatePhantoms({
    outDir,
    onProgress: (written, total) => {
      if (started && (written % 20 === 0 || written === total))
        process.stderr.write(`\r${written} of ${total} files`);
    },
  });
  if (started) process.stderr.write('\n');
  process.stdout.write(
    `${JSON.stringify({ outDir, trial: truth.trial, subjects: truth.subjects.length })}\n`
  );
} catch (error) {
  process.stderr.write(`phantoms: cannot write to ${outDir}: ${error.message}\n`);
  process.exitCode = 1;
}
