import type { Instant, NullableInstant, Defaulted, Nullable } from './column-types.js';

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
    created_at: Instant;
  };
  account_change: {
    id: string;
    account_id: string;
    act: string;
    reason: string;
    changed_by: string;
    changed_at: Instant;
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
