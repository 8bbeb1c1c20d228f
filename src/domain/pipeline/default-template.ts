import type { CriterionDefinition, GateDefinition } from '../gates/gate.js';
import { PRODUCTION_ACCEPTANCE, SCALE_GO } from './default/until-operation.js';
import { PILOT_GO, POC_GO, SCREEN } from './default/until-pilot.js';
import type { TemplateDraft } from './validate-template.js';

const gate = (key: string, name: string, criteria: readonly CriterionDefinition[], quorum = 1): GateDefinition => ({
  key,
  name,
  quorum,
  recycleLimit: 2,
  slaDays: null,
  criteria,
});

/** The workflow that ships with the product: from an idea to daily operation in six stages, by five gates. Time boxes are days. */
export const DEFAULT_TEMPLATE: TemplateDraft = {
  key: 'ai-poc-to-production',
  name: 'AI, from proof of concept to production',
  stages: [
    {
      key: 'intake',
      name: 'Intake',
      category: 'INTAKE',
      timeBoxDays: null,
      wipLimit: null,
      exitGate: gate('g0', 'Screen', SCREEN),
    },
    {
      key: 'discovery',
      name: 'Discovery',
      category: 'INTAKE',
      timeBoxDays: 45,
      wipLimit: null,
      exitGate: gate('g1', 'PoC go', POC_GO),
    },
    {
      key: 'poc',
      name: 'PoC',
      category: 'POC',
      timeBoxDays: 90,
      wipLimit: null,
      exitGate: gate('g2', 'Pilot go', PILOT_GO),
    },
    {
      key: 'pilot',
      name: 'Pilot',
      category: 'PILOT',
      timeBoxDays: 120,
      wipLimit: null,
      exitGate: gate('g3', 'Scale go', SCALE_GO, 2),
    },
    {
      key: 'scale',
      name: 'Scale',
      category: 'PRODUCTION',
      timeBoxDays: 90,
      wipLimit: null,
      exitGate: gate('g4', 'Production acceptance', PRODUCTION_ACCEPTANCE),
    },
    { key: 'operate', name: 'Operate', category: 'PRODUCTION', timeBoxDays: null, wipLimit: null, exitGate: null },
  ],
};
