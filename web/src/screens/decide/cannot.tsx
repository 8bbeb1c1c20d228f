import { Group, List, Stack } from '@mantine/core';
import { MayDo } from '../../parts/may';
import { wayOf } from '../initiative/head';
import type { Initiative } from '../initiative/questions';
import { Readiness } from './readiness';

/** For whoever may not decide: why not, who can, and how to get it decided. */
export const Cannot = ({ initiative }: { initiative: Initiative }) => {
  const { gate, viewerCan, key } = initiative;
  const review = gate?.currentReview;
  const { reason, whoCan } = review?.viewerCan.decide ?? viewerCan.decide;
  return (
    <Stack gap="sm">
      <p style={{ margin: 0 }}>
        <strong>{initiative.name}</strong>, {wayOf(initiative)}
      </p>
      <Readiness initiative={initiative} />
      <p style={{ margin: 0 }}>{reason}</p>
      {whoCan.length > 0 && (
        <div>
          Can decide:
          <List size="sm">
            {whoCan.map(({ id, name }) => (
              <List.Item key={id}>{name}</List.Item>
            ))}
          </List>
        </div>
      )}
      {review ? (
        <p style={{ margin: 0 }}>A review is open; gatekeepers have it in their inbox.</p>
      ) : (
        <Group justify="flex-end">
          <MayDo
            may={viewerCan.requestReview}
            variant={viewerCan.requestReview.allowed ? 'filled' : 'default'}
            link={{ to: '/i/$initiativeKey/request-review', params: { initiativeKey: key }, search: true }}
          >
            Request review
          </MayDo>
        </Group>
      )}
      {!review && !viewerCan.requestReview.allowed && <p style={{ margin: 0 }}>{viewerCan.requestReview.reason}</p>}
    </Stack>
  );
};
