import { Alert, Button, List, Stack } from '@mantine/core';
import { agoOf } from '../../words/format';
import { useChangedSince } from './questions';

interface Props {
  readonly initiativeId: string;
  readonly viewerId: string;
  /** When the form was opened. */
  readonly since: number;
  readonly onReload: () => void;
}

/** Somebody was quicker: who, what and when. The typed text stays. */
export const Stale = ({ initiativeId, viewerId, since, onReload }: Props) => {
  const { data } = useChangedSince(initiativeId);
  // What the viewer did on the way, like requesting the review, is not what overtook them.
  const events = (data?.initiative?.activity.nodes ?? []).filter(({ actor }) => actor?.id !== viewerId);
  const after = events.filter(({ at }) => Date.parse(at) >= since);
  // Clocks differ; where none seems to be later, the latest one is it.
  const told = after.length > 0 ? after : events.slice(0, 1);
  const [latest] = told;
  return (
    <Alert
      color="yellow"
      variant="light"
      role="alert"
      title={
        latest
          ? `Changed by ${latest.actor?.name ?? 'Tollgate'} ${agoOf(latest.at)}; your text is kept`
          : 'Changed in the meantime; your text is kept'
      }
    >
      <Stack gap="xs" align="flex-start">
        <List size="sm">
          {told.map((event) => (
            <List.Item key={event.id}>
              {event.actor?.name ?? 'Tollgate'} {event.deed}, {agoOf(event.at)}
            </List.Item>
          ))}
        </List>
        <Button size="xs" variant="default" onClick={onReload}>
          Reload and compare
        </Button>
      </Stack>
    </Alert>
  );
};
