import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { TextLink } from '../../parts/links';
import { Listing } from '../../parts/listing';
import { Page } from '../../parts/page';
import rows from '../../parts/rows.module.css';
import { countOf, dayOf } from '../../words/format';
import { TEMPLATES } from './queries';
import { Versions } from './versions';

/** Every template with its versions, and which portfolios of whoever looks follow it. */
const Templates = () => {
  const answer = useAnswer(TEMPLATES, {});
  return (
    <Answered to={answer}>
      {({ viewer, portfolios, workflowTemplates }) => (
        <Page title="Templates">
          <Listing
            title="Workflow templates"
            count={workflowTemplates.length}
            about="A template says which stages an initiative goes through, and what each gate asks for."
            empty="No template is published yet."
          >
            {workflowTemplates.map(({ key, newest, versions }) => (
              <li key={key} className={rows.row}>
                <div className={rows.main}>
                  <TextLink to="/templates/$templateKey" params={{ templateKey: key }}>
                    {newest.name}
                  </TextLink>
                  <div className="quiet">
                    {key} · version {newest.version}, published {dayOf(newest.publishedAt)} ·{' '}
                    {countOf(newest.stages.length, 'stage')}
                  </div>
                  <div>{followed(portfolios.filter(({ template }) => template.key === key))}</div>
                  <Versions templateKey={key} versions={versions} />
                </div>
                {viewer.mayPublishTemplates && (
                  <div className={rows.side}>
                    <TextLink to="/templates/$templateKey/edit" params={{ templateKey: key }}>
                      Edit<span className="aloud"> {newest.name}</span>
                    </TextLink>
                  </div>
                )}
              </li>
            ))}
          </Listing>
        </Page>
      )}
    </Answered>
  );
};

const followed = (by: readonly { readonly name: string }[]): string =>
  by.length === 0 ? 'Followed by none of your portfolios' : `Followed by ${by.map(({ name }) => name).join(', ')}`;

export default Templates;
