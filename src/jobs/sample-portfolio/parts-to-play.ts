import { FIRST_ADMIN_EMAIL } from '../../modules/identity/commands/make-first-admin.js';
import type { SamplePart } from '../../modules/sessions/sign-in-settings.js';
import type { Environment } from '../../platform/config/env.js';
import { isLoopback } from '../../platform/http/client-address.js';
import { SAMPLE_KEY } from './load-sample-portfolio.js';
import { emailOf, type PersonKey } from './people.js';

// A gate that takes two votes takes two gatekeepers.
const PEOPLE = [
  ['claims.pm', 'Program manager'],
  ['board', 'Gatekeeper'],
  ['risk', 'Gatekeeper'],
  ['ux', 'Evidence reviewer'],
  ['portfolio', 'Portfolio reviewer'],
] as const satisfies readonly (readonly [PersonKey, string])[];

/** Whom of the sample a newcomer may play, the program manager first. The instance admin sees every portfolio, and so is played only while there is no other. */
export const PARTS_TO_PLAY: readonly SamplePart[] = [
  ...PEOPLE.map(([key, does]) => ({ email: emailOf(key), does, portfolioKey: SAMPLE_KEY, isOfTheInstance: false })),
  { email: FIRST_ADMIN_EMAIL, does: 'Instance admin', portfolioKey: SAMPLE_KEY, isOfTheInstance: true },
];

/** Whom a newcomer is offered to play: somebody only where the sample is served from the embedded database, and to this machine alone. */
export const partsOffered = ({
  databaseUrl,
  demo,
  host,
}: Pick<Environment, 'databaseUrl' | 'demo' | 'host'>): readonly SamplePart[] =>
  databaseUrl === null && demo && isLoopback(host) ? PARTS_TO_PLAY : [];
