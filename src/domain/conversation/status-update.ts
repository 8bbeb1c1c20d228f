import { invalid, type Refusal } from '../basics/result.js';
import type { Health } from '../initiatives/health.js';
import type { Initiative } from '../initiatives/initiative.js';
import { unlessStopped } from '../initiatives/stopped.js';
import { checkText } from './comment.js';

/** What a person makes of an initiative: a word that stands beside the computed health and never replaces it. */
export interface StatusUpdateDraft {
  readonly health: Health;
  readonly text: string;
}

/** Whose initiative it is may tell how it is doing without a role for it. */
export const answersFor = (
  userId: string,
  { ownerId, sponsorId }: Pick<Initiative, 'ownerId' | 'sponsorId'>,
): boolean => userId === ownerId || userId === sponsorId;

/**
 * When a status update may be posted, with every reason against it: its text holds 1 to 10,000 characters and its health is
 * not NO_DATA, for whoever tells something has something to tell, else INVALID; the initiative is neither KILLED nor RETIRED, else
 * WRONG_STATE.
 */
export const mayPostStatusUpdate = (
  { health, text }: StatusUpdateDraft,
  initiative: Pick<Initiative, 'key' | 'status'>,
): readonly Refusal[] => [
  ...(health === 'NO_DATA'
    ? [
        invalid(
          ['input', 'health'],
          'health must be ON_TRACK, AT_RISK or OFF_TRACK: NO_DATA is computed, and is nothing a person can report.',
        ),
      ]
    : []),
  ...checkText(text),
  ...unlessStopped(initiative, 'takes no status updates', ['initiativeId']),
];
