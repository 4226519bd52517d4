declare module 'dcmjs' {
  interface Element {
    vr: string;
    Value: unknown[];
  }
  type Dict = Record<string, Element>;
  class DicomDict {
    constructor(meta: Dict);
    dict: Dict;
    write(options?: { allowInvalidVRLength?: boolean }): ArrayBuffer;
  }
  const dcmjs: {
    data: {
      DicomDict: typeof DicomDict;
      DicomMetaDictionary: { nameMap: Record<string, { tag: string } | undefined> };
    };
  };
  export default dcmjs;
}
