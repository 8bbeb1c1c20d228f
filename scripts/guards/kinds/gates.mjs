const LAWS_SPEC = /** @type {const} */ ({ project: 'database', spec: 'test/database/laws.spec.ts' });
const GATEKEEPERS_SPEC = /** @type {const} */ ({ project: 'api', spec: 'test/api/two-gatekeepers.spec.ts' });
const DECISIONS_SPEC = /** @type {const} */ ({ project: 'api', spec: 'test/api/decisions.spec.ts' });

/** @type {readonly import('../guard.mjs').Guard[]} */
export const GATES = [
  {
    name: 'criteria that block',
    against: 'A gate is passed by GO without its evidence.',
    off: [
      {
        file: 'src/domain/gates/check-proposal.ts',
        text: "proposal.outcome === 'GO' ? unmet(scene.assessments)",
        put: "proposal.outcome === 'KILL' ? unmet(scene.assessments)",
      },
    ],
    ...DECISIONS_SPEC,
    test: 'refuses GO with CRITERION_UNMET',
  },
  {
    name: 'the quorum',
    against: 'One gatekeeper alone decides where the gate asks for two.',
    off: [{ file: 'src/domain/gates/decide-gate.ts', text: 'spoken >= quorum', put: 'spoken >= 1' }],
    project: 'api',
    spec: 'test/api/gate-model.spec.ts',
    test: 'asks for as many votes as the gate does',
  },
  {
    name: 'the votes of former gatekeepers',
    against: 'Whoever lost the role is counted at the gate all the same.',
    off: [{ file: 'src/domain/gates/decide-gate.ts', text: 'vote.isGatekeeper && ', put: '' }],
    ...DECISIONS_SPEC,
    test: 'does not count the votes of who is no gatekeeper any more',
  },
  {
    name: 'a veto',
    against: 'A condition stands in for a criterion that nothing can stand in for.',
    off: [{ file: 'src/domain/gates/check-conditions.ts', text: '  if (veto) {', put: "  if (veto && key === '') {" }],
    ...DECISIONS_SPEC,
    test: 'CONDITIONAL_GO with CRITERION_VETO on the KPIs',
  },
  {
    name: 'evidence that ran out',
    against: 'What was accepted years ago holds today.',
    off: [
      {
        file: 'src/domain/gates/validity.ts',
        text: "today > lastDay ? 'RAN_OUT' : 'HOLDS'",
        put: "today > lastDay ? 'HOLDS' : 'HOLDS'",
      },
    ],
    project: 'unit',
    spec: 'src/domain/gates/validity.spec.ts',
    test: 'includes its first and its last day',
  },
  {
    name: 'the version a decision rests on',
    against: 'A gate is decided on an initiative that changed since its decider looked.',
    off: [
      {
        file: 'src/modules/gates/commands/decide-gate.ts',
        text: 'initiative.version === request.expectedVersion',
        put: 'initiative.version >= request.expectedVersion',
      },
    ],
    ...GATEKEEPERS_SPEC,
    test: 'decide on what they have seen',
  },
  {
    name: 'the version an update rests on',
    against: 'Somebody overwrites what another one has just written.',
    off: [
      {
        file: 'src/modules/initiatives/commands/update-initiative.ts',
        text: 'initiative.version !== expectedVersion',
        put: 'initiative.version < expectedVersion',
      },
    ],
    ...GATEKEEPERS_SPEC,
    test: 'leave one winner of twenty updates on one version',
  },
  {
    name: 'the lock of an initiative',
    // Behind it constraints keep the rows right; who is second is told no more than that something went wrong.
    against:
      'Two who act at once both decide on what they have read, and the second fails instead of being told of the first.',
    off: [
      {
        file: 'src/modules/initiatives/queries/initiatives.ts',
        text: 'WHERE i.id = $1 FOR NO KEY UPDATE',
        put: 'WHERE i.id = $1',
      },
    ],
    ...GATEKEEPERS_SPEC,
    test: 'make exactly one decision',
  },
  {
    name: 'one open review',
    against: 'An initiative is decided on in two reviews at a time.',
    off: [
      {
        file: 'migrations/1764000000004-gates.ts',
        text: 'CREATE UNIQUE INDEX gate_review_one_open',
        put: 'CREATE INDEX gate_review_one_open',
      },
    ],
    ...LAWS_SPEC,
    test: 'is the only open one of its initiative',
  },
  {
    name: 'deadlocks',
    against: 'Whoever loses a deadlock is told of it instead of being served.',
    off: [
      {
        file: 'src/platform/database/unit-of-work.ts',
        text: '(code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED)',
        put: '(code === SERIALIZATION_FAILURE && code === DEADLOCK_DETECTED)',
      },
    ],
    project: 'database',
    spec: 'test/database/unit-of-work.spec.ts',
    test: 'is done again after a deadlock',
  },
];
