export {
  agree,
  type AgreementInput,
  type AgreementOutput,
  agreementSchemas,
  type StatisticId,
} from './agree.js';
export { AgreementError, type AgreementErrorCode } from './agreementError.js';
