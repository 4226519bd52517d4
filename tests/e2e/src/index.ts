export { launchBrowser } from './browser.js';
export { root, startProduct, type Product } from './product.js';
export {
  caseShown,
  demoReader,
  drawLesion,
  logIn,
  openNextCase,
  readBaseline,
  signRead,
} from './reading.js';
export { readContext, subjectOfBaseline, type ReadContext } from './truthOfRead.js';
export { drag, imagesShown, showAndProject } from './viewport.js';
