/** jsdom's blobs can't be read by their own methods, as every browser's can. */
const readAs = (how: 'readAsArrayBuffer' | 'readAsText') =>
  function (this: Blob): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.addEventListener('load', () => resolve(reader.result));
      reader.addEventListener('error', () => reject(reader.error ?? new Error('not read')));
      reader[how](this);
    });
  };

Object.assign(Blob.prototype, {
  arrayBuffer: readAs('readAsArrayBuffer'),
  text: readAs('readAsText'),
});
