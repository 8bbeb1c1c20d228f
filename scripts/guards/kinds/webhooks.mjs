const HOOKS_SPEC = /** @type {const} */ ({ project: 'api', spec: 'test/api/hooks.spec.ts' });
const OUT_SPEC = /** @type {const} */ ({ project: 'unit', spec: 'src/platform/http/outgoing-http.spec.ts' });
const WEBHOOKS_SPEC = /** @type {const} */ ({ project: 'api', spec: 'test/api/webhooks.spec.ts' });

/** @type {readonly import('../guard.mjs').Guard[]} */
export const WEBHOOKS = [
  {
    name: 'the signature of a hook',
    against: 'Anybody who knows the address tells us what a tool would.',
    off: [
      {
        file: 'src/modules/deliveries/commands/authenticate-delivery.ts',
        text: 'return authentication.ok;',
        put: 'return true;',
      },
    ],
    ...HOOKS_SPEC,
    test: 'answers 401 with nothing for a missing or wrong signature',
  },
  {
    name: 'the age of a delivery',
    against: 'A delivery that somebody overheard is played again a day later.',
    off: [
      {
        file: 'src/tools/signatures/standard-webhooks.ts',
        text: 'const WINDOW_SECONDS = 300;',
        put: 'const WINDOW_SECONDS = 86_400;',
      },
    ],
    project: 'unit',
    spec: 'src/tools/signatures/signatures.spec.ts',
    test: 'takes five minutes before and after',
  },
  {
    name: 'a delivery that comes again',
    against: 'What a tool sends twice is applied twice.',
    off: [
      {
        file: 'src/modules/deliveries/commands/receive-delivery.ts',
        text: 'keyOf(adapter, delivery, isTooLarge ? null : readBody(delivery))',
        put: 'keyOf(adapter, delivery, isTooLarge ? null : readBody(delivery)) + newId()',
      },
    ],
    ...HOOKS_SPEC,
    test: 'counts what comes again and changes nothing else',
  },
  {
    name: 'NUL of a tool',
    against: 'A delivery with NUL in a text fails for ever.',
    off: [
      {
        file: 'src/domain/tickets/storable.ts',
        text: "text.replaceAll('\\u0000', '').toWellFormed()",
        put: 'text.toWellFormed()',
      },
    ],
    project: 'unit',
    spec: 'src/domain/tickets/storable.spec.ts',
    test: 'has texts without what a database cannot hold',
  },
  {
    name: 'the order of versions',
    against: 'An older version of a ticket that comes late takes the place of the newer one.',
    off: [
      {
        file: 'src/domain/tickets/snapshot-order.ts',
        text: '  compareVersions(a, b) ||\n  Number(knows(a))',
        put: '  compareVersions(b, a) ||\n  Number(knows(a))',
      },
    ],
    project: 'database',
    spec: 'test/database/inbound-under-kill.spec.ts',
    test: 'nothing is lost and nothing doubled',
  },
  {
    name: 'one worker at a delivery',
    against: 'Two workers apply one delivery.',
    off: [
      {
        file: 'src/modules/deliveries/queries/inbound-deliveries.ts',
        text: 'LIMIT 1 FOR UPDATE SKIP LOCKED',
        put: 'LIMIT 1',
      },
    ],
    project: 'database',
    spec: 'test/database/inbound.spec.ts',
    test: 'apply each delivery once',
  },
  {
    name: 'private addresses',
    against: 'A webhook is pointed at a machine of our own network.',
    off: [{ file: 'src/platform/http/outgoing-url.ts', text: 'if (!isPublic(address))', put: "if (address === '')" }],
    ...WEBHOOKS_SPEC,
    test: 'are not sent to https://10.0.0.1/',
  },
  {
    name: 'names that lead to private addresses',
    against: 'A name that leads to a machine of our own network is called.',
    off: [
      {
        file: 'src/platform/http/outgoing-http.ts',
        text: '} else if (refused) {',
        put: "} else if (refused === '') {",
      },
    ],
    ...OUT_SPEC,
    test: 'checks every address a name leads to',
  },
  {
    name: 'redirects',
    against: 'A receiver that answers with an address of our own network is taken for one that has the message.',
    off: [
      {
        file: 'src/domain/webhooks/retry.ts',
        text: 'status >= 200 && status < 300',
        put: 'status >= 200 && status < 400',
      },
    ],
    project: 'unit',
    spec: 'src/domain/webhooks/retry.spec.ts',
    test: '302 is FAILED',
  },
  {
    name: 'the order of messages',
    against: 'A receiver is told of a decision before the vote.',
    off: [
      {
        file: 'src/modules/webhooks/commands/claim-messages.ts',
        text: '(p.sequence, p.place) < (m.sequence, m.place)',
        put: '(p.sequence, p.place) < (0, 0)',
      },
    ],
    ...WEBHOOKS_SPEC,
    test: 'keep the order of an initiative',
  },
  {
    name: 'a sender that was killed',
    against: 'A message is taken for sent when its sending begins, and lost with its sender.',
    off: [
      {
        file: 'src/modules/webhooks/commands/claim-messages.ts',
        text: 'const LEASE_MS = 60_000;',
        put: 'const LEASE_MS = 86_400_000;',
      },
    ],
    project: 'api',
    spec: 'test/api/webhooks-survive.spec.ts',
    test: 'survive the death of the process',
  },
  {
    name: 'the signature of a message',
    against: 'A receiver cannot tell our messages from those of anybody.',
    off: [
      {
        file: 'src/modules/webhooks/formats/sign-message.ts',
        text: 'sign(message.id, sent, message.body)',
        put: "sign(message.id, sent, '')",
      },
    ],
    ...WEBHOOKS_SPEC,
    test: 'tell of what was committed, signed',
  },
];
