declare module 'dcmjs/dictionary' {
  const entries: Readonly<Record<string, { readonly vr?: string }>>;
  export default entries;
}

declare module 'pako' {
  export class Inflate {
    constructor(options: { readonly raw: boolean });
    readonly ended: boolean;
    /** 0 when there is none. */
    readonly err: number;
    readonly msg: string;
    onData: (piece: Uint8Array) => void;
    push(bytes: Uint8Array, last: boolean): boolean;
  }
  export function deflateRaw(bytes: Uint8Array): Uint8Array;
}
