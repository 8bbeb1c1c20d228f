import { invalid, type Refusal } from '../basics/result.js';

/** Nobody deactivates themselves, so that an instance admin remains who can let others in again: else INVALID. */
export const mayDeactivate = (userId: string, byUserId: string): readonly Refusal[] =>
  userId === byUserId ? [invalid(['id'], 'Nobody deactivates themselves; ask another instance admin.')] : [];
