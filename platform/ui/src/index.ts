export { auditActsEn } from './language/auditActsEn.js';
export {
  text,
  currentLanguage,
  setLanguage,
  type Language,
  type TextKey,
  type TextValues,
} from './text.js';
export { formatChange, formatMm, formatNumber, formatPercentChange } from './numbers.js';
export { CodeField, type CodeFieldProps } from './CodeField.js';
export { StateIcon, type IconName } from './StateIcon.js';
export { KeyGuard, widgetUses } from './KeyGuard.js';
export { Field, type FieldProps } from './Field.js';
export { HeldNote, type HeldNoteProps, type HeldWords } from './HeldNote.js';
export { useAskBeforeUnload } from './useAskBeforeUnload.js';
export { useTypedWords, type RefusedWordsView, type TypedWords } from './useTypedWords.js';
export {
  announceSigner,
  useSigner,
  type ConfirmEnd,
  type SignerView,
} from './signerAnnouncement.js';
export { ConfirmField, type ConfirmFieldProps } from './ConfirmField.js';
export { PasswordField, type PasswordFieldProps } from './PasswordField.js';
export {
  StateLine,
  onlyInPage,
  saveSentence,
  type SaveState,
  type SaveView,
  type StateLineProps,
} from './StateLine.js';
export { ResponseHeader, type ResponseHeaderState, type ResponseView } from './ResponseHeader.js';
export { Derivation, type DerivationStep } from './Derivation.js';
export { FindingList, sortFindings, type FindingView, type Severity } from './FindingList.js';
export { Sparkline, type SparklinePoint } from './Sparkline.js';
export { LesionTable, type LesionRowView, type LesionTableProps } from './LesionTable.js';
export { Chevron } from './Chevron.js';
export { ChoiceList, type ChoiceListProps } from './ChoiceList.js';
export { InlinePicker, type InlinePickerProps, type PickerOption } from './InlinePicker.js';
export { SignBar, type SignBarProps } from './SignBar.js';
export { SignSheet, type SignSheetProps } from './SignSheet.js';
export { SignedBar, type SignedBarProps } from './SignedBar.js';
export { IconButton, type ButtonIcon, type IconButtonProps } from './IconButton.js';
export { KeyOverlay, type KeyGroup, type KeyLine } from './KeyOverlay.js';
export { offeredKeys, offerKeys } from './keyDirectory.js';
export {
  ConflictSheet,
  type ConflictChoice,
  type ConflictRow,
  type ConflictSheetProps,
} from './ConflictSheet.js';
export { PaneMenu, type PaneMenuOption, type PaneMenuProps } from './PaneMenu.js';
export { MissingRole, PaneHeader, PaneStageMenu, type PaneHeaderProps } from './PaneHeader.js';
export { PaneFooter, type PaneFooterProps } from './PaneFooter.js';
export { mountLayer, OverPane } from './OverPane.js';
export { windowsOf, type NamedWindow } from './windowPresets.js';
export { ClinicalFacts, type ShownFact } from './ClinicalFacts.js';
export { clinicalFactKind, clinicalFactValue } from './clinicalFactText.js';
export { CaseStrip, type CaseStripProps } from './CaseStrip.js';
export { createAnnouncement, type Announcement } from './announcement.js';
export { trackText } from './trackText.js';
export { announceCase, lastCase, onCase, type CaseView } from './caseAnnouncement.js';
export { announceSaveView, lastSaveView, onSaveView } from './saveAnnouncement.js';
export { ElsewhereNotice, type ElsewhereNoticeProps } from './ElsewhereNotice.js';
export { GiveUp } from './GiveUp.js';
export { LateNote } from './LateNote.js';
export { LockBar, type LockBarProps } from './LockBar.js';
export { ProblemNotice, type ProblemNoticeProps, type ProblemNoticeView } from './ProblemNotice.js';
export { ProblemSheet, type ProblemSheetKind, type ProblemSheetProps } from './ProblemSheet.js';
export { SessionNotice } from './SessionNotice.js';
export { SessionModal, type SessionModalProps } from './SessionModal.js';
export {
  announceSessionNotice,
  lastSessionNotice,
  type SessionNoticeView,
} from './sessionAnnouncement.js';
