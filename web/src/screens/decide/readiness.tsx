import { Alert, List } from '@mantine/core';
import { CRITERION_STATUS, wordsOf } from '../../words/labels';
import { dayOf } from '../../words/format';
import type { Initiative } from '../initiative/questions';

/** Whether the gate is ready, and all that keeps it from being so. */
export const Readiness = ({ initiative }: { initiative: Initiative }) => {
  const readiness = initiative.gate?.readiness;
  if (!readiness) {
    return null;
  }
  const { ready, metCount, mustMeetCount, assessments, openConditions } = readiness;
  const blocking = assessments.filter(({ blocks }) => blocks);
  const count = `${String(metCount)} of ${String(mustMeetCount)} required`;
  return (
    <Alert
      color={ready ? 'teal' : 'yellow'}
      variant="light"
      title={ready ? `✓ Ready: ${count}` : `✕ Not ready: ${count}`}
    >
      {ready ? (
        'Nothing stands against going on.'
      ) : (
        <List size="sm" spacing={2}>
          {blocking.map(({ criterion, status, reason }) => (
            <List.Item key={criterion.key}>
              <strong>{criterion.name}</strong> ({CRITERION_STATUS[status].word.toLowerCase()}
              {criterion.veto && ', a veto'}): {reason}
            </List.Item>
          ))}
          {openConditions.map(({ id, text, dueOn, status }) => (
            <List.Item key={id}>
              <strong>Condition</strong> ({wordsOf(status).toLowerCase()}, due {dayOf(dueOn)}): {text}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
};
