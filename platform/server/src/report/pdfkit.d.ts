/** What of pdfkit a report is laid out with; the package has no types. */
declare module 'pdfkit' {
  interface TextOptions {
    width?: number;
    height?: number;
    align?: 'left' | 'right' | 'center';
    lineBreak?: boolean;
    continued?: boolean;
    ellipsis?: boolean;
  }
  interface Options {
    size: string;
    margins: { top: number; bottom: number; left: number; right: number };
    bufferPages: boolean;
    compress: boolean;
    font: string;
    lang: string;
    displayTitle: boolean;
    info: Record<string, string | Date>;
  }
  export default class PDFDocument {
    constructor(options: Options);
    page: { width: number; height: number; margins: { bottom: number } };
    x: number;
    y: number;
    registerFont(name: string, file: string): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(colour: string): this;
    strokeColor(colour: string): this;
    lineWidth(width: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    stroke(): this;
    text(text: string, x?: number, y?: number, options?: TextOptions): this;
    heightOfString(text: string, options?: TextOptions): number;
    image(
      bytes: Uint8Array,
      x: number,
      y: number,
      options: { width: number; height: number }
    ): this;
    addPage(): this;
    switchToPage(page: number): this;
    bufferedPageRange(): { start: number; count: number };
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (reason: unknown) => void): this;
    end(): void;
  }
}
