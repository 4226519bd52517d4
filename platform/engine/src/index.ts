export { contract, evaluate, name, type Evaluated, type Evaluation } from './evaluate.js';
