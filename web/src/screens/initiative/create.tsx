import { Alert, Button, Group } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../api/generated';
import type { CreationOfQuery } from '../../api/generated/graphql';
import { useAnswer, useCommand } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { NotFound } from '../../parts/not-found';
import { Page } from '../../parts/page';
import { Refusals } from '../../parts/refusals';
import { CreateFields } from './create-fields';
import { EMPTY_DRAFT, inputOf, missingIn, type Draft } from './draft';
import { useMayCreate } from './may-create';

const CREATION = graphql(`
  query CreationOf($portfolioKey: String!) {
    portfolio(key: $portfolioKey) {
      name
      viewerRoles
      members {
        user {
          id
          name
        }
      }
      template {
        key
        name
      }
      allocationScheme {
        categories {
          key
          name
        }
      }
    }
  }
`);

const CREATE = graphql(`
  mutation CreateInitiative($input: InitiativeCreateInput!) {
    initiativeCreate(input: $input) {
      initiative {
        key
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export type CreationPlace = NonNullable<CreationOfQuery['portfolio']>;

const Create = () => {
  const { portfolioKey } = useParams({ from: '/p/$portfolioKey/new' });
  const answer = useAnswer(CREATION, { portfolioKey });
  return (
    <Answered to={answer}>
      {({ portfolio }) =>
        !portfolio ? (
          <NotFound what={`There is no portfolio ${portfolioKey}.`} />
        ) : (
          <Page title="New initiative" under={portfolio.name}>
            <Creation portfolioKey={portfolioKey} portfolio={portfolio} />
          </Page>
        )
      }
    </Answered>
  );
};

interface CreationProps {
  readonly portfolioKey: string;
  readonly portfolio: CreationPlace;
}

const Creation = ({ portfolioKey, portfolio }: CreationProps) =>
  useMayCreate(portfolio.viewerRoles) ? (
    <CreateForm portfolioKey={portfolioKey} portfolio={portfolio} />
  ) : (
    <Alert color="gray" variant="light" title="Not with your roles">
      Initiatives are created by program managers and admins of the portfolio. Ask one of them; the board stays open to
      you.
    </Alert>
  );

/** What is typed stays whatever the server says; what it refuses is told at the field it is about. */
const CreateForm = ({ portfolioKey, portfolio }: CreationProps) => {
  const navigate = useNavigate();
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [tried, setTried] = useState(false);
  const command = useCommand(CREATE);
  const refused = command.data?.initiativeCreate.userErrors ?? [];
  const missing = tried ? missingIn(draft) : [];
  const submit = async () => {
    setTried(true);
    const [first] = missingIn(draft);
    if (first) {
      document.querySelector<HTMLElement>(`[name="${String(first.field?.at(-1))}"]`)?.focus();
      return;
    }
    const { initiativeCreate } = await command.mutateAsync({ input: inputOf(draft, portfolioKey) });
    if (initiativeCreate.initiative) {
      await navigate({ to: '/i/$initiativeKey', params: { initiativeKey: initiativeCreate.initiative.key } });
    }
  };
  const set = (patch: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...patch }));
  };
  return (
    <form
      noValidate
      style={{ maxWidth: 720 }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit().catch(() => undefined);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }
      }}
    >
      <Refusals of={refused} title="It was not created" />
      {command.error && (
        <Alert color="red" variant="light" role="alert" title="It was not created">
          {command.error.message} What you typed is kept.
        </Alert>
      )}
      <CreateFields draft={draft} set={set} portfolio={portfolio} errors={[...missing, ...refused]} />
      <Group mt="lg">
        <Button type="submit" loading={command.isPending}>
          Create initiative
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/p/$portfolioKey/board" params={{ portfolioKey }} {...props} />}
        >
          Back to the board
        </Button>
      </Group>
    </form>
  );
};

export default Create;
