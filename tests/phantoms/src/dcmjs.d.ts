declare module 'dcmjs' {
  interface Element {
    vr: string;
    Value: unknown[];
  }
  type Dict = Record<string, Element>;
  interface DicomDict {
    meta: Dict;
    dict: Dict;
    write(options?: { fragmentMultiframe?: boolean; allowInvalidVRLength?: boolean }): ArrayBuffer;
  }
  const dcmjs: {
    data: {
      DicomDict: new (meta: Dict) => DicomDict;
      DicomMessage: {
        readFile(bytes: ArrayBuffer): { meta: Dict; dict: Dict };
      };
    };
  };
  export default dcmjs;
}

declare module '@cornerstonejs/codec-charls/wasmjs' {
  interface FrameInfo {
    width: number;
    height: number;
    bitsPerSample: number;
    componentCount: number;
  }
  interface Encoder {
    getDecodedBuffer(frame: FrameInfo): Uint8Array;
    getEncodedBuffer(): Uint8Array;
    setNearLossless(value: number): void;
    setInterleaveMode(value: number): void;
    encode(): void;
    delete(): void;
  }
  interface Decoder {
    getEncodedBuffer(length: number): Uint8Array;
    getDecodedBuffer(): Uint8Array;
    decode(): void;
    delete(): void;
  }
  interface Charls {
    JpegLSEncoder: new () => Encoder;
    JpegLSDecoder: new () => Decoder;
  }
  const load: (module?: object) => Promise<Charls>;
  export default load;
}
