import type { Viewer } from '../../domain/access/access.js';

/** What every resolver of a request shares; loaders hang their batches on it. */
export interface GraphqlContext {
  readonly viewer: Viewer;
}
