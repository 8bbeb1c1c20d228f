const SESSIONS_SPEC = /** @type {const} */ ({ project: 'api', spec: 'test/api/sessions.spec.ts' });
const HOSTILE_SPEC = /** @type {const} */ ({ project: 'api', spec: 'test/api/hostile-requests.spec.ts' });

/** @type {readonly import('../guard.mjs').Guard[]} */
export const REQUESTS = [
  {
    name: 'the header of the board',
    against: 'A page of another origin changes something by the cookie of whoever looks at it.',
    off: [{ file: 'src/modules/sessions/own-page.ts', text: 'client !== BOARD', put: "client === 'nobody'" }],
    ...SESSIONS_SPEC,
    test: 'a request without the header of the board',
  },
  {
    name: 'the origin of a request',
    against: 'A request by cookie is taken from a page of another origin.',
    off: [
      {
        file: 'src/modules/sessions/own-page.ts',
        text: 'return foreignness(headers, publicUrl);',
        put: 'return foreignness({ host: headers.host }, publicUrl);',
      },
    ],
    ...SESSIONS_SPEC,
    test: 'a request with the Origin of another',
  },
  {
    name: 'a GET that any page could send',
    against: 'A link asks, and changes, in the name of whoever follows it.',
    off: [
      {
        file: 'src/graphql.module.ts',
        text: 'csrfPrevention: { requestHeaders: [...PREFLIGHTED] }',
        put: 'csrfPrevention: PREFLIGHTED.length === 0',
      },
    ],
    ...SESSIONS_SPEC,
    test: 'a mutation as a link',
  },
  {
    name: 'the type of a body',
    against: 'A form of any page is read as a question.',
    off: [
      {
        file: 'src/platform/http/strict-requests.ts',
        text: '!isRead(request, contentType) || OTHER_THAN_UTF_8.test(contentType)',
        put: 'OTHER_THAN_UTF_8.test(contentType)',
      },
    ],
    ...HOSTILE_SPEC,
    test: 'as a form is refused',
  },
  {
    name: 'the encoding of a body',
    against: 'A body is read as another text than its sender wrote.',
    off: [{ file: 'src/platform/http/strict-requests.ts', text: ' || OTHER_THAN_UTF_8.test(contentType)', put: '' }],
    ...HOSTILE_SPEC,
    test: 'UTF-7',
  },
  {
    name: 'the origin of a WebSocket',
    against: 'A page of another origin connects in the name of whoever looks at it.',
    off: [
      {
        file: 'src/platform/live/graphql-sockets.ts',
        text: 'if (origin !== undefined && !this.policy.isOwnOrigin(origin, host))',
        put: "if (origin === 'nowhere' && !this.policy.isOwnOrigin(origin, host))",
      },
    ],
    project: 'api',
    spec: 'test/api/live.spec.ts',
    test: 'from a page of another site',
  },
  {
    name: 'a cookie at a WebSocket',
    against: 'A cookie opens a WebSocket to a client that does not say which page it is.',
    off: [
      {
        file: 'src/modules/sessions/callers.ts',
        text: 'origin === undefined || !this.publicUrl.isOwnOrigin(origin, host)',
        put: 'origin !== undefined && !this.publicUrl.isOwnOrigin(origin, host)',
      },
    ],
    ...SESSIONS_SPEC,
    test: 'nor a client that states none',
  },
  {
    name: 'who is let go',
    against: 'A WebSocket stays open after its token was revoked.',
    off: [
      {
        file: 'src/platform/live/graphql-sockets.ts',
        text: 'guest?.renew().catch(() => undefined);',
        put: 'void guest;',
      },
    ],
    project: 'api',
    spec: 'test/api/live.spec.ts',
    test: 'end as soon as the token is revoked, though nothing changes',
  },
  {
    name: 'what an error says',
    against: 'SQL, a path or a secret is told to whoever makes the server fail.',
    off: [
      {
        file: 'src/platform/failure.ts',
        text: '`Something went wrong on our side, and was logged under ${id}.',
        put: '`${id}: ${String(error)}',
      },
    ],
    project: 'unit',
    spec: 'src/platform/failure.spec.ts',
    test: 'tells nothing of what nobody expected',
  },
  {
    // What is refused in words at once would be refused by PostgreSQL too, and told as a bad value.
    name: 'a value that cannot be stored, both walls',
    against: 'NUL in a text breaks the request, and the client is told of an error of ours.',
    off: [
      {
        file: 'src/domain/basics/text.ts',
        text: "text.includes('\\u0000') || !text.isWellFormed()",
        put: '!text.isWellFormed()',
      },
      { file: 'src/platform/failure.ts', text: 'const BAD_VALUE = /^22/;', put: 'const BAD_VALUE = /^22$/;' },
    ],
    project: 'api',
    spec: 'test/api/abuse.spec.ts',
    test: 'mutation initiativeCreate',
  },
  {
    name: 'a status of GraphQL over HTTP',
    against: 'Clients, proxies and monitors are told in JSON alone that a question was none.',
    off: [
      {
        file: 'src/platform/http/strict-requests.ts',
        text: "const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST'];",
        put: "const METHODS = ['OPTIONS', 'POST'];",
      },
    ],
    project: 'api',
    spec: 'test/api/graphql-over-http.spec.ts',
    test: 'GraphQL over HTTP',
  },
  {
    name: 'the hash of a question',
    against: 'Another question is kept under the hash that the board asks by.',
    off: [
      {
        file: 'migrations/1764000000043-persisted-documents.ts',
        text: "CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'))",
        put: 'CHECK (length(sha256) = 64)',
      },
    ],
    project: 'api',
    spec: 'test/api/persisted-documents.spec.ts',
    test: 'is kept under no other hash than its own',
  },
  {
    name: 'formulas in a file',
    against: 'A spreadsheet runs what somebody wrote into a name.',
    off: [
      {
        file: 'src/platform/csv/write-csv.ts',
        text: 'FORMULA.test(text) ? `${MARK}${text}` : text',
        put: "FORMULA.test('') ? `${MARK}${text}` : text",
      },
    ],
    project: 'api',
    spec: 'test/api/exports.spec.ts',
    test: 'make no formula of what their tools say',
  },
];
