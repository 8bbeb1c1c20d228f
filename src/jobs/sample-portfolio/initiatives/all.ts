import type { SampleInitiative } from '../sample-initiative.js';
import { DISCOVERY, INTAKE } from './intake-and-discovery.js';
import { PILOT } from './pilot.js';
import { POC_RUNNING } from './poc-running.js';
import { POC_STOPPED } from './poc-stopped.js';
import { OPERATE, SCALE } from './production.js';

/** The portfolio of an insurance company: many proofs of concept, little in operation. */
export const INITIATIVES: readonly SampleInitiative[] = [
  ...INTAKE,
  ...DISCOVERY,
  ...POC_RUNNING,
  ...POC_STOPPED,
  ...PILOT,
  ...SCALE,
  ...OPERATE,
];
