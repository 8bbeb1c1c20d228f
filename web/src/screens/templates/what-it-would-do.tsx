import type { WorkflowTemplatePublishInput } from '../../api/generated/schema';
import { Answered } from '../../parts/answered';
import { countOf } from '../../words/format';
import { useDryRun } from './dry-run';
import { Effects } from './effects';

interface Props {
  readonly portfolioKey: string;
  /** The draft as it is tried. */
  readonly draft: WorkflowTemplatePublishInput;
}

/** What a draft would do to the initiatives of a portfolio if it were published now; nothing while it cannot be. */
export const WhatItWouldDo = ({ portfolioKey, draft }: Props) => {
  const answer = useDryRun(portfolioKey, draft);
  return (
    <Answered to={answer}>
      {({ workflowTemplateDryRun: { version, previews } }) =>
        previews &&
        (previews.totalCount === 0 ? (
          <p className="quiet">
            Version {version} would reach no initiative of {portfolioKey} that is under way.
          </p>
        ) : (
          <Effects
            of={previews}
            reach={`Version ${String(version)} would reach ${countOf(previews.totalCount, 'initiative')} of ${portfolioKey}.`}
          />
        ))
      }
    </Answered>
  );
};
