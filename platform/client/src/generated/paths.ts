/* Written by npm run client from the server's OpenAPI. */
export type paths = {
  readonly '/login': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Log in; the session is an HttpOnly cookie */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly user: string;
            readonly password: string;
            /** @description Replaces the password; asked for where that was a one-time password. */
            readonly newPassword?: string;
            /** @description Of the second factor: from the authenticator app, or a recovery code. */
            readonly code?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Each lets in once in place of a code. Told this once, and kept as digests alone. */
              readonly recoveryCodes: readonly string[];
            };
          };
        };
        /** @description Default Response */
        readonly 204: {
          headers: {
            readonly [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/session': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Who is logged in and for how long; asking is no act that lengthens it */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly user: string;
              readonly name: string;
              /** @description What the person works as now; null for who has no role. */
              readonly hat:
                | (
                    | 'reader'
                    | 'adjudicator'
                    | 'qcTechnologist'
                    | 'dataManager'
                    | 'admin'
                    | 'trainer'
                    | 'auditor'
                    | 'sponsor'
                    | 'siteCoordinator'
                    | 'unblindedSupport'
                    | 'administrator'
                  )
                | null;
              /** @description All that the person could work as. */
              readonly hats: readonly (
                | 'reader'
                | 'adjudicator'
                | 'qcTechnologist'
                | 'dataManager'
                | 'admin'
                | 'trainer'
                | 'auditor'
                | 'sponsor'
                | 'siteCoordinator'
                | 'unblindedSupport'
                | 'administrator'
              )[];
              /** @description The role of the hat, if it is one. */
              readonly roles: readonly string[];
              /** @description In this hat, of the installation: accounts and new trials. */
              readonly administrator: boolean;
              /** @description Trials in which the person has the role of the hat, unless it reads, by id. */
              readonly trials: readonly {
                readonly id: string;
                readonly name: string;
                readonly demo: boolean;
                readonly roles: readonly string[];
                /** @description Somebody outside the core lab is told single results of it, or asked for some. */
                readonly results: boolean;
              }[];
              /** @description The organisation’s own login; null where there is none. */
              readonly provider: {
                readonly name: string;
                /** @description The person logs in and signs there, and has no password here. */
                readonly signs: boolean;
              } | null;
              readonly csrfToken: string;
              readonly expiresAt: string;
              readonly ends: {
                /** @description Milliseconds until it ends if nothing is done. */
                readonly inMs: number;
                readonly by: 'idle' | 'limit';
                readonly idleMs: number;
                readonly limitMs: number;
              };
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/session/stay': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The person is here: the idle time begins again */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly user: string;
              readonly name: string;
              /** @description What the person works as now; null for who has no role. */
              readonly hat:
                | (
                    | 'reader'
                    | 'adjudicator'
                    | 'qcTechnologist'
                    | 'dataManager'
                    | 'admin'
                    | 'trainer'
                    | 'auditor'
                    | 'sponsor'
                    | 'siteCoordinator'
                    | 'unblindedSupport'
                    | 'administrator'
                  )
                | null;
              /** @description All that the person could work as. */
              readonly hats: readonly (
                | 'reader'
                | 'adjudicator'
                | 'qcTechnologist'
                | 'dataManager'
                | 'admin'
                | 'trainer'
                | 'auditor'
                | 'sponsor'
                | 'siteCoordinator'
                | 'unblindedSupport'
                | 'administrator'
              )[];
              /** @description The role of the hat, if it is one. */
              readonly roles: readonly string[];
              /** @description In this hat, of the installation: accounts and new trials. */
              readonly administrator: boolean;
              /** @description Trials in which the person has the role of the hat, unless it reads, by id. */
              readonly trials: readonly {
                readonly id: string;
                readonly name: string;
                readonly demo: boolean;
                readonly roles: readonly string[];
                /** @description Somebody outside the core lab is told single results of it, or asked for some. */
                readonly results: boolean;
              }[];
              /** @description The organisation’s own login; null where there is none. */
              readonly provider: {
                readonly name: string;
                /** @description The person logs in and signs there, and has no password here. */
                readonly signs: boolean;
              } | null;
              readonly csrfToken: string;
              readonly expiresAt: string;
              readonly ends: {
                /** @description Milliseconds until it ends if nothing is done. */
                readonly inMs: number;
                readonly by: 'idle' | 'limit';
                readonly idleMs: number;
                readonly limitMs: number;
              };
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/session/hat': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Work as something else one is; other windows find it at their next request */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly hat:
              | 'reader'
              | 'adjudicator'
              | 'qcTechnologist'
              | 'dataManager'
              | 'admin'
              | 'trainer'
              | 'auditor'
              | 'sponsor'
              | 'siteCoordinator'
              | 'unblindedSupport'
              | 'administrator';
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly user: string;
              readonly name: string;
              /** @description What the person works as now; null for who has no role. */
              readonly hat:
                | (
                    | 'reader'
                    | 'adjudicator'
                    | 'qcTechnologist'
                    | 'dataManager'
                    | 'admin'
                    | 'trainer'
                    | 'auditor'
                    | 'sponsor'
                    | 'siteCoordinator'
                    | 'unblindedSupport'
                    | 'administrator'
                  )
                | null;
              /** @description All that the person could work as. */
              readonly hats: readonly (
                | 'reader'
                | 'adjudicator'
                | 'qcTechnologist'
                | 'dataManager'
                | 'admin'
                | 'trainer'
                | 'auditor'
                | 'sponsor'
                | 'siteCoordinator'
                | 'unblindedSupport'
                | 'administrator'
              )[];
              /** @description The role of the hat, if it is one. */
              readonly roles: readonly string[];
              /** @description In this hat, of the installation: accounts and new trials. */
              readonly administrator: boolean;
              /** @description Trials in which the person has the role of the hat, unless it reads, by id. */
              readonly trials: readonly {
                readonly id: string;
                readonly name: string;
                readonly demo: boolean;
                readonly roles: readonly string[];
                /** @description Somebody outside the core lab is told single results of it, or asked for some. */
                readonly results: boolean;
              }[];
              /** @description The organisation’s own login; null where there is none. */
              readonly provider: {
                readonly name: string;
                /** @description The person logs in and signs there, and has no password here. */
                readonly signs: boolean;
              } | null;
              readonly csrfToken: string;
              readonly expiresAt: string;
              readonly ends: {
                /** @description Milliseconds until it ends if nothing is done. */
                readonly inMs: number;
                readonly by: 'idle' | 'limit';
                readonly idleMs: number;
                readonly limitMs: number;
              };
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/session/renew': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Go on after a session ended: same person, new cookie and token */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly user: string;
            readonly password: string;
            /** @description Of the second factor: from the authenticator app, or a recovery code. */
            readonly code?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly user: string;
              readonly name: string;
              /** @description What the person works as now; null for who has no role. */
              readonly hat:
                | (
                    | 'reader'
                    | 'adjudicator'
                    | 'qcTechnologist'
                    | 'dataManager'
                    | 'admin'
                    | 'trainer'
                    | 'auditor'
                    | 'sponsor'
                    | 'siteCoordinator'
                    | 'unblindedSupport'
                    | 'administrator'
                  )
                | null;
              /** @description All that the person could work as. */
              readonly hats: readonly (
                | 'reader'
                | 'adjudicator'
                | 'qcTechnologist'
                | 'dataManager'
                | 'admin'
                | 'trainer'
                | 'auditor'
                | 'sponsor'
                | 'siteCoordinator'
                | 'unblindedSupport'
                | 'administrator'
              )[];
              /** @description The role of the hat, if it is one. */
              readonly roles: readonly string[];
              /** @description In this hat, of the installation: accounts and new trials. */
              readonly administrator: boolean;
              /** @description Trials in which the person has the role of the hat, unless it reads, by id. */
              readonly trials: readonly {
                readonly id: string;
                readonly name: string;
                readonly demo: boolean;
                readonly roles: readonly string[];
                /** @description Somebody outside the core lab is told single results of it, or asked for some. */
                readonly results: boolean;
              }[];
              /** @description The organisation’s own login; null where there is none. */
              readonly provider: {
                readonly name: string;
                /** @description The person logs in and signs there, and has no password here. */
                readonly signs: boolean;
              } | null;
              readonly csrfToken: string;
              readonly expiresAt: string;
              readonly ends: {
                /** @description Milliseconds until it ends if nothing is done. */
                readonly inMs: number;
                readonly by: 'idle' | 'limit';
                readonly idleMs: number;
                readonly limitMs: number;
              };
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/logout': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** End the session */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 204: {
          headers: {
            readonly [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/session/provider': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Bind one’s account to the organisation’s login: where the browser goes for it */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly password: string;
            /** @description Of the second factor: from the authenticator app, or a recovery code. */
            readonly code?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly url: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/second-factor': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Own second factor */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Since when the login asks for a code; null where it does not. */
              readonly since: string | null;
              /** @description The installation requires it of this person. */
              readonly required: boolean;
              readonly recoveryCodesLeft: number;
              /** @description The organisation’s own login; `signs`: the person logs in there. */
              readonly provider: {
                readonly name: string;
                readonly signs: boolean;
              } | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/second-factor/key': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** A key for an authenticator app; it counts from its first code on */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly password: string;
            /** @description Of the second factor: from the authenticator app, or a recovery code. */
            readonly code?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description To type into an authenticator app, in base 32. */
              readonly key: string;
              /** @description The same as an otpauth: address. */
              readonly address: string;
              /** @description The address as a QR code: an SVG path of dark squares in a square of `size`. */
              readonly picture: {
                readonly size: number;
                readonly path: string;
              };
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/second-factor/confirm': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The first code of the key that was shown */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description Of the second factor: from the authenticator app, or a recovery code. */
            readonly code: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Each lets in once in place of a code. Told this once, and kept as digests alone. */
              readonly recoveryCodes: readonly string[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/second-factor/recovery-codes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** New recovery codes; the old ones are nothing from now on */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly password: string;
            /** @description Of the second factor: from the authenticator app, or a recovery code. */
            readonly code: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Each lets in once in place of a code. Told this once, and kept as digests alone. */
              readonly recoveryCodes: readonly string[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/second-factor/end': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** End the own second factor, where it is not required */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly password: string;
            /** @description Of the second factor: from the authenticator app, or a recovery code. */
            readonly code: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Since when the login asks for a code; null where it does not. */
              readonly since: string | null;
              /** @description The installation requires it of this person. */
              readonly required: boolean;
              readonly recoveryCodesLeft: number;
              /** @description The organisation’s own login; `signs`: the person logs in there. */
              readonly provider: {
                readonly name: string;
                readonly signs: boolean;
              } | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/session/local-key': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Under which name and key this browser keeps my unsent changes of a case */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description Its id in my list. */
          readonly case?: string;
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Stands for my account in this browser. */
              readonly owner: string;
              /** @description AES-256, base64url; null where no case is asked for. */
              readonly key: string | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/preferences': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** My language and theme; null when I never chose */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly preferences: {
                readonly language: 'en' | 'de';
                readonly theme:
                  | 'default'
                  | 'orchid'
                  | 'arctic'
                  | 'verdant'
                  | 'midnight'
                  | 'slate'
                  | 'deep';
              } | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    /** Choose language and theme */
    readonly put: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly language: 'en' | 'de';
            readonly theme:
              | 'default'
              | 'orchid'
              | 'arctic'
              | 'verdant'
              | 'midnight'
              | 'slate'
              | 'deep';
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 204: {
          headers: {
            readonly [name: string]: unknown;
          };
          content?: never;
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/reads': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** My reading list: open reads in due order, then the latest signed ones */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly signedBefore?: string;
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly reads: readonly {
                readonly readId: string;
                readonly trialName: string;
                readonly track?: {
                  readonly id: string;
                  readonly kind: string;
                };
                readonly subjectCode: string;
                readonly timepoint: string;
                /** @description An adjudication is opened under /api/adjudications, a global read under /api/global-reads, a meeting of readers under /api/consensus. */
                readonly task: 'read' | 'adjudication' | 'globalRead' | 'consensus';
                /** @description A period is of the timepoints that `timepoint` lists. */
                readonly scope: 'timepoint' | 'subject' | 'period';
                readonly state: string;
                readonly blocked: string | null;
                readonly order: number;
                readonly dueDate: string | null;
                readonly done: number;
                readonly of: number;
                readonly route: string;
              }[];
              readonly signedBefore: string | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/reads/{readId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Open a read: everything it may show */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly readId: string;
              readonly state: string;
              readonly trialName: string;
              readonly track?: {
                readonly id: string;
                readonly kind: string;
              };
              readonly subjectCode: string;
              readonly timepoint: string;
              /** @description As the charter tells it; empty where it tells none, or none is known. */
              readonly date: string;
              readonly day: number | null;
              readonly slot: string;
              readonly baseline: boolean;
              readonly charter: {
                /** @description The primary one. */
                readonly criterion: string;
                readonly parameters: unknown;
                /** @description Criteria that rate the same marks; left out where there are none. */
                readonly others?: readonly {
                  readonly criterion: string;
                  readonly parameters: unknown;
                }[];
                readonly showDerived: string;
                readonly bulkUnchanged: boolean;
                /** @description Another response than the calculated one may be given, with its reason. */
                readonly readerMayDiffer?: boolean;
                readonly windowPresets?: unknown;
              };
              readonly mode: string;
              readonly studies: readonly {
                readonly studyInstanceUid: string;
                readonly timepoint: string;
                readonly current: boolean;
                /** @description Left out where the charter keeps sex and age from readers. */
                readonly subject?: {
                  readonly sex: string | null;
                  readonly ageYears: number | null;
                };
                readonly series: readonly {
                  readonly seriesInstanceUid: string;
                  readonly role: string | null;
                  readonly problems: readonly (
                    | {
                        /** @enum {string} */
                        readonly code: 'missingSlices';
                        readonly missing: readonly number[];
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unevenSpacing';
                        readonly places: number;
                        /** @description Place along the stack, counted from 1. */
                        readonly after: number;
                        /** @description mm */
                        readonly gapMm: number;
                        /** @description mm */
                        readonly usualMm: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'sharedPosition';
                        readonly images: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'mixedOrientation';
                        readonly orientations: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noGeometry';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noPixelData';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'thickSlices';
                        /** @description mm */
                        readonly thicknessMm: number;
                        /** @description mm */
                        readonly allowedMm: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unsupportedModality';
                        readonly modality: string;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unsupportedKind';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noRole';
                      }
                  )[];
                }[];
                /** @description Received series of images that this read does not show, and why. */
                readonly notShown: readonly {
                  readonly role: string | null;
                  readonly modality: string;
                  readonly problem:
                    | {
                        /** @enum {string} */
                        readonly code: 'missingSlices';
                        readonly missing: readonly number[];
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unevenSpacing';
                        readonly places: number;
                        /** @description Place along the stack, counted from 1. */
                        readonly after: number;
                        /** @description mm */
                        readonly gapMm: number;
                        /** @description mm */
                        readonly usualMm: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'sharedPosition';
                        readonly images: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'mixedOrientation';
                        readonly orientations: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noGeometry';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noPixelData';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'thickSlices';
                        /** @description mm */
                        readonly thicknessMm: number;
                        /** @description mm */
                        readonly allowedMm: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unsupportedModality';
                        readonly modality: string;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unsupportedKind';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noRole';
                      };
                }[];
                /** @description Layouts in which this timepoint is read, as its charter has them; left out of one that is only compared with. */
                readonly stages?: readonly {
                  readonly rows: number;
                  readonly columns: number;
                  /** @description Row by row from the top left. */
                  readonly panes: readonly {
                    /** @description Series role that it shows. */
                    readonly role: string;
                    readonly timepoint: 'current' | 'previous' | 'baseline' | 'nadir' | 'other';
                    readonly windowPreset?: string;
                  }[];
                }[];
              }[];
              readonly history: readonly {
                readonly timepoint: string;
                readonly day: number | null;
                /** @description As the charter tells it; empty where it tells none, or none is known. */
                readonly date: string;
                readonly document: unknown;
              }[];
              /** @description Later timepoints as they stand; where all of a subject are read together alone. */
              readonly later?: readonly {
                readonly timepoint: string;
                readonly day: number | null;
                /** @description As the charter tells it; empty where it tells none, or none is known. */
                readonly date: string;
                readonly document: unknown;
              }[];
              /** @description The reads of the subject, by date, where all are read together. */
              readonly together?: readonly {
                readonly readId: string;
                readonly timepoint: string;
                readonly state: string;
                readonly left: number | null;
                readonly current: boolean;
              }[];
              readonly signature: {
                readonly by: string;
                readonly name: string;
                /** @description ISO 8601, UTC. */
                readonly at: string;
                /** @description IANA zone of the installation at that moment. */
                readonly zone: string;
                readonly meaning: string;
                readonly hash: string;
              } | null;
              readonly derived?: unknown;
              readonly meanings: readonly string[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/reads/{readId}/images': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Where the images of a read are, before it is opened */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly readId: string;
              readonly mode: string;
              /** @description Current timepoint first, each as its one study. */
              readonly studies: readonly {
                readonly studyInstanceUid: string;
                readonly series: readonly {
                  readonly seriesInstanceUid: string;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/reads/{readId}/draft': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The draft as it stands; its ETag is for the next save */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly document: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    /** Save the whole document; If-Match names the draft it was made from */
    readonly put: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly document: unknown;
            /** @description After a conflict: what this window held before its reader chose. */
            readonly replaced?: unknown;
            /** @description What looks like identity in a text and is none, as its writer says; the record keeps that. What the trial knows by name can not be said to be none. */
            readonly notIdentity?: readonly {
              /** @description The text: a JSON Pointer into what is sent, as a refusal named it. */
              readonly path: string;
              readonly kinds: readonly (
                | 'date'
                | 'birth'
                | 'person'
                | 'place'
                | 'phone'
                | 'email'
                | 'webAddress'
                | 'uid'
                | 'number'
                | 'name'
              )[];
            }[];
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly savedAt: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/reads/{readId}/sign': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Sign and lock the read */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly password: string;
            readonly meaning: string;
            readonly requestId: string;
            readonly etag: string;
            /** @description Build of the viewer's plugins in the page that signs; a program has none. */
            readonly plugins?: string;
            readonly pictures?:
              | {
                  readonly panes: readonly (
                    | {
                        readonly sopInstanceUid: string;
                        /**
                         * Format: byte
                         * @description base64
                         */
                        readonly png: string;
                        /** @description Top left, top right and bottom left of the pane, LPS mm; null where it has none. */
                        readonly cornersLps:
                          | readonly [
                              readonly [number, number, number],
                              readonly [number, number, number],
                              readonly [number, number, number],
                            ]
                          | null;
                        /** @description Rows of the picture that the words over the pane take. */
                        readonly words: {
                          readonly topPx: number;
                          readonly bottomPx: number;
                        };
                      }
                    | {
                        readonly sopInstanceUid: string;
                        readonly missing: 'unreadable' | 'tooLarge';
                      }
                  )[];
                }
              | {
                  readonly missing: 'noViewer' | 'noPanes' | 'unreadable';
                };
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly signature: {
                readonly by: string;
                readonly name: string;
                /** @description ISO 8601, UTC. */
                readonly at: string;
                /** @description IANA zone of the installation at that moment. */
                readonly zone: string;
                readonly meaning: string;
                readonly hash: string;
              };
              readonly derived: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/adjudications/{adjudicationId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Open an adjudication: both reads under neutral names, and what differs */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly adjudicationId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly adjudicationId: string;
              readonly state: string;
              readonly trialName: string;
              readonly track?: {
                readonly id: string;
                readonly kind: string;
              };
              readonly subjectCode: string;
              readonly scope:
                | {
                    /** @enum {string} */
                    readonly kind: 'subject';
                  }
                | {
                    /** @enum {string} */
                    readonly kind: 'timepoint';
                    readonly timepoint: string;
                  }
                | {
                    /** @enum {string} */
                    readonly kind: 'period';
                    readonly after: string | null;
                    readonly through: string | null;
                  };
              /** @description selectRead or perTimepoint; thirdRead, where it is only looked at */
              readonly mode: string;
              /** @description Route of the reading mode. */
              readonly route: string;
              readonly charter: {
                readonly criterion: string;
                readonly parameters: unknown;
                readonly windowPresets?: unknown;
              };
              readonly timepoints: readonly {
                /** @description What the case calls it. */
                readonly id: string;
                readonly label: string;
                readonly day: number | null;
                /** @description As the charter tells it; empty where it tells none, or none is known. */
                readonly date: string;
              }[];
              readonly sides: {
                readonly a: {
                  readonly reads: readonly {
                    readonly timepoint: string;
                    /** @description The signed read document, with this adjudication's own image references. */
                    readonly document: unknown;
                  }[];
                  readonly output: {
                    readonly criterion: string;
                    readonly parameters: {
                      readonly [key: string]: unknown;
                    };
                    readonly timepoints: readonly {
                      readonly id: string;
                      readonly date?: string | null;
                      readonly burden: {
                        readonly value: number | null;
                        readonly unit: string;
                        readonly lowerBound?: number;
                        readonly nadir?: number | null;
                        readonly changeFromBaselinePct?: number | null;
                        readonly changeFromNadirPct?: number | null;
                        readonly changeFromNadir?: number | null;
                      } | null;
                      readonly burdens?: {
                        readonly [key: string]: {
                          readonly value: number | null;
                          readonly unit: string;
                          readonly lowerBound?: number;
                          readonly nadir?: number | null;
                          readonly changeFromBaselinePct?: number | null;
                          readonly changeFromNadirPct?: number | null;
                          readonly changeFromNadir?: number | null;
                        } | null;
                      };
                      readonly lesions: readonly {
                        readonly id: string;
                        readonly status: string;
                        readonly value: number | null;
                        readonly unit: string;
                        readonly byRule: boolean;
                        readonly reason: string | null;
                      }[];
                      readonly target?: string | null;
                      readonly nonTarget?: string | null;
                      readonly newLesions?: boolean | null;
                      readonly components?: {
                        readonly [key: string]: string | null;
                      };
                      readonly overall?: string;
                      readonly calculated?: string;
                      readonly flags?: readonly string[];
                      readonly revised?: {
                        readonly value: string;
                        readonly byTimepoint: string;
                        readonly rule: string;
                      } | null;
                      readonly trace: readonly {
                        readonly rule: string;
                        readonly text: string;
                        readonly numbers: {
                          readonly [key: string]: number | null;
                        };
                        readonly threshold?: string;
                        readonly margin?: {
                          readonly value: number;
                          readonly unit: string;
                          readonly category: string;
                          readonly lesion?: string;
                        } | null;
                        readonly source: string;
                      }[];
                      readonly findings: readonly {
                        readonly rule: string;
                        readonly severity: 'block' | 'warning' | 'note';
                        readonly lesion: string | null;
                        readonly text: string;
                        readonly source: string;
                      }[];
                    }[];
                    readonly bestOverallResponse: {
                      readonly unconfirmed: {
                        readonly value: string;
                        readonly date: string | null;
                      };
                      readonly confirmed: {
                        readonly value: string;
                        readonly date: string | null;
                      };
                      readonly flags: readonly {
                        readonly code: string;
                        readonly timepoint: string;
                      }[];
                    };
                  };
                };
                readonly b: {
                  readonly reads: readonly {
                    readonly timepoint: string;
                    /** @description The signed read document, with this adjudication's own image references. */
                    readonly document: unknown;
                  }[];
                  readonly output: {
                    readonly criterion: string;
                    readonly parameters: {
                      readonly [key: string]: unknown;
                    };
                    readonly timepoints: readonly {
                      readonly id: string;
                      readonly date?: string | null;
                      readonly burden: {
                        readonly value: number | null;
                        readonly unit: string;
                        readonly lowerBound?: number;
                        readonly nadir?: number | null;
                        readonly changeFromBaselinePct?: number | null;
                        readonly changeFromNadirPct?: number | null;
                        readonly changeFromNadir?: number | null;
                      } | null;
                      readonly burdens?: {
                        readonly [key: string]: {
                          readonly value: number | null;
                          readonly unit: string;
                          readonly lowerBound?: number;
                          readonly nadir?: number | null;
                          readonly changeFromBaselinePct?: number | null;
                          readonly changeFromNadirPct?: number | null;
                          readonly changeFromNadir?: number | null;
                        } | null;
                      };
                      readonly lesions: readonly {
                        readonly id: string;
                        readonly status: string;
                        readonly value: number | null;
                        readonly unit: string;
                        readonly byRule: boolean;
                        readonly reason: string | null;
                      }[];
                      readonly target?: string | null;
                      readonly nonTarget?: string | null;
                      readonly newLesions?: boolean | null;
                      readonly components?: {
                        readonly [key: string]: string | null;
                      };
                      readonly overall?: string;
                      readonly calculated?: string;
                      readonly flags?: readonly string[];
                      readonly revised?: {
                        readonly value: string;
                        readonly byTimepoint: string;
                        readonly rule: string;
                      } | null;
                      readonly trace: readonly {
                        readonly rule: string;
                        readonly text: string;
                        readonly numbers: {
                          readonly [key: string]: number | null;
                        };
                        readonly threshold?: string;
                        readonly margin?: {
                          readonly value: number;
                          readonly unit: string;
                          readonly category: string;
                          readonly lesion?: string;
                        } | null;
                        readonly source: string;
                      }[];
                      readonly findings: readonly {
                        readonly rule: string;
                        readonly severity: 'block' | 'warning' | 'note';
                        readonly lesion: string | null;
                        readonly text: string;
                        readonly source: string;
                      }[];
                    }[];
                    readonly bestOverallResponse: {
                      readonly unconfirmed: {
                        readonly value: string;
                        readonly date: string | null;
                      };
                      readonly confirmed: {
                        readonly value: string;
                        readonly date: string | null;
                      };
                      readonly flags: readonly {
                        readonly code: string;
                        readonly timepoint: string;
                      }[];
                    };
                  };
                };
              };
              readonly case: {
                readonly comparison: {
                  readonly scope:
                    | {
                        /** @enum {string} */
                        readonly kind: 'subject';
                      }
                    | {
                        /** @enum {string} */
                        readonly kind: 'timepoint';
                        readonly timepoint: string;
                      }
                    | {
                        /** @enum {string} */
                        readonly kind: 'period';
                        readonly after: string | null;
                        readonly through: string | null;
                      };
                  readonly timepoints: readonly string[];
                  /** @description What follows from the variables. */
                  readonly status: 'concordant' | 'discordant' | 'single' | 'none';
                  readonly single: ('a' | 'b') | null;
                  readonly readByOne: readonly {
                    readonly timepoint: string;
                    /** @description One of the two reads, by its neutral name. */
                    readonly by: 'a' | 'b';
                  }[];
                  readonly fired: readonly string[];
                  readonly variables: readonly {
                    readonly variable: string;
                    readonly timepoint: string | null;
                    readonly unit: string | null;
                    readonly a: {
                      readonly value: (string | number | boolean) | null;
                      readonly timepoint: string | null;
                      readonly day: number | null;
                    } | null;
                    readonly b: {
                      readonly value: (string | number | boolean) | null;
                      readonly timepoint: string | null;
                      readonly day: number | null;
                    } | null;
                    readonly differs: boolean;
                    readonly distance: number | null;
                    readonly missing: ('a' | 'b') | null;
                    readonly inScope: boolean;
                    readonly fired: boolean;
                  }[];
                };
                readonly differences: readonly {
                  /** @description What differs. */
                  readonly kind:
                    | 'newLesionOnlyOne'
                    | 'newLesionEarlier'
                    | 'nonTargetJudgement'
                    | 'readerResponse'
                    | 'readerResponseOnlyOne'
                    | 'targetOnlyOne'
                    | 'otherTarget'
                    | 'nonTargetOnlyOne'
                    | 'role'
                    | 'partOnlyOne'
                    | 'evaluability'
                    | 'timepointEvaluability'
                    | 'state'
                    | 'mergedInto'
                    | 'size'
                    | 'number'
                    | 'nadir'
                    | 'lesionDate'
                    | 'timepointDate'
                    | 'timepointOnlyOne'
                    | 'place'
                    | 'lesionDetail'
                    | 'timepointDetail'
                    | 'reason'
                    | 'quality';
                  readonly timepoint: string | null;
                  readonly lesions: {
                    readonly a: string | null;
                    readonly b: string | null;
                  };
                  readonly field: string | null;
                  readonly by: ('a' | 'b') | null;
                  readonly match: {
                    /** @description How sure it is. */
                    readonly certainty: 'certain' | 'probable' | 'uncertain';
                    /** @description What decided. */
                    readonly by: 'position' | 'location' | 'size';
                    readonly distanceMm: number | null;
                  } | null;
                  readonly said: {
                    readonly a: {
                      readonly [key: string]: (string | number | boolean) | null;
                    };
                    readonly b: {
                      readonly [key: string]: (string | number | boolean) | null;
                    };
                  };
                  readonly message: {
                    readonly key: string;
                    readonly values: {
                      readonly [key: string]: (string | number | boolean) | null;
                    };
                  };
                  readonly counterfactuals:
                    | readonly {
                        /** @description One of the two reads, by its neutral name. */
                        readonly in: 'a' | 'b';
                        readonly refused: {
                          /** @description Why the difference can not be taken by itself. */
                          readonly reason:
                            | 'derived'
                            | 'noEffectOfItsOwn'
                            | 'notReadThere'
                            | 'linked'
                            | 'unmatchedHost'
                            | 'unmatchedLesions'
                            | 'lastTarget'
                            | 'criterion';
                          readonly detail: string | null;
                        } | null;
                        readonly changes: readonly {
                          readonly variable: string;
                          readonly timepoint: string | null;
                          readonly unit: string | null;
                          readonly before: {
                            readonly value: (string | number | boolean) | null;
                            readonly timepoint: string | null;
                            readonly day: number | null;
                          };
                          readonly after: {
                            readonly value: (string | number | boolean) | null;
                            readonly timepoint: string | null;
                            readonly day: number | null;
                          };
                          readonly agrees: boolean;
                        }[];
                        readonly agrees: readonly string[];
                        readonly disagrees: readonly string[];
                        readonly messages: readonly {
                          readonly key: string;
                          readonly values: {
                            readonly [key: string]: (string | number | boolean) | null;
                          };
                        }[];
                      }[]
                    | null;
                }[];
              };
              /** @description In timepoint order; none of them is the current one. */
              readonly studies: readonly {
                readonly studyInstanceUid: string;
                readonly timepoint: string;
                readonly current: boolean;
                /** @description Left out where the charter keeps sex and age from readers. */
                readonly subject?: {
                  readonly sex: string | null;
                  readonly ageYears: number | null;
                };
                readonly series: readonly {
                  readonly seriesInstanceUid: string;
                  readonly role: string | null;
                  readonly problems: readonly (
                    | {
                        /** @enum {string} */
                        readonly code: 'missingSlices';
                        readonly missing: readonly number[];
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unevenSpacing';
                        readonly places: number;
                        /** @description Place along the stack, counted from 1. */
                        readonly after: number;
                        /** @description mm */
                        readonly gapMm: number;
                        /** @description mm */
                        readonly usualMm: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'sharedPosition';
                        readonly images: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'mixedOrientation';
                        readonly orientations: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noGeometry';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noPixelData';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'thickSlices';
                        /** @description mm */
                        readonly thicknessMm: number;
                        /** @description mm */
                        readonly allowedMm: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unsupportedModality';
                        readonly modality: string;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unsupportedKind';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noRole';
                      }
                  )[];
                }[];
                /** @description Received series of images that this read does not show, and why. */
                readonly notShown: readonly {
                  readonly role: string | null;
                  readonly modality: string;
                  readonly problem:
                    | {
                        /** @enum {string} */
                        readonly code: 'missingSlices';
                        readonly missing: readonly number[];
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unevenSpacing';
                        readonly places: number;
                        /** @description Place along the stack, counted from 1. */
                        readonly after: number;
                        /** @description mm */
                        readonly gapMm: number;
                        /** @description mm */
                        readonly usualMm: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'sharedPosition';
                        readonly images: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'mixedOrientation';
                        readonly orientations: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noGeometry';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noPixelData';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'thickSlices';
                        /** @description mm */
                        readonly thicknessMm: number;
                        /** @description mm */
                        readonly allowedMm: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unsupportedModality';
                        readonly modality: string;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unsupportedKind';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noRole';
                      };
                }[];
                /** @description Layouts in which this timepoint is read, as its charter has them; left out of one that is only compared with. */
                readonly stages?: readonly {
                  readonly rows: number;
                  readonly columns: number;
                  /** @description Row by row from the top left. */
                  readonly panes: readonly {
                    /** @description Series role that it shows. */
                    readonly role: string;
                    readonly timepoint: 'current' | 'previous' | 'baseline' | 'nadir' | 'other';
                    readonly windowPreset?: string;
                  }[];
                }[];
                readonly timepointId: string;
              }[];
              /** @description What keeps the draft as it stands from being signed. */
              readonly openItems: readonly {
                readonly timepoint: string | null;
                readonly code: string;
                readonly message: string;
              }[];
              /** @description Codes of reasons. */
              readonly reasons: readonly string[];
              readonly meanings: readonly string[];
              readonly signature: {
                readonly by: string;
                readonly name: string;
                /** @description ISO 8601, UTC. */
                readonly at: string;
                /** @description IANA zone of the installation at that moment. */
                readonly zone: string;
                readonly meaning: string;
                readonly hash: string;
              } | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/adjudications/{adjudicationId}/images': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Where the images of an adjudication are, before it is opened */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly adjudicationId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly adjudicationId: string;
              readonly route: string;
              /** @description In timepoint order, each as its one study. */
              readonly studies: readonly {
                readonly studyInstanceUid: string;
                readonly series: readonly {
                  readonly seriesInstanceUid: string;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/adjudications/{adjudicationId}/draft': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The decision as it stands; its ETag is for the next save */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly adjudicationId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly document: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    /** Save the whole decision; If-Match names the draft it was made from */
    readonly put: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly adjudicationId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly document: unknown;
            /** @description After a conflict: what this window held before its adjudicator chose. */
            readonly replaced?: unknown;
            /** @description What looks like identity in a text and is none, as its writer says; the record keeps that. What the trial knows by name can not be said to be none. */
            readonly notIdentity?: readonly {
              /** @description The text: a JSON Pointer into what is sent, as a refusal named it. */
              readonly path: string;
              readonly kinds: readonly (
                | 'date'
                | 'birth'
                | 'person'
                | 'place'
                | 'phone'
                | 'email'
                | 'webAddress'
                | 'uid'
                | 'number'
                | 'name'
              )[];
            }[];
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly savedAt: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/adjudications/{adjudicationId}/sign': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Sign and lock the decision; what it decides becomes final */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly adjudicationId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly password: string;
            readonly meaning: string;
            readonly requestId: string;
            readonly etag: string;
            /** @description Build of the viewer's plugins in the page that signs; a program has none. */
            readonly plugins?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly signature: {
                readonly by: string;
                readonly name: string;
                /** @description ISO 8601, UTC. */
                readonly at: string;
                /** @description IANA zone of the installation at that moment. */
                readonly zone: string;
                readonly meaning: string;
                readonly hash: string;
              };
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/global-reads/{globalReadId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Open a global read: all timepoints, as signed and as they stand now */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly globalReadId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly globalReadId: string;
              /** @description ready; reconsidering while a timepoint is read again; signed */
              readonly state: string;
              /** @description Names the reads as they stand, for signing. */
              readonly etag: string;
              /** @description The last timepoint as it is signed, with the images and marks of all others. */
              readonly read: {
                readonly readId: string;
                readonly state: string;
                readonly trialName: string;
                readonly track?: {
                  readonly id: string;
                  readonly kind: string;
                };
                readonly subjectCode: string;
                readonly timepoint: string;
                /** @description As the charter tells it; empty where it tells none, or none is known. */
                readonly date: string;
                readonly day: number | null;
                readonly slot: string;
                readonly baseline: boolean;
                readonly charter: {
                  /** @description The primary one. */
                  readonly criterion: string;
                  readonly parameters: unknown;
                  /** @description Criteria that rate the same marks; left out where there are none. */
                  readonly others?: readonly {
                    readonly criterion: string;
                    readonly parameters: unknown;
                  }[];
                  readonly showDerived: string;
                  readonly bulkUnchanged: boolean;
                  /** @description Another response than the calculated one may be given, with its reason. */
                  readonly readerMayDiffer?: boolean;
                  readonly windowPresets?: unknown;
                };
                readonly mode: string;
                readonly studies: readonly {
                  readonly studyInstanceUid: string;
                  readonly timepoint: string;
                  readonly current: boolean;
                  /** @description Left out where the charter keeps sex and age from readers. */
                  readonly subject?: {
                    readonly sex: string | null;
                    readonly ageYears: number | null;
                  };
                  readonly series: readonly {
                    readonly seriesInstanceUid: string;
                    readonly role: string | null;
                    readonly problems: readonly (
                      | {
                          /** @enum {string} */
                          readonly code: 'missingSlices';
                          readonly missing: readonly number[];
                          readonly of: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'unevenSpacing';
                          readonly places: number;
                          /** @description Place along the stack, counted from 1. */
                          readonly after: number;
                          /** @description mm */
                          readonly gapMm: number;
                          /** @description mm */
                          readonly usualMm: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'sharedPosition';
                          readonly images: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'mixedOrientation';
                          readonly orientations: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'noGeometry';
                          readonly images: number;
                          readonly of: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'noPixelData';
                          readonly images: number;
                          readonly of: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'thickSlices';
                          /** @description mm */
                          readonly thicknessMm: number;
                          /** @description mm */
                          readonly allowedMm: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'unsupportedModality';
                          readonly modality: string;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'unsupportedKind';
                          readonly images: number;
                          readonly of: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'noRole';
                        }
                    )[];
                  }[];
                  /** @description Received series of images that this read does not show, and why. */
                  readonly notShown: readonly {
                    readonly role: string | null;
                    readonly modality: string;
                    readonly problem:
                      | {
                          /** @enum {string} */
                          readonly code: 'missingSlices';
                          readonly missing: readonly number[];
                          readonly of: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'unevenSpacing';
                          readonly places: number;
                          /** @description Place along the stack, counted from 1. */
                          readonly after: number;
                          /** @description mm */
                          readonly gapMm: number;
                          /** @description mm */
                          readonly usualMm: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'sharedPosition';
                          readonly images: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'mixedOrientation';
                          readonly orientations: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'noGeometry';
                          readonly images: number;
                          readonly of: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'noPixelData';
                          readonly images: number;
                          readonly of: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'thickSlices';
                          /** @description mm */
                          readonly thicknessMm: number;
                          /** @description mm */
                          readonly allowedMm: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'unsupportedModality';
                          readonly modality: string;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'unsupportedKind';
                          readonly images: number;
                          readonly of: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'noRole';
                        };
                  }[];
                  /** @description Layouts in which this timepoint is read, as its charter has them; left out of one that is only compared with. */
                  readonly stages?: readonly {
                    readonly rows: number;
                    readonly columns: number;
                    /** @description Row by row from the top left. */
                    readonly panes: readonly {
                      /** @description Series role that it shows. */
                      readonly role: string;
                      readonly timepoint: 'current' | 'previous' | 'baseline' | 'nadir' | 'other';
                      readonly windowPreset?: string;
                    }[];
                  }[];
                }[];
                readonly history: readonly {
                  readonly timepoint: string;
                  readonly day: number | null;
                  /** @description As the charter tells it; empty where it tells none, or none is known. */
                  readonly date: string;
                  readonly document: unknown;
                }[];
                /** @description Later timepoints as they stand; where all of a subject are read together alone. */
                readonly later?: readonly {
                  readonly timepoint: string;
                  readonly day: number | null;
                  /** @description As the charter tells it; empty where it tells none, or none is known. */
                  readonly date: string;
                  readonly document: unknown;
                }[];
                /** @description The reads of the subject, by date, where all are read together. */
                readonly together?: readonly {
                  readonly readId: string;
                  readonly timepoint: string;
                  readonly state: string;
                  readonly left: number | null;
                  readonly current: boolean;
                }[];
                readonly signature: {
                  readonly by: string;
                  readonly name: string;
                  /** @description ISO 8601, UTC. */
                  readonly at: string;
                  /** @description IANA zone of the installation at that moment. */
                  readonly zone: string;
                  readonly meaning: string;
                  readonly hash: string;
                } | null;
                readonly derived?: unknown;
                readonly meanings: readonly string[];
              };
              /** @description What is signed at the last timepoint. */
              readonly document: unknown;
              /** @description By date. */
              readonly timepoints: readonly {
                /** @description The read that has the place now. */
                readonly readId: string;
                readonly timepoint: string;
                readonly day: number | null;
                /** @description As the charter tells it; empty where it tells none, or none is known. */
                readonly date: string;
                /** @description Of that read: signed, or read again. */
                readonly state: string;
                readonly signedResponse: string | null;
                readonly response: string | null;
                readonly reason: string | null;
              }[];
              readonly meanings: readonly string[];
              readonly signature: {
                readonly by: string;
                readonly name: string;
                /** @description ISO 8601, UTC. */
                readonly at: string;
                /** @description IANA zone of the installation at that moment. */
                readonly zone: string;
                readonly meaning: string;
                readonly hash: string;
              } | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/global-reads/{globalReadId}/images': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Where the images of a global read are, before it is opened */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly globalReadId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly globalReadId: string;
              readonly route: string;
              /** @description The last timepoint first, then by date, each as its one study. */
              readonly studies: readonly {
                readonly studyInstanceUid: string;
                readonly series: readonly {
                  readonly seriesInstanceUid: string;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/global-reads/{globalReadId}/reconsider': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Change an opinion: a new version of a signed read, with the reason */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly globalReadId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly readId: string;
            readonly reason: string;
            /** @description What looks like identity in a text and is none, as its writer says; the record keeps that. What the trial knows by name can not be said to be none. */
            readonly notIdentity?: readonly {
              /** @description The text: a JSON Pointer into what is sent, as a refusal named it. */
              readonly path: string;
              readonly kinds: readonly (
                | 'date'
                | 'birth'
                | 'person'
                | 'place'
                | 'phone'
                | 'email'
                | 'webAddress'
                | 'uid'
                | 'number'
                | 'name'
              )[];
            }[];
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description The new version. */
              readonly readId: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/global-reads/{globalReadId}/sign': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Sign the global read: the reads stand as they are now, and the course closes */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly globalReadId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly password: string;
            readonly meaning: string;
            readonly requestId: string;
            readonly etag: string;
            /** @description Build of the viewer's plugins in the page that signs; a program has none. */
            readonly plugins?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly signature: {
                readonly by: string;
                readonly name: string;
                /** @description ISO 8601, UTC. */
                readonly at: string;
                /** @description IANA zone of the installation at that moment. */
                readonly zone: string;
                readonly meaning: string;
                readonly hash: string;
              };
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/consensus': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Where I meet other readers for one agreed read, in due order */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly consensus: readonly {
                readonly consensusId: string;
                readonly trialName: string;
                readonly subjectCode: string;
                readonly state: 'open' | 'proposed' | 'agreed';
                /** @description What is to be done by whoever asks: put forward, vote, or wait for the others. */
                readonly turn: 'propose' | 'vote' | 'others' | 'done';
                readonly dueDate: string | null;
                /** @description Cast on what is put forward. */
                readonly votes: number;
                /** @description Readers who vote. */
                readonly of: number;
                /** @description False where its reader may not open it now. */
                readonly isOpen: boolean;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/consensus/{consensusId}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Open a meeting: all reads under neutral names, what was put forward, and votes */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly consensusId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly consensusId: string;
              readonly state: 'open' | 'proposed' | 'agreed';
              /** @description What is to be done by whoever asks: put forward, vote, or wait for the others. */
              readonly turn: 'propose' | 'vote' | 'others' | 'done';
              /** @description Of whoever asks. */
              readonly slot: string;
              /** @description Of all who meet; the first puts forward. They are in another order than the names of the reads. */
              readonly slots: readonly string[];
              readonly trialName: string;
              readonly track?: {
                readonly id: string;
                readonly kind: string;
              };
              readonly subjectCode: string;
              readonly dueDate: string | null;
              readonly charter: {
                readonly criterion: string;
                readonly windowPresets?: unknown;
              };
              readonly timepoints: readonly {
                /** @description What the case calls it. */
                readonly id: string;
                readonly label: string;
                readonly day: number | null;
                /** @description As the charter tells it; empty where it tells none, or none is known. */
                readonly date: string;
              }[];
              readonly case: {
                readonly comparison: {
                  /** @description Whether its readers have to meet. */
                  readonly status: 'concordant' | 'discordant' | 'none';
                  readonly timepoints: readonly string[];
                  readonly differing: readonly string[];
                  readonly differ: readonly string[];
                };
                readonly reads: readonly {
                  /** @description A read, by its neutral name. */
                  readonly name: 'A' | 'B' | 'C' | 'D' | 'E';
                  readonly bestResponse: string;
                  readonly progression: {
                    readonly status: string;
                    readonly timepoint: string | null;
                    readonly day: number | null;
                  };
                  readonly response: {
                    readonly timepoint: string | null;
                    readonly day: number | null;
                  } | null;
                  readonly timepoints: readonly {
                    readonly timepoint: string;
                    readonly response: string | null;
                    readonly burden: {
                      readonly value: number | null;
                      readonly unit: string;
                      readonly lowerBound?: number;
                      readonly nadir?: number | null;
                      readonly changeFromBaselinePct?: number | null;
                      readonly changeFromNadirPct?: number | null;
                      readonly changeFromNadir?: number | null;
                    } | null;
                    readonly newLesions: boolean | null;
                  }[];
                }[];
                readonly differences: readonly {
                  readonly between: {
                    /** @description A read, by its neutral name. */
                    readonly one: 'A' | 'B' | 'C' | 'D' | 'E';
                    /** @description A read, by its neutral name. */
                    readonly other: 'A' | 'B' | 'C' | 'D' | 'E';
                  };
                  /** @description What differs. */
                  readonly kind:
                    | 'newLesionOnlyOne'
                    | 'newLesionEarlier'
                    | 'nonTargetJudgement'
                    | 'readerResponse'
                    | 'readerResponseOnlyOne'
                    | 'targetOnlyOne'
                    | 'otherTarget'
                    | 'nonTargetOnlyOne'
                    | 'role'
                    | 'partOnlyOne'
                    | 'evaluability'
                    | 'timepointEvaluability'
                    | 'state'
                    | 'mergedInto'
                    | 'size'
                    | 'number'
                    | 'nadir'
                    | 'lesionDate'
                    | 'timepointDate'
                    | 'timepointOnlyOne'
                    | 'place'
                    | 'lesionDetail'
                    | 'timepointDetail'
                    | 'reason'
                    | 'quality';
                  readonly timepoint: string | null;
                  readonly lesions: {
                    readonly a: string | null;
                    readonly b: string | null;
                  };
                  readonly field: string | null;
                  readonly by: ('a' | 'b') | null;
                  readonly match: {
                    /** @description How sure it is. */
                    readonly certainty: 'certain' | 'probable' | 'uncertain';
                    /** @description What decided. */
                    readonly by: 'position' | 'location' | 'size';
                    readonly distanceMm: number | null;
                  } | null;
                  readonly said: {
                    readonly a: {
                      readonly [key: string]: (string | number | boolean) | null;
                    };
                    readonly b: {
                      readonly [key: string]: (string | number | boolean) | null;
                    };
                  };
                  readonly message: {
                    readonly key: string;
                    readonly values: {
                      readonly [key: string]: (string | number | boolean) | null;
                    };
                  };
                }[];
              };
              /** @description In the order of the names. */
              readonly documents: readonly {
                /** @description Of the read. */
                readonly name: string;
                readonly reads: readonly {
                  readonly timepoint: string;
                  /** @description The signed read document without its reader's words, with this meeting's own image references. */
                  readonly document: unknown;
                }[];
              }[];
              /** @description In timepoint order; none of them is the current one. */
              readonly studies: readonly {
                readonly studyInstanceUid: string;
                readonly timepoint: string;
                readonly current: boolean;
                /** @description Left out where the charter keeps sex and age from readers. */
                readonly subject?: {
                  readonly sex: string | null;
                  readonly ageYears: number | null;
                };
                readonly series: readonly {
                  readonly seriesInstanceUid: string;
                  readonly role: string | null;
                  readonly problems: readonly (
                    | {
                        /** @enum {string} */
                        readonly code: 'missingSlices';
                        readonly missing: readonly number[];
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unevenSpacing';
                        readonly places: number;
                        /** @description Place along the stack, counted from 1. */
                        readonly after: number;
                        /** @description mm */
                        readonly gapMm: number;
                        /** @description mm */
                        readonly usualMm: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'sharedPosition';
                        readonly images: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'mixedOrientation';
                        readonly orientations: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noGeometry';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noPixelData';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'thickSlices';
                        /** @description mm */
                        readonly thicknessMm: number;
                        /** @description mm */
                        readonly allowedMm: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unsupportedModality';
                        readonly modality: string;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unsupportedKind';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noRole';
                      }
                  )[];
                }[];
                /** @description Received series of images that this read does not show, and why. */
                readonly notShown: readonly {
                  readonly role: string | null;
                  readonly modality: string;
                  readonly problem:
                    | {
                        /** @enum {string} */
                        readonly code: 'missingSlices';
                        readonly missing: readonly number[];
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unevenSpacing';
                        readonly places: number;
                        /** @description Place along the stack, counted from 1. */
                        readonly after: number;
                        /** @description mm */
                        readonly gapMm: number;
                        /** @description mm */
                        readonly usualMm: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'sharedPosition';
                        readonly images: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'mixedOrientation';
                        readonly orientations: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noGeometry';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noPixelData';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'thickSlices';
                        /** @description mm */
                        readonly thicknessMm: number;
                        /** @description mm */
                        readonly allowedMm: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unsupportedModality';
                        readonly modality: string;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'unsupportedKind';
                        readonly images: number;
                        readonly of: number;
                      }
                    | {
                        /** @enum {string} */
                        readonly code: 'noRole';
                      };
                }[];
                /** @description Layouts in which this timepoint is read, as its charter has them; left out of one that is only compared with. */
                readonly stages?: readonly {
                  readonly rows: number;
                  readonly columns: number;
                  /** @description Row by row from the top left. */
                  readonly panes: readonly {
                    /** @description Series role that it shows. */
                    readonly role: string;
                    readonly timepoint: 'current' | 'previous' | 'baseline' | 'nadir' | 'other';
                    readonly windowPreset?: string;
                  }[];
                }[];
                readonly timepointId: string;
              }[];
              /** @description Everything that was put forward, the last one last. */
              readonly proposals: readonly {
                readonly version: number;
                readonly outcome: 'open' | 'agreed' | 'sentBack';
                /** @description A slot. */
                readonly proposedBy: string;
                readonly at: string;
                readonly choice:
                  | {
                      /** @enum {string} */
                      readonly kind: 'read';
                      /** @description A read, by its neutral name. */
                      readonly name: 'A' | 'B' | 'C' | 'D' | 'E';
                    }
                  | {
                      /** @enum {string} */
                      readonly kind: 'perTimepoint';
                      readonly names: {
                        readonly [key: string]: 'A' | 'B' | 'C' | 'D' | 'E';
                      };
                    };
                readonly reason: {
                  /** @description What the proposal rests on. */
                  readonly code:
                    | 'newLesion'
                    | 'nonTarget'
                    | 'targetChoice'
                    | 'measurement'
                    | 'evaluability'
                    | 'imageQuality'
                    | 'criteria'
                    | 'other';
                  readonly text: string;
                };
                /** @description In the order of voting; null is not shown to whoever has still to vote. */
                readonly votes: readonly {
                  readonly slot: string;
                  readonly at: string;
                  readonly vote: ('agree' | 'disagree') | null;
                  readonly reason: string | null;
                }[];
              }[];
              /** @description Codes of reasons. */
              readonly reasons: readonly string[];
              readonly meanings: readonly string[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/consensus/{consensusId}/images': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Where the images of a meeting are, before it is opened */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly consensusId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly consensusId: string;
              /** @description Each timepoint as its one study, under `/reads/{consensusId}/dicomweb`: the two of the first difference first. */
              readonly studies: readonly {
                readonly studyInstanceUid: string;
                readonly series: readonly {
                  readonly seriesInstanceUid: string;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/consensus/{consensusId}/proposals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Put forward which read is to stand, signed; it is a vote for it too */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly consensusId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly proposal: {
              readonly choice:
                | {
                    /** @enum {string} */
                    readonly kind: 'read';
                    /** @description A read, by its neutral name. */
                    readonly name: 'A' | 'B' | 'C' | 'D' | 'E';
                  }
                | {
                    /** @enum {string} */
                    readonly kind: 'perTimepoint';
                    readonly names: {
                      readonly [key: string]: 'A' | 'B' | 'C' | 'D' | 'E';
                    };
                  };
              readonly reason: {
                /** @description What the proposal rests on. */
                readonly code:
                  | 'newLesion'
                  | 'nonTarget'
                  | 'targetChoice'
                  | 'measurement'
                  | 'evaluability'
                  | 'imageQuality'
                  | 'criteria'
                  | 'other';
                readonly text: string;
              };
            };
            /** @description Version of the proposal that was seen last; 0 before the first. */
            readonly after: number;
            readonly password: string;
            readonly meaning: string;
            readonly requestId: string;
            /** @description Build of the viewer's plugins in the page that signs; a program has none. */
            readonly plugins?: string;
            /** @description What looks like identity in a text and is none, as its writer says; the record keeps that. What the trial knows by name can not be said to be none. */
            readonly notIdentity?: readonly {
              /** @description The text: a JSON Pointer into what is sent, as a refusal named it. */
              readonly path: string;
              readonly kinds: readonly (
                | 'date'
                | 'birth'
                | 'person'
                | 'place'
                | 'phone'
                | 'email'
                | 'webAddress'
                | 'uid'
                | 'number'
                | 'name'
              )[];
            }[];
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly version: number;
              readonly contentHash: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/consensus/{consensusId}/votes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Vote on what is put forward, signed; once all agree, it is final */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly consensusId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description Version of the proposal that is meant. */
            readonly proposal: number;
            readonly vote: 'agree' | 'disagree';
            /** @description Needed of whoever disagrees. */
            readonly reason: string;
            readonly password: string;
            readonly meaning: string;
            readonly requestId: string;
            /** @description Build of the viewer's plugins in the page that signs; a program has none. */
            readonly plugins?: string;
            /** @description What looks like identity in a text and is none, as its writer says; the record keeps that. What the trial knows by name can not be said to be none. */
            readonly notIdentity?: readonly {
              /** @description The text: a JSON Pointer into what is sent, as a refusal named it. */
              readonly path: string;
              readonly kinds: readonly (
                | 'date'
                | 'birth'
                | 'person'
                | 'place'
                | 'phone'
                | 'email'
                | 'webAddress'
                | 'uid'
                | 'number'
                | 'name'
              )[];
            }[];
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly state: string;
              readonly contentHash: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/reads/{readId}/facts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Clinical facts that may be seen beside the case by now */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly facts: readonly {
                readonly kind: string;
                readonly name: string | null;
                readonly value: string | null;
                readonly unit: string | null;
                /** @description As your charter tells dates; empty where it tells none. */
                readonly date: string;
                readonly day: number | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/adjudications/{adjudicationId}/facts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Clinical facts that may be seen beside the case by now */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly adjudicationId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly facts: readonly {
                readonly kind: string;
                readonly name: string | null;
                readonly value: string | null;
                readonly unit: string | null;
                /** @description As your charter tells dates; empty where it tells none. */
                readonly date: string;
                readonly day: number | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/global-reads/{globalReadId}/facts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Clinical facts that may be seen beside the case by now */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly globalReadId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly facts: readonly {
                readonly kind: string;
                readonly name: string | null;
                readonly value: string | null;
                readonly unit: string | null;
                /** @description As your charter tells dates; empty where it tells none. */
                readonly date: string;
                readonly day: number | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/consensus/{consensusId}/facts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Clinical facts that may be seen beside the case by now */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly consensusId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly facts: readonly {
                readonly kind: string;
                readonly name: string | null;
                readonly value: string | null;
                readonly unit: string | null;
                /** @description As your charter tells dates; empty where it tells none. */
                readonly date: string;
                readonly day: number | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/reads/{readId}/problems': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What the read's reader flagged, and the answers */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly state: string;
              readonly suspended: boolean;
              readonly problems: readonly {
                readonly problemId: string;
                readonly kind:
                  | 'missingSeries'
                  | 'wrongSubject'
                  | 'identifyingInformation'
                  | 'criticalFinding'
                  | 'correction';
                readonly text: string;
                readonly raisedAt: string;
                readonly decision: ('resume' | 'hold' | 'exclude') | null;
                readonly answers: readonly {
                  readonly text: string;
                  readonly decision: 'resume' | 'hold' | 'exclude';
                  readonly at: string;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Flag a problem: an unsigned read goes on hold, its draft kept */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly kind:
              | 'missingSeries'
              | 'wrongSubject'
              | 'identifyingInformation'
              | 'criticalFinding'
              | 'correction';
            readonly text: string;
            readonly requestId: string;
            /** @description What looks like identity in a text and is none, as its writer says; the record keeps that. What the trial knows by name can not be said to be none. */
            readonly notIdentity?: readonly {
              /** @description The text: a JSON Pointer into what is sent, as a refusal named it. */
              readonly path: string;
              readonly kinds: readonly (
                | 'date'
                | 'birth'
                | 'person'
                | 'place'
                | 'phone'
                | 'email'
                | 'webAddress'
                | 'uid'
                | 'number'
                | 'name'
              )[];
            }[];
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly state: string;
              readonly suspended: boolean;
              readonly problems: readonly {
                readonly problemId: string;
                readonly kind:
                  | 'missingSeries'
                  | 'wrongSubject'
                  | 'identifyingInformation'
                  | 'criticalFinding'
                  | 'correction';
                readonly text: string;
                readonly raisedAt: string;
                readonly decision: ('resume' | 'hold' | 'exclude') | null;
                readonly answers: readonly {
                  readonly text: string;
                  readonly decision: 'resume' | 'hold' | 'exclude';
                  readonly at: string;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/adjudications/{adjudicationId}/problems': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What the adjudicator flagged, and the answers */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly adjudicationId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly state: string;
              readonly suspended: boolean;
              readonly problems: readonly {
                readonly problemId: string;
                readonly kind:
                  | 'missingSeries'
                  | 'wrongSubject'
                  | 'identifyingInformation'
                  | 'criticalFinding'
                  | 'correction';
                readonly text: string;
                readonly raisedAt: string;
                readonly decision: ('resume' | 'hold' | 'exclude') | null;
                readonly answers: readonly {
                  readonly text: string;
                  readonly decision: 'resume' | 'hold' | 'exclude';
                  readonly at: string;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Flag a problem: an unsigned adjudication goes on hold, its draft kept */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly adjudicationId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly kind:
              | 'missingSeries'
              | 'wrongSubject'
              | 'identifyingInformation'
              | 'criticalFinding'
              | 'correction';
            readonly text: string;
            readonly requestId: string;
            /** @description What looks like identity in a text and is none, as its writer says; the record keeps that. What the trial knows by name can not be said to be none. */
            readonly notIdentity?: readonly {
              /** @description The text: a JSON Pointer into what is sent, as a refusal named it. */
              readonly path: string;
              readonly kinds: readonly (
                | 'date'
                | 'birth'
                | 'person'
                | 'place'
                | 'phone'
                | 'email'
                | 'webAddress'
                | 'uid'
                | 'number'
                | 'name'
              )[];
            }[];
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly state: string;
              readonly suspended: boolean;
              readonly problems: readonly {
                readonly problemId: string;
                readonly kind:
                  | 'missingSeries'
                  | 'wrongSubject'
                  | 'identifyingInformation'
                  | 'criticalFinding'
                  | 'correction';
                readonly text: string;
                readonly raisedAt: string;
                readonly decision: ('resume' | 'hold' | 'exclude') | null;
                readonly answers: readonly {
                  readonly text: string;
                  readonly decision: 'resume' | 'hold' | 'exclude';
                  readonly at: string;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/problems': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Problems to answer, the oldest first */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly trial?: string;
          /** @description Its identifier. */
          readonly subject?: string;
          readonly state?: 'open' | 'all';
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly problems: readonly {
                readonly id: string;
                readonly task: 'read' | 'adjudication';
                /** @description The read's or the adjudication's. */
                readonly readId: string;
                readonly trial: string;
                readonly subject: string;
                readonly subjectCode: string;
                readonly timepoint: string;
                readonly slot: string;
                readonly readState: string;
                readonly kind:
                  | 'missingSeries'
                  | 'wrongSubject'
                  | 'identifyingInformation'
                  | 'criticalFinding'
                  | 'correction';
                readonly text: string;
                readonly raisedBy: string;
                readonly raisedAt: string;
                readonly decision: ('resume' | 'hold' | 'exclude') | null;
                readonly answers: number;
                /** @description The answers, the oldest first. */
                readonly thread: readonly {
                  readonly text: string;
                  readonly decision: 'resume' | 'hold' | 'exclude';
                  readonly by: string;
                  readonly at: string;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/problems/{problemId}/answer': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Answer a problem: resume the case, hold it on, or exclude its reader */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly problemId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly text: string;
            readonly decision: 'resume' | 'hold' | 'exclude';
            /** @description What looks like identity in a text and is none, as its writer says; the record keeps that. What the trial knows by name can not be said to be none. */
            readonly notIdentity?: readonly {
              /** @description The text: a JSON Pointer into what is sent, as a refusal named it. */
              readonly path: string;
              readonly kinds: readonly (
                | 'date'
                | 'birth'
                | 'person'
                | 'place'
                | 'phone'
                | 'email'
                | 'webAddress'
                | 'uid'
                | 'number'
                | 'name'
              )[];
            }[];
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly decision: 'resume' | 'hold' | 'exclude';
              readonly readState: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Trials whose charter one may look at, and how it stands */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly trials: readonly {
                readonly id: string;
                readonly name: string;
                readonly demo: boolean;
                readonly roles: readonly string[];
                readonly inForce: number | null;
                readonly newest: {
                  readonly version: number;
                  readonly state:
                    | 'draft'
                    | 'sentForApproval'
                    | 'effective'
                    | 'superseded'
                    | 'rejected';
                  readonly author: string | null;
                } | null;
                /** @description Sent for approval, not decided upon. */
                readonly waiting: readonly {
                  readonly version: number;
                  readonly state:
                    | 'draft'
                    | 'sentForApproval'
                    | 'effective'
                    | 'superseded'
                    | 'rejected';
                  readonly author: string | null;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Deploy a charter: save it, of a new trial or one that exists, and send it for approval */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly charter: string;
            readonly reason?: string;
            readonly scope?: 'newSubjects' | 'newTimepoints' | 'allWithRereading';
            /** @description Into force at once; on a demonstration server alone. */
            readonly demo?: boolean;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly trialId: string;
              readonly code: string;
              readonly version: number;
              readonly hash: string;
              readonly state: 'draft' | 'sentForApproval' | 'effective' | 'superseded' | 'rejected';
              readonly changed: boolean;
              readonly findings: readonly {
                readonly line: number;
                readonly column: number;
                readonly path: string;
                readonly message: string;
              }[];
              readonly next: string | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/versions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The versions of a trial's charter, the latest first */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly versions: readonly {
                readonly version: number;
                readonly state:
                  | 'draft'
                  | 'sentForApproval'
                  | 'effective'
                  | 'superseded'
                  | 'rejected';
                readonly hash: string | null;
                readonly scope: 'newSubjects' | 'newTimepoints' | 'allWithRereading';
                readonly reason: string;
                readonly author: string | null;
                readonly approver: string | null;
                readonly savedAt: string;
                readonly approvedAt: string | null;
                readonly effectiveFrom: string | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Save a draft of the trial's charter, also one with errors, and hear what there is to say of it */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly charter: string;
            readonly reason?: string;
            readonly scope?: 'newSubjects' | 'newTimepoints' | 'allWithRereading';
            /** @description The newest version its author knows of; a newer one refuses the save. */
            readonly after?: number;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly version: number;
              readonly state: 'draft' | 'sentForApproval' | 'effective' | 'superseded' | 'rejected';
              readonly hash: string | null;
              readonly changed: boolean;
              /** @description Why the text is no charter yet. */
              readonly errors: readonly {
                readonly line: number;
                readonly column: number;
                readonly path: string;
                readonly message: string;
              }[];
              /** @description To be known before approval. */
              readonly findings: readonly {
                readonly line: number;
                readonly column: number;
                readonly path: string;
                readonly message: string;
              }[];
              /** @description What the charter asks for and this release does not do. */
              readonly unsupported: readonly {
                readonly path: string;
                readonly message: string;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/versions/{version}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One version: text, resolved charter, state, who wrote it and who decided what */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly version: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly version: number;
              readonly state: 'draft' | 'sentForApproval' | 'effective' | 'superseded' | 'rejected';
              readonly hash: string | null;
              readonly scope: 'newSubjects' | 'newTimepoints' | 'allWithRereading';
              readonly reason: string;
              readonly author: string | null;
              readonly approver: string | null;
              readonly savedAt: string;
              readonly approvedAt: string | null;
              readonly effectiveFrom: string | null;
              readonly source: string;
              readonly resolved: unknown;
              /** @description Why the text is no charter yet. */
              readonly errors: readonly {
                readonly line: number;
                readonly column: number;
                readonly path: string;
                readonly message: string;
              }[];
              /** @description To be known before approval. */
              readonly findings: readonly {
                readonly line: number;
                readonly column: number;
                readonly path: string;
                readonly message: string;
              }[];
              /** @description What the charter asks for and this release does not do. */
              readonly unsupported: readonly {
                readonly path: string;
                readonly message: string;
              }[];
              readonly approvalMeanings: readonly string[];
              readonly decisions: readonly {
                readonly act: string;
                readonly by: string;
                readonly at: string;
                readonly reason: string | null;
                readonly meaning: string | null;
                readonly contentHash: string | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/versions/{version}/diff': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What a version changes in the resolved charter, against another or the one in force */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly against?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly version: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly version: number;
              readonly against: number | null;
              readonly changes: readonly {
                /** @description JSON Pointer into the resolved charter. */
                readonly path: string;
                readonly from?: unknown;
                readonly to?: unknown;
                readonly words?: readonly {
                  readonly op: 'same' | 'added' | 'removed';
                  readonly text: string;
                }[];
                /** @enum {boolean} */
                readonly order?: true;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/versions/{version}/impact': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What the approval of a version would mean for the reads that are there now */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly version: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly version: number;
              readonly against: number | null;
              readonly scope: 'newSubjects' | 'newTimepoints' | 'allWithRereading';
              /** @description Criteria that the version adds, removes, runs with other parameters, or compares reads by. */
              readonly criteria: readonly {
                readonly criterion: string;
                readonly change: 'added' | 'removed' | 'parameters' | 'primary';
              }[];
              readonly signed: {
                readonly reads: number;
                /** @enum {number} */
                readonly changed: 0;
                readonly asked: {
                  readonly newSubjects: number;
                  readonly newTimepoints: number;
                  readonly allWithRereading: number;
                };
              };
              readonly open: readonly {
                readonly state: string;
                readonly reads: number;
                readonly follow: {
                  readonly newSubjects: number;
                  readonly newTimepoints: number;
                  readonly allWithRereading: number;
                };
                readonly asked: {
                  readonly newSubjects: number;
                  readonly newTimepoints: number;
                  readonly allWithRereading: number;
                };
              }[];
              readonly subjects: {
                readonly begun: number;
                readonly notBegun: number;
              };
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/versions/{version}/send': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Send a draft for approval */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly version: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly version: number;
              readonly state: 'draft' | 'sentForApproval' | 'effective' | 'superseded' | 'rejected';
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/versions/{version}/approve': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Approve a version as a person other than its author, signed with one's password */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly version: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly password: string;
            readonly meaning: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly version: number;
              readonly state: 'draft' | 'sentForApproval' | 'effective' | 'superseded' | 'rejected';
              /** @description Reads listed to be read again. */
              readonly rereading: number;
              /** @description Of all that the signature binds. */
              readonly contentHash: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/versions/{version}/reject': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Reject a version as a person other than its author */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly version: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly version: number;
              readonly state: 'draft' | 'sentForApproval' | 'effective' | 'superseded' | 'rejected';
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/versions/{version}/recall': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take a sent version back */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly version: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly version: number;
              readonly state: 'draft' | 'sentForApproval' | 'effective' | 'superseded' | 'rejected';
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/charters/check': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** What there is to say of a charter; nothing is saved */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly charter: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly trial: string | null;
              readonly hash: string | null;
              /** @description Why the text is no charter yet. */
              readonly errors: readonly {
                readonly line: number;
                readonly column: number;
                readonly path: string;
                readonly message: string;
              }[];
              /** @description To be known before approval. */
              readonly findings: readonly {
                readonly line: number;
                readonly column: number;
                readonly path: string;
                readonly message: string;
              }[];
              /** @description What the charter asks for and this release does not do. */
              readonly unsupported: readonly {
                readonly path: string;
                readonly message: string;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/charters/examples': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Charters to begin with */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly examples: readonly {
                readonly name: string;
                readonly source: string;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/versions/{version}/impact/reads': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What the approval of a version would do to each read, by the scope it would have */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly from?: number;
          readonly limit?: number;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly version: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Reads of the trial that count. */
              readonly total: number;
              readonly reads: readonly {
                readonly subject: string;
                readonly track: string;
                readonly slot: string;
                readonly timepoint: string | null;
                readonly state: string;
                readonly effect: {
                  readonly newSubjects: 'follows' | 'stays' | 'asked';
                  readonly newTimepoints: 'follows' | 'stays' | 'asked';
                  readonly allWithRereading: 'follows' | 'stays' | 'asked';
                };
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/blinding': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The blinding policy in the variant of a trial: what of an image header passes to readers */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description Of the charter; without one the version in force. */
          readonly version?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly charterVersion: number;
              /** @description SHA-256 over the data of the policy; presentations of images name it. */
              readonly policyVersion: string;
              /** @description What the charter chooses, and what follows from its criteria. */
              readonly variant: {
                /** @description blinding.dates of the charter. */
                readonly dates: 'shifted' | 'offsets' | 'removed' | 'shown';
                /** @description blinding.labels of the charter. */
                readonly labels: 'timepoint' | 'day' | 'letters';
                readonly sexAge: boolean;
                readonly manufacturer: boolean;
                /** @description A criterion takes uptake by lean body mass, so sex and size pass for PET. */
                readonly leanBodyMass: boolean;
              };
              /** @description Kinds of images that are admitted. */
              readonly iods: readonly {
                readonly name: string;
                readonly modality: string;
                readonly sopClass: string;
              }[];
              /** @description All that can pass to a reader; whatever is not here is dropped. */
              readonly attributes: readonly {
                /** @description Eight hexadecimal digits. */
                readonly tag: string;
                readonly keyword: string;
                /** @description Keywords of the sequences in whose items it stands. */
                readonly within: readonly string[];
                readonly modalities: readonly string[];
                /** @description In which form it passes. */
                readonly form:
                  | 'numbers'
                  | 'rounded'
                  | 'nearest'
                  | 'window'
                  | 'codes'
                  | 'names'
                  | 'standardUid'
                  | 'mappedUid'
                  | 'ordinal'
                  | 'moved'
                  | 'movedShifted'
                  | 'movedConstant'
                  | 'asItIs'
                  | 'items'
                  | 'timepointDate'
                  | 'role'
                  | 'subjectCode'
                  | 'age'
                  | 'study'
                  | 'seriesNumber'
                  | 'imagePlace'
                  | 'transferSyntax';
                /** @description Digits, or the values that can pass. */
                readonly values: readonly string[];
                /** @description Why it passes. */
                readonly why:
                  | 'identity'
                  | 'subject'
                  | 'role'
                  | 'order'
                  | 'kind'
                  | 'decoding'
                  | 'pixelValues'
                  | 'geometry'
                  | 'distances'
                  | 'measurability'
                  | 'display'
                  | 'compression'
                  | 'splitting'
                  | 'weighting'
                  | 'density'
                  | 'uptake'
                  | 'decay'
                  | 'leanBodyMass'
                  | 'sexAge'
                  | 'time'
                  | 'scanner';
                readonly by: ('dates' | 'sexAge' | 'manufacturer' | 'leanBodyMass') | null;
                readonly passes: boolean;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/intake': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Look for deliveries in the archive, match them and release what is due */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly trials: readonly {
                readonly trial: string;
                readonly receipts: number;
                readonly matched: number;
                readonly unmatched: readonly {
                  readonly studyUid: string;
                  readonly reason: string;
                }[];
              }[];
              /** @description Courses whose release did not succeed yet. */
              readonly waiting: number;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/export': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Endpoint data of the signed reads that stand, or that stood at an audit entry */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly format?: 'csv';
          /** @description Number of an entry of the trial's audit chain; its last if not given. */
          readonly asOf?: number;
          /** @description Name of a data cut, in place of the entry that declared it. */
          readonly dataCut?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Audit entry of the trial that it is as of. */
              readonly asOf: number;
              readonly files: readonly {
                readonly name: string;
                readonly content: string;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A trial's audit chain, or that named system, as JSON lines */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': string;
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/heads': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Where a chain stood, signed; its end is signed and anchored first */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description PEM of the key that they are signed with. */
              readonly publicKey: string;
              readonly heads: readonly {
                readonly chain: string;
                readonly sequence: number;
                readonly hash: string;
                /** @description ISO 8601, UTC. */
                readonly at: string;
                /** @description Of the key that signed it. */
                readonly keyId: string;
                readonly signature: string;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/entries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A page of a trial's record, or of that named system, by what is looked for */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description Acts, with commas between them. */
          readonly act?: string;
          /** @description Id of an account; server: what nobody did. */
          readonly by?: string;
          readonly role?: string;
          readonly subject?: string;
          readonly read?: string;
          /** @description ISO 8601. */
          readonly from?: string;
          /** @description ISO 8601: before then. */
          readonly to?: string;
          /** @description Words, each the beginning of one in the details. */
          readonly text?: string;
          /** @description Number of an entry in its chain. */
          readonly after?: string;
          /** @description 1 to 200; 50 without it. */
          readonly limit?: string;
          readonly order?: 'newest' | 'oldest';
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly entries: readonly {
                readonly sequence: number;
                readonly at: string;
                readonly zone: string;
                readonly act: string;
                readonly kind: string | null;
                readonly by: {
                  readonly id: string;
                  readonly user: string | null;
                } | null;
                readonly roles: readonly string[];
                readonly subject: {
                  readonly id: string;
                  readonly identifier: string;
                } | null;
                readonly about: {
                  readonly kind: string;
                  readonly name: string;
                } | null;
                readonly readId: string | null;
                readonly differences: readonly {
                  /** @description JSON Pointer of a value, or the thing whose state changed. */
                  readonly path: string;
                  readonly from: string | null;
                  readonly to: string | null;
                }[];
                /** @description How many differences the entry has. */
                readonly changed: number;
                readonly hash: string;
              }[];
              readonly next: number | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/entries/{entry}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A whole entry, with what its ids are called and the words that it has by digest */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          /** @description Number of an entry in its chain. */
          readonly entry: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly row: {
                readonly sequence: number;
                readonly at: string;
                readonly zone: string;
                readonly act: string;
                readonly kind: string | null;
                readonly by: {
                  readonly id: string;
                  readonly user: string | null;
                } | null;
                readonly roles: readonly string[];
                readonly subject: {
                  readonly id: string;
                  readonly identifier: string;
                } | null;
                readonly about: {
                  readonly kind: string;
                  readonly name: string;
                } | null;
                readonly readId: string | null;
                readonly differences: readonly {
                  /** @description JSON Pointer of a value, or the thing whose state changed. */
                  readonly path: string;
                  readonly from: string | null;
                  readonly to: string | null;
                }[];
                /** @description How many differences the entry has. */
                readonly changed: number;
                readonly hash: string;
              };
              readonly previousHash: string;
              readonly software: string | null;
              readonly charter: {
                readonly hash: string;
                readonly version: number | null;
              } | null;
              /** @description As it is stored. */
              readonly entry: unknown;
              readonly differences: readonly {
                /** @description JSON Pointer of a value, or the thing whose state changed. */
                readonly path: string;
                readonly from: string | null;
                readonly to: string | null;
              }[];
              readonly names: readonly {
                readonly id: string;
                readonly kind: string;
                readonly name: string;
                readonly subject: {
                  readonly id: string;
                  readonly identifier: string;
                } | null;
              }[];
              readonly texts: readonly {
                /** @description JSON Pointer of the digest in the details. */
                readonly path: string;
                readonly text: string | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/facets': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What a chain can be narrowed to, and how far it is signed and anchored */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Number of the last entry. */
              readonly entries: number;
              readonly lastHash: string | null;
              readonly acts: readonly string[];
              readonly people: readonly {
                readonly id: string;
                readonly user: string;
                readonly name: string;
              }[];
              readonly head: {
                readonly sequence: number;
                readonly at: string;
              } | null;
              readonly anchored: {
                readonly sequence: number;
                readonly at: string;
              } | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/export': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What is looked for as a file: CSV, or the entries as JSON lines */
    readonly get: {
      readonly parameters: {
        readonly query: {
          /** @description Acts, with commas between them. */
          readonly act?: string;
          /** @description Id of an account; server: what nobody did. */
          readonly by?: string;
          readonly role?: string;
          readonly subject?: string;
          readonly read?: string;
          /** @description ISO 8601. */
          readonly from?: string;
          /** @description ISO 8601: before then. */
          readonly to?: string;
          /** @description Words, each the beginning of one in the details. */
          readonly text?: string;
          readonly format: 'csv' | 'jsonl';
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': string;
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/subjects': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Subjects of a trial by a part of their identifier, with their reads */
    readonly get: {
      readonly parameters: {
        readonly query: {
          readonly text: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly subjects: readonly {
                readonly id: string;
                readonly identifier: string;
                readonly reads: readonly {
                  readonly id: string;
                  readonly timepoint: string | null;
                  readonly track: string;
                  readonly slot: string;
                  readonly version: number;
                  readonly state: string;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/reads/{read}/life': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** All that the record says of a read, from the arrival of its images on */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly read: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly read: {
                readonly id: string;
                readonly timepoint: string | null;
                readonly track: string;
                readonly slot: string;
                readonly version: number;
                readonly state: string;
                readonly subject: {
                  readonly id: string;
                  readonly identifier: string;
                };
              };
              readonly versions: readonly {
                readonly id: string;
                readonly version: number;
              }[];
              readonly events: readonly {
                readonly sequence: number;
                readonly at: string;
                readonly zone: string;
                readonly act: string;
                readonly kind: string | null;
                readonly by: {
                  readonly id: string;
                  readonly user: string | null;
                } | null;
                readonly roles: readonly string[];
                readonly subject: {
                  readonly id: string;
                  readonly identifier: string;
                } | null;
                readonly about: {
                  readonly kind: string;
                  readonly name: string;
                } | null;
                readonly readId: string | null;
                readonly differences: readonly {
                  /** @description JSON Pointer of a value, or the thing whose state changed. */
                  readonly path: string;
                  readonly from: string | null;
                  readonly to: string | null;
                }[];
                /** @description How many differences the entry has. */
                readonly changed: number;
                readonly hash: string;
                readonly meaning: string | null;
                readonly words: readonly string[];
              }[];
              /** @description There are more than are told. */
              readonly cut: boolean;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/reads/{read}/life/export': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The same as a file */
    readonly get: {
      readonly parameters: {
        readonly query: {
          readonly format: 'csv' | 'json';
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly read: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': string;
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/verifications': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** How often the chain was verified, how far one that runs is, and what came of it */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly verifications: readonly {
                readonly id: string;
                readonly state: 'running' | 'done' | 'interrupted';
                readonly entries: number;
                readonly checked: number;
                readonly startedBy: string;
                readonly startedAt: string;
                readonly finishedAt: string | null;
                readonly verdict: {
                  readonly ok: boolean;
                  readonly entries: number;
                  readonly lastHash: string | null;
                  readonly broken: {
                    readonly place: number;
                    readonly sequence: number | null;
                    readonly code: string;
                    readonly message: string;
                  } | null;
                  /** @description Signed heads that contradict the chain. */
                  readonly heads: readonly {
                    readonly sequence: number;
                    readonly at: string;
                    readonly code: string;
                    readonly message: string;
                  }[];
                  readonly provenTo: number;
                  readonly anchoredTo: number | null;
                  readonly headCount: number;
                  readonly notProvable: readonly string[];
                } | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Verify the chain now, in the background */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/reviews': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The reviews of a trial's record, open ones by due date first */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly reviews: readonly {
                readonly id: string;
                readonly title: string;
                readonly state: 'open' | 'signed' | 'withdrawn';
                readonly dueDate: string;
                readonly plannedBy: string;
                readonly plannedAt: string;
                readonly items: number;
                readonly judged: number;
                readonly findings: number;
                readonly openFindings: number;
                readonly signedBy: string | null;
                readonly signedAt: string | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Plan a review and draw its sample */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly title: string;
            readonly fromEntry?: number;
            readonly toEntry?: number;
            /** @description ISO 8601. */
            readonly from?: string;
            /** @description ISO 8601. */
            readonly to?: string;
            readonly acts?: readonly string[];
            readonly reads?: readonly string[];
            readonly sampling:
              | {
                  /** @enum {string} */
                  readonly kind: 'all';
                }
              | {
                  /** @enum {string} */
                  readonly kind: 'every';
                  readonly size: number;
                }
              | {
                  /** @enum {string} */
                  readonly kind: 'random';
                  readonly size: number;
                  /** @description To draw a sample again; one is made without it. */
                  readonly seed?: string;
                };
            readonly dueDate: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly items: number;
              readonly population: number;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/reviews/{review}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A review: its plan, how far it is, and its signature */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly review: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly title: string;
              readonly state: 'open' | 'signed' | 'withdrawn';
              readonly dueDate: string;
              readonly plannedBy: string;
              readonly plannedAt: string;
              readonly items: number;
              readonly judged: number;
              readonly findings: number;
              readonly openFindings: number;
              readonly signedBy: string | null;
              readonly signedAt: string | null;
              /** @description To sign what was seen. */
              readonly version: number;
              readonly entries: {
                readonly from: number;
                readonly to: number;
              };
              readonly period: {
                readonly from: string | null;
                readonly to: string | null;
              };
              readonly acts: readonly string[];
              readonly reads: readonly string[];
              readonly sampling: {
                readonly kind: 'all' | 'every' | 'random';
                readonly size: number | null;
                readonly seed: string | null;
                /** @description Entries among which the sample was drawn. */
                readonly population: number;
              };
              readonly notes: string;
              readonly signature: {
                readonly by: string;
                readonly name: string;
                readonly at: string;
                readonly meaning: string;
                readonly hash: string;
              } | null;
              /** @description What a signature can mean. */
              readonly meanings: readonly string[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/reviews/{review}/items': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A page of its sample, with what was found and what became of it */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly after?: string;
          /** @description 1 to 200; 100 without it. */
          readonly limit?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly review: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly items: readonly {
                readonly place: number;
                /** @description Of the entry as it was drawn. */
                readonly hash: string;
                readonly outcome: ('inOrder' | 'finding' | 'notApplicable') | null;
                readonly severity: ('minor' | 'major' | 'critical') | null;
                readonly text: string | null;
                readonly entry: {
                  readonly sequence: number;
                  readonly at: string;
                  readonly zone: string;
                  readonly act: string;
                  readonly kind: string | null;
                  readonly by: {
                    readonly id: string;
                    readonly user: string | null;
                  } | null;
                  readonly roles: readonly string[];
                  readonly subject: {
                    readonly id: string;
                    readonly identifier: string;
                  } | null;
                  readonly about: {
                    readonly kind: string;
                    readonly name: string;
                  } | null;
                  readonly readId: string | null;
                  readonly differences: readonly {
                    /** @description JSON Pointer of a value, or the thing whose state changed. */
                    readonly path: string;
                    readonly from: string | null;
                    readonly to: string | null;
                  }[];
                  /** @description How many differences the entry has. */
                  readonly changed: number;
                  readonly hash: string;
                };
                readonly closed: boolean;
                readonly responses: readonly {
                  readonly kind: 'answer' | 'close' | 'reopen';
                  readonly text: string;
                  readonly by: string;
                  readonly at: string;
                }[];
              }[];
              readonly next: number | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/reviews/{review}/items/{place}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Say what an entry of the sample is like, or take that back */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly review: string;
          readonly place: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly outcome: ('inOrder' | 'finding' | 'notApplicable') | null;
            readonly severity?: 'minor' | 'major' | 'critical';
            readonly text?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly version: number;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/reviews/{review}/items/{place}/answer': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Answer a finding of a signed review */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly review: string;
          readonly place: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly text: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @enum {boolean} */
              readonly kept: true;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/reviews/{review}/items/{place}/close': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Close a finding of a signed review */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly review: string;
          readonly place: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly text: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @enum {boolean} */
              readonly kept: true;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/reviews/{review}/items/{place}/reopen': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Open a closed finding again */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly review: string;
          readonly place: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly text: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @enum {boolean} */
              readonly kept: true;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/reviews/{review}/notes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Keep notes on a review */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly review: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly notes: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly version: number;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/reviews/{review}/withdraw': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** End a review that nobody will sign */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly review: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly version: number;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/reviews/{review}/sign': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Sign what was found; nothing of it is changed from then on */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly review: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly password: string;
            readonly meaning: string;
            readonly requestId: string;
            readonly version: number;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly contentHash: string;
              readonly signedAt: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/audit/{trial}/reviews/{review}/export': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A signed review as a file, with its signature */
    readonly get: {
      readonly parameters: {
        readonly query: {
          readonly format: 'csv' | 'json';
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly review: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': string;
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/backup': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** A backup of the installation as it is now, as a tar file that says how it ended */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description Also what the image archive holds; unless said where the archive is this installation’s own. */
            readonly images?: boolean;
            /** @description What the secrets are encrypted with; without it they are left out. */
            readonly passphrase?: string;
          };
        };
      };
      readonly responses: {
        /** @description application/x-tar */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': unknown;
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/copy': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** All of a trial as it is now, as a tar file that says how it ended */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description With the images themselves; yes unless said. */
            readonly images?: boolean;
            /** @description What the secrets are encrypted with; without it they are left out. */
            readonly passphrase?: string;
          };
        };
      };
      readonly responses: {
        /** @description application/x-tar */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': unknown;
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trial-copies': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Import a trial from a copy (application/x-tar), all of it or nothing */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: {
          /** @description What the copy was made with, in base64. */
          readonly 'corelab-passphrase'?: string;
          /** @description JSON in base64: what people of the trial are to be called here. */
          readonly 'corelab-names'?: string;
        };
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly trial: {
                readonly id: string;
                readonly code: string;
                readonly name: string;
              };
              readonly rows: number;
              readonly images: number;
              readonly people: readonly string[];
              readonly record: {
                readonly entries: number;
                readonly provenTo: number;
              };
              readonly key: boolean;
              readonly missing: readonly string[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/arrivals/{id}/match': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Say of which subject and timepoint a study is that waits */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly subject: string;
            /** @description A code of the schedule or of an unscheduled visit of the subject; an unscheduled timepoint of the charter is a new visit of the day of the study. */
            readonly timepoint: string;
            readonly site?: string;
            /** @default false */
            readonly newSubject?: boolean;
            /** @description On what it stands: who said so, in which letter, form or call. */
            readonly authority: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly exam: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/arrivals/{id}/refuse': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** A study that waits is not used; its images are kept */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/arrivals/{id}/take-up-again': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** A study that was refused waits again */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/quarantine': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Images that are kept apart, and why, the oldest first */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly state?: 'quarantined' | 'released' | 'refused' | 'all';
          readonly after?: string;
          readonly limit?: number;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly images: readonly {
                readonly id: string;
                readonly state: string;
                readonly causes: readonly string[];
                /** @description Keywords of what identifies a person. */
                readonly attributes: readonly string[];
                /** @description Why it can not be de-identified; null where it can. */
                readonly refusal: string | null;
                readonly studyUid: string;
                readonly sopUid: string;
                readonly sha256: string;
                readonly source: string;
                readonly arrivedAt: string;
                readonly deliveredBy: string | null;
                readonly decidedBy: string | null;
                readonly decidedAt: string | null;
                readonly authority: string | null;
                readonly reason: string | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/quarantine/{id}/release': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Let an image in as it came; what is in its place is kept apart instead */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description On what it stands: who said so, in which letter, form or call. */
            readonly authority: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/quarantine/{id}/refuse': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** An image that is kept apart is not used; its bytes stay */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/deliveries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Receipts of deliveries, the newest first */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly after?: string;
          readonly limit?: number;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly receipts: readonly {
                readonly id: string;
                readonly source: string;
                readonly receivedAt: string;
                readonly by: string | null;
                readonly files: number;
                readonly studies: number;
                readonly outcomes: readonly {
                  readonly outcome: string;
                  readonly files: number;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Upload DICOM files (multipart/form-data or multipart/related) */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly receipt: string;
              readonly files: readonly {
                readonly name: string;
                /** @description stored, alreadyThere, quarantined, refused, notDicom or failed (send it again). */
                readonly outcome: string;
                readonly reason: string | null;
                readonly sha256: string;
                readonly sopUid: string | null;
              }[];
              /** @description Studies of the delivery that belong to an exam now. */
              readonly matched: number;
              /** @description Studies of the delivery that wait to be matched. */
              readonly waiting: number;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/sites/{trial}/dicomweb/studies': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Store DICOM files (STOW-RS, PS3.18 10.5) */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/arrivals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Studies that came, with where they belong or why that is not known */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly state?: 'waiting' | 'matched' | 'refused' | 'all';
          readonly site?: string;
          readonly text?: string;
          readonly order?: 'oldest' | 'newest';
          readonly after?: string;
          readonly limit?: number;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly arrivals: readonly {
                readonly id: string;
                readonly state: string;
                readonly studyUid: string;
                readonly subject: string | null;
                readonly site: string | null;
                readonly timepoint: string | null;
                readonly acquisitionDate: string | null;
                readonly reasons: readonly string[];
                /** @description Subjects that are spelt alike. */
                readonly subjects: readonly string[];
                readonly timepoints: readonly {
                  readonly timepoint: string;
                  /** @description 0 in its window, negative before it. */
                  readonly daysOutside: number;
                }[];
                readonly proposed: string | null;
                readonly images: number;
                /** @description Images of it that are in quarantine. */
                readonly apart: number;
                readonly place: {
                  readonly exam: string;
                  readonly state: string;
                  readonly subject: string;
                  readonly site: string | null;
                  readonly timepoints: readonly string[];
                  readonly date: string | null;
                } | null;
                /** @description How its first images came: orthanc-changes, upload or stow. */
                readonly source: string | null;
                readonly arrivedAt: string;
                readonly decidedBy: string | null;
                readonly authority: string | null;
                readonly reason: string | null;
              }[];
              /** @description Under the filter, on all pages. */
              readonly total: number;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/arrivals/summary': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** How much waits, and where images may belong by the charter in force */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Studies that wait to be matched. */
              readonly waiting: number;
              /** @description Images in quarantine. */
              readonly quarantined: number;
              readonly sites: readonly string[];
              readonly timepoints: readonly {
                readonly timepoint: string;
                readonly label: string;
                readonly kind: string;
              }[];
              readonly roles: readonly string[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/arrivals/subjects': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Subjects by letters of their identifier, with what there is of each timepoint */
    readonly get: {
      readonly parameters: {
        readonly query: {
          readonly text: string;
          readonly limit?: number;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly subjects: readonly {
                readonly subject: string;
                readonly site: string | null;
                readonly timepoints: readonly {
                  readonly timepoint: string;
                  readonly kind: string;
                  readonly date: string | null;
                  readonly state: string;
                  readonly exams: number;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/arrivals/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One study that came: its series, its deliveries, what was done */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly arrival: {
                readonly id: string;
                readonly state: string;
                readonly studyUid: string;
                readonly subject: string | null;
                readonly site: string | null;
                readonly timepoint: string | null;
                readonly acquisitionDate: string | null;
                readonly reasons: readonly string[];
                /** @description Subjects that are spelt alike. */
                readonly subjects: readonly string[];
                readonly timepoints: readonly {
                  readonly timepoint: string;
                  /** @description 0 in its window, negative before it. */
                  readonly daysOutside: number;
                }[];
                readonly proposed: string | null;
                readonly images: number;
                /** @description Images of it that are in quarantine. */
                readonly apart: number;
                readonly place: {
                  readonly exam: string;
                  readonly state: string;
                  readonly subject: string;
                  readonly site: string | null;
                  readonly timepoints: readonly string[];
                  readonly date: string | null;
                } | null;
                /** @description How its first images came: orthanc-changes, upload or stow. */
                readonly source: string | null;
                readonly arrivedAt: string;
                readonly decidedBy: string | null;
                readonly authority: string | null;
                readonly reason: string | null;
              };
              readonly series: readonly {
                /** @description By which it is corrected, once the study belongs to an exam. */
                readonly id: string | null;
                readonly seriesUid: string;
                readonly images: number;
                readonly apart: number;
                readonly modality: string | null;
                readonly role: string | null;
                readonly acquisitionDate: string | null;
                readonly problems: readonly (
                  | {
                      /** @enum {string} */
                      readonly code: 'missingSlices';
                      readonly missing: readonly number[];
                      readonly of: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'unevenSpacing';
                      readonly places: number;
                      /** @description Place along the stack, counted from 1. */
                      readonly after: number;
                      /** @description mm */
                      readonly gapMm: number;
                      /** @description mm */
                      readonly usualMm: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'sharedPosition';
                      readonly images: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'mixedOrientation';
                      readonly orientations: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'noGeometry';
                      readonly images: number;
                      readonly of: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'noPixelData';
                      readonly images: number;
                      readonly of: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'thickSlices';
                      /** @description mm */
                      readonly thicknessMm: number;
                      /** @description mm */
                      readonly allowedMm: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'unsupportedModality';
                      readonly modality: string;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'unsupportedKind';
                      readonly images: number;
                      readonly of: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'noRole';
                    }
                )[];
              }[];
              /** @description False while the archive does not answer: modality, role and problems are not known. */
              readonly described: boolean;
              readonly deliveries: readonly {
                readonly id: string;
                readonly source: string;
                readonly receivedAt: string;
                readonly by: string | null;
                readonly series: readonly {
                  readonly studyUid: string | null;
                  readonly seriesUid: string | null;
                  readonly outcome: string;
                  readonly files: number;
                }[];
              }[];
              readonly history: readonly {
                readonly at: string;
                readonly act: string;
                readonly by: string | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/quarantine/groups': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Images that are kept apart, by delivery and study, the newest first */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly state?: 'quarantined' | 'released' | 'refused' | 'all';
          readonly after?: string;
          readonly limit?: number;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly groups: readonly {
                readonly id: string;
                readonly receipt: string;
                readonly studyUid: string;
                readonly state: string;
                readonly images: number;
                readonly series: number;
                readonly causes: readonly string[];
                /** @description Keywords of what identifies a person. */
                readonly attributes: readonly string[];
                /** @description Why they can not be de-identified; empty where they can. */
                readonly refusals: readonly string[];
                readonly source: string;
                readonly arrivedAt: string;
                readonly deliveredBy: string | null;
                readonly place: {
                  readonly exam: string;
                  readonly state: string;
                  readonly subject: string;
                  readonly site: string | null;
                  readonly timepoints: readonly string[];
                  readonly date: string | null;
                } | null;
                readonly decidedBy: string | null;
                readonly decidedAt: string | null;
                readonly authority: string | null;
                readonly reason: string | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/quarantine/groups/release': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Let in all images of a study and delivery that are in quarantine */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly receipt: string;
            /** @description A UID of DICOM. */
            readonly study: string;
            /** @description On what it stands: who said so, in which letter, form or call. */
            readonly authority: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description About how many it was. */
              readonly images: number;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/quarantine/groups/refuse': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Refuse all images of a study and delivery that are in quarantine */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly receipt: string;
            /** @description A UID of DICOM. */
            readonly study: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description About how many it was. */
              readonly images: number;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/deliveries/{id}/files': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The files of a delivery with their hashes and what became of them */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description A UID of DICOM. */
          readonly study?: string;
          /** @description A UID of DICOM. */
          readonly series?: string;
          readonly after?: number;
          readonly limit?: number;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly files: readonly {
                readonly ordinal: number;
                readonly studyUid: string | null;
                readonly seriesUid: string | null;
                readonly sopUid: string | null;
                readonly sha256: string;
                readonly outcome: string;
                readonly reason: string | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/corrections': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Corrections of exams and series, in the order they were made */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly exam?: string;
          readonly after?: string;
          readonly limit?: number;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly corrections: readonly {
                readonly id: string;
                readonly exam: string;
                readonly series: string | null;
                readonly attribute: string;
                readonly old: string | null;
                readonly new: string;
                readonly authority: string;
                readonly reason: string;
                readonly by: string;
                readonly at: string;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Correct an exam or one of its series; what was received stays */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json':
            | {
                readonly exam: string;
                readonly attribute: 'subject' | 'timepoint' | 'date';
                readonly value: string;
                /** @description On what it stands: who said so, in which letter, form or call. */
                readonly authority: string;
                readonly reason: string;
              }
            | {
                readonly exam: string;
                readonly series: string;
                /** @enum {string} */
                readonly attribute: 'role';
                readonly value: string;
                /** @description On what it stands: who said so, in which letter, form or call. */
                readonly authority: string;
                readonly reason: string;
              };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              /** @description Reads that show the images and are to be decided on. */
              readonly marked: number;
              readonly reads: readonly {
                readonly subject: string;
                readonly timepoint: string | null;
                readonly track: string;
                readonly slot: string;
                readonly component: string;
                readonly state: string;
                readonly cause: string;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/corrections/foresee': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** What a correction would do to reads that have begun; nothing is changed */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json':
            | {
                readonly exam: string;
                readonly attribute: 'subject' | 'timepoint' | 'date';
                readonly value: string;
              }
            | {
                readonly exam: string;
                readonly series: string;
                /** @enum {string} */
                readonly attribute: 'role';
                readonly value: string;
              };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly reads: readonly {
                readonly subject: string;
                readonly timepoint: string | null;
                readonly track: string;
                readonly slot: string;
                readonly component: string;
                readonly state: string;
                readonly cause: string;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/access': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Who may do what, since when, granted by whom: people of the installation */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description Closed accounts and ended grants too. */
          readonly all?: boolean;
          /** @description In user or name. */
          readonly text?: string;
          readonly trial?: string;
          readonly role?:
            | 'reader'
            | 'adjudicator'
            | 'qcTechnologist'
            | 'dataManager'
            | 'admin'
            | 'trainer'
            | 'auditor'
            | 'sponsor'
            | 'siteCoordinator'
            | 'unblindedSupport';
          readonly only?: 'noSecondFactor' | 'tokens' | 'lapsing' | 'administrators';
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Of all that people may do now, whatever the filter. */
              readonly hash: string;
              readonly people: readonly {
                readonly user: string;
                readonly name: string;
                readonly active: boolean;
                readonly createdAt: string;
                readonly closedAt: string | null;
                readonly lastLoginAt: string | null;
                readonly secondFactor: boolean;
                readonly administrator: {
                  readonly since: string;
                  readonly by: string | null;
                } | null;
                /** @description Those that are not revoked. */
                readonly tokens: readonly {
                  readonly name: string;
                  readonly createdAt: string;
                  readonly createdBy: string | null;
                  readonly lastUsedAt: string | null;
                }[];
                readonly grants: readonly {
                  readonly trial: string;
                  readonly role: string;
                  readonly sites: readonly string[];
                  readonly grantedAt: string;
                  readonly grantedBy: string | null;
                  readonly reason: string | null;
                  readonly endedAt: string | null;
                  readonly endedBy: string | null;
                  readonly endReason: string | null;
                }[];
                readonly qualifications: readonly {
                  readonly trial: string;
                  readonly kind: string;
                  readonly charterVersion: number | null;
                  readonly date: string;
                  readonly expiry: string | null;
                  /** @description holds, lapsing (within 60 days) or lapsed. */
                  readonly standing: string;
                }[];
              }[];
              readonly changes: {
                readonly added: readonly {
                  /** @description account, administrator, grant, token, secondFactor or qualification. */
                  readonly kind: string;
                  readonly user: string;
                  readonly trial?: string;
                  /** @description A role, a kind of qualification, or the name of a token. */
                  readonly what?: string;
                  readonly sites?: readonly string[];
                  readonly since?: string;
                  readonly until?: string;
                }[];
                readonly gone: readonly {
                  /** @description account, administrator, grant, token, secondFactor or qualification. */
                  readonly kind: string;
                  readonly user: string;
                  readonly trial?: string;
                  /** @description A role, a kind of qualification, or the name of a token. */
                  readonly what?: string;
                  readonly sites?: readonly string[];
                  readonly since?: string;
                  readonly until?: string;
                }[];
              } | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/access/export': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The same as CSV, of the installation */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description Closed accounts and ended grants too. */
          readonly all?: boolean;
          /** @description In user or name. */
          readonly text?: string;
          readonly trial?: string;
          readonly role?:
            | 'reader'
            | 'adjudicator'
            | 'qcTechnologist'
            | 'dataManager'
            | 'admin'
            | 'trainer'
            | 'auditor'
            | 'sponsor'
            | 'siteCoordinator'
            | 'unblindedSupport';
          readonly only?: 'noSecondFactor' | 'tokens' | 'lapsing' | 'administrators';
        };
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly name: string;
              readonly content: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/access/reviews': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Reviews of who may do what, of the installation */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly reviews: readonly {
                readonly id: string;
                readonly by: string;
                readonly name: string;
                readonly at: string;
                readonly meaning: string;
                readonly note: string;
                readonly hash: string;
                readonly changes: {
                  readonly added: readonly {
                    /** @description account, administrator, grant, token, secondFactor or qualification. */
                    readonly kind: string;
                    readonly user: string;
                    readonly trial?: string;
                    /** @description A role, a kind of qualification, or the name of a token. */
                    readonly what?: string;
                    readonly sites?: readonly string[];
                    readonly since?: string;
                    readonly until?: string;
                  }[];
                  readonly gone: readonly {
                    /** @description account, administrator, grant, token, secondFactor or qualification. */
                    readonly kind: string;
                    readonly user: string;
                    readonly trial?: string;
                    /** @description A role, a kind of qualification, or the name of a token. */
                    readonly what?: string;
                    readonly sites?: readonly string[];
                    readonly since?: string;
                    readonly until?: string;
                  }[];
                };
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Record a review of who may do what, of the installation, with the password again */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description Of what was looked at. */
            readonly hash: string;
            readonly note: string;
            readonly password: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/access': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Who may do what, since when, granted by whom: people of a trial */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description Closed accounts and ended grants too. */
          readonly all?: boolean;
          /** @description In user or name. */
          readonly text?: string;
          readonly trial?: string;
          readonly role?:
            | 'reader'
            | 'adjudicator'
            | 'qcTechnologist'
            | 'dataManager'
            | 'admin'
            | 'trainer'
            | 'auditor'
            | 'sponsor'
            | 'siteCoordinator'
            | 'unblindedSupport';
          readonly only?: 'noSecondFactor' | 'tokens' | 'lapsing' | 'administrators';
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Of all that people may do now, whatever the filter. */
              readonly hash: string;
              readonly people: readonly {
                readonly user: string;
                readonly name: string;
                readonly active: boolean;
                readonly createdAt: string;
                readonly closedAt: string | null;
                readonly lastLoginAt: string | null;
                readonly secondFactor: boolean;
                readonly administrator: {
                  readonly since: string;
                  readonly by: string | null;
                } | null;
                /** @description Those that are not revoked. */
                readonly tokens: readonly {
                  readonly name: string;
                  readonly createdAt: string;
                  readonly createdBy: string | null;
                  readonly lastUsedAt: string | null;
                }[];
                readonly grants: readonly {
                  readonly trial: string;
                  readonly role: string;
                  readonly sites: readonly string[];
                  readonly grantedAt: string;
                  readonly grantedBy: string | null;
                  readonly reason: string | null;
                  readonly endedAt: string | null;
                  readonly endedBy: string | null;
                  readonly endReason: string | null;
                }[];
                readonly qualifications: readonly {
                  readonly trial: string;
                  readonly kind: string;
                  readonly charterVersion: number | null;
                  readonly date: string;
                  readonly expiry: string | null;
                  /** @description holds, lapsing (within 60 days) or lapsed. */
                  readonly standing: string;
                }[];
              }[];
              readonly changes: {
                readonly added: readonly {
                  /** @description account, administrator, grant, token, secondFactor or qualification. */
                  readonly kind: string;
                  readonly user: string;
                  readonly trial?: string;
                  /** @description A role, a kind of qualification, or the name of a token. */
                  readonly what?: string;
                  readonly sites?: readonly string[];
                  readonly since?: string;
                  readonly until?: string;
                }[];
                readonly gone: readonly {
                  /** @description account, administrator, grant, token, secondFactor or qualification. */
                  readonly kind: string;
                  readonly user: string;
                  readonly trial?: string;
                  /** @description A role, a kind of qualification, or the name of a token. */
                  readonly what?: string;
                  readonly sites?: readonly string[];
                  readonly since?: string;
                  readonly until?: string;
                }[];
              } | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/access/export': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The same as CSV, of a trial */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description Closed accounts and ended grants too. */
          readonly all?: boolean;
          /** @description In user or name. */
          readonly text?: string;
          readonly trial?: string;
          readonly role?:
            | 'reader'
            | 'adjudicator'
            | 'qcTechnologist'
            | 'dataManager'
            | 'admin'
            | 'trainer'
            | 'auditor'
            | 'sponsor'
            | 'siteCoordinator'
            | 'unblindedSupport';
          readonly only?: 'noSecondFactor' | 'tokens' | 'lapsing' | 'administrators';
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly name: string;
              readonly content: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/access/reviews': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Reviews of who may do what, of a trial */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly reviews: readonly {
                readonly id: string;
                readonly by: string;
                readonly name: string;
                readonly at: string;
                readonly meaning: string;
                readonly note: string;
                readonly hash: string;
                readonly changes: {
                  readonly added: readonly {
                    /** @description account, administrator, grant, token, secondFactor or qualification. */
                    readonly kind: string;
                    readonly user: string;
                    readonly trial?: string;
                    /** @description A role, a kind of qualification, or the name of a token. */
                    readonly what?: string;
                    readonly sites?: readonly string[];
                    readonly since?: string;
                    readonly until?: string;
                  }[];
                  readonly gone: readonly {
                    /** @description account, administrator, grant, token, secondFactor or qualification. */
                    readonly kind: string;
                    readonly user: string;
                    readonly trial?: string;
                    /** @description A role, a kind of qualification, or the name of a token. */
                    readonly what?: string;
                    readonly sites?: readonly string[];
                    readonly since?: string;
                    readonly until?: string;
                  }[];
                };
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Record a review of who may do what, of a trial, with the password again */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description Of what was looked at. */
            readonly hash: string;
            readonly note: string;
            readonly password: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/accounts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** All accounts, also those that are not active */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly accounts: readonly {
                readonly user: string;
                readonly name: string;
                readonly administrator: boolean;
                readonly active: boolean;
                readonly mustChangePassword: boolean;
                /** @description A code is asked for after the password. */
                readonly secondFactor: boolean;
                /** @description The person logs in with the organisation’s login: `waiting` until the first time, which binds the account. Null where by a password. */
                readonly provider: 'bound' | 'waiting' | null;
                readonly createdAt: string;
              }[];
              /** @description What the organisation’s login is called; null where there is none. */
              readonly identityProvider: string | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Make an account; its password must be changed at the first login */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description A user name. */
            readonly user: string;
            readonly name: string;
            readonly administrator?: boolean;
            /** @description A one-time password, by the rules of any other; without it a random one is made. */
            readonly password?: string;
            /** @description What the organisation’s login calls the person, who logs in there and has no password here. */
            readonly providerUser?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly account: {
                readonly user: string;
                readonly name: string;
                readonly administrator: boolean;
                readonly active: boolean;
                readonly mustChangePassword: boolean;
                /** @description A code is asked for after the password. */
                readonly secondFactor: boolean;
                /** @description The person logs in with the organisation’s login: `waiting` until the first time, which binds the account. Null where by a password. */
                readonly provider: 'bound' | 'waiting' | null;
                readonly createdAt: string;
              };
              /** @description Said this once, and kept as a hash alone; null when the request brought it. */
              readonly oneTimePassword: string | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/accounts/{user}/deactivate': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Close an account: its sessions and tokens end, its work stays */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          /** @description A user name. */
          readonly user: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly user: string;
              readonly name: string;
              readonly administrator: boolean;
              readonly active: boolean;
              readonly mustChangePassword: boolean;
              /** @description A code is asked for after the password. */
              readonly secondFactor: boolean;
              /** @description The person logs in with the organisation’s login: `waiting` until the first time, which binds the account. Null where by a password. */
              readonly provider: 'bound' | 'waiting' | null;
              readonly createdAt: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/accounts/{user}/reactivate': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Open a closed account again */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          /** @description A user name. */
          readonly user: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly user: string;
              readonly name: string;
              readonly administrator: boolean;
              readonly active: boolean;
              readonly mustChangePassword: boolean;
              /** @description A code is asked for after the password. */
              readonly secondFactor: boolean;
              /** @description The person logs in with the organisation’s login: `waiting` until the first time, which binds the account. Null where by a password. */
              readonly provider: 'bound' | 'waiting' | null;
              readonly createdAt: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/accounts/{user}/administrator': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Make an account an administrator of the installation, or take that right */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          /** @description A user name. */
          readonly user: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly administrator: boolean;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly user: string;
              readonly name: string;
              readonly administrator: boolean;
              readonly active: boolean;
              readonly mustChangePassword: boolean;
              /** @description A code is asked for after the password. */
              readonly secondFactor: boolean;
              /** @description The person logs in with the organisation’s login: `waiting` until the first time, which binds the account. Null where by a password. */
              readonly provider: 'bound' | 'waiting' | null;
              readonly createdAt: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/accounts/{user}/reset': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Ask that a person who lost password or second factor is let in anew */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          /** @description A user name. */
          readonly user: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description Take the second factor away as well. */
            readonly secondFactor: boolean;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/account-resets': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Resets that wait for a second administrator, and those decided */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly resets: readonly {
                readonly id: string;
                readonly user: string;
                /** @description The second factor is taken away as well. */
                readonly secondFactor: boolean;
                readonly reason: string;
                readonly askedBy: string | null;
                readonly operator: string | null;
                readonly askedAt: string;
                /** @description asked, done, refused, withdrawn, or tooOld to be confirmed. */
                readonly state: string;
                readonly decidedBy: string | null;
                readonly decidedAt: string | null;
                readonly decisionReason: string | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/account-resets/{id}/confirm': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Confirm a reset: a one-time password; sessions and API tokens end */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly password: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly user: string;
              /** @description Said this once, and kept as a hash alone. */
              readonly oneTimePassword: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/account-resets/{id}/refuse': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Refuse a reset, or take back one that one asked for */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/tokens': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Own API tokens */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly tokens: readonly {
                readonly id: string;
                readonly name: string;
                readonly createdAt: string;
                readonly createdBy: string | null;
                readonly lastUsedAt: string | null;
                readonly revokedAt: string | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Make an API token for oneself; it lives on when the session ends */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description What it is for. */
            readonly name: string;
            readonly password: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              /** @description Said this once, and kept as a hash alone. */
              readonly token: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/tokens/{id}/revoke': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Revoke an own API token */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/accounts/{user}/tokens': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** API tokens that an account has or had */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          /** @description A user name. */
          readonly user: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly tokens: readonly {
                readonly id: string;
                readonly name: string;
                readonly createdAt: string;
                readonly createdBy: string | null;
                readonly lastUsedAt: string | null;
                readonly revokedAt: string | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Give a person an API token */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          /** @description A user name. */
          readonly user: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description What it is for. */
            readonly name: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              /** @description Said this once, and kept as a hash alone. */
              readonly token: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/accounts/{user}/tokens/{id}/revoke': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Revoke an API token of a person */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          /** @description A user name. */
          readonly user: string;
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/people': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Everybody who has or had a role in a trial */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly people: readonly {
                readonly user: string;
                readonly name: string;
                readonly active: boolean;
                /** @description In the order they were granted; ended ones stay. */
                readonly roles: readonly {
                  readonly role: string;
                  readonly sites: readonly string[];
                  readonly grantedAt: string;
                  readonly grantedBy: string | null;
                  readonly reason: string | null;
                  readonly endedAt: string | null;
                  readonly endedBy: string | null;
                  readonly endReason: string | null;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/roles': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Grant a role in a trial */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description A user name. */
            readonly user: string;
            readonly role:
              | 'reader'
              | 'adjudicator'
              | 'qcTechnologist'
              | 'dataManager'
              | 'admin'
              | 'trainer'
              | 'auditor'
              | 'sponsor'
              | 'siteCoordinator'
              | 'unblindedSupport';
            /** @description A site coordinator's sites, by code. */
            readonly sites?: readonly string[];
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly changed: boolean;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/roles/end': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** End a role in a trial; the grant stays on record */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description A user name. */
            readonly user: string;
            readonly role:
              | 'reader'
              | 'adjudicator'
              | 'qcTechnologist'
              | 'dataManager'
              | 'admin'
              | 'trainer'
              | 'auditor'
              | 'sponsor'
              | 'siteCoordinator'
              | 'unblindedSupport';
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly changed: boolean;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/progress': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A page of the progress matrix: subjects by timepoints */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description Id of the track in the charter; the endpoint's unless said. */
          readonly track?: string;
          readonly after?: string;
          /** @description Rows of a page: 50, at most 200. */
          readonly limit?: string;
          readonly site?: string;
          /** @description A user name. */
          readonly reader?: string;
          /** @description What most needs somebody comes first; then what nobody can do now. */
          readonly state?:
            | 'late'
            | 'problem'
            | 'discordant'
            | 'query'
            | 'waiting'
            | 'draft'
            | 'signed'
            | 'final'
            | 'expected'
            | 'notExpected'
            | 'missed'
            | 'notReadable';
          readonly late?: 'true';
          readonly stuck?: 'true';
          readonly text?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly timepoints: readonly {
                readonly timepoint: string;
                readonly label: string;
                readonly kind: string;
                /** @description False beyond the schedule of the charter. */
                readonly planned: boolean;
              }[];
              readonly rows: readonly {
                readonly subject: string;
                readonly site: string | null;
                readonly status: string;
                readonly late: boolean;
                readonly stuck: boolean;
                /** @description In the order of the timepoints; no response, no value. */
                readonly cells: readonly {
                  readonly timepoint: string;
                  /** @description What most needs somebody comes first; then what nobody can do now. */
                  readonly standing:
                    | 'late'
                    | 'problem'
                    | 'discordant'
                    | 'query'
                    | 'waiting'
                    | 'draft'
                    | 'signed'
                    | 'final'
                    | 'expected'
                    | 'notExpected'
                    | 'missed'
                    | 'notReadable';
                  readonly late: boolean;
                  readonly stuck: boolean;
                  readonly problems: number;
                  readonly queries: number;
                  readonly slots: readonly {
                    readonly slot: string;
                    readonly component: string;
                    /** @description What most needs somebody comes first; then what nobody can do now. */
                    readonly standing:
                      | 'late'
                      | 'problem'
                      | 'discordant'
                      | 'query'
                      | 'waiting'
                      | 'draft'
                      | 'signed'
                      | 'final'
                      | 'expected'
                      | 'notExpected'
                      | 'missed'
                      | 'notReadable';
                    /** @description The standing in one character. */
                    readonly mark: string;
                    readonly readState: string | null;
                    readonly late: boolean;
                    readonly stuck:
                      | (
                          | 'subjectStopped'
                          | 'problemOpen'
                          | 'readerExcluded'
                          | 'impactUndecided'
                          | 'returnedToQc'
                          | 'examQuarantined'
                          | 'examQueried'
                          | 'examInQc'
                          | 'queryOpen'
                          | 'queryAnswered'
                          | 'imagesOverdue'
                          | 'imagesExpected'
                          | 'nobodyNamed'
                          | 'nobodyAssigned'
                          | 'readerAccountClosed'
                          | 'readerWithoutRole'
                          | 'readerInConflict'
                          | 'readerSuspended'
                          | 'readerAbsent'
                          | 'readerNotQualified'
                          | 'awaitsBatch'
                          | 'awaitsDataCut'
                          | 'noConsensus'
                          | 'readersMeet'
                          | 'earlierUnsigned'
                          | 'releaseFailed'
                          | 'releasePending'
                        )
                      | null;
                    readonly problems: number;
                    readonly reader: string | null;
                  }[];
                }[];
                readonly whole: {
                  readonly timepoint: string;
                  /** @description What most needs somebody comes first; then what nobody can do now. */
                  readonly standing:
                    | 'late'
                    | 'problem'
                    | 'discordant'
                    | 'query'
                    | 'waiting'
                    | 'draft'
                    | 'signed'
                    | 'final'
                    | 'expected'
                    | 'notExpected'
                    | 'missed'
                    | 'notReadable';
                  readonly late: boolean;
                  readonly stuck: boolean;
                  readonly problems: number;
                  readonly queries: number;
                  readonly slots: readonly {
                    readonly slot: string;
                    readonly component: string;
                    /** @description What most needs somebody comes first; then what nobody can do now. */
                    readonly standing:
                      | 'late'
                      | 'problem'
                      | 'discordant'
                      | 'query'
                      | 'waiting'
                      | 'draft'
                      | 'signed'
                      | 'final'
                      | 'expected'
                      | 'notExpected'
                      | 'missed'
                      | 'notReadable';
                    /** @description The standing in one character. */
                    readonly mark: string;
                    readonly readState: string | null;
                    readonly late: boolean;
                    readonly stuck:
                      | (
                          | 'subjectStopped'
                          | 'problemOpen'
                          | 'readerExcluded'
                          | 'impactUndecided'
                          | 'returnedToQc'
                          | 'examQuarantined'
                          | 'examQueried'
                          | 'examInQc'
                          | 'queryOpen'
                          | 'queryAnswered'
                          | 'imagesOverdue'
                          | 'imagesExpected'
                          | 'nobodyNamed'
                          | 'nobodyAssigned'
                          | 'readerAccountClosed'
                          | 'readerWithoutRole'
                          | 'readerInConflict'
                          | 'readerSuspended'
                          | 'readerAbsent'
                          | 'readerNotQualified'
                          | 'awaitsBatch'
                          | 'awaitsDataCut'
                          | 'noConsensus'
                          | 'readersMeet'
                          | 'earlierUnsigned'
                          | 'releaseFailed'
                          | 'releasePending'
                        )
                      | null;
                    readonly problems: number;
                    readonly reader: string | null;
                  }[];
                } | null;
                readonly course: {
                  readonly state: string | null;
                  readonly slots: readonly {
                    readonly slot: string;
                    readonly state: string;
                  }[];
                };
              }[];
              readonly next: string | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/progress/summary': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** How many slots stand how, by site, timepoint and reader */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description Id of the track in the charter; the endpoint's unless said. */
          readonly track?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly subjects: number;
              readonly total: {
                readonly slots: number;
                readonly late: number;
                readonly stuck: number;
                readonly states: {
                  readonly late?: number;
                  readonly problem?: number;
                  readonly discordant?: number;
                  readonly query?: number;
                  readonly waiting?: number;
                  readonly draft?: number;
                  readonly signed?: number;
                  readonly final?: number;
                  readonly expected?: number;
                  readonly notExpected?: number;
                  readonly missed?: number;
                  readonly notReadable?: number;
                };
              };
              readonly sites: readonly {
                readonly site: string | null;
                readonly slots: number;
                readonly late: number;
                readonly stuck: number;
                readonly states: {
                  readonly late?: number;
                  readonly problem?: number;
                  readonly discordant?: number;
                  readonly query?: number;
                  readonly waiting?: number;
                  readonly draft?: number;
                  readonly signed?: number;
                  readonly final?: number;
                  readonly expected?: number;
                  readonly notExpected?: number;
                  readonly missed?: number;
                  readonly notReadable?: number;
                };
              }[];
              readonly timepoints: readonly {
                readonly timepoint: string;
                readonly slots: number;
                readonly late: number;
                readonly stuck: number;
                readonly states: {
                  readonly late?: number;
                  readonly problem?: number;
                  readonly discordant?: number;
                  readonly query?: number;
                  readonly waiting?: number;
                  readonly draft?: number;
                  readonly signed?: number;
                  readonly final?: number;
                  readonly expected?: number;
                  readonly notExpected?: number;
                  readonly missed?: number;
                  readonly notReadable?: number;
                };
              }[];
              /** @description Not for the sponsor. */
              readonly readers?: readonly {
                readonly reader: string;
                readonly slots: number;
                readonly late: number;
                readonly stuck: number;
                readonly states: {
                  readonly late?: number;
                  readonly problem?: number;
                  readonly discordant?: number;
                  readonly query?: number;
                  readonly waiting?: number;
                  readonly draft?: number;
                  readonly signed?: number;
                  readonly final?: number;
                  readonly expected?: number;
                  readonly notExpected?: number;
                  readonly missed?: number;
                  readonly notReadable?: number;
                };
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/progress/subjects/{subject}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One subject's progress: since when, whose, why not further, and what was done */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description Id of the track in the charter; the endpoint's unless said. */
          readonly track?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly subject: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly row: {
                readonly subject: string;
                readonly site: string | null;
                readonly status: string;
                readonly late: boolean;
                readonly stuck: boolean;
                /** @description In the order of the timepoints; no response, no value. */
                readonly cells: readonly {
                  readonly timepoint: string;
                  /** @description What most needs somebody comes first; then what nobody can do now. */
                  readonly standing:
                    | 'late'
                    | 'problem'
                    | 'discordant'
                    | 'query'
                    | 'waiting'
                    | 'draft'
                    | 'signed'
                    | 'final'
                    | 'expected'
                    | 'notExpected'
                    | 'missed'
                    | 'notReadable';
                  readonly late: boolean;
                  readonly stuck: boolean;
                  readonly problems: number;
                  readonly queries: number;
                  readonly slots: readonly {
                    readonly slot: string;
                    readonly component: string;
                    /** @description What most needs somebody comes first; then what nobody can do now. */
                    readonly standing:
                      | 'late'
                      | 'problem'
                      | 'discordant'
                      | 'query'
                      | 'waiting'
                      | 'draft'
                      | 'signed'
                      | 'final'
                      | 'expected'
                      | 'notExpected'
                      | 'missed'
                      | 'notReadable';
                    /** @description The standing in one character. */
                    readonly mark: string;
                    readonly readState: string | null;
                    readonly late: boolean;
                    readonly stuck:
                      | (
                          | 'subjectStopped'
                          | 'problemOpen'
                          | 'readerExcluded'
                          | 'impactUndecided'
                          | 'returnedToQc'
                          | 'examQuarantined'
                          | 'examQueried'
                          | 'examInQc'
                          | 'queryOpen'
                          | 'queryAnswered'
                          | 'imagesOverdue'
                          | 'imagesExpected'
                          | 'nobodyNamed'
                          | 'nobodyAssigned'
                          | 'readerAccountClosed'
                          | 'readerWithoutRole'
                          | 'readerInConflict'
                          | 'readerSuspended'
                          | 'readerAbsent'
                          | 'readerNotQualified'
                          | 'awaitsBatch'
                          | 'awaitsDataCut'
                          | 'noConsensus'
                          | 'readersMeet'
                          | 'earlierUnsigned'
                          | 'releaseFailed'
                          | 'releasePending'
                        )
                      | null;
                    readonly problems: number;
                    readonly reader: string | null;
                  }[];
                }[];
                readonly whole: {
                  readonly timepoint: string;
                  /** @description What most needs somebody comes first; then what nobody can do now. */
                  readonly standing:
                    | 'late'
                    | 'problem'
                    | 'discordant'
                    | 'query'
                    | 'waiting'
                    | 'draft'
                    | 'signed'
                    | 'final'
                    | 'expected'
                    | 'notExpected'
                    | 'missed'
                    | 'notReadable';
                  readonly late: boolean;
                  readonly stuck: boolean;
                  readonly problems: number;
                  readonly queries: number;
                  readonly slots: readonly {
                    readonly slot: string;
                    readonly component: string;
                    /** @description What most needs somebody comes first; then what nobody can do now. */
                    readonly standing:
                      | 'late'
                      | 'problem'
                      | 'discordant'
                      | 'query'
                      | 'waiting'
                      | 'draft'
                      | 'signed'
                      | 'final'
                      | 'expected'
                      | 'notExpected'
                      | 'missed'
                      | 'notReadable';
                    /** @description The standing in one character. */
                    readonly mark: string;
                    readonly readState: string | null;
                    readonly late: boolean;
                    readonly stuck:
                      | (
                          | 'subjectStopped'
                          | 'problemOpen'
                          | 'readerExcluded'
                          | 'impactUndecided'
                          | 'returnedToQc'
                          | 'examQuarantined'
                          | 'examQueried'
                          | 'examInQc'
                          | 'queryOpen'
                          | 'queryAnswered'
                          | 'imagesOverdue'
                          | 'imagesExpected'
                          | 'nobodyNamed'
                          | 'nobodyAssigned'
                          | 'readerAccountClosed'
                          | 'readerWithoutRole'
                          | 'readerInConflict'
                          | 'readerSuspended'
                          | 'readerAbsent'
                          | 'readerNotQualified'
                          | 'awaitsBatch'
                          | 'awaitsDataCut'
                          | 'noConsensus'
                          | 'readersMeet'
                          | 'earlierUnsigned'
                          | 'releaseFailed'
                          | 'releasePending'
                        )
                      | null;
                    readonly problems: number;
                    readonly reader: string | null;
                  }[];
                } | null;
                readonly course: {
                  readonly state: string | null;
                  readonly slots: readonly {
                    readonly slot: string;
                    readonly state: string;
                  }[];
                };
              };
              readonly timepoints: readonly {
                readonly timepoint: string;
                readonly label: string;
                readonly kind: string;
                readonly state: string;
                readonly since: string | null;
                readonly windowEnd: string | null;
                /** @description Not missed, not unreadable, nor after a declared end of imaging. */
                readonly awaited: boolean;
                readonly places: readonly {
                  readonly slot: string | null;
                  readonly task: ('read' | 'adjudication') | null;
                  readonly readId: string | null;
                  /** @description Its reader has looked at it. */
                  readonly opened: boolean;
                  readonly component: string;
                  /** @description What most needs somebody comes first; then what nobody can do now. */
                  readonly standing:
                    | 'late'
                    | 'problem'
                    | 'discordant'
                    | 'query'
                    | 'waiting'
                    | 'draft'
                    | 'signed'
                    | 'final'
                    | 'expected'
                    | 'notExpected'
                    | 'missed'
                    | 'notReadable';
                  readonly readState: string | null;
                  readonly since: string | null;
                  readonly due: string | null;
                  readonly late: boolean;
                  readonly reader: {
                    readonly user: string;
                    readonly absentUntil: string | null;
                    readonly backup: string | null;
                  } | null;
                  readonly reasons: readonly {
                    /** @description Key of the sentence that says why. */
                    readonly key:
                      | 'subjectStopped'
                      | 'problemOpen'
                      | 'readerExcluded'
                      | 'impactUndecided'
                      | 'returnedToQc'
                      | 'examQuarantined'
                      | 'examQueried'
                      | 'examInQc'
                      | 'queryOpen'
                      | 'queryAnswered'
                      | 'imagesOverdue'
                      | 'imagesExpected'
                      | 'nobodyNamed'
                      | 'nobodyAssigned'
                      | 'readerAccountClosed'
                      | 'readerWithoutRole'
                      | 'readerInConflict'
                      | 'readerSuspended'
                      | 'readerAbsent'
                      | 'readerNotQualified'
                      | 'awaitsBatch'
                      | 'awaitsDataCut'
                      | 'noConsensus'
                      | 'readersMeet'
                      | 'earlierUnsigned'
                      | 'releaseFailed'
                      | 'releasePending';
                    /** @description Somebody other than the reader has to act now. */
                    readonly stuck: boolean;
                    /** @description The role whose turn it is, or system. */
                    readonly needs: string;
                    /** @description Values for the sentence, by name. */
                    readonly params: unknown;
                  }[];
                }[];
              }[];
              readonly whole: readonly {
                readonly slot: string | null;
                readonly task: ('read' | 'adjudication') | null;
                readonly readId: string | null;
                /** @description Its reader has looked at it. */
                readonly opened: boolean;
                readonly component: string;
                /** @description What most needs somebody comes first; then what nobody can do now. */
                readonly standing:
                  | 'late'
                  | 'problem'
                  | 'discordant'
                  | 'query'
                  | 'waiting'
                  | 'draft'
                  | 'signed'
                  | 'final'
                  | 'expected'
                  | 'notExpected'
                  | 'missed'
                  | 'notReadable';
                readonly readState: string | null;
                readonly since: string | null;
                readonly due: string | null;
                readonly late: boolean;
                readonly reader: {
                  readonly user: string;
                  readonly absentUntil: string | null;
                  readonly backup: string | null;
                } | null;
                readonly reasons: readonly {
                  /** @description Key of the sentence that says why. */
                  readonly key:
                    | 'subjectStopped'
                    | 'problemOpen'
                    | 'readerExcluded'
                    | 'impactUndecided'
                    | 'returnedToQc'
                    | 'examQuarantined'
                    | 'examQueried'
                    | 'examInQc'
                    | 'queryOpen'
                    | 'queryAnswered'
                    | 'imagesOverdue'
                    | 'imagesExpected'
                    | 'nobodyNamed'
                    | 'nobodyAssigned'
                    | 'readerAccountClosed'
                    | 'readerWithoutRole'
                    | 'readerInConflict'
                    | 'readerSuspended'
                    | 'readerAbsent'
                    | 'readerNotQualified'
                    | 'awaitsBatch'
                    | 'awaitsDataCut'
                    | 'noConsensus'
                    | 'readersMeet'
                    | 'earlierUnsigned'
                    | 'releaseFailed'
                    | 'releasePending';
                  /** @description Somebody other than the reader has to act now. */
                  readonly stuck: boolean;
                  /** @description The role whose turn it is, or system. */
                  readonly needs: string;
                  /** @description Values for the sentence, by name. */
                  readonly params: unknown;
                }[];
              }[];
              readonly imagingEnd: {
                readonly timepoint: string;
                readonly reason: string;
                readonly declaredBy: string;
                readonly declaredAt: string;
              } | null;
              /** @description The oldest first, also those that do not stand any more. */
              readonly signatures: readonly {
                readonly kind: 'read' | 'adjudication' | 'globalRead';
                readonly readId: string | null;
                readonly timepoint: string | null;
                readonly slot: string;
                readonly version: number;
                readonly by: string;
                readonly name: string;
                /** @description ISO 8601, UTC. */
                readonly at: string;
                /** @description IANA zone of the installation at that moment. */
                readonly zone: string;
                readonly meaning: string;
                readonly hash: string;
                readonly standing: 'stands' | 'superseded' | 'void';
                readonly until: string | null;
              }[];
              readonly history: readonly {
                readonly at: string;
                /** @description Act of the audit entry: key of the words for it. */
                readonly act: string;
                readonly by: string | null;
                readonly timepoint: string | null;
                readonly slot: string | null;
                readonly changes: readonly {
                  readonly thing: string;
                  readonly from: string | null;
                  readonly to: string;
                }[];
                /** @description How often, where it is told once for all. */
                readonly times: number;
                readonly until: string | null;
                readonly params: {
                  readonly [key: string]: string;
                };
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/qualifications': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Qualifications of a trial's people, withdrawn ones too */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description A user name. */
          readonly user?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly qualifications: readonly {
                readonly id: string;
                readonly user: string;
                readonly kind: string;
                readonly charterVersion: number | null;
                readonly documentHash: string | null;
                readonly date: string;
                readonly expiry: string | null;
                readonly grantedBy: string;
                readonly grantedAt: string;
                readonly withdrawnAt: string | null;
                readonly withdrawReason: string | null;
              }[];
              /** @description What people lack today for the roles they have, by the version in force. */
              readonly missing: readonly {
                readonly user: string;
                readonly role: string;
                readonly kind: string;
                readonly expired: string | null;
                readonly charterVersion: number;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Put a qualification of another person on record */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description A user name. */
            readonly user: string;
            readonly kind:
              | 'cv'
              | 'licence'
              | 'gcp'
              | 'system'
              | 'charterTraining'
              | 'readerTest'
              | 'conflictStatement';
            /** @description Of charter training, and of that alone. */
            readonly charterVersion?: number;
            /** @description SHA-256 of the document that shows it. */
            readonly documentHash?: string;
            /** @description YYYY-MM-DD. */
            readonly date: string;
            /** @description YYYY-MM-DD. */
            readonly expiry?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/qualifications/{id}/withdraw': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Withdraw a qualification; it stays on record */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/absences': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Absences of a trial's people */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly absences: readonly {
                readonly id: string;
                readonly user: string;
                readonly from: string;
                readonly to: string;
                readonly backup: string | null;
                readonly recordedBy: string;
                readonly recordedAt: string;
                readonly cancelledAt: string | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** A person of the trial is away: no read is given to them meanwhile */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description A user name. */
            readonly user: string;
            /** @description YYYY-MM-DD. */
            readonly from: string;
            /** @description YYYY-MM-DD. */
            readonly to: string;
            /** @description A user name. */
            readonly backup?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/absences/{id}/cancel': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The person is not away after all, or is back */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/conflicts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Conflicts of interest of a trial's people */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly conflicts: readonly {
                readonly id: string;
                readonly user: string;
                readonly subject: string | null;
                readonly site: string | null;
                readonly reason: string;
                readonly recordedBy: string;
                readonly recordedAt: string;
                readonly endedAt: string | null;
                readonly endReason: string | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** A person must not read a subject, or any subject of a site */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description A user name. */
            readonly user: string;
            readonly subject?: string;
            readonly site?: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/conflicts/{id}/end': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The conflict is over; it stays on record */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/facts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Clinical facts that stand, of the kinds that the charter shows the caller */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description Letters of identifiers. */
          readonly subject?: string;
          readonly kind?:
            | 'randomisation'
            | 'firstDose'
            | 'death'
            | 'newAnticancerTherapy'
            | 'steroids'
            | 'clinicalStatus'
            | 'labs'
            | 'histology'
            | 'priorRadiation'
            | 'priorSurgery'
            | 'weight'
            | 'height'
            | 'sex';
          /** @description `next` of the page before. */
          readonly after?: string;
          /** @description 1 to 200; 50 without it. */
          readonly limit?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Kept by the charter in force, and yours to see. */
              readonly kinds: readonly {
                readonly kind: string;
                readonly per: 'subject' | 'date';
                readonly date: 'required' | 'optional' | 'none';
                readonly named: boolean;
                /** @description What a value can be; `none`: the date is all that is kept. */
                readonly value: {
                  readonly type: 'none' | 'text' | 'choice' | 'number' | 'measured';
                  readonly required?: boolean;
                  readonly choices?: readonly string[];
                  readonly unit?: string;
                  readonly least?: number;
                  readonly most?: number;
                };
                readonly roles: readonly string[];
                /** @description When readers see it: always, afterImagingLocked, neverToReaders. */
                readonly when: string;
              }[];
              /** @description Whether you bring facts in. */
              readonly keeps: boolean;
              /** @description Kept under an earlier version of the charter: shown to nobody. */
              readonly notKept: readonly {
                readonly kind: string;
                readonly facts: number;
              }[];
              readonly facts: readonly {
                readonly id: string;
                readonly subject: string;
                readonly kind: string;
                readonly name: string | null;
                readonly date: string | null;
                readonly value: string | null;
                readonly unit: string | null;
                readonly version: number;
                readonly source: string;
                readonly by: string;
                readonly at: string;
              }[];
              readonly total: number;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Enter or correct one clinical fact by hand; or say what it would do */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly subject: string;
            readonly kind: string;
            readonly date?: string;
            readonly value?: string;
            readonly unit?: string;
            readonly name?: string;
            /** @description The fact that is corrected, where its day or name is another now. */
            readonly replaces?: string;
            readonly reason: string;
            /**
             * @description Only say what it would do.
             * @default false
             */
            readonly preview?: boolean;
            /** @description `tag` of the preview that is confirmed. */
            readonly tag?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description False: this is a preview, and nothing is kept. */
              readonly done: boolean;
              readonly import: string | null;
              /** @description To confirm with: what was looked at is done, or nothing. */
              readonly tag: string;
              readonly added: number;
              readonly changed: number;
              readonly withdrawn: number;
              readonly same: number;
              /** @description With any of them nothing would be kept. */
              readonly findings: readonly {
                /** @description From 1; 0 where it was entered by hand. */
                readonly line: number;
                readonly column: string | null;
                readonly code: string;
                readonly values: {
                  readonly [key: string]: string;
                };
                readonly message: string;
              }[];
              readonly findingCount: number;
              /** @description The first of them; the counts are of all. */
              readonly changes: readonly {
                readonly act: string;
                readonly line: number;
                readonly subject: string;
                readonly kind: string;
                readonly name: string | null;
                readonly before: {
                  readonly date: string | null;
                  readonly value: string | null;
                  readonly unit: string | null;
                } | null;
                readonly after: {
                  readonly date: string | null;
                  readonly value: string | null;
                  readonly unit: string | null;
                } | null;
              }[];
              /** @description Signed reads of the days of changed facts or later; they stay as they are. */
              readonly reads: readonly {
                readonly subject: string;
                readonly timepoint: string | null;
                readonly track: string;
                readonly slot: string;
                readonly version: number;
              }[];
              readonly readCount: number;
              /** @description What stands on these reads. */
              readonly finals: readonly {
                readonly subject: string;
                readonly scope: string;
                readonly criterion: string;
              }[];
              readonly finalCount: number;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/facts/imports': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Files of clinical facts that were brought in, the newest first */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description `next` of the page before. */
          readonly after?: string;
          /** @description 1 to 200; 50 without it. */
          readonly limit?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly imports: readonly {
                readonly id: string;
                readonly source: string;
                readonly file: string;
                readonly sha256: string;
                readonly by: string;
                readonly at: string;
                readonly added: number;
                readonly changed: number;
                readonly same: number;
                readonly reads: number;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/facts/subjects/{subject}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A subject's clinical facts with all their versions */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly subject: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly kinds: readonly {
                readonly kind: string;
                readonly per: 'subject' | 'date';
                readonly date: 'required' | 'optional' | 'none';
                readonly named: boolean;
                /** @description What a value can be; `none`: the date is all that is kept. */
                readonly value: {
                  readonly type: 'none' | 'text' | 'choice' | 'number' | 'measured';
                  readonly required?: boolean;
                  readonly choices?: readonly string[];
                  readonly unit?: string;
                  readonly least?: number;
                  readonly most?: number;
                };
                readonly roles: readonly string[];
                /** @description When readers see it: always, afterImagingLocked, neverToReaders. */
                readonly when: string;
              }[];
              readonly keeps: boolean;
              readonly facts: readonly {
                readonly kind: string;
                readonly name: string | null;
                /** @description The newest first. */
                readonly versions: readonly {
                  readonly id: string;
                  readonly version: number;
                  readonly date: string | null;
                  readonly value: string | null;
                  readonly unit: string | null;
                  readonly withdrawn: boolean;
                  readonly current: boolean;
                  readonly source: string;
                  readonly file: string | null;
                  readonly reason: string | null;
                  readonly by: string;
                  readonly at: string;
                  /** @description Reads that were signed when it came, of its day or later. */
                  readonly touched: readonly {
                    readonly subject: string;
                    readonly timepoint: string | null;
                    readonly track: string;
                    readonly slot: string;
                    readonly version: number;
                  }[];
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/facts/import': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Bring in a CSV file of clinical facts, all of it or nothing; or say what it would do */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly fileName: string;
            /** @description The system or person that the file is from. */
            readonly source: string;
            /**
             * Format: byte
             * @description The bytes of the file, in base64.
             */
            readonly content: string;
            /**
             * @description Only say what it would do.
             * @default false
             */
            readonly preview?: boolean;
            /** @description `tag` of the preview that is confirmed. */
            readonly tag?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description False: this is a preview, and nothing is kept. */
              readonly done: boolean;
              readonly import: string | null;
              /** @description To confirm with: what was looked at is done, or nothing. */
              readonly tag: string;
              readonly added: number;
              readonly changed: number;
              readonly withdrawn: number;
              readonly same: number;
              /** @description With any of them nothing would be kept. */
              readonly findings: readonly {
                /** @description From 1; 0 where it was entered by hand. */
                readonly line: number;
                readonly column: string | null;
                readonly code: string;
                readonly values: {
                  readonly [key: string]: string;
                };
                readonly message: string;
              }[];
              readonly findingCount: number;
              /** @description The first of them; the counts are of all. */
              readonly changes: readonly {
                readonly act: string;
                readonly line: number;
                readonly subject: string;
                readonly kind: string;
                readonly name: string | null;
                readonly before: {
                  readonly date: string | null;
                  readonly value: string | null;
                  readonly unit: string | null;
                } | null;
                readonly after: {
                  readonly date: string | null;
                  readonly value: string | null;
                  readonly unit: string | null;
                } | null;
              }[];
              /** @description Signed reads of the days of changed facts or later; they stay as they are. */
              readonly reads: readonly {
                readonly subject: string;
                readonly timepoint: string | null;
                readonly track: string;
                readonly slot: string;
                readonly version: number;
              }[];
              readonly readCount: number;
              /** @description What stands on these reads. */
              readonly finals: readonly {
                readonly subject: string;
                readonly scope: string;
                readonly criterion: string;
              }[];
              readonly finalCount: number;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/facts/{id}/withdraw': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Withdraw one clinical fact; its versions stay on record */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
            /**
             * @description Only say what it would do.
             * @default false
             */
            readonly preview?: boolean;
            /** @description `tag` of the preview that is confirmed. */
            readonly tag?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description False: this is a preview, and nothing is kept. */
              readonly done: boolean;
              readonly import: string | null;
              /** @description To confirm with: what was looked at is done, or nothing. */
              readonly tag: string;
              readonly added: number;
              readonly changed: number;
              readonly withdrawn: number;
              readonly same: number;
              /** @description With any of them nothing would be kept. */
              readonly findings: readonly {
                /** @description From 1; 0 where it was entered by hand. */
                readonly line: number;
                readonly column: string | null;
                readonly code: string;
                readonly values: {
                  readonly [key: string]: string;
                };
                readonly message: string;
              }[];
              readonly findingCount: number;
              /** @description The first of them; the counts are of all. */
              readonly changes: readonly {
                readonly act: string;
                readonly line: number;
                readonly subject: string;
                readonly kind: string;
                readonly name: string | null;
                readonly before: {
                  readonly date: string | null;
                  readonly value: string | null;
                  readonly unit: string | null;
                } | null;
                readonly after: {
                  readonly date: string | null;
                  readonly value: string | null;
                  readonly unit: string | null;
                } | null;
              }[];
              /** @description Signed reads of the days of changed facts or later; they stay as they are. */
              readonly reads: readonly {
                readonly subject: string;
                readonly timepoint: string | null;
                readonly track: string;
                readonly slot: string;
                readonly version: number;
              }[];
              readonly readCount: number;
              /** @description What stands on these reads. */
              readonly finals: readonly {
                readonly subject: string;
                readonly scope: string;
                readonly criterion: string;
              }[];
              readonly finalCount: number;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/end-of-imaging': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Declare the end of a subject's imaging: later timepoints are not awaited */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly subject: string;
            readonly lastTimepoint: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Codes of the timepoints that are not awaited any more. */
              readonly notAwaited: readonly string[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/end-of-imaging/withdraw': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Withdraw a declared end of a subject's imaging: later timepoints are awaited again; what is final stands */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly subject: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly withdrawn: boolean;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/identity-destructions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Identities of subjects that were destroyed, and that are to be */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly subject?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly destructions: readonly {
                readonly id: string;
                /** @description What the subject is called now. */
                readonly subject: string;
                readonly reason: string;
                readonly askedBy: string;
                readonly askedAt: string;
                /** @description asked, done, refused or withdrawn. */
                readonly state: string;
                readonly decidedBy: string | null;
                readonly decidedAt: string | null;
                readonly decisionReason: string | null;
                readonly destroyed: {
                  /** @description Places of the database that had an identifier. */
                  readonly identifiers: number;
                  /** @description Images of the archive, replaced by ones of the stand-in. */
                  readonly images: number;
                  /** @description Files that were kept apart as received. */
                  readonly keptApart: number;
                  /** @description Texts that persons wrote about the subject. */
                  readonly texts: number;
                  /** @description Other texts in which it was named. */
                  readonly mentions: number;
                  /** @description Rows by table that name it still: what is signed is not changed. */
                  readonly remaining: {
                    readonly [key: string]: number;
                  };
                } | null;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Ask that the identity of a subject is destroyed; another person confirms it */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly subject: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/identity-destructions/{id}/confirm': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Confirm as the second person: the identity is destroyed, and never comes back */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly password: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description What the subject is called from now on. */
              readonly subject: string;
              readonly destroyed: {
                /** @description Places of the database that had an identifier. */
                readonly identifiers: number;
                /** @description Images of the archive, replaced by ones of the stand-in. */
                readonly images: number;
                /** @description Files that were kept apart as received. */
                readonly keptApart: number;
                /** @description Texts that persons wrote about the subject. */
                readonly texts: number;
                /** @description Other texts in which it was named. */
                readonly mentions: number;
                /** @description Rows by table that name it still: what is signed is not changed. */
                readonly remaining: {
                  readonly [key: string]: number;
                };
              };
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/identity-destructions/{id}/refuse': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Refuse a destruction, or take back one that one asked for */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/timepoints/unscheduled': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Add an unscheduled visit of a subject */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly subject: string;
            /** @description Code of an unscheduled timepoint of the charter. */
            readonly timepoint: string;
            /** @description Day of the visit. */
            readonly date: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Code of the visit, of this subject alone. */
              readonly timepoint: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/timepoints/missed': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** There will be no images of a timepoint */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly subject: string;
            readonly timepoint: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly state: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/timepoints/expected': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** A timepoint that was declared missed is expected again */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly subject: string;
            readonly timepoint: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly state: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/timepoints/complete': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** What is there of a timepoint is all that will come */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly subject: string;
            readonly timepoint: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly state: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/timepoints/not-readable': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Nothing of a timepoint can be read: reading goes on */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly subject: string;
            readonly timepoint: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly state: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/batches': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Batches and data cuts in which timepoints were released, and what waits for one */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description Id of the track in the charter; the endpoint's unless said. */
          readonly track?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly when: 'onArrival' | 'batches' | 'subjectComplete' | 'dataCut';
              readonly size: number | null;
              /** @description Timepoints that wait for the next batch or data cut. */
              readonly gathered: number;
              /** @description The first of them, in the order of subjects and dates. */
              readonly waiting: readonly {
                readonly subject: string;
                readonly timepoint: string;
                readonly label: string;
              }[];
              /** @description The latest first. */
              readonly batches: readonly {
                readonly id: string;
                readonly kind: 'batch' | 'dataCut';
                readonly name: string | null;
                readonly timepoints: number;
                readonly releasedBy: string | null;
                readonly releasedAt: string;
                readonly reason: string | null;
                /** @description Its entry in the audit chain: an export can be made as of it. */
                readonly sequence: number;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Release what has gathered: a batch that is not full, or a data cut */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description Id of the track in the charter; the endpoint's unless said. */
            readonly track?: string;
            /** @description By which it is known later; a data cut has one. */
            readonly name?: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly timepoints: number;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/reads/{readId}/replay': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Replay a signed read: what its reader saw, from the record */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly context: {
                readonly readId: string;
                readonly state: string;
                readonly trialName: string;
                readonly track?: {
                  readonly id: string;
                  readonly kind: string;
                };
                readonly subjectCode: string;
                readonly timepoint: string;
                /** @description As the charter tells it; empty where it tells none, or none is known. */
                readonly date: string;
                readonly day: number | null;
                readonly slot: string;
                readonly baseline: boolean;
                readonly charter: {
                  /** @description The primary one. */
                  readonly criterion: string;
                  readonly parameters: unknown;
                  /** @description Criteria that rate the same marks; left out where there are none. */
                  readonly others?: readonly {
                    readonly criterion: string;
                    readonly parameters: unknown;
                  }[];
                  readonly showDerived: string;
                  readonly bulkUnchanged: boolean;
                  /** @description Another response than the calculated one may be given, with its reason. */
                  readonly readerMayDiffer?: boolean;
                  readonly windowPresets?: unknown;
                };
                readonly mode: string;
                readonly studies: readonly {
                  readonly studyInstanceUid: string;
                  readonly timepoint: string;
                  readonly current: boolean;
                  /** @description Left out where the charter keeps sex and age from readers. */
                  readonly subject?: {
                    readonly sex: string | null;
                    readonly ageYears: number | null;
                  };
                  readonly series: readonly {
                    readonly seriesInstanceUid: string;
                    readonly role: string | null;
                    readonly problems: readonly (
                      | {
                          /** @enum {string} */
                          readonly code: 'missingSlices';
                          readonly missing: readonly number[];
                          readonly of: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'unevenSpacing';
                          readonly places: number;
                          /** @description Place along the stack, counted from 1. */
                          readonly after: number;
                          /** @description mm */
                          readonly gapMm: number;
                          /** @description mm */
                          readonly usualMm: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'sharedPosition';
                          readonly images: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'mixedOrientation';
                          readonly orientations: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'noGeometry';
                          readonly images: number;
                          readonly of: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'noPixelData';
                          readonly images: number;
                          readonly of: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'thickSlices';
                          /** @description mm */
                          readonly thicknessMm: number;
                          /** @description mm */
                          readonly allowedMm: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'unsupportedModality';
                          readonly modality: string;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'unsupportedKind';
                          readonly images: number;
                          readonly of: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'noRole';
                        }
                    )[];
                  }[];
                  /** @description Received series of images that this read does not show, and why. */
                  readonly notShown: readonly {
                    readonly role: string | null;
                    readonly modality: string;
                    readonly problem:
                      | {
                          /** @enum {string} */
                          readonly code: 'missingSlices';
                          readonly missing: readonly number[];
                          readonly of: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'unevenSpacing';
                          readonly places: number;
                          /** @description Place along the stack, counted from 1. */
                          readonly after: number;
                          /** @description mm */
                          readonly gapMm: number;
                          /** @description mm */
                          readonly usualMm: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'sharedPosition';
                          readonly images: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'mixedOrientation';
                          readonly orientations: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'noGeometry';
                          readonly images: number;
                          readonly of: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'noPixelData';
                          readonly images: number;
                          readonly of: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'thickSlices';
                          /** @description mm */
                          readonly thicknessMm: number;
                          /** @description mm */
                          readonly allowedMm: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'unsupportedModality';
                          readonly modality: string;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'unsupportedKind';
                          readonly images: number;
                          readonly of: number;
                        }
                      | {
                          /** @enum {string} */
                          readonly code: 'noRole';
                        };
                  }[];
                  /** @description Layouts in which this timepoint is read, as its charter has them; left out of one that is only compared with. */
                  readonly stages?: readonly {
                    readonly rows: number;
                    readonly columns: number;
                    /** @description Row by row from the top left. */
                    readonly panes: readonly {
                      /** @description Series role that it shows. */
                      readonly role: string;
                      readonly timepoint: 'current' | 'previous' | 'baseline' | 'nadir' | 'other';
                      readonly windowPreset?: string;
                    }[];
                  }[];
                }[];
                readonly history: readonly {
                  readonly timepoint: string;
                  readonly day: number | null;
                  /** @description As the charter tells it; empty where it tells none, or none is known. */
                  readonly date: string;
                  readonly document: unknown;
                }[];
                /** @description Later timepoints as they stand; where all of a subject are read together alone. */
                readonly later?: readonly {
                  readonly timepoint: string;
                  readonly day: number | null;
                  /** @description As the charter tells it; empty where it tells none, or none is known. */
                  readonly date: string;
                  readonly document: unknown;
                }[];
                /** @description The reads of the subject, by date, where all are read together. */
                readonly together?: readonly {
                  readonly readId: string;
                  readonly timepoint: string;
                  readonly state: string;
                  readonly left: number | null;
                  readonly current: boolean;
                }[];
                readonly signature: {
                  readonly by: string;
                  readonly name: string;
                  /** @description ISO 8601, UTC. */
                  readonly at: string;
                  /** @description IANA zone of the installation at that moment. */
                  readonly zone: string;
                  readonly meaning: string;
                  readonly hash: string;
                } | null;
                readonly derived?: unknown;
                readonly meanings: readonly string[];
              };
              readonly document: unknown;
              readonly standing: {
                readonly standing: 'stands' | 'superseded' | 'void';
                readonly until: string | null;
              };
              readonly results: {
                readonly primary: {
                  readonly criterion: string;
                  readonly result: unknown;
                };
                readonly others: readonly {
                  readonly criterion: string;
                  readonly result: unknown;
                }[];
              };
              readonly facts: readonly {
                readonly kind: string;
                readonly name: string | null;
                readonly value: string | null;
                readonly unit: string | null;
                /** @description As your charter tells dates; empty where it tells none. */
                readonly date: string;
                readonly day: number | null;
              }[];
              readonly pictures:
                | (
                    | {
                        readonly panes: readonly (
                          | {
                              readonly sopInstanceUid: string;
                              readonly sha256: string;
                              readonly widthPx: number;
                              readonly heightPx: number;
                              /** @description Top left, top right and bottom left of the pane, LPS mm; null where it has none. */
                              readonly cornersLps:
                                | readonly [
                                    readonly [number, number, number],
                                    readonly [number, number, number],
                                    readonly [number, number, number],
                                  ]
                                | null;
                              /** @description Rows of the picture that the words over the pane take. */
                              readonly words: {
                                readonly topPx: number;
                                readonly bottomPx: number;
                              };
                            }
                          | {
                              readonly sopInstanceUid: string;
                              readonly missing: 'unreadable' | 'tooLarge';
                            }
                        )[];
                      }
                    | {
                        readonly missing: 'noViewer' | 'noPanes' | 'unreadable';
                      }
                  )
                | null;
              /** @description False of signatures from before what the read showed was kept: other timepoints are as they stand now. */
              readonly asKept: boolean;
              /** @description What is not as the signature binds it; empty where all is. */
              readonly problems: readonly (
                | 'record'
                | 'document'
                | 'result'
                | 'shown'
                | 'pictures'
              )[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/reads/{readId}/replay/images': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Where the images of a signed read are, before it is replayed */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly readId: string;
              readonly mode: string;
              /** @description Current timepoint first, each as its one study. */
              readonly studies: readonly {
                readonly studyInstanceUid: string;
                readonly series: readonly {
                  readonly seriesInstanceUid: string;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/reads/{readId}/replay/pictures/{sha256}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A picture of a pane that was taken when the read was signed */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly readId: string;
          readonly sha256: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'image/png': unknown;
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'image/png': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'image/png': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/reads/{readId}/report': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A signed read as a PDF: what was found, the pictures and the signature */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/pdf': unknown;
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/pdf': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/pdf': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/tracks': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The tracks of the charter in force, that of the endpoint first */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly tracks: readonly {
                /** @description Id of the track in the charter. */
                readonly track: string;
                readonly kind: string;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/results/tracks': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The tracks of which sites or sponsors are told results, as far as this person */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly tracks: readonly {
                readonly track: string;
                readonly kind: string;
                /** @description The person is told what its readers came to. */
                readonly told: boolean;
                /** @description Sites say what they found themselves. */
                readonly site: boolean;
                /** @description The person says it for a site. */
                readonly enters: boolean;
                /** @description What a visit can be by the trial's primary criterion. */
                readonly responses: readonly string[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/results': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What was found at each visit, by the readers and by the site, by subjects */
    readonly get: {
      readonly parameters: {
        readonly query: {
          readonly track: string;
          readonly after?: string;
          /** @description Subjects of a page: 1 to 200; 50 without it. */
          readonly limit?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly results: readonly {
                readonly subject: string;
                readonly site: string | null;
                readonly timepoint: string;
                readonly label: string;
                readonly date: string | null;
                readonly central: {
                  readonly standing: 'stands' | 'inReview' | 'readAgain';
                  readonly result: string | null;
                  readonly response: string | null;
                  readonly at: string | null;
                } | null;
                readonly bySite: {
                  readonly version: number;
                  readonly response: string;
                  readonly assessedOn: string | null;
                  readonly enteredBy: string;
                  readonly enteredAt: string;
                } | null;
                /** @description Of what the site said last, also where it was withdrawn; 0: nothing. */
                readonly version: number;
                /** @description Who has said that they have seen the result that stands. */
                readonly seen: readonly {
                  readonly by: string;
                  readonly at: string;
                }[];
                readonly toAcknowledge: boolean;
              }[];
              readonly next: string | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/results/acknowledge': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Say that one has seen a result that one is told */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly track: string;
            readonly subject: string;
            readonly timepoint: string;
            readonly result: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @enum {boolean} */
              readonly acknowledged: true;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/site-assessments': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Say what a site found at a visit itself, or withdraw it */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly track: string;
            readonly subject: string;
            readonly timepoint: string;
            readonly response: string | null;
            readonly assessedOn: string | null;
            readonly reason?: string;
            /** @description The version that is known to the person; 0: nothing was said. */
            readonly after: number;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly version: number;
              readonly changed: boolean;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/site-assessments/import': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take a CSV file of what sites found, all of it or nothing; or look at what it would do */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly track: string;
            /**
             * Format: byte
             * @description The file, base64.
             */
            readonly content: string;
            /** @description Nothing is kept. */
            readonly preview?: boolean;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly done: boolean;
              readonly entered: number;
              /** @description Said before. */
              readonly same: number;
              /** @description With any of them nothing is kept. */
              readonly findings: readonly {
                readonly line: number;
                readonly message: string;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/reads/unassigned': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Reads that are nobody's, with who may have them and why others may not */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly offset?: string;
          /** @description 50 unless said otherwise; 200 at most. */
          readonly limit?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly total: number;
              readonly reads: readonly {
                readonly readId: string;
                readonly subject: string;
                readonly timepoint: string;
                readonly slot: string;
                readonly state: string;
                /** @description Who may have it first, of them the least load by the charter. */
                readonly candidates: readonly {
                  readonly user: string;
                  readonly name: string;
                  readonly may: boolean;
                  readonly openReads: number;
                  readonly givenReads: number;
                  readonly obstacles: readonly {
                    readonly code: string;
                    readonly message: string;
                  }[];
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/reads/{readId}/candidates': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Who may have a read, and why others may not */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Who may have it first, of them the least load by the charter. */
              readonly candidates: readonly {
                readonly user: string;
                readonly name: string;
                readonly may: boolean;
                readonly openReads: number;
                readonly givenReads: number;
                readonly obstacles: readonly {
                  readonly code: string;
                  readonly message: string;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/reads/{readId}/assign': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Give a read that is nobody's to a person */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description A user name. */
            readonly user: string;
            readonly reason?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly readId: string;
              readonly user: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/reads/{readId}/move': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Move a read that was not opened to another person */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            /** @description A user name. */
            readonly user: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly readId: string;
              readonly user: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/replacements': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Readers who were replaced, the oldest first */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly replacements: readonly {
                readonly id: string;
                readonly subject: string;
                readonly slot: string;
                readonly from: string;
                readonly to: string;
                readonly how: string;
                readonly reason: string;
                readonly authorisedBy: string;
                readonly replacedBy: string;
                readonly replacedAt: string;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Put another person in the place of a subject's reader in a slot */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly subject: string;
            /** @description Id of the track in the charter; the endpoint's unless said. */
            readonly track?: string;
            readonly slot: string;
            /** @description A user name. */
            readonly user: string;
            readonly how: 'takeOver' | 'continue';
            readonly reason: string;
            /** @description Who allowed it. */
            readonly authorisedBy: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/reads/{readId}/unlock': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Ask for an own signed read to be opened again; a data manager decides */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
            /** @description What looks like identity in a text and is none, as its writer says; the record keeps that. What the trial knows by name can not be said to be none. */
            readonly notIdentity?: readonly {
              /** @description The text: a JSON Pointer into what is sent, as a refusal named it. */
              readonly path: string;
              readonly kinds: readonly (
                | 'date'
                | 'birth'
                | 'person'
                | 'place'
                | 'phone'
                | 'email'
                | 'webAddress'
                | 'uid'
                | 'number'
                | 'name'
              )[];
            }[];
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly state: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/adjudications/{adjudicationId}/unlock': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Ask for an own signed decision to be opened again; a data manager decides */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly adjudicationId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
            /** @description What looks like identity in a text and is none, as its writer says; the record keeps that. What the trial knows by name can not be said to be none. */
            readonly notIdentity?: readonly {
              /** @description The text: a JSON Pointer into what is sent, as a refusal named it. */
              readonly path: string;
              readonly kinds: readonly (
                | 'date'
                | 'birth'
                | 'person'
                | 'place'
                | 'phone'
                | 'email'
                | 'webAddress'
                | 'uid'
                | 'number'
                | 'name'
              )[];
            }[];
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly state: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/reads/{readId}/unlock': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Ask for a signed read to be opened again; a second person decides */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly state: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/adjudications/{adjudicationId}/unlock': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Ask for a signed decision to be opened again; a second person decides */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly adjudicationId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly state: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/adjudications/{adjudicationId}/let-stand': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Let a signed decision stand though a read of it was marked; with the password */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly adjudicationId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
            readonly password: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly state: string;
              readonly contentHash: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/unlocks': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Wishes to open signed reads and decisions again, the oldest first */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly state?: 'open' | 'all';
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly unlocks: readonly {
                readonly id: string;
                readonly state: string;
                readonly task: 'read' | 'adjudication';
                /** @description The read's or the adjudication's. */
                readonly readId: string;
                readonly version: number;
                readonly subject: string;
                readonly timepoint: string;
                readonly slot: string;
                readonly signedBy: string;
                readonly reason: string;
                readonly askedBy: string;
                readonly askedAt: string;
                readonly decidedBy: string | null;
                readonly decidedAt: string | null;
                readonly decisionReason: string | null;
                /** @description What stands on the read, and the act that an approval does to it. */
                readonly dependents: readonly {
                  readonly kind: string;
                  readonly what: string;
                  readonly state: string | null;
                  readonly then: string | null;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/unlocks/{id}/decide': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Open what was signed again as a second person, or refuse; with the password */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly id: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly decision: 'approve' | 'refuse';
            readonly reason: string;
            readonly password: string;
            /** @description Who decides anew where a decision is opened again; the same one if not said. */
            readonly adjudicator?: 'same' | 'another';
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly state: string;
              readonly newReadId: string | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/exams': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Exams of a trial in the order they arrived, a page of them */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly state?:
            | (
                | 'received'
                | 'quarantined'
                | 'matched'
                | 'inQc'
                | 'passed'
                | 'passedWithDeviation'
                | 'queried'
                | 'refused'
                | 'superseded'
                | 'withdrawn'
                | 'notResupplied'
              )
            | 'waiting';
          readonly site?: string;
          readonly subject?: string;
          /** @description Letters of the subject identifier. */
          readonly text?: string;
          /** @description `next` of the page before. */
          readonly after?: string;
          /** @description 1 to 200; 50 without it. */
          readonly limit?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly exams: readonly {
                readonly id: string;
                readonly state:
                  | 'received'
                  | 'quarantined'
                  | 'matched'
                  | 'inQc'
                  | 'passed'
                  | 'passedWithDeviation'
                  | 'queried'
                  | 'refused'
                  | 'superseded'
                  | 'withdrawn'
                  | 'notResupplied';
                readonly version: number;
                readonly subject: string;
                readonly site: string | null;
                readonly timepoints: readonly string[];
                readonly date: string | null;
                readonly claimedBy: string | null;
                readonly series: number;
                readonly withoutRole: number;
                readonly withProblem: number;
                readonly openQueries: number;
                readonly arrivedAt: string;
                /** @description Why it waits, what most needs somebody first; empty when it does not. */
                readonly reasons: readonly (
                  | 'quarantined'
                  | 'siteAsked'
                  | 'siteAnswered'
                  | 'openedAgain'
                  | 'imagesAfterDecision'
                  | 'seriesWithProblem'
                  | 'seriesWithoutRole'
                  | 'everyExam'
                  | 'notChecked'
                )[];
              }[];
              /** @description All of the trial. */
              readonly sites: readonly string[];
              readonly next: string | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/exams/{exam}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** An exam with its series and what was decided of it */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly exam: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly state:
                | 'received'
                | 'quarantined'
                | 'matched'
                | 'inQc'
                | 'passed'
                | 'passedWithDeviation'
                | 'queried'
                | 'refused'
                | 'superseded'
                | 'withdrawn'
                | 'notResupplied';
              readonly version: number;
              readonly subject: string;
              readonly site: string | null;
              readonly timepoints: readonly string[];
              readonly date: string | null;
              readonly claimedBy: string | null;
              readonly series: number;
              readonly withoutRole: number;
              readonly withProblem: number;
              readonly openQueries: number;
              readonly arrivedAt: string;
              /** @description Why it waits, what most needs somebody first; empty when it does not. */
              readonly reasons: readonly (
                | 'quarantined'
                | 'siteAsked'
                | 'siteAnswered'
                | 'openedAgain'
                | 'imagesAfterDecision'
                | 'seriesWithProblem'
                | 'seriesWithoutRole'
                | 'everyExam'
                | 'notChecked'
              )[];
              readonly protocol: {
                readonly qc: 'person' | 'automatic';
                readonly purposes: readonly string[];
                readonly regions: readonly string[];
                readonly roles: readonly {
                  readonly role: string;
                  readonly modality: string;
                  readonly maxSliceThicknessMm: number | null;
                  readonly maxGapMm: number | null;
                  readonly maxPixelSpacingMm: number | null;
                  readonly minCoverageMm: number | null;
                  readonly contrast: ('with' | 'without' | 'either') | null;
                  readonly sameScanner: boolean | null;
                  readonly attributes: readonly {
                    readonly attribute: string;
                    readonly equals: readonly string[];
                    readonly from: number | null;
                    readonly to: number | null;
                    readonly severity: 'major' | 'minor';
                  }[];
                }[];
                readonly timepoints: readonly {
                  readonly timepoint: string;
                  readonly label: string;
                  readonly state: string;
                  readonly roles: readonly {
                    readonly role: string;
                    readonly there: boolean;
                  }[];
                }[];
              } | null;
              /** @description Reads of its timepoints that have not ended; nothing of what is in them. */
              readonly reads: readonly {
                readonly readId: string;
                readonly timepoint: string;
                readonly slot: string;
                readonly component: string;
                readonly version: number;
                readonly state: string;
                /** @description It is unsigned: it can be taken back to QC. */
                readonly returnable: boolean;
              }[];
              readonly seriesList: readonly {
                readonly id: string;
                readonly seriesUid: string;
                readonly date: string | null;
                readonly images: number | null;
                readonly modality: string;
                readonly role: string | null;
                readonly usable: {
                  readonly read: 'yes' | 'limited' | 'no';
                  readonly reason: string | null;
                  readonly purposes?: readonly {
                    /** @description `read`, or the id of a criterion or instrument. */
                    readonly purpose: string;
                    readonly usable: 'yes' | 'limited' | 'no';
                    readonly reason: string | null;
                  }[];
                };
                readonly problems: readonly (
                  | {
                      /** @enum {string} */
                      readonly code: 'missingSlices';
                      readonly missing: readonly number[];
                      readonly of: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'unevenSpacing';
                      readonly places: number;
                      /** @description Place along the stack, counted from 1. */
                      readonly after: number;
                      /** @description mm */
                      readonly gapMm: number;
                      /** @description mm */
                      readonly usualMm: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'sharedPosition';
                      readonly images: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'mixedOrientation';
                      readonly orientations: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'noGeometry';
                      readonly images: number;
                      readonly of: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'noPixelData';
                      readonly images: number;
                      readonly of: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'thickSlices';
                      /** @description mm */
                      readonly thicknessMm: number;
                      /** @description mm */
                      readonly allowedMm: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'unsupportedModality';
                      readonly modality: string;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'unsupportedKind';
                      readonly images: number;
                      readonly of: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'noRole';
                    }
                )[];
                /** @description By a person, of the images it has now. */
                readonly judged: boolean;
              }[];
              readonly decisions: readonly {
                readonly act: string;
                readonly by: string | null;
                readonly at: string;
                readonly reason: string | null;
                readonly deviations: readonly {
                  readonly series: string;
                  readonly purpose: string;
                  readonly text: string;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/exams/{exam}/acquisition': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** How the series of an exam were acquired, as their images in the archive say */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly exam: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly series: readonly {
                readonly series: string;
                readonly images: number;
                readonly number: number | null;
                readonly description: string | null;
                readonly scanner: string | null;
                readonly sliceThicknessMm: {
                  readonly from: number;
                  readonly to: number;
                } | null;
                readonly pixelSpacingMm: {
                  readonly from: number;
                  readonly to: number;
                } | null;
                readonly matrix: string | null;
                readonly kernel: string | null;
                /** @description Whether the images name one. */
                readonly contrastAgent: boolean;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/reads/returned': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Reads that are back in QC, a page of them */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          /** @description `next` of the page before. */
          readonly after?: string;
          /** @description 1 to 200; 50 without it. */
          readonly limit?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly reads: readonly {
                readonly readId: string;
                readonly timepoint: string;
                readonly slot: string;
                readonly component: string;
                readonly version: number;
                readonly state: string;
                /** @description It is unsigned: it can be taken back to QC. */
                readonly returnable: boolean;
                readonly subject: string;
                readonly site: string | null;
                readonly exams: number;
                /** @description Exams of its timepoint that are not through QC. */
                readonly examsInQc: number;
                /** @description A problem of its reader is decided first. */
                readonly problemOpen: boolean;
              }[];
              readonly next: string | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/exams/{exam}/claim': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Take the check of an exam; what somebody else has taken, with a reason */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly exam: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly takeOver?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly state:
                | 'received'
                | 'quarantined'
                | 'matched'
                | 'inQc'
                | 'passed'
                | 'passedWithDeviation'
                | 'queried'
                | 'refused'
                | 'superseded'
                | 'withdrawn'
                | 'notResupplied';
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/exams/{exam}/series': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Confirm or change the roles of series, and what they can be used for */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly exam: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly series: readonly {
              readonly series: string;
              readonly role: string | null;
              readonly usable: readonly {
                /** @description `read`, or the id of a criterion or instrument. */
                readonly purpose: string;
                readonly usable: 'yes' | 'limited' | 'no';
                readonly reason: string | null;
              }[];
            }[];
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly state:
                | 'received'
                | 'quarantined'
                | 'matched'
                | 'inQc'
                | 'passed'
                | 'passedWithDeviation'
                | 'queried'
                | 'refused'
                | 'superseded'
                | 'withdrawn'
                | 'notResupplied';
              readonly version: number;
              readonly subject: string;
              readonly site: string | null;
              readonly timepoints: readonly string[];
              readonly date: string | null;
              readonly claimedBy: string | null;
              readonly series: number;
              readonly withoutRole: number;
              readonly withProblem: number;
              readonly openQueries: number;
              readonly arrivedAt: string;
              /** @description Why it waits, what most needs somebody first; empty when it does not. */
              readonly reasons: readonly (
                | 'quarantined'
                | 'siteAsked'
                | 'siteAnswered'
                | 'openedAgain'
                | 'imagesAfterDecision'
                | 'seriesWithProblem'
                | 'seriesWithoutRole'
                | 'everyExam'
                | 'notChecked'
              )[];
              readonly protocol: {
                readonly qc: 'person' | 'automatic';
                readonly purposes: readonly string[];
                readonly regions: readonly string[];
                readonly roles: readonly {
                  readonly role: string;
                  readonly modality: string;
                  readonly maxSliceThicknessMm: number | null;
                  readonly maxGapMm: number | null;
                  readonly maxPixelSpacingMm: number | null;
                  readonly minCoverageMm: number | null;
                  readonly contrast: ('with' | 'without' | 'either') | null;
                  readonly sameScanner: boolean | null;
                  readonly attributes: readonly {
                    readonly attribute: string;
                    readonly equals: readonly string[];
                    readonly from: number | null;
                    readonly to: number | null;
                    readonly severity: 'major' | 'minor';
                  }[];
                }[];
                readonly timepoints: readonly {
                  readonly timepoint: string;
                  readonly label: string;
                  readonly state: string;
                  readonly roles: readonly {
                    readonly role: string;
                    readonly there: boolean;
                  }[];
                }[];
              } | null;
              /** @description Reads of its timepoints that have not ended; nothing of what is in them. */
              readonly reads: readonly {
                readonly readId: string;
                readonly timepoint: string;
                readonly slot: string;
                readonly component: string;
                readonly version: number;
                readonly state: string;
                /** @description It is unsigned: it can be taken back to QC. */
                readonly returnable: boolean;
              }[];
              readonly seriesList: readonly {
                readonly id: string;
                readonly seriesUid: string;
                readonly date: string | null;
                readonly images: number | null;
                readonly modality: string;
                readonly role: string | null;
                readonly usable: {
                  readonly read: 'yes' | 'limited' | 'no';
                  readonly reason: string | null;
                  readonly purposes?: readonly {
                    /** @description `read`, or the id of a criterion or instrument. */
                    readonly purpose: string;
                    readonly usable: 'yes' | 'limited' | 'no';
                    readonly reason: string | null;
                  }[];
                };
                readonly problems: readonly (
                  | {
                      /** @enum {string} */
                      readonly code: 'missingSlices';
                      readonly missing: readonly number[];
                      readonly of: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'unevenSpacing';
                      readonly places: number;
                      /** @description Place along the stack, counted from 1. */
                      readonly after: number;
                      /** @description mm */
                      readonly gapMm: number;
                      /** @description mm */
                      readonly usualMm: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'sharedPosition';
                      readonly images: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'mixedOrientation';
                      readonly orientations: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'noGeometry';
                      readonly images: number;
                      readonly of: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'noPixelData';
                      readonly images: number;
                      readonly of: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'thickSlices';
                      /** @description mm */
                      readonly thicknessMm: number;
                      /** @description mm */
                      readonly allowedMm: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'unsupportedModality';
                      readonly modality: string;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'unsupportedKind';
                      readonly images: number;
                      readonly of: number;
                    }
                  | {
                      /** @enum {string} */
                      readonly code: 'noRole';
                    }
                )[];
                /** @description By a person, of the images it has now. */
                readonly judged: boolean;
              }[];
              readonly decisions: readonly {
                readonly act: string;
                readonly by: string | null;
                readonly at: string;
                readonly reason: string | null;
                readonly deviations: readonly {
                  readonly series: string;
                  readonly purpose: string;
                  readonly text: string;
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/exams/{exam}/decide': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Pass, pass with deviation, refuse, withdraw, supersede, or look at it again */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly exam: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly act:
              | 'pass'
              | 'passWithDeviation'
              | 'refuse'
              | 'withdraw'
              | 'supersede'
              | 'reopenQc'
              | 'quarantine'
              | 'release';
            readonly reason?: string;
            readonly deviations?: readonly {
              readonly series: string;
              readonly purpose: string;
              readonly text: string;
            }[];
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly state:
                | 'received'
                | 'quarantined'
                | 'matched'
                | 'inQc'
                | 'passed'
                | 'passedWithDeviation'
                | 'queried'
                | 'refused'
                | 'superseded'
                | 'withdrawn'
                | 'notResupplied';
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/exams/{exam}/deidentification': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What was removed, changed and kept of the images of an exam; no value is in it */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly exam: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly off: string | null;
              /** @description Images of the exam that were let in. */
              readonly images: number;
              /** @description By plan, the latest first; none where images are kept as they came. */
              readonly reports: readonly {
                /** @description SHA-256 of the plan. */
                readonly plan: string;
                /** @description Of PS3.15. */
                readonly edition: string;
                readonly options: readonly (
                  | 'retainFullDates'
                  | 'retainModifiedDates'
                  | 'retainPatientCharacteristics'
                  | 'retainUids'
                  | 'retainDeviceIdentity'
                  | 'retainInstitutionIdentity'
                  | 'retainSafePrivate'
                  | 'cleanDescriptors'
                  | 'cleanStructuredContent'
                  | 'cleanGraphics'
                )[];
                readonly images: number;
                readonly firstAt: string;
                readonly lastAt: string;
                readonly entries: readonly {
                  /** @description Tags from the dataset down. */
                  readonly path: string;
                  /** @description Keywords of the tags, as far as they have one. */
                  readonly name: string;
                  readonly action:
                    | 'removed'
                    | 'emptied'
                    | 'replaced'
                    | 'cleaned'
                    | 'kept'
                    | 'dateShifted'
                    | 'uidReplaced';
                  readonly rule:
                    | 'basic'
                    | 'retainFullDates'
                    | 'retainModifiedDates'
                    | 'retainPatientCharacteristics'
                    | 'retainUids'
                    | 'retainDeviceIdentity'
                    | 'retainInstitutionIdentity'
                    | 'retainSafePrivate'
                    | 'cleanDescriptors'
                    | 'cleanStructuredContent'
                    | 'cleanGraphics'
                    | 'unlisted'
                    | 'product'
                    | 'malformed'
                    | 'identity'
                    | 'method'
                    | 'characterSet'
                    | 'mask'
                    | 'overlayBits'
                    | 'commentSegments'
                    | 'beyondPixels';
                  /** @description Images that had it so. */
                  readonly instances: number;
                  readonly elements: number;
                  readonly before: {
                    /** @description Keyed digests of values, the first 128 bits, the least ones. */
                    readonly least: readonly string[];
                    /** @description There were other values. */
                    readonly more: boolean;
                  };
                  readonly after: {
                    /** @description Keyed digests of values, the first 128 bits, the least ones. */
                    readonly least: readonly string[];
                    /** @description There were other values. */
                    readonly more: boolean;
                  };
                }[];
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/exams/{exam}/images': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Open the images of an exam for QC: where a viewer finds them */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly exam: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              /** @description Of this exam as its images are now, under `/qc/exams/{exam}/dicomweb`. */
              readonly studyInstanceUid: string;
              /** @description Those with images that can be shown. */
              readonly series: readonly {
                /** @description Its id in the exam. */
                readonly series: string;
                readonly seriesInstanceUid: string;
                readonly images: number;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/qc/exams/{exam}/dicomweb/studies': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly exam: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/qc/exams/{exam}/dicomweb/studies/{study}/series': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly exam: string;
          readonly study: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/qc/exams/{exam}/dicomweb/studies/{study}/instances': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly exam: string;
          readonly study: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/qc/exams/{exam}/dicomweb/studies/{study}/series/{series}/instances': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly exam: string;
          readonly study: string;
          readonly series: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/qc/exams/{exam}/dicomweb/studies/{study}/metadata': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly exam: string;
          readonly study: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/qc/exams/{exam}/dicomweb/studies/{study}/series/{series}/metadata': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly exam: string;
          readonly study: string;
          readonly series: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/qc/exams/{exam}/dicomweb/studies/{study}/series/{series}/instances/{instance}/frames/{frames}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly exam: string;
          readonly study: string;
          readonly series: string;
          readonly instance: string;
          readonly frames: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/qc/exams/{exam}/dicomweb/{*}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly exam: string;
          readonly '*': string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content?: never;
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/queries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Queries in the order they were asked; a site coordinator sees those of their sites */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly state?: ('open' | 'answered' | 'closed' | 'reopened') | 'unsettled';
          readonly overdue?: 'true';
          readonly site?: string;
          readonly subject?: string;
          /** @description Letters of the subject identifier. */
          readonly text?: string;
          readonly exam?: string;
          /** @description `next` of the page before. */
          readonly after?: string;
          /** @description 1 to 200; 50 without it. */
          readonly limit?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly queries: readonly {
                readonly id: string;
                readonly state: 'open' | 'answered' | 'closed' | 'reopened';
                readonly site: string;
                readonly subject: string;
                readonly exam: string | null;
                readonly timepoints: readonly string[];
                readonly series: string | null;
                readonly seriesModality: string | null;
                readonly seriesRole: string | null;
                readonly rule: string | null;
                readonly text: string;
                readonly dueDate: string;
                readonly overdue: boolean;
                readonly askedAt: string;
                /** @description When the last thing was said in it. */
                readonly saidAt: string;
              }[];
              /** @description Of all queries that the person may see. */
              readonly sites: readonly string[];
              readonly next: string | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    /** Ask the site about an exam, a series of it, or a subject */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly subject?: string;
            readonly exam?: string;
            readonly series?: string;
            readonly rule?: string;
            readonly text: string;
            readonly dueDate: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/queries/{query}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A query with its thread */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly query: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly state: 'open' | 'answered' | 'closed' | 'reopened';
              readonly site: string;
              readonly subject: string;
              readonly exam: string | null;
              readonly timepoints: readonly string[];
              readonly series: string | null;
              readonly seriesModality: string | null;
              readonly seriesRole: string | null;
              readonly rule: string | null;
              readonly text: string;
              readonly dueDate: string;
              readonly overdue: boolean;
              readonly askedAt: string;
              /** @description When the last thing was said in it. */
              readonly saidAt: string;
              readonly thread: readonly {
                readonly act: string;
                readonly text: string;
                readonly by: string | null;
                readonly at: string;
              }[];
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/queries/{query}/answer': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Answer as a coordinator of its site */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly query: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly text?: string;
            readonly dueDate?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly state: 'open' | 'answered' | 'closed' | 'reopened';
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/queries/{query}/close': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The answer settles it */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly query: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly text?: string;
            readonly dueDate?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly state: 'open' | 'answered' | 'closed' | 'reopened';
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/queries/{query}/cancel': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** It is settled without the site, or was asked by mistake */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly query: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly text?: string;
            readonly dueDate?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly state: 'open' | 'answered' | 'closed' | 'reopened';
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/queries/{query}/reopen': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The answer does not settle it: the site has to answer again, by a new day */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly query: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly text?: string;
            readonly dueDate?: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly state: 'open' | 'answered' | 'closed' | 'reopened';
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/queries/{query}/not-resupplied': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** The site will not send it again: the query and its exam end */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly query: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly state: 'open' | 'answered' | 'closed' | 'reopened';
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/impacts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What changed under reads that have begun; what is undecided, or all */
    readonly get: {
      readonly parameters: {
        readonly query?: {
          readonly state?: 'pending' | 'all';
          /** @description `next` of the page before. */
          readonly after?: string;
          /** @description 1 to 200; 50 without it. */
          readonly limit?: string;
        };
        readonly header?: never;
        readonly path: {
          readonly trial: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly impacts: readonly {
                readonly id: string;
                readonly readId: string;
                readonly cause:
                  | 'imagesArrived'
                  | 'imagesLeft'
                  | 'imagesCorrected'
                  | 'earlierRead'
                  | 'insertedTimepoint';
                readonly subject: string;
                readonly timepoint: string;
                readonly slot: string;
                readonly version: number;
                readonly readState: string;
                readonly exam: string | null;
                readonly examDate: string | null;
                readonly changed: string | null;
                readonly noticedAt: string;
                readonly decidable: boolean;
                readonly decision: ('noImpact' | 'laterReads' | 'readAgain') | null;
                readonly decidedBy: string | null;
                readonly reason: string | null;
              }[];
              /** @description What the signature of a decision may mean. */
              readonly meanings: readonly string[];
              readonly next: string | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/impacts/{impact}/decide': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Decide, signed, what a change means for a read */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly impact: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly decision: 'noImpact' | 'laterReads' | 'readAgain';
            readonly password: string;
            readonly meaning: string;
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly id: string;
              readonly decision: 'noImpact' | 'laterReads' | 'readAgain';
              readonly contentHash: string;
              readonly newReadId: string | null;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/reads/{readId}/return-to-qc': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Have the images of an unsigned read looked at again; its draft is kept */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly reason: string;
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly state: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/admin/trials/{trial}/reads/{readId}/leave-qc': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** QC is done with a returned read: it goes on with its draft */
    readonly post: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path: {
          readonly trial: string;
          readonly readId: string;
        };
        readonly cookie?: never;
      };
      readonly requestBody: {
        readonly content: {
          readonly 'application/json': {
            readonly images: 'asBefore' | 'asNow';
          };
        };
      };
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly state: string;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/site': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Which modes are deployed, and whether the archive answers */
    readonly get: {
      readonly parameters: {
        readonly query?: never;
        readonly header?: never;
        readonly path?: never;
        readonly cookie?: never;
      };
      readonly requestBody?: never;
      readonly responses: {
        /** @description Default Response */
        readonly 200: {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly modes: readonly {
                readonly id: string;
                readonly route: string;
              }[];
              readonly language: string;
              readonly archive: {
                readonly state: string;
                readonly message: string;
              };
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '4XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
        /** @description A refusal: stable code, text, and what the code says. */
        readonly '5XX': {
          headers: {
            readonly [name: string]: unknown;
          };
          content: {
            readonly 'application/json': {
              readonly code: string;
              readonly message: string;
            } & {
              readonly [key: string]: unknown;
            };
          };
        };
      };
    };
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
};
export type webhooks = Record<string, never>;
export type components = {
  schemas: never;
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
};
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
