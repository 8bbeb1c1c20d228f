import { DUTIES } from './kinds/duties.mjs';
import { FAULTS } from './kinds/faults.mjs';
import { GATES } from './kinds/gates.mjs';
import { LEDGER_AND_BACKUPS } from './kinds/ledger-and-backups.mjs';
import { LIMITS } from './kinds/limits.mjs';
import { OTHER_PROGRAMS } from './kinds/other-programs.mjs';
import { RECORDS } from './kinds/records.mjs';
import { REQUESTS } from './kinds/requests.mjs';
import { SIGNING_IN } from './kinds/signing-in.mjs';
import { WALLS } from './kinds/walls.mjs';
import { WEBHOOKS } from './kinds/webhooks.mjs';

/** All there are, in the order they are tried. @type {readonly import('./guard.mjs').Guard[]} */
export const GUARDS = [
  ...SIGNING_IN,
  ...WALLS,
  ...DUTIES,
  ...GATES,
  ...RECORDS,
  ...LEDGER_AND_BACKUPS,
  ...FAULTS,
  ...LIMITS,
  ...REQUESTS,
  ...WEBHOOKS,
  ...OTHER_PROGRAMS,
];
