import { useParams, useSearch } from '@tanstack/react-router';
import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { ButtonLink } from '../../parts/links';
import { NotFound } from '../../parts/not-found';
import { Page } from '../../parts/page';
import { momentOf } from '../../words/format';
import { Migration } from './migration';
import { TEMPLATE } from './queries';
import { Stages } from './stages';
import { Versions } from './versions';
import { WHO_PUBLISHES } from './words';

const HERE = '/templates/$templateKey';

/** One version of a template: its stages in order, and what each gate asks for. */
const Template = () => {
  const { templateKey } = useParams({ from: HERE });
  const { version, gate } = useSearch({ from: HERE });
  const wanted = version === undefined || !/^\d{1,6}$/.test(version) ? null : Number(version);
  const answer = useAnswer(TEMPLATE, { key: templateKey, version: wanted });
  return (
    <Answered to={answer}>
      {({ viewer, portfolios, workflowTemplates, workflowTemplate }) => {
        const catalogued = workflowTemplates.find(({ key }) => key === templateKey);
        if (!workflowTemplate || !catalogued) {
          return <NotFound what={`There is no such version of a template ${templateKey}.`} />;
        }
        const { name, stages, publishedAt } = workflowTemplate;
        const { newest, versions } = catalogued;
        const isNewest = workflowTemplate.version === newest.version;
        return (
          <Page
            title={name}
            under={
              <>
                Version {workflowTemplate.version}, published {momentOf(publishedAt)}.{' '}
                {isNewest
                  ? 'It is the newest, and it never changes.'
                  : `Version ${String(newest.version)} is the newest; this one never changes.`}{' '}
                <Versions templateKey={templateKey} versions={versions} shown={workflowTemplate.version} />
              </>
            }
            tools={
              viewer.mayPublishTemplates ? (
                <ButtonLink to="/templates/$templateKey/edit" params={{ templateKey }}>
                  Edit the next version
                </ButtonLink>
              ) : (
                <span className="quiet">{WHO_PUBLISHES}</span>
              )
            }
          >
            {isNewest &&
              portfolios
                .filter((one) => one.template.key === templateKey)
                .map(({ key }) => <Migration key={key} portfolioKey={key} templateKey={templateKey} />)}
            <Stages stages={stages} gate={gate} />
          </Page>
        );
      }}
    </Answered>
  );
};

export default Template;
