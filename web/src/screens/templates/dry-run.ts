import { useDebouncedValue } from '@mantine/hooks';
import type { WorkflowTemplatePublishInput } from '../../api/generated/schema';
import { useAnswer } from '../../api/queries';
import { DRY_RUN } from './queries';

const PAUSE_MS = 400;

/** The draft as it is tried: not at every letter, but once whoever types pauses. */
export const useTried = (draft: WorkflowTemplatePublishInput): WorkflowTemplatePublishInput =>
  useDebouncedValue(draft, PAUSE_MS)[0];

/** What the server says of a draft before it is published; it takes a portfolio to try it on, and says nothing without one. */
export const useDryRun = (portfolioKey: string | undefined, draft: WorkflowTemplatePublishInput) =>
  useAnswer(DRY_RUN, { portfolioKey: portfolioKey ?? '', input: draft }, portfolioKey !== undefined);
