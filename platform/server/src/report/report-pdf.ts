import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';
import type { ReportContent, ReportPicture, ReportSection, ReportTable } from './report-content.js';

type Page = PDFDocument;

const margin = 48;
const footerHeight = 36;
const ink = '#1a1a1a';
const second = '#555555';
const line = '#bbbbbb';
const attention = '#a11212';
const tallestPicture = 300;
const captionHeight = 40;

/** DejaVu Sans has the letters of every language that a name may be written in here. */
const fontFile = (name: string): string =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

const widthOf = (page: Page): number => page.page.width - 2 * margin;
const endOf = (page: Page): number => page.page.height - margin - footerHeight;

/** A new page where what comes next has no room on this one. */
const roomFor = (page: Page, height: number): void => {
  if (page.y + height > endOf(page)) {
    page.addPage();
    page.y = margin;
  }
};

const write = (
  page: Page,
  text: string,
  {
    font = 'plain',
    size = 9,
    colour = ink,
    left = 0,
    width = widthOf(page) - left,
  }: {
    font?: 'plain' | 'bold';
    size?: number;
    colour?: string;
    left?: number;
    width?: number;
  } = {}
): void => {
  page.font(font).fontSize(size).fillColor(colour);
  // A text longer than a page is broken by the library itself.
  roomFor(page, Math.min(page.heightOfString(text, { width }), size * 3));
  page.text(text, margin + left, page.y, { width });
};

const rule = (page: Page): void => {
  page.lineWidth(0.5).strokeColor(line);
  page
    .moveTo(margin, page.y)
    .lineTo(margin + widthOf(page), page.y)
    .stroke();
};

const facts = (page: Page, rows: readonly (readonly [string, string])[]): void => {
  const name = 130;
  for (const [of, said] of rows) {
    page.font('plain').fontSize(9);
    const width = widthOf(page) - name;
    roomFor(page, page.heightOfString(said || '-', { width }));
    const top = page.y;
    page.fillColor(second).text(of, margin, top, { width: name - 8 });
    const below = page.y;
    page.fillColor(ink).text(said || '-', margin + name, top, { width });
    page.y = Math.max(below, page.y) + 2;
  }
};

const table = (page: Page, { columns, rows, empty }: ReportTable): void => {
  if (rows.length === 0) {
    write(page, empty);
    return;
  }
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / whole) * widthOf(page));
  const lefts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width, 0));
  const row = (cells: readonly string[], font: 'plain' | 'bold'): void => {
    page.font(font).fontSize(8);
    const gap = 6;
    const heights = cells.map((cell, at) =>
      page.heightOfString(cell || ' ', { width: (widths[at] ?? 0) - gap })
    );
    roomFor(page, Math.max(...heights) + 6);
    const top = page.y + 2;
    page.fillColor(font === 'bold' ? second : ink);
    cells.forEach((cell, at) =>
      page.text(cell, margin + (lefts[at] ?? 0), top, { width: (widths[at] ?? 0) - gap })
    );
    page.y = top + Math.max(...heights) + 3;
    rule(page);
  };
  row(
    columns.map(({ name }) => name),
    'bold'
  );
  for (const cells of rows) row(cells, 'plain');
  page.y += 4;
};

const gutter = 12;

/** Two beside each other, since panes are mostly higher than wide. */
const pictures = (page: Page, all: readonly ReportPicture[]): void => {
  const width = (widthOf(page) - gutter) / 2;
  for (let at = 0; at < all.length; at += 2) {
    const row = all.slice(at, at + 2).map(one => {
      const scale =
        one.png === null ? 0 : Math.min(width / one.widthPx, tallestPicture / one.heightPx);
      return { ...one, size: { width: one.widthPx * scale, height: one.heightPx * scale } };
    });
    const height = Math.max(...row.map(({ size }) => size.height));
    roomFor(page, height + captionHeight);
    const top = page.y;
    let end = top;
    row.forEach(({ png, size, caption }, column) => {
      const left = column * (width + gutter);
      if (png !== null) page.image(png, margin + left, top, size);
      page.y = top + height + 4;
      write(page, caption, { size: 7, colour: second, left, width });
      end = Math.max(end, page.y);
    });
    page.y = end + 8;
  }
};

const section = (page: Page, { title, ...parts }: ReportSection): void => {
  // A title is not left alone, nor a signature torn apart.
  roomFor(
    page,
    parts.pictures === undefined ? (parts.whole === true ? 240 : 60) : tallestPicture + 60
  );
  page.y += 10;
  write(page, title, { font: 'bold', size: 11 });
  page.y += 3;
  if (parts.facts !== undefined) facts(page, parts.facts);
  if (parts.table !== undefined) table(page, parts.table);
  for (const text of parts.paragraphs ?? []) {
    write(page, text);
    page.y += 3;
  }
  if (parts.pictures !== undefined) pictures(page, parts.pictures);
};

/** Over and under every page, once it is known how many there are. */
const framed = (page: Page, { warning, footer }: ReportContent): void => {
  const { start, count } = page.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    page.switchToPage(at);
    // The library would go to another page for what stands below the margin.
    page.page.margins.bottom = 0;
    page.font('plain').fontSize(7.5);
    const top = page.page.height - margin - 20;
    const width = widthOf(page);
    page.fillColor(second).text(footer, margin, top, { width: width - 90, lineBreak: false });
    page.text(`Page ${at - start + 1} of ${count}`, margin + width - 90, top, {
      ...{ width: 90, align: 'right', lineBreak: false },
    });
    if (warning === null) continue;
    page.font('bold').fontSize(8).fillColor(attention);
    page.text(warning, margin, margin - 26, { width, lineBreak: false });
  }
};

/**
 * Lays a report out as a PDF, A4, with its fonts in it. The same content gives the same bytes: the document has the moment
 * of the signature, and nothing of the moment in which it is made.
 */
export const reportPdf = async (content: ReportContent): Promise<Uint8Array> => {
  const { default: Document } = await import('pdfkit');
  const page = new Document({
    ...{ size: 'A4', bufferPages: true, compress: true, displayTitle: true, lang: 'en' },
    margins: { top: margin, bottom: margin + footerHeight, left: margin, right: margin },
    font: fontFile('DejaVuSans'),
    info: { Title: content.title, CreationDate: content.date, ModDate: content.date },
  });
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((end, failed) => {
    page.on('data', chunk => chunks.push(chunk));
    page.on('end', end);
    page.on('error', failed);
  });
  page.registerFont('plain', fontFile('DejaVuSans'));
  page.registerFont('bold', fontFile('DejaVuSans-Bold'));
  page.y = margin;
  write(page, content.title, { font: 'bold', size: 15 });
  for (const one of content.sections) section(page, one);
  framed(page, content);
  page.end();
  await done;
  return Buffer.concat(chunks);
};
