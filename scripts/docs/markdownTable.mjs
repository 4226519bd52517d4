const row = cells => `| ${cells.map(cell => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;

/** A table in Markdown: `rows` are arrays as long as `head`. */
export const markdownTable = (head, rows) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
