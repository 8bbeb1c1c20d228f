import { Anchor, Button } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { NotFound } from '../../parts/not-found';
import { Page } from '../../parts/page';
import { momentOf } from '../../words/format';
import { Migration } from './migration';
import { TEMPLATE } from './queries';
import { mayPublish, WHO_PUBLISHES } from './rights';
import { Stages } from './stages';

const HERE = '/templates/$templateKey';

/** One version of a template: its stages in order, and what each gate asks for. */
const Template = () => {
  const { templateKey } = useParams({ from: HERE });
  const { version, gate } = useSearch({ from: HERE });
  const wanted = version === undefined || !/^\d{1,6}$/.test(version) ? null : Number(version);
  const answer = useAnswer(TEMPLATE, { key: templateKey, version: wanted });
  return (
    <Answered to={answer}>
      {({ viewer, portfolios, newest, workflowTemplate }) => {
        if (!workflowTemplate || !newest) {
          return <NotFound what={`There is no such version of a template ${templateKey}.`} />;
        }
        const { name, stages, publishedAt } = workflowTemplate;
        const isNewest = workflowTemplate.version === newest.version;
        const canPublish = mayPublish(viewer.isInstanceAdmin, portfolios);
        return (
          <Page
            title={name}
            under={
              <>
                Version {workflowTemplate.version}, published {momentOf(publishedAt)}.{' '}
                {isNewest
                  ? 'It is the newest, and it never changes.'
                  : `Version ${String(newest.version)} is the newest; this one never changes.`}{' '}
                <Versions templateKey={templateKey} newest={newest.version} shown={workflowTemplate.version} />
              </>
            }
            tools={
              canPublish ? (
                <Button component={Link} to="/templates/$templateKey/edit" params={{ templateKey } as never}>
                  Edit the next version
                </Button>
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

const Versions = ({ templateKey, newest, shown }: { templateKey: string; newest: number; shown: number }) =>
  newest === 1 ? null : (
    <span>
      Versions:{' '}
      {Array.from({ length: newest }, (_, index) => newest - index).map((version) => (
        <span key={version}>
          <Anchor
            component={Link}
            to={HERE}
            params={{ templateKey } as never}
            search={{ version: String(version) } as never}
            aria-current={version === shown ? 'page' : undefined}
            fw={version === shown ? 700 : 400}
            underline="always"
          >
            {version}
          </Anchor>{' '}
        </span>
      ))}
    </span>
  );

export default Template;
