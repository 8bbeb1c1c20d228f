import { MIGRATION_EFFECT_KINDS } from '../../../domain/pipeline/migration-effect.js';
import { graphqlEnum } from '../../../platform/graphql/enums.js';

export const TemplateMigrationEffectKind = graphqlEnum(
  'TemplateMigrationEffectKind',
  MIGRATION_EFFECT_KINDS,
  'What a move to a newer version of its template does to an initiative.',
  {
    NO_CHANGE: 'The newer version asks the same of it.',
    STAGE_GONE: 'The stage it stands in has no home in the newer version; it cannot move.',
    OPEN_REVIEW: 'Gatekeepers vote on it; it cannot move until that is decided or called off.',
    STAGE_CHANGED: 'A stage it stands in or has ahead has another key, category, time box or limit.',
    WAY_CHANGED: 'The stages ahead are others, or in another order.',
    GATE_CHANGED: 'A gate ahead has another quorum, recycle limit or time for a review.',
    NEW_OPEN_CRITERION: 'A gate ahead asks for something new, or of another kind, that is not met by what is there.',
    NEW_MET_CRITERION: 'A gate ahead asks for something new that is met by what is there, or is not asked of it.',
    CRITERION_CHANGED: 'A criterion ahead is asked for otherwise, or what it says is another.',
    CRITERION_DROPPED: 'A criterion ahead is not asked for any more.',
    SIGNALS_CHANGED:
      'What the signals of its accepted monitoring plan do to a gate it has passed is another, or no gate asks for them any more.',
    ORPHANED_EVIDENCE: 'What was handed in for a criterion would count for none any more.',
  },
);
