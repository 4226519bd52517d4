declare module 'dcmjs/dictionary' {
  const entries: Readonly<Record<string, { readonly vr?: string }>>;
  export default entries;
}

declare module 'pako' {
  export function inflateRaw(bytes: Uint8Array): Uint8Array;
  export function deflateRaw(bytes: Uint8Array): Uint8Array;
}
