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
              readonly roles: readonly string[];
              /** @description Of the installation: accounts and new trials. */
              readonly administrator: boolean;
              /** @description Trials in which the person has another role than reading, by id. */
              readonly trials: readonly {
                readonly id: string;
                readonly name: string;
                readonly demo: boolean;
                readonly roles: readonly string[];
              }[];
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
              readonly roles: readonly string[];
              /** @description Of the installation: accounts and new trials. */
              readonly administrator: boolean;
              /** @description Trials in which the person has another role than reading, by id. */
              readonly trials: readonly {
                readonly id: string;
                readonly name: string;
                readonly demo: boolean;
                readonly roles: readonly string[];
              }[];
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
              readonly roles: readonly string[];
              /** @description Of the installation: accounts and new trials. */
              readonly administrator: boolean;
              /** @description Trials in which the person has another role than reading, by id. */
              readonly trials: readonly {
                readonly id: string;
                readonly name: string;
                readonly demo: boolean;
                readonly roles: readonly string[];
              }[];
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
                  'default' | 'orchid' | 'arctic' | 'verdant' | 'midnight' | 'slate' | 'deep';
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
              'default' | 'orchid' | 'arctic' | 'verdant' | 'midnight' | 'slate' | 'deep';
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
    /** My reading list */
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
              readonly reads: readonly {
                readonly readId: string;
                readonly trialName: string;
                readonly subjectCode: string;
                readonly timepoint: string;
                /** @enum {string} */
                readonly task: 'Read';
                readonly state: string;
                readonly blocked: string | null;
                readonly order: number;
                readonly dueDate: string | null;
                readonly done: number;
                readonly of: number;
                readonly route: string;
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
              readonly subjectCode: string;
              readonly timepoint: string;
              /** @description Shifted; empty when unknown. */
              readonly date: string;
              readonly day: number | null;
              readonly slot: string;
              readonly baseline: boolean;
              readonly charter: {
                readonly criterion: string;
                readonly parameters: unknown;
                readonly showDerived: string;
                readonly bulkUnchanged: boolean;
                readonly windowPresets?: unknown;
              };
              readonly mode: string;
              readonly studies: readonly {
                readonly studyInstanceUid: string;
                readonly timepoint: string;
                readonly current: boolean;
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
                        readonly code: 'noRole';
                      };
                }[];
              }[];
              readonly history: readonly {
                readonly timepoint: string;
                readonly day: number | null;
                readonly date: string;
                readonly document: unknown;
              }[];
              readonly signature: {
                readonly by: string;
                readonly name: string;
                readonly at: string;
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
                readonly at: string;
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
    /** Answer a problem: resume the read, hold it on, or exclude its reader */
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
    readonly get?: never;
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
                  'draft' | 'sentForApproval' | 'effective' | 'superseded' | 'rejected';
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
    /** Endpoint data of all signed reads */
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
                readonly createdAt: string;
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
            /** @description A one-time password, at least 8 characters; without it a random one is made. */
            readonly password?: string;
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
  readonly '/api/admin/accounts/{user}/password': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Give an account a one-time password; its sessions and tokens end */
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
            /** @description A one-time password, at least 8 characters; without it a random one is made. */
            readonly password?: string;
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
              readonly seriesList: readonly {
                readonly id: string;
                readonly seriesUid: string;
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
              readonly seriesList: readonly {
                readonly id: string;
                readonly seriesUid: string;
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
              'pass' | 'passWithDeviation' | 'refuse' | 'withdraw' | 'supersede' | 'reopenQc';
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
          readonly state?: 'open' | 'answered' | 'closed' | 'reopened';
          readonly overdue?: 'true';
          readonly site?: string;
          readonly subject?: string;
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
                readonly series: string | null;
                readonly rule: string | null;
                readonly text: string;
                readonly dueDate: string;
                readonly overdue: boolean;
                readonly askedAt: string;
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
              readonly series: string | null;
              readonly rule: string | null;
              readonly text: string;
              readonly dueDate: string;
              readonly overdue: boolean;
              readonly askedAt: string;
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
                readonly cause:
                  'imagesArrived' | 'imagesLeft' | 'earlierRead' | 'insertedTimepoint';
                readonly subject: string;
                readonly timepoint: string;
                readonly slot: string;
                readonly version: number;
                readonly readState: string;
                readonly exam: string | null;
                readonly changed: string | null;
                readonly noticedAt: string;
                readonly decision: ('noImpact' | 'laterReads' | 'readAgain') | null;
                readonly decidedBy: string | null;
                readonly reason: string | null;
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
