import { canaryKinds, type CanaryKind } from '../canaries/canary.js';
import type { Finding } from '../run/sendInventory.js';
import { notSearched, searchedForms } from './limits.js';
import type { Report } from './report.js';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

const list = (lines: readonly string[]): string => lines.map(line => `- ${line}`).join('\n');

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const words: Readonly<Record<string, string>> = {
  R1: 'first reader',
  R2: 'second reader',
  ADJ: 'adjudicator',
  sponsor: 'sponsor',
  siteCoordinator: 'coordinator of the second site',
  trainer: 'trainer',
  nobody: 'account without a role in the trial',
  anonymous: 'not logged in',
};

const sentence = ({ viewer, asked, status, trace, differs }: Finding): string =>
  [
    `${words[viewer] ?? viewer}, \`${asked}\`${status === null ? '' : `, answered ${status}`}:`,
    trace === undefined
      ? `told apart from nothing by ${differs?.join(', ')}`
      : `${canaryKinds[trace.kind]} (${trace.at}), ${trace.form}, in ${trace.part} at byte ${trace.offset}, excerpt ${trace.excerpt}`,
  ].join(' ');

/** Requests at which the server failed, whoever sent them. */
const failures = ({ tallies }: Report): string => {
  const failed = [...new Set(Object.values(tallies).flatMap(tally => tally.failed))];
  return failed.length === 0
    ? 'The server failed at no request.'
    : `The server failed at these, which leaked nothing:\n\n${list(failed.map(name => `\`${name}\``))}`;
};

/** The report as a page that can be filed. It holds no text that was looked for. */
export function markdownOf(report: Report): string {
  const { tallies, crawls, findings, plants } = report;
  return `# Proof of blinding

${table(
  ['', ''],
  [
    ['date', report.date],
    ['product', report.version],
    ['blinding policy', `version ${report.policy.policyVersion} (SHA-256 over its data)`],
    [
      'its variant',
      Object.entries(report.policy.variant)
        .map(([name, chosen]) => `${name}: ${String(chosen)}`)
        .join(', '),
    ],
    ['trial', report.trial],
    ['result', report.passed ? '**passed**: nothing was found' : '**failed**'],
  ]
)}

A trial was made on the real product, with a real archive, from images that carry a text of their own in everything that identifies. Each person below then asked everything of the server that it answers, and much that it does not. Every byte that came back was searched for every text that this person may not see. Zero is the only pass.

## Findings

${findings.length === 0 ? 'None.' : list(findings.map(sentence))}

## What was looked for

${table(
  ['what', 'texts'],
  Object.entries(report.canaries).map(([kind, count]) => [
    canaryKinds[kind as CanaryKind],
    String(count),
  ])
)}

Each text was looked for

${list(searchedForms)}

## What was tried

Requests are made from the server's own OpenAPI document and from the forms of DICOMweb: queries by every key with a real value, a wildcard and as included field, metadata, frames, rendered, thumbnails, bulk data and whole files in every media type, ranges, all methods, own, other people's, real and swapped names, other spellings of paths, pages and settings of the viewer. Pairs are requests for something that is there and not this person's, and for something that does not exist: status, headers, size and words must be the same.

${table(
  ['who', 'requests', 'pairs', 'received', 'answers by status'],
  Object.entries(tallies).map(([viewer, tally]) => [
    words[viewer] ?? viewer,
    String(tally.requests),
    String(tally.pairs),
    megabytes(tally.bytes),
    Object.entries(tally.statuses)
      .map(([status, count]) => `${status}: ${count}`)
      .join(', '),
  ])
)}

${failures(report)}

Routes of the server: ${report.routes}. Asked of none: ${report.leftOut.length === 0 ? 'every route was asked' : report.leftOut.join(', ')}.

${
  crawls.length === 0
    ? 'No browser was looked at.'
    : `In a real browser, every exchange, header, cookie, stored value, cache entry, console line, text and attribute of the page, address, download and clipboard text was searched:

${table(
  ['who', 'steps', 'requests', 'received', 'texts of the page'],
  crawls.map(crawl => [
    words[crawl.viewer] ?? crawl.viewer,
    crawl.steps.join('; '),
    String(crawl.requests),
    megabytes(crawl.bytes),
    String(crawl.texts),
  ])
)}`
}

## Leaks made on purpose

To show that the search sees, leaks were planted one at a time, in copies of what the product does; each has to be found.

${table(
  ['leak', 'where', 'found', 'by'],
  plants.map(plant => [
    plant.title,
    plant.place,
    plant.found ? 'yes' : '**no**',
    plant.by === null ? '' : `\`${plant.by}\``,
  ])
)}

## What the search does not see

${list(notSearched)}
`;
}
