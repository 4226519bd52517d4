import type {
  Decision,
  PanelComparison,
  PanelProposal,
  PanelSlot,
  PanelVote,
} from '@corelab/adjudication';
import type { ConsensusState } from '../workflow/machines/consensus.js';
import type { Instant, Json, Nullable } from './column-types.js';

/** Readers who meet for one agreed read, what they put forward, and how they voted. */
export interface ConsensusTables {
  consensus: {
    id: string;
    public_id: string;
    track_id: string;
    subject_id: string;
    version: number;
    charter_version_id: string;
    state: ConsensusState;
    /** Drawn once: whose read is A, whose is B, and so on. */
    names: Json<PanelSlot[]>;
    comparison: Json<PanelComparison>;
    engine_version: string;
    /** What all its readers call the subject: none of their courses' codes. */
    subject_code: string;
    date_shift_days: number;
    manifest_id: Nullable<string>;
    due_date: Nullable<string>;
    created_at: Instant;
    /** Audit entries with which it was agreed, and with which it ended. */
    from_sequence: Nullable<number>;
    to_sequence: Nullable<number>;
  };
  consensus_read: { consensus_id: string; read_id: string; content_hash: string };
  consensus_reader: { consensus_id: string; course_id: string; slot: string; account_id: string };
  consensus_proposal: {
    id: string;
    consensus_id: string;
    version: number;
    slot: string;
    account_id: string;
    request_id: string;
    printed_name: string;
    meaning: string;
    proposed_at: Instant;
    zone: string;
    /** By neutral names, as it was put forward. */
    proposal: Json<PanelProposal>;
    /** The same by slots. */
    decision: Json<Decision>;
    proposal_hash: string;
    content_hash: string;
  };
  consensus_vote: {
    id: string;
    proposal_id: string;
    slot: string;
    account_id: string;
    vote: PanelVote;
    /** Empty where a reader agreed without saying why. */
    reason: string;
    request_id: string;
    printed_name: string;
    meaning: string;
    voted_at: Instant;
    zone: string;
    content_hash: string;
    /** The audit entry that tells of it. */
    sequence: Nullable<number>;
  };
}
