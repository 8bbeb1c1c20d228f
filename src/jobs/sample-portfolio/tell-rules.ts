import type { Viewer } from '../../domain/access/access.js';
import { accept } from '../../domain/basics/result.js';
import type { ClassificationRule } from '../../domain/effort/classification-rule.js';
import { CATEGORIES, LABELS, type Category } from './timesheet-words.js';
import { done, type Verbs } from './verbs.js';

const NAMES: Readonly<Record<Category, string>> = {
  ALGORITHMS: 'Work on models',
  TECHNOLOGY_DATA: 'Data and platform',
  PEOPLE_PROCESS: 'Change and training',
};

const ruleOf = (categoryKey: Category): ClassificationRule => ({
  name: NAMES[categoryKey],
  connectionId: null,
  labels: [LABELS[categoryKey]],
  components: [],
  ticketTypes: [],
  projectKeys: [],
  categoryKey,
  initiativeKey: null,
  criterionKey: null,
});

/** The rules of the company, published before the first timesheet: whoever states no category says by a label what it was. */
export const tellRules = async (verbs: Verbs, admin: Viewer, portfolioKey: string): Promise<void> => {
  const draft = { rules: CATEGORIES.map(ruleOf), dryRunFrom: null };
  // All of the sample is one transaction, in which the effect of rules cannot be shown from one state; there is none yet.
  const published = await verbs.work.run(async (tx) => {
    const planned = await verbs.planRules.run(tx, admin, portfolioKey, draft);
    return planned.ok ? accept(await verbs.enactRules.run(tx, admin, planned.value)) : planned;
  });
  done(published, 'classification rules');
};
