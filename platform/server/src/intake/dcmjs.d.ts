declare module 'dcmjs' {
  interface Element {
    vr: string;
    Value: unknown[];
  }
  type Dict = Record<string, Element>;
  interface DicomDict {
    dict: Dict;
    write(options?: { allowInvalidVRLength?: boolean }): ArrayBuffer;
  }
  const dcmjs: {
    data: {
      DicomDict: new (meta: Dict) => DicomDict;
      DicomMessage: {
        readFile(
          buffer: ArrayBuffer,
          options?: { untilTag?: string; includeUntilTagValue?: boolean }
        ): { meta: Record<string, unknown>; dict: Record<string, unknown> };
      };
      DicomMetaDictionary: { nameMap: Record<string, { tag: string; vr: string } | undefined> };
    };
  };
  export default dcmjs;
}
