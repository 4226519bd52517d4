import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { viewers } from './canaries/canary.js';
import { writeReport } from './report/report.js';
import { record } from './run/recorded.js';
import { verify } from './run/verification.js';

// `node tests/blinding/dist/main.js --date YYYY-MM-DD --out FOLDER [--record]`: the whole proof. Exit 0 passed, 1 not, 2 wrong command.

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    out: { type: 'string' },
    record: { type: 'boolean', default: false },
  },
});
const { date, out } = values;
if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date) || out === undefined) {
  process.stderr.write('--date YYYY-MM-DD and --out FOLDER are needed\n');
  process.exit(2);
}
const verification = await verify({ size: 'whole', viewers, browser: true, say });
if (values.record) await record(verification.crawls);
const folder = resolve(out);
const report = await writeReport(folder, verification, date);
for (const { viewer, asked, trace, differs } of report.findings) {
  const what = trace === undefined ? differs?.join(', ') : `${trace.kind}, ${trace.form}`;
  say(`FOUND  ${viewer}: ${asked}: ${what}`);
}
for (const { id, found } of report.plants) if (!found) say(`NOT SEEN  the plant ${id}`);
for (const route of report.leftOut) say(`NOT ASKED  ${route}`);
say(`${report.passed ? 'passed' : 'FAILED'}: ${folder}/report.md`);
process.exit(report.passed ? 0 : 1);
