import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { Listing } from '../../parts/listing';
import { WhyNot } from '../../parts/permitted';
import { CreateEndpoint } from './create-endpoint';
import { Endpoint } from './endpoint';
import type { Right } from './integrations';
import { ENDPOINTS } from './webhooks-queries';

/** Who is told of what happens in the portfolio. Only those who manage them may know the receivers. */
const Webhooks = ({ portfolioKey, manage }: { portfolioKey: string; manage: Right }) =>
  manage.allowed ? (
    <Endpoints portfolioKey={portfolioKey} />
  ) : (
    <Listing title="Webhook endpoints" empty={<WhyNot of={manage} />}>
      {[]}
    </Listing>
  );

const Endpoints = ({ portfolioKey }: { portfolioKey: string }) => {
  const answer = useAnswer(ENDPOINTS, { portfolioKey });
  const [creates, setCreates] = useState(false);
  return (
    <Answered to={answer}>
      {({ webhookEndpoints }) => (
        <>
          <Listing
            title="Webhook endpoints"
            count={webhookEndpoints.length}
            about="Each is told of events of the portfolio, by signed messages."
            empty="Nobody is told. Create an endpoint for Slack, Teams or a program of yours."
            tools={
              <Button
                size="xs"
                onClick={() => {
                  setCreates(true);
                }}
              >
                Create an endpoint
              </Button>
            }
          >
            {webhookEndpoints.map((endpoint) => (
              <Endpoint key={endpoint.id} endpoint={endpoint} />
            ))}
          </Listing>
          {creates && (
            <CreateEndpoint
              portfolioKey={portfolioKey}
              onClose={() => {
                setCreates(false);
              }}
            />
          )}
        </>
      )}
    </Answered>
  );
};

export default Webhooks;
