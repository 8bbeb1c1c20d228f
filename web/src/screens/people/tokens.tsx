import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { TokensQuery } from '../../api/generated/graphql';
import { nextOf, usePages } from '../../api/pages';
import { useCommand } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { Confirm } from '../../parts/confirm';
import { Listing } from '../../parts/listing';
import { Mark } from '../../parts/mark';
import { More } from '../../parts/more';
import rows from '../../parts/rows.module.css';
import { dayOf, momentOf } from '../../words/format';
import { CreateToken } from './create-token';
import { REVOKE_TOKEN, TOKENS } from './queries';

type Token = TokensQuery['apiTokens']['nodes'][number];

interface Person {
  readonly id: string;
  readonly name: string;
}

/** API tokens of whoever looks; an instance admin may look at those of others too. */
export const Tokens = ({ viewer, people }: { viewer: Person; people: readonly Person[] }) => {
  const [userId, setUserId] = useState(viewer.id);
  const [creates, setCreates] = useState(false);
  const [ended, setEnded] = useState<Token | null>(null);
  const answer = usePages(TOKENS, { userId }, (found) => found?.apiTokens);
  const loads = answer.isPlaceholderData;
  const choice = [viewer, ...people.filter(({ id }) => id !== viewer.id)];
  const whose = choice.find(({ id }) => id === userId) ?? viewer;
  return (
    <Answered to={answer}>
      {({ nodes }) => (
        <>
          <Listing
            title="API tokens"
            {...(loads || answer.hasNextPage ? {} : { count: nodes.length })}
            more={!loads && <More onMore={nextOf(answer)} busy={answer.isFetchingNextPage} of="tokens" />}
            about={`A program that has a token of ${whose.id === viewer.id ? 'yours' : whose.name} may do what ${whose.id === viewer.id ? 'you' : 'they'} may.`}
            empty={loads ? 'Loading' : 'No token yet. Create one for a pipeline or a script that asks the API.'}
            tools={
              <>
                {people.length > 0 && (
                  <NativeSelect
                    size="xs"
                    aria-label="Whose tokens"
                    value={userId}
                    data={choice.map(({ id, name }) => ({
                      value: id,
                      label: id === viewer.id ? `${name} (you)` : name,
                    }))}
                    onChange={({ currentTarget }) => {
                      setUserId(currentTarget.value);
                    }}
                  />
                )}
                <Button
                  size="xs"
                  onClick={() => {
                    setCreates(true);
                  }}
                >
                  Create a token
                </Button>
              </>
            }
          >
            {(loads ? [] : nodes).map((token) => (
              <li key={token.id} className={rows.row}>
                <div className={rows.main}>
                  <strong>{token.name}</strong>
                  <div className="quiet">
                    made {momentOf(token.createdAt)} by {token.createdBy.name}
                  </div>
                </div>
                <div className={rows.side}>
                  <Standing of={token} />
                  {token.revokedAt === null && (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={`Revoke ${token.name}`}
                      onClick={() => {
                        setEnded(token);
                      }}
                    >
                      Revoke
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </Listing>
          {creates && (
            <CreateToken
              user={whose}
              onClose={() => {
                setCreates(false);
              }}
            />
          )}
          {ended && (
            <Revoke
              token={ended}
              onClose={() => {
                setEnded(null);
              }}
            />
          )}
        </>
      )}
    </Answered>
  );
};

const Standing = ({ of: { revokedAt, expiresOn } }: { of: Token }) => {
  if (revokedAt !== null) {
    return <Mark of={{ word: `Revoked ${momentOf(revokedAt)}`, glyph: '–', tone: 'none' }} quiet />;
  }
  if (expiresOn === null) {
    return <span className="quiet">Does not end</span>;
  }
  return expiresOn < new Date().toISOString().slice(0, 10) ? (
    <Mark of={{ word: `Ended ${dayOf(expiresOn)}`, glyph: '–', tone: 'none' }} quiet />
  ) : (
    <span>Good through {dayOf(expiresOn)}</span>
  );
};

const Revoke = ({ token, onClose }: { token: Token; onClose: () => void }) => {
  const revoke = useCommand(REVOKE_TOKEN);
  return (
    <Confirm
      title={`Revoke ${token.name}?`}
      verb="Revoke"
      isGrave
      busy={revoke.isPending}
      errors={revoke.data?.apiTokenRevoke.userErrors ?? []}
      failure={revoke.error}
      onClose={onClose}
      onConfirm={() => {
        revoke.mutate(
          { id: token.id },
          {
            onSuccess: ({ apiTokenRevoke }) => {
              if (apiTokenRevoke.userErrors.length === 0) {
                onClose();
              }
            },
          },
        );
      }}
    >
      Whatever uses it is refused from the next request on. A revoked token does not come back.
    </Confirm>
  );
};
