import { useState } from 'react';
import { graphql } from '../../api/generated';
import { useCommand } from '../../api/queries';
import { Confirm } from '../../parts/confirm';
import { MayDo } from '../../parts/may';
import type { Initiative } from './questions';

const UNLINK = graphql(`
  mutation UnlinkTicket($initiativeId: ID!, $input: TicketUnlinkInput!) {
    ticketUnlink(initiativeId: $initiativeId, input: $input) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

interface Props {
  readonly ticket: { readonly key: string; readonly connectionId: string };
  readonly place: string;
  readonly initiative: Initiative;
}

/** Asks first: criteria and effort lose what the ticket brought them. */
export const Unlink = ({ ticket, place, initiative }: Props) => {
  const unlink = useCommand(UNLINK);
  const [asks, setAsks] = useState(false);
  const input = { connectionId: ticket.connectionId, ticketKey: ticket.key };
  return (
    <>
      <MayDo
        may={initiative.viewerCan.linkTicket}
        size="compact-sm"
        aloud={`${ticket.key} of ${place}`}
        onClick={() => {
          setAsks(true);
        }}
      >
        Unlink
      </MayDo>
      {asks && (
        <Confirm
          title={`Unlink ${ticket.key} of ${place}?`}
          verb="Unlink"
          busy={unlink.isPending}
          errors={unlink.data?.ticketUnlink.userErrors ?? []}
          failure={unlink.error}
          onConfirm={() => {
            unlink.mutate(
              { initiativeId: initiative.id, input },
              {
                onSuccess: ({ ticketUnlink }) => {
                  setAsks(ticketUnlink.userErrors.length > 0);
                },
              },
            );
          }}
          onClose={() => {
            setAsks(false);
          }}
        >
          It counts no more for {initiative.key}: neither for its criteria nor for its effort. In {place} nothing
          changes, and it can be linked again.
        </Confirm>
      )}
    </>
  );
};
