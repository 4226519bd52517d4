/** Where a piece of a view comes from. */
interface Piece {
  /** First byte in the view. */
  readonly at: number;
  /** First byte in the body. */
  readonly from: number;
}

/** A body, or part of it, decoded: what a reader of that coding would see. */
export interface View {
  readonly form: string;
  readonly bytes: Uint8Array;
  /** Where in the body the piece begins that holds this byte of the view. */
  sourceOf(offset: number): number;
}

/** Pieces of a view, put one after another with a zero byte between them, so that no text spans two. */
export class ViewBuilder {
  readonly #chunks: Uint8Array[] = [];
  readonly #pieces: Piece[] = [];
  #length = 0;

  add(bytes: Uint8Array, from: number): void {
    this.#pieces.push({ at: this.#length, from });
    this.#chunks.push(bytes, new Uint8Array(1));
    this.#length += bytes.length + 1;
  }

  /** The view; null when nothing was added. */
  built(form: string): View | null {
    const pieces = this.#pieces;
    if (pieces.length === 0) return null;
    return {
      form,
      bytes: Buffer.concat(this.#chunks),
      sourceOf: offset => {
        let low = 0;
        let high = pieces.length - 1;
        while (low < high) {
          const middle = Math.ceil((low + high) / 2);
          if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
          else high = middle - 1;
        }
        return pieces[low]?.from ?? 0;
      },
    };
  }
}
