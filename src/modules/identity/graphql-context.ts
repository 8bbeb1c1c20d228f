import type { Viewer } from '../../domain/access/access.js';
import type { Admission } from './queries/admissions.js';

/** What every resolver of a request shares; loaders hang their batches on it. */
export interface GraphqlContext {
  readonly viewer: Viewer;
}

/** The same for a subscription, which outlasts what was known of its viewer when it began. */
export interface LiveContext extends GraphqlContext {
  readonly admission: Admission;
}
