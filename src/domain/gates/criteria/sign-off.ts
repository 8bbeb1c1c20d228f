import type { Assessor } from './assessor.js';
import { assessReviewed } from './reviewed-evidence.js';

/** A sign-off counts when it is accepted and holds. */
export const assessSignOff: Assessor<'SIGN_OFF'> = (question) =>
  assessReviewed('SIGN_OFF', question, () => ({ shortcomings: [], merits: [] }));
