export { decide, openAdjudication } from './adjudicationPage.js';
export { answered, awaited, get, ofSession, post, type ApiPerson } from './apiPerson.js';
export { launchBrowser } from './browser.js';
export { readFollowUp } from './followUp.js';
export { deliverSoon, type SentFile } from './phantomDelivery.js';
export { root, startEmptyServer, startProduct, type Product } from './product.js';
export { passAllExams } from './qcByApi.js';
export { drawnTo, readTimepoints } from './readByApi.js';
export {
  caseShown,
  demoReader,
  drawLesion,
  logIn,
  openNextCase,
  openRead,
  readBaseline,
  saved,
  signRead,
} from './reading.js';
export { readContext, subjectOfBaseline, type ReadContext } from './truthOfRead.js';
export { drag, imagesShown, showAndProject } from './viewport.js';
