const ACCESS = 'src/domain/access/access.ts';
const DUTIES_SPEC = /** @type {const} */ ({ project: 'api', spec: 'test/api/separation-of-duties.spec.ts' });

/** @type {readonly import('../guard.mjs').Guard[]} */
export const DUTIES = [
  {
    name: 'the vote of a stakeholder',
    against: 'The owner or the sponsor votes on what is theirs.',
    off: [
      {
        file: 'src/modules/gates/commands/cast-gate-vote.ts',
        text: '[...mayVote(initiative, viewer.userId), ...unlessOpen(review)]',
        put: '[...mayVote(initiative, `${viewer.userId}?`), ...unlessOpen(review)]',
      },
    ],
    ...DUTIES_SPEC,
    test: 'neither votes, for whatever outcome, nor decides',
  },
  {
    name: 'the decision of a stakeholder',
    against: 'The owner or the sponsor decides on what is theirs.',
    off: [
      {
        file: 'src/domain/gates/decide-gate.ts',
        text: '...mayVote(ballot.stakeholders, ballot.voterId)',
        put: '...mayVote(ballot.stakeholders, `${ballot.voterId}?`)',
      },
    ],
    ...DUTIES_SPEC,
    test: 'neither votes, for whatever outcome, nor decides',
  },
  {
    name: 'the vote of who became a stakeholder',
    against: 'A vote that was cast before goes on counting once its voter has a stake.',
    off: [
      {
        file: 'src/domain/gates/decide-gate.ts',
        text: ' && !isStakeholder(stakeholders, vote.voterId)',
        put: ' && !isStakeholder(stakeholders, `${vote.voterId}?`)',
      },
    ],
    ...DUTIES_SPEC,
    test: 'after voting is not counted',
  },
  {
    name: "the review of one's own evidence",
    against: 'Whoever submitted evidence accepts it.',
    off: [
      {
        file: 'src/domain/gates/check-evidence-review.ts',
        text: 'reviewerId === evidence.submittedBy',
        put: 'reviewerId === `${evidence.submittedBy}?`',
      },
      {
        file: 'migrations/1764000000003-kpis-and-evidence.ts',
        text: 'CHECK (reviewed_by <> submitted_by)',
        put: 'CHECK (true)',
      },
    ],
    ...DUTIES_SPEC,
    test: 'is neither accepted nor returned by its submitter',
  },
  {
    name: 'the review of an owner',
    against: 'The owner of an initiative accepts the evidence for it.',
    off: [
      {
        file: 'src/domain/gates/check-evidence-review.ts',
        text: 'reviewerId === evidence.initiativeOwnerId',
        put: 'reviewerId === `${evidence.initiativeOwnerId}?`',
      },
    ],
    ...DUTIES_SPEC,
    test: 'that somebody else submitted is not reviewed by the owner',
  },
  {
    name: "the decision on one's own waiver",
    against: 'Whoever asked for a waiver grants it.',
    off: [
      {
        file: 'src/domain/gates/waiver-rules.ts',
        text: 'deciderId === requestedBy',
        put: 'deciderId === `${requestedBy}?`',
      },
      { file: 'migrations/1764000000009-waivers.ts', text: 'CHECK (decided_by <> requested_by)', put: 'CHECK (true)' },
    ],
    ...DUTIES_SPEC,
    test: 'is neither approved nor denied by who requested it',
  },
  {
    name: 'admins at a gate',
    against: 'Whoever runs a portfolio decides its gates by that.',
    off: [{ file: ACCESS, text: "'gate:decide': ['GATEKEEPER']", put: "'gate:decide': ['GATEKEEPER', 'ADMIN']" }],
    ...DUTIES_SPEC,
    test: 'neither reviews nor votes nor decides by that',
  },
];
