import type { Instant, Json, NullableInstant, Defaulted, Nullable } from './column-types.js';

/** People of the installation, and how they are let in. */
export interface AccountTables {
  account: {
    id: string;
    user_name: string;
    display_name: string;
    password_hash: string;
    active: Defaulted<boolean>;
    administrator: Defaulted<boolean>;
    must_change_password: Defaulted<boolean>;
    failed_logins: Defaulted<number>;
    locked_until: NullableInstant;
    last_hat: Nullable<string>;
    last_login_at: NullableInstant;
    /** Until when its one-time password opens the way to one of its own; null without an end. */
    one_time_until: NullableInstant;
    /** What the provider's claim calls its person until their first login there. */
    provider_user: Nullable<string>;
    provider_issuer: Nullable<string>;
    provider_subject: Nullable<string>;
    /** Of the last login there, seconds since 1970 by the provider's clock. */
    provider_auth_time: Nullable<number>;
    created_at: Instant;
  };
  provider_login: {
    id_hash: string;
    purpose: 'login' | 'renew' | 'sign' | 'link';
    sent_state: string;
    nonce: string;
    verifier: string;
    session_hash: Nullable<string>;
    window_id: Nullable<string>;
    next: string;
    begun_at: Instant;
  };
  fresh_login: { secret_hash: string; account_id: string; until: Instant };
  second_factor: {
    account_id: string;
    /** As `sealed` makes it; null while it was not confirmed by a first code. */
    secret: Nullable<string>;
    confirmed_at: NullableInstant;
    pending_secret: Nullable<string>;
    pending_at: NullableInstant;
    last_step: Nullable<number>;
    failed_codes: Defaulted<number>;
    locked_until: NullableInstant;
  };
  recovery_code: {
    account_id: string;
    code_digest: string;
    made_at: Instant;
    used_at: NullableInstant;
  };
  configuration: { one: Defaulted<boolean>; settings: Json<unknown> };
  account_change: {
    id: string;
    account_id: string;
    act: string;
    reason: string;
    changed_by: string;
    changed_at: Instant;
  };
  account_reset: {
    id: string;
    account_id: string;
    /** Its second factor is taken away as well. */
    second_factor: boolean;
    reason: string;
    asked_by: Nullable<string>;
    /** Who did it on the server's machine, in their own words. */
    operator: Nullable<string>;
    asked_at: Instant;
    outcome: 'asked' | 'done' | 'refused' | 'withdrawn';
    decided_by: Nullable<string>;
    decided_at: NullableInstant;
    decision_reason: Nullable<string>;
  };
  access_review: {
    id: string;
    /** Null of the whole installation. */
    trial_id: Nullable<string>;
    previous_id: Nullable<string>;
    reviewed_by: string;
    printed_name: string;
    meaning: string;
    reviewed_at: Instant;
    zone: string;
    note: string;
    content: Json<unknown>;
    content_hash: string;
    changes: Json<unknown>;
  };
  session: {
    token_hash: string;
    account_id: string;
    csrf_token: string;
    created_at: Instant;
    last_seen_at: Instant;
    expires_at: Instant;
    hat: Nullable<string>;
  };
  preference: { account_id: string; language: string; theme: string; changed_at: Instant };
  api_token: {
    id: Defaulted<string>;
    token_hash: string;
    account_id: string;
    name: string;
    created_at: Instant;
    created_by: Nullable<string>;
    last_used_at: NullableInstant;
    revoked_at: NullableInstant;
    revoked_by: Nullable<string>;
  };
}
