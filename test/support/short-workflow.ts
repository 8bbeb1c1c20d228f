import type { Client } from './server.js';

/** A gate of a workflow for tests; each criterion is a key, its kind, and whatever is not as usual. */
export interface ShortGate {
  readonly key: string;
  readonly criteria: readonly (readonly [key: string, kind: string, other?: Record<string, unknown>])[];
}

/** A stage of a workflow for tests; the last one has no gate. */
export interface ShortStage {
  readonly key: string;
  readonly category: string;
  readonly gate?: ShortGate;
}

/** Publishes a workflow that is short enough to walk through in a test; in the name of an instance admin. */
export const publishShortWorkflow = async (
  admin: Client,
  key: string,
  stages: readonly ShortStage[],
): Promise<void> => {
  const { workflowTemplatePublish } = await admin.ask(
    'mutation ($input: WorkflowTemplatePublishInput!) { workflowTemplatePublish(input: $input) { userErrors { message field } } }',
    {
      input: {
        key,
        name: key,
        stages: stages.map((stage) => ({
          key: stage.key,
          name: stage.key,
          category: stage.category,
          ...(stage.gate ? { exitGate: gateOf(stage.gate) } : {}),
        })),
      },
    },
  );
  if (workflowTemplatePublish.userErrors.length > 0) {
    throw new Error(JSON.stringify(workflowTemplatePublish.userErrors));
  }
};

const gateOf = ({ key, criteria }: ShortGate) => ({
  key,
  name: key,
  criteria: criteria.map(([criterionKey, kind, other]) => ({
    key: criterionKey,
    name: criterionKey,
    kind,
    guidance: 'What is expected.',
    ...other,
  })),
});

/** Requests a review and decides it, by one gatekeeper; answers with what the decision came to. */
export const decideGate = async (
  manager: Client,
  gatekeeper: Client,
  initiativeId: string,
  outcome = 'GO',
  other: Record<string, unknown> = {},
  // Tests look into answers by name and say what they expect there.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
): Promise<any> => {
  const { gateReviewRequest } = await manager.ask(
    `mutation ($id: ID!) { gateReviewRequest(initiativeId: $id, input: {}) { review { id initiative { version } } userErrors { message } } }`,
    { id: initiativeId },
  );
  const { gateDecide } = await gatekeeper.ask(
    `mutation ($id: ID!, $input: GateDecideInput!) {
      gateDecide(reviewId: $id, input: $input) {
        decision { decidedAt snapshot }
        initiative { stage { key } status }
        userErrors { code message }
      }
    }`,
    {
      id: gateReviewRequest.review.id,
      input: { outcome, ...other, rationale: 'Seen', expectedVersion: gateReviewRequest.review.initiative.version },
    },
  );
  return gateDecide;
};
