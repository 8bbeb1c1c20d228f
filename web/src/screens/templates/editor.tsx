import { useParams } from '@tanstack/react-router';
import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { NotFound } from '../../parts/not-found';
import { Page } from '../../parts/page';
import { draftOf, keptDraft } from './draft';
import { DraftEditor } from './draft-editor';
import { TEMPLATE } from './queries';
import { WHO_PUBLISHES } from './words';

/** The next version of a template as a draft that this browser keeps until it is published. */
const Editor = () => {
  const { templateKey } = useParams({ from: '/templates/$templateKey/edit' });
  const answer = useAnswer(TEMPLATE, { key: templateKey, version: null });
  return (
    <Answered to={answer}>
      {({ viewer, portfolios, workflowTemplate }) => {
        if (!workflowTemplate) {
          return <NotFound what={`There is no template ${templateKey}.`} />;
        }
        if (!viewer.mayPublishTemplates) {
          return <Page title={`Edit ${workflowTemplate.name}`}>{WHO_PUBLISHES}</Page>;
        }
        return (
          <DraftEditor
            key={templateKey}
            published={workflowTemplate}
            begin={keptDraft(templateKey) ?? draftOf(workflowTemplate)}
            followers={portfolios.filter(({ template }) => template.key === templateKey).map(({ key }) => key)}
            known={portfolios[0]?.key}
          />
        );
      }}
    </Answered>
  );
};

export default Editor;
