import { EnactRules } from './commands/enact-rules.js';
import { FollowDefaultCategory } from './commands/follow-default-category.js';
import { PlanRules } from './commands/plan-rules.js';
import { PreviewRules } from './commands/preview-rules.js';
import { PublishRules } from './commands/publish-rules.js';
import { ReclassifyBatch } from './commands/reclassify-batch.js';
import { ReclassifyEffort } from './commands/reclassify-effort.js';
import { ReclassifyLater } from './commands/reclassify-later.js';
import { WriteRules } from './commands/write-rules.js';
import { ClassificationRulesRepository } from './persistence/classification-rules.repository.js';
import { ReclassificationRepository } from './persistence/reclassification.repository.js';
import { AlikeWorks } from './queries/alike-work.js';
import { ClassificationRules } from './queries/classification-rules.js';
import { Classifiers } from './queries/classifiers.js';
import { RulesEffects } from './queries/rules-effects.js';
import { RulesSurroundings } from './queries/rules-surroundings.js';
import { StandingEntries } from './queries/standing-entries.js';

/** What gives effort its category, apart from how it is asked for. */
export const CLASSIFICATION_PROVIDERS = [
  AlikeWorks,
  ClassificationRules,
  ClassificationRulesRepository,
  Classifiers,
  EnactRules,
  FollowDefaultCategory,
  PlanRules,
  PreviewRules,
  PublishRules,
  ReclassificationRepository,
  ReclassifyBatch,
  ReclassifyEffort,
  ReclassifyLater,
  RulesEffects,
  RulesSurroundings,
  StandingEntries,
  WriteRules,
];
